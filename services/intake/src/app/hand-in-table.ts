// A unit hands in the table of what it received itself 部门报送 (SZ 二-1, 附1-1.3; IN-9). The whole file is read
// and held against the rules before anything is stored: it is taken as a whole or not at all. Taken, it is
// stored with its rows sealed, and from then on no crash loses one of them; they are taken in by the worker.
import { readPeriod } from '#policy/civil-period';
import type { Pack } from '#policy/pack';
import type { CaseColumn } from '#policy/pack-words';
import { reachOf } from '#policy/scopes';
import { readReportedTable, type TableFrame } from '../domain/reported-table';
import type { TableProblem } from '../domain/table-heading';
import type { FiledRow, HandedTable, IntakePorts, TableTeller } from './ports';

/** A table as it is handed in. */
export interface TableOffer {
  readonly report: string;
  readonly period: string;
  readonly actor: TableTeller;
  readonly file: Buffer;
}

/** Why a table is not taken; `problems` are those of its rows. */
export interface TableRefusal {
  readonly code: string;
  readonly rule: string;
  readonly params: Readonly<Record<string, string>>;
  readonly problems: readonly TableProblem[];
}

type Handed =
  | { readonly ok: true; readonly table: HandedTable }
  | { readonly ok: false; readonly refusal: TableRefusal };

/** More than a unit receives in any quarter. */
const MOST_ROWS = 10_000;

/** Takes a table, or tells everything that is wrong with it; the same file again is the same table. */
export async function handInTable(
  { report: named, period, actor, file }: TableOffer,
  ports: IntakePorts,
): Promise<Handed> {
  const found = ports.tables
    .reports()
    .flatMap(handedIn)
    .find(({ report }) => report.id === named);
  if (!found) return refuse('REPORT_UNKNOWN', { report: named });
  const { pack, report, door } = found;
  const unit = ports.tables.unit(actor.unit);
  if (reachOf(pack, actor.role, 'ReportAppeals') === 'none')
    return refuse('ROLE_NOT_ALLOWED', { role: actor.role }, 'TR-2');
  if (!unit) return refuse('UNIT_UNKNOWN', { unit: actor.unit });
  const read = readPeriod(period);
  if (!read.ok || read.value.kind !== report.every || read.value.fromAt > ports.now())
    return refuse('PERIOD_NOT_REPORTED', { period });
  const table = await ports.tables.read(file);
  if (!table.ok) return refuse(table.error.code, table.error.params);
  const frame: TableFrame = {
    ...{ period: read.value, named: period, now: ports.now(), door, unit: unit.code, names: unit.names },
    columns: (report.columns ?? []).map(({ is, title }) => ({ is: is as CaseColumn, title })),
    lists: ports.lists(),
  };
  const rows = await unhurried(readReportedTable(table.value, frame), ports);
  if (!rows.ok) return refuse('TABLE_REFUSED', { rows: countOf(rows.error) }, 'IN-9', rows.error);
  if (rows.value.length > MOST_ROWS) return refuse('FILE_TOO_MANY_ROWS', { max: String(MOST_ROWS) });
  const filed: FiledRow[] = [];
  for (const row of rows.value) filed.push(await placed(row, unit.region, ports));
  const column = frame.columns.find(({ is }) => is === 'enterprise')?.title ?? '';
  const unplaced = filed.filter(({ answer, region }) => answer === '' && region === '');
  if (unplaced.length > 0) {
    const problems = unplaced.map(({ row }) => ({ row, column, code: 'ENTERPRISE_UNPLACED', params: {} }));
    return refuse('TABLE_REFUSED', { rows: countOf(problems) }, 'IN-9', problems);
  }
  const id = ports.codes.tableId(`${named}/${period}/${unit.code}`, file);
  const known = await ports.tables.get(id);
  if (known && known.state !== 'lost') return { ok: true, table: known };
  const teller = { role: actor.role, id: actor.id, unit: unit.code };
  const told = { id, report: named, period, periodEndAt: read.value.toAt, teller, handedInAt: ports.now() };
  return { ok: true, table: await ports.tables.file(told, filed) };
}

/** A table, for people of the unit that handed it in; undefined for all others. */
export async function tableOf(
  id: string,
  { unit }: TableTeller,
  { tables }: IntakePorts,
): Promise<HandedTable | undefined> {
  const found = await tables.get(id);
  return found && found.teller.unit === tables.unit(unit)?.code ? found : undefined;
}

function handedIn(pack: Pack) {
  return pack.reports.flatMap((report) =>
    report.handedIn ? [{ pack, report, door: report.handedIn.at }] : [],
  );
}

/**
 * A table has no column for the credit code: the register knows the enterprise by its name, where it has one
 * of that name alone. The region is its domicile's (IN-4), else the one the unit answers for.
 */
async function placed(
  row: Omit<FiledRow, 'uscc' | 'region'>,
  ofUnit: string,
  ports: IntakePorts,
): Promise<FiledRow> {
  const [enterprise, other] = await ports.register.byName(row.submission.enterpriseName);
  if (!enterprise || other) return { ...row, uscc: '', region: ofUnit };
  return { ...row, uscc: enterprise.uscc, region: enterprise.region };
}

/** Whoever waits for intake goes first at every pause. */
async function unhurried<R>(reading: Generator<'pause', R>, { tables }: IntakePorts): Promise<R> {
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
    await tables.letOthers();
  }
}

function countOf(problems: readonly TableProblem[]): string {
  return String(new Set(problems.map(({ row }) => row)).size);
}

function refuse(
  code: string,
  params: Readonly<Record<string, string>>,
  rule = 'IN-9',
  problems: readonly TableProblem[] = [],
): Handed {
  return { ok: false, refusal: { code, rule, params, problems } };
}
