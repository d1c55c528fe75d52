// A question about figures: which period, seen from which day, by what grouping – and the one query that
// answers it.
import { COMMON_TABLES } from './figure-parts';
import type { CountedFigure } from './figure-definition';

/** What figures may be grouped by. */
const GROUPINGS = ['all', 'unit', 'topic', 'channel', 'region', 'class-1', 'class-2', 'class-3'] as const;
/** 分组 */
export type Grouping = (typeof GROUPINGS)[number];

/** Units that were merged, each with the one its cases count for; facts keep the code of their day. */
export type FormerUnits = readonly (readonly [from: string, to: string])[];

/** Period [fromAt, toAt) with its cut-off (inclusive), epoch ms. */
export interface FigureQuestion {
  readonly fromAt: number;
  readonly toAt: number;
  readonly cutOffAt: number;
  readonly by: Grouping;
  /** Id of the programme whose appeals are counted; empty counts those of all, the not admitted too. */
  readonly pack: string;
}

/** What is wrong with a question that cannot be answered. */
export interface QuestionProblem {
  /** Has its sentence in `libs/contracts/src/sentences/analytics.ts`. */
  readonly code:
    | 'PERIOD_REVERSED'
    | 'CUT_OFF_BEFORE_PERIOD'
    | 'GROUPING_UNKNOWN'
    | 'RANKING_UNKNOWN'
    | 'PERIOD_UNREADABLE'
    | 'PERIOD_OF_ANOTHER_LENGTH';
  /** As the public API calls it. */
  readonly field: 'to' | 'cutOff' | 'by' | 'ranking' | 'period';
  readonly params: Readonly<Record<string, string>>;
}

/** Reads a question; an end or a cut-off of 0 is now, an empty grouping is `all`. */
export function readQuestion(
  asked: { fromAt: number; toAt: number; cutOffAt: number; by: string; pack?: string },
  now: number,
): { ok: true; question: FigureQuestion } | { ok: false; problem: QuestionProblem } {
  const by = GROUPINGS.find((grouping) => grouping === (asked.by || 'all'));
  if (!by) return problem('GROUPING_UNKNOWN', 'by', { allowed: GROUPINGS.join(', ') });
  const cutOffAt = asked.cutOffAt || now;
  const toAt = asked.toAt || cutOffAt + 1;
  if (toAt <= asked.fromAt) return problem('PERIOD_REVERSED', 'to');
  if (cutOffAt < asked.fromAt) return problem('CUT_OFF_BEFORE_PERIOD', 'cutOff');
  return { ok: true, question: { fromAt: asked.fromAt, toAt, cutOffAt, by, pack: asked.pack ?? '' } };
}

/** A problem as a value. */
export function problem(
  code: QuestionProblem['code'],
  field: QuestionProblem['field'],
  params: QuestionProblem['params'] = {},
): { ok: false; problem: QuestionProblem } {
  return { ok: false, problem: { code, field, params } };
}

/**
 * A figure of one group: hits and cases; for a count the cases alone, for a duration also the percentiles
 * (ms).
 */
export interface FigureValue {
  readonly group: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  /** As it was before rulings left cases out 剔除 (HD-11), and how many they left out. */
  readonly beforeNumerator: number;
  readonly beforeDenominator: number;
  readonly excluded: number;
}

const CASE_COLUMNS = {
  rate: 'key, unit, hit, NULL::DOUBLE AS ms, out',
  count: 'key, unit, NULL::BOOLEAN AS hit, NULL::DOUBLE AS ms, out',
  duration: 'key, unit, NULL::BOOLEAN AS hit, ms::DOUBLE AS ms, false AS out',
} as const;

/**
 * The query of all figures by a grouping; parameters $from, $to, $cut, $pack. It answers `figure` (index in
 * the list), `grp`, `cases`, `hits`, `median`, `p90`, and with what was left out `all_cases`, `all_hits`;
 * cases of no unit, topic or class of that layer are the group ''.
 */
export function figuresSql(
  definitions: readonly CountedFigure[],
  by: Grouping,
  former: FormerUnits = [],
): string {
  const cases = definitions.map(
    ({ cases: rows, measure }, index) => `SELECT ${index} AS figure, ${CASE_COLUMNS[measure]} FROM (${rows})`,
  );
  const group = by === 'all' ? `'all'` : by === 'unit' ? unitNow(former) : `a.${by.replace('-', '_')}`;
  return `WITH ${COMMON_TABLES}, cases AS (${cases.join(' UNION ALL ')})
    SELECT figure, ${group} AS grp, count(*) FILTER (WHERE NOT c.out) AS cases,
      count(*) FILTER (WHERE c.hit AND NOT c.out) AS hits, count(*) AS all_cases,
      count(*) FILTER (WHERE c.hit) AS all_hits,
      quantile_cont(c.ms, 0.5) AS median, quantile_cont(c.ms, 0.9) AS p90
    FROM cases c JOIN subject a ON a.key = c.key AND $pack IN ('', a.pack)
    GROUP BY figure, grp ORDER BY figure, grp`;
}

/** The unit a case counts for now. Codes are of the profile's form and hold no quote. */
export function unitNow(former: FormerUnits, unit = 'c.unit'): string {
  if (former.length === 0) return unit;
  const cases = former.map(([from, to]) => `WHEN '${from}' THEN '${to}'`).join(' ');
  return `CASE ${unit} ${cases} ELSE ${unit} END`;
}

/** A row of the query's answer, numbers as DuckDB gives them. */
export interface CountedCases {
  readonly figure: number;
  readonly grp: string;
  readonly cases: number | bigint;
  readonly hits: number | bigint;
  readonly all_cases: number | bigint;
  readonly all_hits: number | bigint;
  readonly median: number | null;
  readonly p90: number | null;
}

/** What a row says of its figure: a rate has a denominator, a count and a duration have none. */
export function figureValue(measure: CountedFigure['measure'], row: CountedCases): FigureValue {
  const rate = measure === 'rate';
  return {
    group: row.grp,
    numerator: Number(rate ? row.hits : row.cases),
    denominator: rate ? Number(row.cases) : 0,
    medianMs: row.median ?? 0,
    p90Ms: row.p90 ?? 0,
    beforeNumerator: Number(rate ? row.all_hits : row.all_cases),
    beforeDenominator: rate ? Number(row.all_cases) : 0,
    excluded: Number(row.all_cases) - Number(row.cases),
  };
}
