// 考评: what stands against a unit in a period, case by case – cards, orders, deductions, contests, ratings
// left out of the count (SV-6, HD-11). Each stands in the period in which it came about, as it was at the
// cut-off, so that a sheet drawn up again is the same sheet; nothing is a sum that no case stands behind.
import type { Standing } from './appraisal-facts';
import { COMMON_TABLES, inPeriod } from './figure-parts';
import { type FormerUnits, unitNow } from './figure-query';

/** Which items; empty unit and pack are all of them. Epoch ms, the end exclusive, the cut-off inclusive. */
export interface AppraisalQuestion {
  readonly unit: string;
  readonly pack: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly cutOffAt: number;
}

/** One of them; what `what`, `ground` and `state` say by kind stands in service.proto. */
export interface AppraisalItem {
  readonly kind: 'card' | 'order' | 'deduction' | 'contest' | 'exclusion';
  readonly key: string;
  readonly unit: string;
  readonly no: number;
  readonly what: string;
  readonly ground: string;
  readonly at: number;
  readonly state: string;
  /** 0 while it stands or is open. */
  readonly endedAt: number;
  readonly points: number;
  /** Of a contest that was ruled on by the cut-off. */
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
}

/** A row as the query answers it; what stood is JSON, empty where nothing was ruled. */
export type AppraisalRow = Omit<AppraisalItem, 'before' | 'after'> & {
  readonly stoodBefore: string;
  readonly stoodAfter: string;
};

const by = (column: string): string => `coalesce(${column} <= $cut, false)`;

const CARDS = (['yellow', 'red'] as const).map(
  (colour) => `SELECT 'card' AS kind, e.key, e.unit, 0 AS no, '${colour}' AS what, e.clock AS ground,
    e.${colour}_at AS at, CASE WHEN NOT ${by('e.revoked_at')} THEN 'standing'
      WHEN coalesce(e.contested, false) THEN 'revoked-on-contest' ELSE 'revoked' END AS state,
    e.revoked_at AS ended, 0 AS points, '' AS before, '' AS after FROM card e`,
);

/** What was last answered to an order or ruled on it by the cut-off: who is not accepted answers again. */
const ORDER_NOW = `order_now AS (SELECT * FROM (
    SELECT key, order_no, late, NULL AS verdict, answered_at AS done_at FROM order_answer
    UNION ALL SELECT key, order_no, NULL, verdict, ruled_at FROM order_ruling)
  WHERE done_at <= $cut
  QUALIFY row_number() OVER (PARTITION BY key, order_no ORDER BY done_at DESC, verdict IS NULL) = 1)`;

const ORDERS = `SELECT 'order', e.key, e.unit, e.order_no, e.step, e.ground, e.issued_at,
  CASE WHEN o.verdict IS NOT NULL THEN o.verdict WHEN o.late IS NULL THEN 'open'
    WHEN o.late THEN 'answered-late' ELSE 'answered' END,
  CASE WHEN o.verdict <> 'not-accepted' THEN o.done_at END, 0, '', ''
  FROM supervision_order e LEFT JOIN order_now o ON o.key = e.key AND o.order_no = e.order_no`;

const DEDUCTIONS = `SELECT 'deduction', e.key, e.unit, e.deduction_no, e.deduction, e.ground, e.deducted_at,
  CASE WHEN ${by('e.withdrawn_at')} THEN 'withdrawn' ELSE 'standing' END, e.withdrawn_at, e.points, '', ''
  FROM deduction e`;

const CONTESTS = `SELECT 'contest', e.key, e.unit, e.contest_no, e.about, e.target, e.filed_at,
  CASE WHEN NOT ${by('e.ruled_at')} THEN 'open' WHEN e.upheld THEN 'upheld' ELSE 'dismissed' END,
  e.ruled_at, 0,
  CASE WHEN ${by('e.ruled_at')} THEN e.stood_before ELSE '' END,
  CASE WHEN ${by('e.ruled_at')} THEN e.stood_after ELSE '' END FROM contest e`;

const EXCLUSIONS = `SELECT 'exclusion', e.key, e.unit, e.contest_no, e.verdict, e.round::VARCHAR,
  e.excluded_at, 'excluded', 0, 0, '', '' FROM exclusion e`;

/** The query of the items; parameters $from, $to, $cut, $unit, $pack. */
export function appraisalSql(former: FormerUnits): string {
  const items = [...CARDS, ORDERS, DEDUCTIONS, CONTESTS, EXCLUSIONS].join(' UNION ALL ');
  return `WITH ${COMMON_TABLES}, ${ORDER_NOW}, items AS (${items}),
    now AS (SELECT *, ${unitNow(former, 'unit')} AS holder FROM items)
    SELECT c.kind, c.key, c.holder AS unit, c.no, c.what, c.ground, c.at::DOUBLE AS at, c.state,
      CASE WHEN ${by('c.ended')} THEN c.ended ELSE 0 END::DOUBLE AS "endedAt", c.points::DOUBLE AS points,
      coalesce(c.before, '') AS "stoodBefore", coalesce(c.after, '') AS "stoodAfter"
    FROM now c JOIN subject a ON a.key = c.key AND NOT a.joined AND $pack IN ('', a.pack)
    WHERE c.holder <> '' AND $unit IN ('', c.holder) AND ${inPeriod('c.at')}
    ORDER BY c.at, c.kind, c.key, c.no, c.what`;
}

/** The item of a row. */
export function appraisalItem({ stoodBefore, stoodAfter, ...row }: AppraisalRow): AppraisalItem {
  const read = (text: string) => (text === '' ? undefined : (JSON.parse(text) as Standing));
  return { ...row, before: read(stoodBefore), after: read(stoodAfter) };
}
