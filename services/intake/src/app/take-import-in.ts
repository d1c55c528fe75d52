// Takes an import of the legal-person register 法人库 in (IN-4), batch by batch. What has been taken is written
// down after each batch, so that a killed process goes on behind it; a batch that was taken twice is the same
// rows. A bad row is told by row, field and reason and does not take out whom it is about. A full import ends
// by taking out those who are in no row of it – unless rows could not be read, or more would go than came.
import { fieldOf, readHeading, type RegisterField } from '../domain/register-heading';
import type { RegisteredEnterprise } from '../domain/register-finding';
import { readRegisterRow, type RegisterCells } from '../domain/register-row';
import { NOTHING } from './open-import';
import {
  RefusedFile,
  type RegisterImport,
  type RegisterImports,
  type RowProblem,
  type WrittenRow,
} from './register-ports';

const BATCH = 1000;
const MOST_TOLD = 200;

interface Work {
  readonly imports: RegisterImports;
  readonly now: () => number;
  readonly stopped: () => boolean;
}

/** Goes on with an import to its end, or until told to stop; throws where the store is away. */
export async function takeImportIn(opened: RegisterImport, work: Work): Promise<void> {
  const { imports, now } = work;
  if ((await imports.files.size(opened.id)) === undefined)
    return imports.put({ ...opened, state: 'lost', endedAt: now() });
  let at = opened;
  try {
    if (at.state === 'checking') at = await checked(at, work);
    if (at.state === 'taking') at = await taken(at, work);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const last = (await imports.get(opened.id)) ?? at;
    at = { ...last, state: 'refused', refusal: error.refusal, endedAt: now() };
  }
  if (at.endedAt === 0) return;
  await imports.put(at);
  await imports.files.drop(at.id);
}

/** Is it the file that was announced, and – where strict – is every row right? */
async function checked(one: RegisterImport, work: Work): Promise<RegisterImport> {
  const { imports, now, stopped } = work;
  if ((await imports.files.seal(one.id)) !== one.digest)
    throw new RefusedFile({ code: 'FILE_NOT_AS_ANNOUNCED', params: {} });
  let at: RegisterImport = { ...one, ...NOTHING };
  if (one.strict) {
    for await (const batch of batches(one, imports, 0)) {
      at = { ...added(at, batch), taken: 0 };
      if (stopped()) return one;
      await imports.put(at);
    }
    if (at.bad > 0) {
      const refusal = { code: 'ROWS_REFUSED', params: { rows: String(at.bad) } };
      return { ...at, state: 'refused', refusal, endedAt: now() };
    }
  }
  const stood = await imports.standing();
  const next: RegisterImport = { ...one, ...NOTHING, stood, state: 'taking' };
  await imports.put(next);
  return next;
}

async function taken(one: RegisterImport, { imports, now, stopped }: Work): Promise<RegisterImport> {
  let at = one;
  for await (const batch of batches(one, imports, one.rows)) {
    const fresh = await imports.register.take(batch.good, one.edition);
    await imports.register.keep(batch.badCodes.filter(Boolean), one.edition);
    at = { ...added(at, batch), fresh: at.fresh + fresh };
    await imports.put(at);
    if (stopped()) return at;
  }
  const goneHeld = heldBack(at);
  const others = await imports.otherEditions(one.edition);
  let { gone } = at;
  while (one.mode === 'full' && goneHeld === '') {
    const out = await imports.register.takeOut(others);
    if (out === 0) break;
    gone += out;
    at = { ...at, gone };
    await imports.put(at);
    if (stopped()) return at;
  }
  return { ...at, goneHeld, state: 'done', endedAt: now() };
}

/**
 * Those who stood and are in no row: all there are now but those the file names, by a good row or a bad one.
 */
function heldBack({ mode, illegible, shrinks, taken, bad, stood, fresh }: RegisterImport) {
  if (mode === 'delta') return '';
  if (illegible > 0) return 'illegible-rows';
  const leave = stood + fresh - taken - bad;
  return !shrinks && leave > taken ? 'more-than-it-brings' : '';
}

interface Batch {
  readonly rows: number;
  readonly good: readonly RegisteredEnterprise[];
  /** A code of each bad row, empty where it cannot be read. */
  readonly badCodes: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly passedOver: readonly string[];
}

async function* batches(
  { id, format }: RegisterImport,
  imports: RegisterImports,
  behind: number,
): AsyncGenerator<Batch> {
  const columns = new Map<string, RegisterField | undefined>();
  let passedOver: readonly string[] | undefined;
  let seen = 0;
  let rows: WrittenRow[] = [];
  const batch = () => ({ ...read(rows, columns, imports), passedOver: passedOver ?? [] });
  for await (const row of imports.files.rows(id, format)) {
    if (passedOver === undefined && 'cells' in row) passedOver = passedOverOf(Object.keys(row.cells));
    seen += 1;
    if (seen <= behind) continue;
    rows.push(row);
    if (rows.length < BATCH) continue;
    yield batch();
    rows = [];
  }
  if (rows.length > 0) yield batch();
  if (seen === 0) throw new RefusedFile({ code: 'FILE_EMPTY', params: {} });
}

function passedOverOf(columns: readonly string[]): readonly string[] {
  const heading = readHeading(columns);
  if (heading.ok) return heading.passedOver;
  throw new RefusedFile({ code: heading.code, params: { heading: heading.heading } });
}

function read(
  rows: readonly WrittenRow[],
  columns: Map<string, RegisterField | undefined>,
  { places }: RegisterImports,
): Omit<Batch, 'passedOver'> {
  const good: RegisteredEnterprise[] = [];
  const badCodes: string[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    if ('problem' in row) {
      badCodes.push('');
      problems.push({ row: row.row, field: '', code: row.problem, params: {} });
      continue;
    }
    const result = readRegisterRow(cellsOf(row.cells, columns), places);
    if (result.ok) good.push(result.enterprise);
    else {
      badCodes.push(result.uscc);
      problems.push(...result.problems.map((problem) => ({ row: row.row, ...problem })));
    }
  }
  return { rows: rows.length, good, badCodes, problems };
}

/** Lines of JSON may each have other words, so every row is read by its own; what a word means is kept. */
function cellsOf(
  cells: Readonly<Record<string, string>>,
  columns: Map<string, RegisterField | undefined>,
): RegisterCells {
  const found: Partial<Record<RegisterField, string>> = {};
  for (const [column, text] of Object.entries(cells)) {
    if (!columns.has(column)) columns.set(column, fieldOf(column));
    const field = columns.get(column);
    if (field !== undefined) found[field] = text;
  }
  return found;
}

function added(at: RegisterImport, batch: Batch): RegisterImport {
  return {
    ...at,
    rows: at.rows + batch.rows,
    taken: at.taken + batch.good.length,
    bad: at.bad + batch.badCodes.length,
    illegible: at.illegible + batch.badCodes.filter((code) => code === '').length,
    unplaced: at.unplaced + batch.good.filter(({ region }) => region === '').length,
    passedOver: batch.passedOver,
    problems: [...at.problems, ...batch.problems].slice(0, MOST_TOLD),
  };
}
