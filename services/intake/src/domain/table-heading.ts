// Where the headings of a table stand and whether they are those that are printed (SZ 附3): the order is
// fixed, blanks and punctuation do not matter. A title and remarks may stand above them.
import { ok, refuse, type Result } from '#kernel/result';
import type { CaseColumn } from '#policy/pack-words';
import { nameKey } from './enterprise-name';

/** What a cell may hold; empty ones are absent. */
export type TableCell = string | number | { readonly is: 'formula' | 'error' };

/** A table as it was read from a file. */
export interface FiledTable {
  readonly rows: readonly { readonly number: number; readonly cells: ReadonlyMap<number, TableCell> }[];
  readonly merged: readonly {
    readonly fromRow: number;
    readonly toRow: number;
    readonly fromColumn: number;
    readonly toColumn: number;
  }[];
  readonly since1904: boolean;
}

/** What the pack prints over a column, and what stands below it. */
interface PrintedColumn {
  readonly is: CaseColumn;
  readonly title: string;
}

/** What is wrong, where. */
export interface TableProblem {
  /** As the spreadsheet program counts; 0: the table. */
  readonly row: number;
  /** Heading as printed; empty where none is meant. */
  readonly column: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Headings stand in one of the first rows. */
const HEADING_WITHIN = 10;

/** The row of the headings; else the first heading that is not where it is printed. */
export function findHeading(
  { rows }: FiledTable,
  columns: readonly PrintedColumn[],
): Result<number, TableProblem> {
  const printed = columns.map(({ title }) => nameKey(title));
  const written = rows.slice(0, HEADING_WITHIN).map(({ number, cells }) => {
    const titles = printed.map((_, at) => nameKey(String(cells.get(at) ?? '')));
    const right = titles.filter((title) => printed.includes(title)).length;
    return { number, titles, right, more: [...cells.keys()].some((at) => at >= printed.length) };
  });
  const best = written.toSorted((a, b) => b.right - a.right)[0];
  if (best === undefined || best.right === 0) {
    const params = { columns: columns.map(({ title }) => title).join('、') };
    return refuse({ row: 0, column: '', code: 'HEADING_MISSING', params });
  }
  const wrong = printed.findIndex((title, at) => title !== best.titles[at]);
  const row = best.number;
  if (wrong >= 0) {
    const { title = '' } = columns[wrong] ?? {};
    return refuse({ row, column: title, code: 'HEADING_WRONG', params: { place: letterOf(wrong) } });
  }
  if (best.more)
    return refuse({ row, column: '', code: 'HEADING_BEYOND', params: { count: String(printed.length) } });
  return ok(row);
}

/** `A` … `Z`; a table has no more columns. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}
