// The table in which a unit reports appeals it received itself 企业诉求办理情况汇总表 (SZ 二-1, 附1-1.3, 附3; IN-9). It is
// taken in as a whole or not at all: figures of a quarter made of half a table would be wrong figures, and
// whoever mends one row of a thousand sends the same file again. So everything that is wrong is told at once,
// by row and column as printed. A row is known again by what it says, not by its number: rows move when a
// table is mended.
import { ok, refuse, type Result } from '#kernel/result';
import type { CivilPeriod } from '#policy/civil-period';
import type { CaseColumn } from '#policy/pack-words';
import { civilDayOf } from '#working-calendar/civil-day';
import { nameKey } from './enterprise-name';
import { readText } from './plain-text';
import { readSubmission, type Submission, type SubmissionLists } from './submission';
import { type FiledTable, findHeading, type TableCell, type TableProblem } from './table-heading';
import { readWrittenDate } from './written-date';

/** What a table is held against. */
export interface TableFrame {
  /** As the pack prints them. */
  readonly columns: readonly { readonly is: CaseColumn; readonly title: string }[];
  readonly period: CivilPeriod;
  /** Name of the period as it was given. */
  readonly named: string;
  readonly now: number;
  /** Door by which rows that are not closed come in. */
  readonly door: string;
  /** Code of the unit that reports, and its names, former ones among them. */
  readonly unit: string;
  readonly names: readonly string[];
  readonly lists: SubmissionLists;
}

/** A row that was understood. */
export interface ReportedRow {
  readonly row: number;
  readonly receivedAt: number;
  /** Read as every submission. A table has no column for code and region: the register says them. */
  readonly submission: Submission;
  /** What became of it; empty: not closed. */
  readonly answer: string;
  readonly satisfaction: Satisfaction;
  readonly unitContact: string;
  readonly unitPhone: string;
  /** The row by what it says: unit, day, enterprise and matter. */
  readonly meaning: string;
}

/** What the enterprise said of it, as far as anybody asked. */
type Satisfaction = 'satisfied' | 'dissatisfied' | '';

/** A matter closed in a period may have come in before it began, but hardly longer ago. */
const EARLIEST_BEFORE_MS = 366 * 86_400_000;
const TITLE_LENGTH = 30;
const VERDICTS: Readonly<Record<string, Satisfaction>> = {
  ...{ '': '', 未评价: '', '满意（默认）': '', '满意(默认)': '' },
  ...{ 满意: 'satisfied', 非常满意: 'satisfied', 很满意: 'satisfied', 基本满意: 'satisfied' },
  ...{ 不满意: 'dissatisfied', 非常不满意: 'dissatisfied', 很不满意: 'dissatisfied' },
};
const COLUMN_OF_FIELD: Readonly<Record<string, CaseColumn>> = {
  ...{ title: 'content', content: 'content', 'enterprise.name': 'enterprise' },
  ...{ 'contact.name': 'contact-person', 'contact.phone': 'contact-phone' },
};

/** Texts of the unit's own: column, most characters, a single line. */
const OWN_TEXTS = [
  ['answer', 5000, false],
  ['unit-contact', 50, true],
  ['unit-phone', 30, true],
] as const;

/** Rows between two pauses: some hundredths of a second. */
const ROWS_AT_ONCE = 200;

/**
 * Reads a whole table; all problems there are, in its order. It pauses between rows, so that nobody who
 * submits an appeal waits until ten thousand of them are read.
 */
export function* readReportedTable(
  table: FiledTable,
  frame: TableFrame,
): Generator<'pause', Result<readonly ReportedRow[], readonly TableProblem[]>> {
  const heading = findHeading(table, frame.columns);
  if (!heading.ok) return refuse([heading.error]);
  const after = table.rows.filter(
    ({ number, cells }) => number > heading.value && saysSomething(cells, frame),
  );
  if (after.length === 0) return refuse([{ row: 0, column: '', code: 'TABLE_EMPTY', params: {} }]);
  const merged = mergedRows(table.merged);
  const problems: TableProblem[] = [];
  const rows: ReportedRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, { number, cells }] of after.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield 'pause';
    const column = merged(number);
    const title = column === undefined ? undefined : (frame.columns[column]?.title ?? '');
    const read =
      title === undefined ? readRow(number, cells, table.since1904, frame) : [told(title, 'CELL_MERGED')];
    if (!('meaning' in read)) problems.push(...read.map((one) => ({ row: number, ...one })));
    else if (seen.has(read.meaning)) {
      const params = { row: String(seen.get(read.meaning)) };
      problems.push({ row: number, column: '', code: 'ROW_TWICE', params });
    } else {
      seen.set(read.meaning, number);
      rows.push(read);
    }
  }
  return problems.length > 0 ? refuse(problems) : ok(rows);
}

type InRow = Omit<TableProblem, 'row'>;

const told = (column: string, code: string, params: Readonly<Record<string, string>> = {}): InRow => {
  return { column, code, params };
};

/** A row with its number alone is a printed blank; a remark below the table stands in that column too. */
function saysSomething(cells: ReadonlyMap<number, TableCell>, { columns }: TableFrame): boolean {
  return [...cells.keys()].some((at) => columns[at]?.is !== 'row-number');
}

