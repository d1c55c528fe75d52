// The cells of one sheet, read while it is unpacked. Rows and cells that hold nothing are passed over and
// cost nothing, so that a column formatted to its end is no million rows.
import { unreadable } from './unreadable-file';
import { readXml, xmlSteps } from './xml-events';

/** Bounds of a sheet. Rows and cells are counted where they hold something. */
export interface SheetBounds {
  readonly rows: number;
  readonly columns: number;
  /** Characters (UTF-16) of a cell. */
  readonly cell: number;
}

/** A cell: text, a number, or what is neither and nobody wrote as such. Empty cells are absent. */
export type ReadCell = string | number | { readonly is: 'formula' | 'error' };

/** A row that holds something. */
export interface ReadRow {
  /** As the spreadsheet program shows it, from 1. */
  readonly number: number;
  /** By column from 0. */
  readonly cells: ReadonlyMap<number, ReadCell>;
}

/** Cells made one; rows from 1, columns from 0, both ends included. */
export interface MergedCells {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What of a sheet counts. */
export interface ReadSheet {
  readonly rows: readonly ReadRow[];
  readonly merged: readonly MergedCells[];
}

/** Reads a sheet; throws `UnreadableFile`. */
export async function readSheet(
  parts: AsyncIterable<string>,
  shared: readonly string[],
  bounds: SheetBounds,
): Promise<ReadSheet> {
  const reader = new SheetReader(shared, bounds);
  await readXml(parts, reader);
  return reader;
}

/** Rows of a sheet while it is unpacked, none of them kept; throws `UnreadableFile`. */
export async function* sheetRows(
  parts: AsyncIterable<string>,
  shared: readonly string[],
  bounds: SheetBounds,
): AsyncGenerator<ReadRow> {
  const reader = new SheetReader(shared, bounds);
  for await (const _step of xmlSteps(parts, reader)) yield* reader.rows.splice(0);
}

const MOST_MERGED = 10_000;

class SheetReader implements ReadSheet {
  readonly rows: ReadRow[] = [];
  readonly merged: MergedCells[] = [];
  private row = 0;
  private counted = 0;
  private cells = new Map<number, ReadCell>();
  private column = -1;
  private kind = '';
  private held = '';
  private formula = false;
  private inText = false;
  private spoken = 0;

  constructor(
    private readonly shared: readonly string[],
    private readonly bounds: SheetBounds,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.inText = (name === 'v' || name === 't') && this.spoken === 0;
    if (name === 'row') this.beginRow(attributes['r']);
    else if (name === 'c') this.beginCell(attributes['r'], attributes['t'] ?? 'n');
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.spoken += 1;
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
  }

  text(part: string): void {
    if (!this.inText) return;
    this.held += part;
    const { cell } = this.bounds;
    if (this.held.length > cell) unreadable('FILE_CELL_TOO_LONG', { max: String(cell) });
  }

  close(name: string): void {
    this.inText = false;
    if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === 'rPh') this.spoken -= 1;
  }

  private beginRow(number: string | undefined): void {
    const row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isSafeInteger(row) || row <= this.row) unreadable('FILE_DAMAGED');
    this.row = row;
    this.cells = new Map();
    this.column = -1;
  }

  private beginCell(place: string | undefined, kind: string): void {
    const column = place === undefined ? this.column + 1 : columnOf(place);
    if (column <= this.column) unreadable('FILE_DAMAGED');
    this.column = column;
    this.kind = kind;
    this.held = '';
    this.formula = false;
  }

  private endCell(): void {
    const value = this.value();
    if (value === '') return;
    const { columns } = this.bounds;
    if (this.column >= columns)
      unreadable('FILE_TOO_MANY_CELLS', { max: String(columns), row: String(this.row) });
    this.cells.set(this.column, value);
  }

  private value(): ReadCell {
    if (this.formula) return { is: 'formula' };
    if (this.held === '') return '';
    switch (this.kind) {
      case 's':
        return this.shared[Number(this.held)] ?? unreadable('FILE_DAMAGED');
      case 'str':
      case 'inlineStr':
        return unescaped(this.held);
      case 'n': {
        const number = Number(this.held);
        return Number.isFinite(number) ? number : unreadable('FILE_DAMAGED');
      }
      case 'b':
        return this.held === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.held;
      default:
        return { is: 'error' };
    }
  }

  private endRow(): void {
    if (this.cells.size === 0) return;
    const { rows } = this.bounds;
    this.counted += 1;
    if (this.counted > rows) unreadable('FILE_TOO_MANY_ROWS', { max: String(rows) });
    this.rows.push({ number: this.row, cells: this.cells });
  }

  private merge(ref: string): void {
    const [, from = '', fromRow, to = '', toRow] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
    if (from === '' || this.merged.length >= MOST_MERGED) unreadable('FILE_DAMAGED');
    const [fromColumn, toColumn] = [columnOf(from), columnOf(to)];
    this.merged.push({ fromRow: Number(fromRow), toRow: Number(toRow), fromColumn, toColumn });
  }
}

/** Column of a place such as `C7`, from 0. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? unreadable('FILE_DAMAGED');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Characters that XML cannot hold stand in strings by their code. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
