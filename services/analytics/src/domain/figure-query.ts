// A question about figures: which period, seen from which day, by what grouping – and the one query that
// answers it.
import { COMMON_TABLES } from './figure-parts';
import type { FigureDefinition } from './figure-definition';

/** What figures may be grouped by. */
export const GROUPINGS = ['all', 'unit', 'topic', 'channel', 'region'] as const;
/** 分组 */
export type Grouping = (typeof GROUPINGS)[number];

/** Period [fromAt, toAt) with its cut-off (inclusive), epoch ms. */
export interface FigureQuestion {
  readonly fromAt: number;
  readonly toAt: number;
  readonly cutOffAt: number;
  readonly by: Grouping;
}

/** A question that cannot be answered, by code of `libs/contracts/src/sentences/analytics.ts`. */
export type QuestionProblem = 'PERIOD_REVERSED' | 'CUT_OFF_BEFORE_PERIOD' | 'GROUPING_UNKNOWN';

/** Reads a question; an end or a cut-off of 0 is now, an empty grouping is `all`. */
export function readQuestion(
  asked: { fromAt: number; toAt: number; cutOffAt: number; by: string },
  now: number,
): { ok: true; question: FigureQuestion } | { ok: false; problem: QuestionProblem } {
  const by = GROUPINGS.find((grouping) => grouping === (asked.by || 'all'));
  if (!by) return { ok: false, problem: 'GROUPING_UNKNOWN' };
  const cutOffAt = asked.cutOffAt || now;
  const toAt = asked.toAt || cutOffAt + 1;
  if (toAt <= asked.fromAt) return { ok: false, problem: 'PERIOD_REVERSED' };
  if (cutOffAt < asked.fromAt) return { ok: false, problem: 'CUT_OFF_BEFORE_PERIOD' };
  return { ok: true, question: { fromAt: asked.fromAt, toAt, cutOffAt, by } };
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
}

const MEASURES = {
  rate: 'count(*) FILTER (WHERE c.hit) AS numerator, count(*) AS denominator, 0 AS median, 0 AS p90',
  count: 'count(*) AS numerator, 0 AS denominator, 0 AS median, 0 AS p90',
  duration:
    'count(*) AS numerator, 0 AS denominator, quantile_cont(c.ms, 0.5) AS median, quantile_cont(c.ms, 0.9) AS p90',
} as const;

/**
 * The query of a figure by a grouping; parameters $from, $to, $cut. Cases of no unit or topic are the group
 * ''.
 */
export function figureSql({ cases, measure }: FigureDefinition, by: Grouping): string {
  const group = by === 'all' ? `'all'` : by === 'unit' ? 'c.unit' : `a.${by}`;
  return `WITH ${COMMON_TABLES}, cases AS (${cases})
    SELECT ${group} AS grp, ${MEASURES[measure]}
    FROM cases c JOIN subject a ON a.key = c.key GROUP BY grp ORDER BY grp`;
}