function readRow(
  row: number,
  cells: ReadonlyMap<number, TableCell>,
  since1904: boolean,
  frame: TableFrame,
): ReportedRow | readonly InRow[] {
  const strange = strangeCells(cells, frame);
  if (strange.length > 0) return strange;
  const { columns, unit, names, door } = frame;
  const title = (is: string | undefined) => columns.find((column) => column.is === is)?.title ?? '';
  const cellOf = (is: CaseColumn) => cells.get(columns.findIndex((column) => column.is === is));
  const text = (is: CaseColumn) => written(cellOf(is));
  const submission = submissionOf(text, frame);
  const parts = OWN_TEXTS.map(([is, max, line]) => readText(text(is), is, { min: 0, max, line }));
  const received = receivedAt(cellOf('submitted-at'), since1904, frame);
  const satisfaction = VERDICTS[text('satisfaction').replace(/\s/g, '')];
  const fields = submission.ok
    ? []
    : submission.error.map((one) => ({ ...one, field: COLUMN_OF_FIELD[one.field] }));
  const texts = parts.flatMap((part) => (part.ok ? [] : [part.error]));
  const found = [
    ...[...fields, ...texts].map(({ code, params, field }) => told(title(field), code, params)),
    ...(typeof received === 'number' ? [] : [{ ...received, column: title('submitted-at') }]),
    ...(isOwn(text('unit'), names) ? [] : [told(title('unit'), 'UNIT_OTHER', { unit: names[0] ?? unit })]),
    ...(satisfaction === undefined ? [told(title('satisfaction'), 'VERDICT_UNKNOWN')] : []),
  ];
  if (found.length > 0 || typeof received !== 'number' || !submission.ok) return unique(found);
  const [answer = '', unitContact = '', unitPhone = ''] = parts.map((part) => (part.ok ? part.value : ''));
  const { enterpriseName, content } = submission.value;
  return {
    ...{ row, receivedAt: received, satisfaction: satisfaction ?? '', answer, unitContact, unitPhone },
    submission: { ...submission.value, channel: door },
    meaning: [unit, civilDayOf(received), nameKey(enterpriseName), nameKey(content)].join('/'),
  };
}

/** What was not written by a person, or not into the table. A formula may count the rows. */
function strangeCells(cells: ReadonlyMap<number, TableCell>, { columns }: TableFrame): readonly InRow[] {
  const strange = columns.flatMap(({ is, title }, at) => {
    const cell = cells.get(at);
    if (typeof cell !== 'object' || is === 'row-number') return [];
    return [told(title, cell.is === 'formula' ? 'CELL_IS_FORMULA' : 'CELL_IS_ERROR')];
  });
  const beyond = [...cells.keys()].some((at) => at >= columns.length);
  return beyond ? [...strange, told('', 'CELL_BEYOND_TABLE')] : strange;
}

/** The title 标题 a table has no column for is the beginning of the content. */
function submissionOf(text: (is: CaseColumn) => string, { door, lists }: TableFrame) {
  const content = text('content');
  const title = [...content.replace(/\s+/g, ' ').trim()].slice(0, TITLE_LENGTH).join('');
  const enterprise = { name: text('enterprise'), region: lists.regions[0] };
  const contact = { name: text('contact-person'), phone: text('contact-phone') };
  return readSubmission({ channel: door, sourceNumber: '-', title, content, enterprise, contact }, lists);
}

/** Title and content are one column: what is wrong with both is told once. */
function unique(problems: readonly InRow[]): readonly InRow[] {
  return problems.filter((one, at) => problems.findIndex((other) => other.column === one.column) === at);
}

function receivedAt(cell: TableCell | undefined, since1904: boolean, frame: TableFrame): number | InRow {
  if (cell === undefined) return told('', 'FIELD_MISSING');
  const at = typeof cell === 'object' ? undefined : readWrittenDate(cell, since1904);
  if (at === undefined) return told('', 'DATE_UNREADABLE');
  const { fromAt, toAt } = frame.period;
  const [from, until] = [fromAt - EARLIEST_BEFORE_MS, Math.min(toAt, frame.now + 1)];
  if (at >= from && at < until) return at;
  const params = { period: frame.named, from: civilDayOf(from), until: civilDayOf(until - 1) };
  return told('', 'DATE_OUTSIDE_PERIOD', params);
}

/** The city may stand before the name of the unit, a section behind it. */
function isOwn(unit: string, names: readonly string[]): boolean {
  const key = nameKey(unit);
  return names.some((name) => key.includes(nameKey(name)));
}

/** Numbers stand in tables as they are typed: a telephone number is one. */
function written(cell: TableCell | undefined): string {
  return typeof cell === 'object' ? '' : String(cell ?? '');
}

/** The column of a merged cell a row lies in; undefined for none. */
function mergedRows(merged: FiledTable['merged']): (row: number) => number | undefined {
  const sorted = merged.toSorted((a, b) => a.fromRow - b.fromRow);
  let [next, until, column] = [0, 0, 0];
  return (row) => {
    for (; (sorted[next]?.fromRow ?? Infinity) <= row; next += 1) {
      const { toRow = 0, fromColumn = 0 } = sorted[next] ?? {};
      if (toRow >= until) [until, column] = [toRow, fromColumn];
    }
    return row <= until ? column : undefined;
  };
}
