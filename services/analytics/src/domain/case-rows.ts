// The cases behind a report: which they are at a cut-off, and the codes and times that stand beside each.
// What people wrote of them is not here; whoever may read it asks casework.
import type { ReportRows } from '#policy/pack-words';
import { COMMON_TABLES, inPeriod } from './figure-parts';

/** Rows of a report that are cases, in words of the pack. */
export type CaseRows = Exclude<ReportRows, 'units' | 'ranking'>;

/** Every word of `CaseRows`. */
export const CASE_ROWS = ['closed-by-units', 'to-strike-off'] as const satisfies readonly CaseRows[];

/** A case of a report. Times are epoch ms, 0 = not yet. */
export interface CaseRow {
  readonly key: string;
  readonly unit: string;
  readonly submittedAt: number;
  readonly handedOverAt: number;
  /** Latest end known of the latest completion clock. */
  readonly deadlineAt: number;
  readonly completedAt: number;
  readonly closedAt: number;
  /** satisfied, dissatisfied, unrated, satisfied-by-default, or empty before anything is known. */
  readonly verdict: string;
  readonly topic: string;
  readonly region: string;
  readonly channel: string;
}

/** Which cases, seen from when; `after` is the last row of the page before. */
export interface CaseRowsQuestion {
  readonly rows: CaseRows;
  readonly pack: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly cutOffAt: number;
  readonly after: { readonly submittedAt: number; readonly key: string };
  /** 1 … 1000 */
  readonly limit: number;
}

/**
 * `closed-by-units`: completed by a unit and closed in the period, not reopened since; each stands in the one
 * period of its last closing, so that nothing is counted twice (SZ 1.3, 1.4). `to-strike-off`: in the hands
 * of a unit in the period – handed over before its end and not struck off before it began (YC-5).
 */
const CASES: Readonly<Record<CaseRows, string>> = {
  'closed-by-units': `f.key IS NOT NULL AND x.why <> 'withdrawn' AND ${inPeriod('x.closed_at')}`,
  'to-strike-off': `s.dispatched_at < $to AND coalesce(x.closed_at, w.withdrawn_at, $from) >= $from`,
};

/** The query of a page; parameters $from, $to, $cut, $pack, $after_at, $after_key, $limit. */
export function caseRowsSql(rows: CaseRows): string {
  return `WITH ${COMMON_TABLES},
    shut AS (SELECT c.key, max(c.closed_at) AS closed_at, arg_max(c.why, c.closed_at) AS why
      FROM closing c LEFT JOIN reopened r ON r.key = c.key
      WHERE c.closed_at <= $cut AND c.closed_at > coalesce(r.last_at, 0) GROUP BY c.key),
    gone AS (SELECT key, withdrawn_at FROM subject WHERE withdrawn_at <= $cut),
    due AS (SELECT c.key, arg_max(c.deadline_at, c.started_at) AS deadline_at
      FROM clock c JOIN appeal a ON a.key = c.key
        JOIN completion_clock p ON p.key = a.pack_hash AND p.clock = c.clock
      WHERE c.started_at <= $cut GROUP BY c.key),
    rated AS (SELECT key, arg_max(verdict, CASE rated_by WHEN 'lapse' THEN 0 ELSE rated_at END) AS verdict
      FROM rating WHERE rated_at <= $cut GROUP BY key)
    SELECT s.key, s.unit, coalesce(a.submitted_at, 0)::DOUBLE AS "submittedAt",
      s.dispatched_at::DOUBLE AS "handedOverAt", coalesce(d.deadline_at, 0)::DOUBLE AS "deadlineAt",
      coalesce(f.completed_at, 0)::DOUBLE AS "completedAt",
      coalesce(x.closed_at, w.withdrawn_at, 0)::DOUBLE AS "closedAt",
      coalesce(v.verdict, '') AS verdict, a.topic, a.region, a.channel
    FROM standing s JOIN subject a ON a.key = s.key AND NOT a.joined AND $pack IN ('', a.pack)
      LEFT JOIN finished f ON f.key = s.key AND f.dispatch_no = s.dispatch_no
      LEFT JOIN shut x ON x.key = s.key LEFT JOIN gone w ON w.key = s.key
      LEFT JOIN due d ON d.key = s.key LEFT JOIN rated v ON v.key = s.key
    WHERE ${CASES[rows]} AND (coalesce(a.submitted_at, 0), s.key) > ($after_at, $after_key)
    ORDER BY coalesce(a.submitted_at, 0), s.key LIMIT $limit`;
}
