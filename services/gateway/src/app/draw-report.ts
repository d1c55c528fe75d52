// Draws up a report that is a table (AN-4, AN-5, IN-9): the rows the pack names, in the columns the pack
// names, of a period, seen from its end. Rows are made as they are read, so that ten thousand of them need no
// more memory than a hundred.
import { readPeriod } from '#policy/civil-period';
import type { Pack } from '#policy/pack';
import { type CaseColumn, PERSONAL_COLUMNS } from '#policy/pack-words';
import type { Profile } from '#policy/profile';
import { type Rounding, shareText, USUAL_ROUNDING } from '#policy/share';
import { CASE_CELLS, type Cell, type ColumnShape, figureCell, type Names, namesOf } from './report-columns';
import type { ReportPeriod, ReportSources } from './report-sources';

type Report = Pack['reports'][number];

/** A column as the pack heads it. */
interface DrawnColumn extends ColumnShape {
  readonly is: string;
  readonly title: string;
}

/** A report ready to be read. */
export interface DrawnReport extends ReportPeriod {
  readonly pack: string;
  readonly report: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly period: string;
  /** The period is not over at the cut-off. */
  readonly running: boolean;
  readonly columns: readonly DrawnColumn[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** What is asked for; `cutOffAt` 0 is the end of the period, `now` while it runs. */
export interface ReportQuestion {
  readonly report: string;
  readonly pack: string;
  readonly period: string;
  readonly cutOffAt: number;
  readonly role: string;
}

/** Why there is no report. */
interface ReportProblem {
  readonly code:
    | 'REPORT_UNKNOWN'
    | 'PERIOD_UNREADABLE'
    | 'PERIOD_OF_ANOTHER_LENGTH'
    | 'CUT_OFF_BEFORE_PERIOD'
    | 'ROLE_NOT_ALLOWED';
  readonly field: 'report' | 'period' | 'cutOff' | '';
  readonly params: Readonly<Record<string, string>>;
}

type Drawn =
  | { readonly ok: true; readonly report: DrawnReport }
  | { readonly ok: false; readonly problem: ReportProblem };

const CASES_AT_ONCE = 200;

/** Draws the report up; one that shows what people wrote is for the role it is addressed to alone (TR-2). */
export function drawReport(
  asked: ReportQuestion,
  {
    packs,
    profile,
    now,
  }: { readonly packs: readonly Pack[]; readonly profile: Profile; readonly now: number },
  sources: ReportSources,
): Drawn {
  const tables = packs.filter(({ id }) => asked.pack === '' || id === asked.pack).flatMap(tablesOf);
  const { pack, report } = tables.find((one) => one.report.id === asked.report) ?? {};
  if (!pack || !report) {
    const known =
      packs
        .flatMap(tablesOf)
        .map((one) => one.report.id)
        .join(', ') || '–';
    return problem('REPORT_UNKNOWN', 'report', { known });
  }
  const columns = (report.columns ?? []).map(({ is, title }) => ({ is, title, ...shapeOf(is, report) }));
  if (columns.some(({ is }) => isPersonal(is)) && asked.role !== report.to) {
    return problem('ROLE_NOT_ALLOWED', '', { role: asked.role });
  }
  const read = readPeriod(asked.period);
  if (!read.ok) return problem('PERIOD_UNREADABLE', 'period');
  const { kind, fromAt, toAt } = read.value;
  const { every } = report;
  if (every !== 'when-needed' && kind !== every)
    return problem('PERIOD_OF_ANOTHER_LENGTH', 'period', { every });
  const cutOffAt = asked.cutOffAt || Math.min(now, toAt - 1);
  if (cutOffAt < fromAt) return problem('CUT_OFF_BEFORE_PERIOD', 'cutOff');
  const period = { fromAt, toAt, cutOffAt };
  const drawn = { pack: pack.id, report: report.id, title: report.title, period: asked.period };
  const rows = rowsOf({ pack, report, period, names: namesOf(profile, pack) }, sources);
  return { ok: true, report: { ...drawn, ...period, running: cutOffAt < toAt - 1, columns, rows } };
}

const tablesOf = (pack: Pack) =>
  pack.reports.filter(({ columns }) => columns !== undefined).map((report) => ({ pack, report }));

const isPersonal = (word: string): boolean => PERSONAL_COLUMNS.some((one) => one === word);

function shapeOf(is: string, { rows }: Report): ColumnShape {
  if (rows !== 'units' && rows !== 'ranking') return CASE_CELLS[is as CaseColumn];
  if (is === 'unit') return { kind: 'text', width: 18 };
  return is === 'row-number' || is === 'rank' ? { kind: 'count', width: 7 } : { kind: 'text', width: 18 };
}

interface Drawing {
  readonly pack: Pack;
  readonly report: Report;
  readonly period: ReportPeriod;
  readonly names: Names;
}

function rowsOf(drawing: Drawing, sources: ReportSources): AsyncIterable<readonly Cell[]> {
  const { rows } = drawing.report;
  if (rows === 'units') return unitRows(drawing, sources);
  return rows === 'ranking' ? rankedRows(drawing, sources) : caseRows(drawing, sources);
}

async function* caseRows(
  { pack, report, period, names }: Drawing,
  sources: ReportSources,
): AsyncGenerator<readonly Cell[]> {
  const { rows = '', columns = [] } = report;
  let [place, cursor] = [0, ''];
  do {
    const asked = { ...period, rows, pack: pack.id, cursor, limit: CASES_AT_ONCE };
    const page = await sources.cases(asked);
    const words = new Map(
      (await sources.words(page.cases.map(({ appealId }) => appealId))).map((one) => [one.appealId, one]),
    );
    for (const found of page.cases) {
      place += 1;
      const hand = { place, found, words: words.get(found.appealId), names };
      yield columns.map(({ is }) => CASE_CELLS[is as CaseColumn].cell(hand));
    }
    cursor = page.nextCursor;
  } while (cursor !== '');
}

/** Units by their code, then all together; what belongs to no unit stands only in that sum. */
async function* unitRows(
  { pack, report, period, names }: Drawing,
  sources: ReportSources,
): AsyncGenerator<readonly Cell[]> {
  const asked = { ...period, pack: pack.id };
  const units = await sources.figures({ ...asked, by: 'unit' });
  const all = await sources.figures({ ...asked, by: 'all' });
  const groups = [...units.filter(({ group }) => group !== ''), ...all];
  for (const [index, { group, figures }] of groups.entries()) {
    const sum = index === groups.length - 1;
    yield (report.columns ?? []).map(({ is }): Cell => {
      if (is === 'row-number') return sum ? null : index + 1;
      if (is === 'unit') return sum ? '合计' : names.unit(group);
      return figureCell(
        figures.find(({ name }) => name === is),
        roundingOf(pack, is),
      );
    });
  }
}

async function* rankedRows(
  { pack, report, period, names }: Drawing,
  sources: ReportSources,
): AsyncGenerator<readonly Cell[]> {
  const places = await sources.ranking({ ...period, pack: pack.id, ranking: report.ranking ?? '' });
  for (const { unit, rank, figures } of places) {
    yield (report.columns ?? []).map(({ is }): Cell => {
      if (is === 'rank') return rank === 0 ? '–' : rank;
      if (is === 'unit') return names.unit(unit);
      const figure = figures.find(({ name }) => name === is);
      return figure === undefined
        ? null
        : shareText(figure.numerator, figure.denominator, roundingOf(pack, is));
    });
  }
}

function roundingOf({ figures }: Pack, figure: string): Rounding {
  return { digits: figures.find(({ id }) => id === figure)?.digits ?? USUAL_ROUNDING.digits };
}

function problem(
  code: ReportProblem['code'],
  field: ReportProblem['field'],
  params: ReportProblem['params'] = {},
): Drawn {
  return { ok: false, problem: { code, field, params } };
}
