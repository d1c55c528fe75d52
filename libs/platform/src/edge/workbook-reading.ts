// A workbook (XLSX, ECMA-376) somebody sent, read as a table: the cells of its one visible sheet that holds
// any. Every bound is of the reader, none of the file. A formula is not worked out and its stored result not
// trusted: the cell says that it is one. Hidden sheets are not looked at, since whoever sent the file did not
// see them.
//
// Read from ECMA-376 part 1: cells 18.3.1.4, shared strings 18.4.8, `_xHHHH_` in strings 22.9.2.19, dates
// since 1900 or 1904 18.17.4. Assumed: a cell or row without its place follows the one before it, as
// spreadsheet programs read it.
import { posix } from 'node:path';
import { ok, refuse, type Result } from '#kernel/result';
import {
  type MergedCells,
  type ReadRow,
  readSheet,
  type SheetBounds,
  sheetRows,
  unescaped,
} from './sheet-reading';
import { type Unreadable, unreadable, UnreadableFile } from './unreadable-file';
import { attributeOf, readXml } from './xml-events';
import { type Archive, type ArchiveBounds, openArchive } from './zip-reading';

/** Bounds of a workbook. */
export type WorkbookBounds = ArchiveBounds & SheetBounds;

/** A table as it was read. */
export interface ReadTable {
  readonly rows: readonly ReadRow[];
  readonly merged: readonly MergedCells[];
  /** Days are counted since 1 January 1904 instead of the end of 1899. */
  readonly since1904: boolean;
}

/** Reads a workbook; refuses it whole where it cannot be read, with nothing of its content in the answer. */
export async function readWorkbook(
  file: Buffer,
  bounds: WorkbookBounds,
): Promise<Result<ReadTable, Unreadable>> {
  try {
    return ok(await tableOf(await openArchive(file, bounds), bounds));
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(error.unreadable);
    throw error;
  }
}

/**
 * Rows of a workbook on disk while it is unpacked; what cells share is held in memory, since a workbook keeps
 * it apart. Throws `UnreadableFile`.
 */
export async function* workbookRows(path: string, bounds: WorkbookBounds): AsyncGenerator<ReadRow> {
  const archive = await openArchive(path, bounds);
  try {
    const { sheets, shared } = await sheetsOf(archive, bounds);
    const holding: string[] = [];
    for (const target of sheets) {
      for await (const _row of sheetRows(archive.text(target), shared, bounds)) {
        holding.push(target);
        break;
      }
    }
    if (holding.length > 1) unreadable('FILE_SEVERAL_SHEETS', { sheets: String(holding.length) });
    for (const target of holding) yield* sheetRows(archive.text(target), shared, bounds);
  } finally {
    archive.close();
  }
}

async function tableOf(archive: Archive, bounds: WorkbookBounds): Promise<ReadTable> {
  const { sheets, shared, since1904 } = await sheetsOf(archive, bounds);
  const read: Omit<ReadTable, 'since1904'>[] = [];
  for (const target of sheets) {
    const sheet = await readSheet(archive.text(target), shared, bounds);
    if (sheet.rows.length > 0) read.push(sheet);
  }
  if (read.length > 1) unreadable('FILE_SEVERAL_SHEETS', { sheets: String(read.length) });
  return { ...(read[0] ?? { rows: [], merged: [] }), since1904 };
}

/** The parts of the visible sheets, and the strings they share. */
async function sheetsOf(archive: Archive, bounds: WorkbookBounds) {
  const [book] = (await relationsOf(archive, '')).filter(({ type }) => type === 'officeDocument');
  if (book === undefined) return unreadable('FILE_NOT_WORKBOOK');
  const parts = await relationsOf(archive, book.target);
  const strings = parts.find(({ type }) => type === 'sharedStrings');
  const { sheets, since1904 } = await bookOf(archive, book.target);
  const shared = strings ? await sharedStrings(archive, strings.target, bounds) : [];
  const targets = sheets.flatMap((id) =>
    parts.filter((one) => one.id === id && one.type === 'worksheet').map(({ target }) => target),
  );
  return { sheets: targets, shared, since1904 };
}

/** Ids of the visible sheets in their order. */
async function bookOf(archive: Archive, target: string) {
  const sheets: string[] = [];
  let [since1904, isWorkbook] = [false, false];
  await readXml(archive.text(target), {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') since1904 = isOn(attributeOf(attributes, 'date1904'));
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
      if (name === 'sheet' && !hidden) sheets.push(attributeOf(attributes, 'id') ?? '');
    },
  });
  if (!isWorkbook) unreadable('FILE_NOT_WORKBOOK');
  return { sheets, since1904 };
}

interface Relation {
  readonly id: string;
  /** Last part of the type's address. */
  readonly type: string;
  readonly target: string;
}

/** What a part refers to within the archive; what it says lies outside is not looked at. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(name)) return part === '' ? unreadable('FILE_NOT_WORKBOOK') : [];
  const relations: Relation[] = [];
  await readXml(archive.text(name), {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

/** Strings in the order in which cells name them; what is spoken beside a string (phonetics) is left out. */
async function sharedStrings(
  archive: Archive,
  target: string,
  { cell }: WorkbookBounds,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let [text, inText, spoken] = ['', false, 0];
  await readXml(archive.text(target), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken += 1;
      inText = name === 't' && spoken === 0;
    },
    text: (part) => {
      if (inText) text += part;
      if (text.length > cell) unreadable('FILE_CELL_TOO_LONG', { max: String(cell) });
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text));
      if (name === 'rPh') spoken -= 1;
      inText = false;
    },
  });
  return strings;
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
