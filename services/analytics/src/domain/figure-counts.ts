// Plain counts, shown beside the rates of whatever pack: how many came in, where they went, how many cards
// stand.
import type { CountId } from '#policy/pack-words';
import type { FigureDefinition } from './figure-definition';
import { inPeriod, lastVerdict } from './figure-parts';

const count = (name: CountId, clause: string, zh: string, en: string, cases: string): FigureDefinition => ({
  name,
  measure: 'count',
  clause,
  zh,
  en,
  cases,
});

const ofAppeals = (column: string, also = 'NOT a.joined'): string =>
  `SELECT a.key, a.unit, false AS out FROM subject a WHERE ${also} AND ${inPeriod(column)}`;

const ofEvents = (table: string, column: string, unit: string, also = 'true', out = 'false'): string =>
  `SELECT e.key, ${unit} AS unit, ${out} AS out FROM ${table} e
    JOIN subject a ON a.key = e.key AND NOT a.joined
    WHERE ${also} AND ${inPeriod(column)}`;

const revoked = 'coalesce(e.revoked_at <= $cut, false)';
const contested = `(${revoked} AND coalesce(e.contested, false))`;
const cardsOf = (column: string): string =>
  ofEvents('card', column, 'e.unit', `(NOT ${revoked} OR ${contested})`, contested);

/** 计数: every count; joined appeals are left out of all but their own. */
export const CASES_BY_COUNT: readonly FigureDefinition[] = [
  count(
    'submitted',
    'IN-1',
    '期内收到的诉求',
    'Appeals submitted in the period',
    ofAppeals('a.submitted_at'),
  ),
  count('admitted', 'IN-5', '期内受理的诉求', 'Appeals admitted in the period', ofAppeals('a.admitted_at')),
  count(
    'declined',
    'IN-5',
    '期内不予受理的诉求',
    'Appeals declined in the period',
    ofAppeals('a.declined_at'),
  ),
  count(
    'joined',
    'IN-5',
    '期内并入他件的诉求（不计入其他指标）',
    'Appeals joined to another in the period; in no other figure',
    ofAppeals('a.joined_at', 'a.joined'),
  ),
  count(
    'withdrawn',
    'IN-7',
    '期内由企业撤回的诉求',
    'Appeals withdrawn by the enterprise in the period',
    `SELECT a.key, a.unit, false AS out FROM subject a
      LEFT JOIN (SELECT key, min(closed_at) AS closed_at FROM closing WHERE why = 'withdrawn' GROUP BY key) w
        ON w.key = a.key
      WHERE NOT a.joined AND ${inPeriod('least(a.withdrawn_at, w.closed_at)')}`,
  ),
  count(
    'answered-directly',
    'KB-2',
    '期内由知识库直接解答且未重新办理的诉求',
    'Appeals answered from the library in the period and not reopened since',
    ofEvents('answered', 'e.answered_at', 'a.unit'),
  ),
  count(
    'dispatched',
    'RT-1',
    '期内派出且未撤回、未因异议成立改派的诉求',
    'Appeals handed over in the period, neither recalled nor taken back on an upheld objection',
    ofEvents('standing', 'e.dispatched_at', 'e.unit'),
  ),
  count(
    'recalled',
    'RT-1',
    '期内撤回的派单',
    'Dispatches recalled in the period',
    ofEvents('dispatch', 'e.recalled_at', 'e.unit'),
  ),
  count(
    'unit-contacts',
    'YC-6',
    '期内承办单位联系上企业的次数',
    'Times in the period a unit reached the enterprise',
    ofEvents('contact', 'e.contacted_at', 'e.unit', 'e.reached'),
  ),
  count(
    'completed',
    'HD-3',
    '期内办结且未重新办理的诉求',
    'Appeals completed in the period and not reopened since',
    ofEvents('finished', 'e.completed_at', 'a.unit'),
  ),
  count(
    'reopened',
    'HD-4',
    '期内重新办理的次数',
    'Reopenings in the period',
    ofEvents('reopening', 'e.reopened_at', 'a.unit'),
  ),
  count(
    'closed',
    'HD-4',
    '期内结案的次数',
    'Closings in the period',
    ofEvents('closing', 'e.closed_at', 'a.unit'),
  ),
  count(
    'unrated',
    'HD-4',
    '期内评价期满而从未评价、按未评价计的诉求',
    'Appeals never rated whose time to rate ran out in the period, counted as unrated',
    ofEvents(lastVerdict, 'e.rated_at', 'a.unit', `e.verdict = 'unrated'`),
  ),
  count(
    'satisfied-by-default',
    'HD-4',
    '期内评价期满而从未评价、按默认满意计的诉求',
    'Appeals never rated whose time to rate ran out in the period, counted as satisfied by default',
    ofEvents(lastVerdict, 'e.rated_at', 'a.unit', `e.verdict = 'satisfied-by-default'`),
  ),
  count(
    'yellow-cards',
    'SV-2',
    '期内发出且未撤销的黄牌',
    'Yellow cards of the period, not revoked',
    cardsOf('e.yellow_at'),
  ),
  count(
    'red-cards',
    'SV-2',
    '期内发出且未撤销的红牌',
    'Red cards of the period, not revoked',
    cardsOf('e.red_at'),
  ),
];
