// Files of the legal-person register 法人库 on this service's own disk, and their rows as written: CSV (RFC
// 4180; commas or tabs), a workbook, or a JSON object a line. Text is UTF-8, with or without a mark at its
// beginning, or GB 18030, which is told by what it is not: bytes that UTF-8 cannot be. A text that is mostly
// UTF-8 is damaged and not GB 18030. Nothing is held but the row at hand; of a workbook also what its cells
// share.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { type ReadCell, type ReadRow } from '#platform/edge/sheet-reading';
import { UnreadableFile } from '#platform/edge/unreadable-file';
import { workbookRows } from '#platform/edge/workbook-reading';
import {
  type ImportFormat,
  RefusedFile,
  type RegisterImports,
  type WrittenRow,
} from '../../app/register-ports';

/** Of a line or record, in characters. */
const LONGEST = 64_000;
const WORKBOOK = {
  ...{ bytes: 300_000_000, unpackedBytes: 2_000_000_000 },
  ...{ rows: 1_048_576, columns: 128, cell: 32_767 },
};

/** Files in a directory of the service. */
export function registerFiles(directory: string): RegisterImports['files'] {
  const pathOf = (id: string) => join(directory, 'register-imports', id);
  return {
    size: (id) => stat(pathOf(id)).then(({ size }) => size, unlessAbsent),
    write: async (id, offset, bytes) => {
      await mkdir(join(directory, 'register-imports'), { recursive: true });
      const file = await open(pathOf(id), offset === 0 ? 'w' : 'r+');
      try {
        await file.write(bytes, 0, bytes.length, offset);
      } finally {
        await file.close();
      }
    },
    seal: async (id) => {
      const file = await open(pathOf(id), 'r+');
      await file.sync().finally(() => file.close());
      const hash = createHash('sha256');
      for await (const part of createReadStream(pathOf(id))) hash.update(part as Buffer);
      return hash.digest('hex');
    },
    rows: (id, format) => refusing(rowsOf(pathOf(id), format)),
    drop: (id) => rm(pathOf(id), { force: true }),
  };
}

function rowsOf(path: string, format: ImportFormat): AsyncIterable<WrittenRow> {
  switch (format) {
    case 'csv':
      return csvRows(path);
    case 'jsonl':
      return jsonRows(path);
    case 'xlsx':
      return sheetRowsOf(path);
  }
}

async function* refusing(rows: AsyncIterable<WrittenRow>): AsyncGenerator<WrittenRow> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new RefusedFile(error.unreadable);
    throw error;
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * A quote within a cell is a quote. A cell of several lines is a quote that was not closed where it should
 * have been and has swallowed rows: it is told and passed over, and at the latest ends with the longest
 * record.
 */
async function* csvRows(path: string): AsyncGenerator<WrittenRow> {
  const skipped: WrittenRow[] = [];
  const parser = parse({
    ...{ delimiter: [',', '\t'], info: true, relax_column_count: true, relax_quotes: true },
    skip_empty_lines: true,
    ...{ skip_records_with_error: true, max_record_size: LONGEST },
    on_skip: (error: CsvError | undefined) => {
      skipped.push({ row: Number(error?.['lines'] ?? 0), problem: 'RECORD_BROKEN' });
      return undefined;
    },
  });
  const text = Readable.from(textOf(path));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let heading: readonly string[] | undefined;
  let before = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      yield* skipped.splice(0);
      const begins = before + 1;
      before = info.lines;
      if (heading === undefined) heading = record.map((cell) => cell.trim());
      else if (record.some((cell) => cell.includes('\n'))) yield { row: begins, problem: 'RECORD_BROKEN' };
      else if (record.length !== heading.length) yield { row: info.lines, problem: 'ROW_CELLS' };
      else yield { row: info.lines, cells: named(heading, record) };
    }
    yield* skipped;
  } finally {
    text.destroy();
  }
}

async function* jsonRows(path: string): AsyncGenerator<WrittenRow> {
  let rest = '';
  let line = 0;
  for await (const part of textOf(path)) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST)
      throw new RefusedFile({ code: 'FILE_CELL_TOO_LONG', params: { max: String(LONGEST) } });
    for (const one of lines) {
      line += 1;
      if (one.trim() !== '') yield jsonRow(one, line);
    }
  }
  if (rest.trim() !== '') yield jsonRow(rest, line + 1);
}

function jsonRow(line: string, row: number): WrittenRow {
  try {
    const value = JSON.parse(line) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { row, problem: 'ROW_NOT_JSON' };
    return { row, cells: Object.fromEntries(Object.entries(value).map(([key, cell]) => [key, plain(cell)])) };
  } catch {
    return { row, problem: 'ROW_NOT_JSON' };
  }
}

/** Lists of words are one text; what is nested is nothing we know. */
function plain(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return Array.isArray(cell) ? cell.filter((one) => typeof one === 'string').join(';') : '';
}

async function* sheetRowsOf(path: string): AsyncGenerator<WrittenRow> {
  let heading: readonly string[] | undefined;
  for await (const row of workbookRows(path, WORKBOOK)) {
    if (heading === undefined) heading = headed(row);
    else yield sheetRow(row, heading);
  }
}

function headed({ cells }: ReadRow): readonly string[] {
  const last = Math.max(...cells.keys());
  return Array.from({ length: last + 1 }, (_, at) => {
    const cell = cells.get(at);
    return typeof cell === 'string' ? cell.trim() : '';
  });
}

function sheetRow({ number: row, cells }: ReadRow, heading: readonly string[]): WrittenRow {
  for (const [at, cell] of cells) {
    if (at >= heading.length) return { row, problem: 'CELL_BEYOND_TABLE' };
    if (typeof cell === 'object')
      return { row, problem: cell.is === 'formula' ? 'CELL_IS_FORMULA' : 'CELL_IS_ERROR' };
  }
  return {
    row,
    cells: named(
      heading,
      heading.map((_, at) => written(cells.get(at))),
    ),
  };
}

function written(cell: ReadCell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

/** Columns without a heading are none. */
function named(heading: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const row: Record<string, string> = {};
  heading.forEach((column, at) => {
    if (column !== '') row[column] = cells[at] ?? '';
  });
  return row;
}

async function* textOf(path: string): AsyncGenerator<string> {
  yield* decoded(path, new TextDecoder(await encodingOf(path), { fatal: true }));
}

async function* decoded(path: string, decoder: InstanceType<typeof TextDecoder>): AsyncGenerator<string> {
  try {
    for await (const part of createReadStream(path)) yield decoder.decode(part as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw unknownEncoding();
    throw error;
  }
}

async function encodingOf(path: string): Promise<'utf-8' | 'gb18030'> {
  const loose = new TextDecoder('utf-8');
  let [broken, whole] = [0, 0];
  for await (const part of createReadStream(path)) {
    const text = loose.decode(part as Buffer, { stream: true });
    if (text.includes('\0')) throw unknownEncoding();
    broken += text.match(/\uFFFD/g)?.length ?? 0;
    whole += text.match(/\p{Script=Han}/gu)?.length ?? 0;
  }
  if (broken === 0) return 'utf-8';
  if (broken * 10 < whole) throw new RefusedFile({ code: 'FILE_DAMAGED', params: {} });
  return 'gb18030';
}

function unknownEncoding(): RefusedFile {
  return new RefusedFile({ code: 'FILE_ENCODING_UNKNOWN', params: {} });
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
