// The figures 指标, each as one query with its meaning in two languages and its clause (requirements, Figures).
// A query names its cases: a row per case with the unit it is counted for, and `hit` – is it in the
// numerator? – or `ms` for a duration. Numerator, denominator and grouping are made of those rows in one
// place, so that a figure over groups always adds up to the figure over all.
import type { FigureId } from '#policy/pack-words';
import { CASES_BY_COUNT } from './figure-counts';
import type { FigureDefinition } from './figure-definition';
import { inPeriod, lastFollowUp, lastVerdict } from './figure-parts';

const RATES: readonly FigureDefinition[] = [
  {
    name: 'completion-rate',
    measure: 'rate',
    zh: '截至统计时点已办结且未重新办理的件数 ÷ 期内派出、未撤回且未因异议成立而改派的件数；建议类、并案件不计。',
    en:
      'Completed by the cut-off and not reopened since ÷ handed over in the period, neither recalled ' +
      'nor taken back on an upheld objection; without suggestions and joined appeals.',
    clause: 'AN-1, YC-9, IN-5, IN-10',
    cases: `SELECT s.key, s.unit, f.key IS NOT NULL AS hit
      FROM standing s JOIN subject a ON a.key = s.key AND a.counted
      LEFT JOIN finished f ON f.key = s.key AND f.dispatch_no = s.dispatch_no
      WHERE ${inPeriod('s.dispatched_at')}`,
  },
  {
    name: 'on-time-rate',
    measure: 'rate',
    zh: '按期办结（答复）的时限数 ÷ 期内起算、截至统计时点已到期且未作废的办结时限数；每次派单、每次重新办理各计一次；建议类、并案件不计。',
    en:
      'Completion clocks met in time ÷ completion clocks started in the period whose deadline is at ' +
      'or before the cut-off, void ones left out; one for each hand-over and reopening; without suggestions and joined appeals.',
    clause: 'AN-1, YC-6, YC-7, SV-1',
    cases: `SELECT c.key, c.unit, c.stopped_at <= $cut AND c.in_time AS hit
      FROM clock c JOIN subject a ON a.key = c.key AND a.counted
      JOIN completion_clock p ON p.key = a.pack_hash AND p.clock = c.clock
      WHERE ${inPeriod('c.started_at')} AND c.deadline_at <= $cut
        AND NOT coalesce(c.void AND c.stopped_at <= $cut, false)`,
  },
  {
    name: 'satisfaction-expressed',
    measure: 'rate',
    zh: '满意件数 ÷（满意 + 不满意）件数；以每件期内最后一次表达的评价为准；建议类、并案件不计。',
    en: 'Satisfied ÷ (satisfied + dissatisfied), each appeal by the last rating expressed in the period; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
    cases: `SELECT v.key, a.unit, v.verdict = 'satisfied' AS hit
      FROM ${lastVerdict} v JOIN subject a ON a.key = v.key AND a.counted WHERE v.expressed`,
  },
  {
    name: 'satisfaction-official',
    measure: 'rate',
    zh: '满意件数 ÷ 计入件数；从未评价的按受理时政策包的规定计：默认满意的计满意，未评价的计入或不计入分母；建议类、并案件不计。',
    en:
      'Satisfied ÷ counted; who never rated is counted as the pack of admission says: satisfied ' +
      'by default, or unrated within or outside the denominator; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
    cases: `SELECT v.key, a.unit, v.verdict IN ('satisfied', 'satisfied-by-default') AS hit
      FROM ${lastVerdict} v JOIN subject a ON a.key = v.key AND a.counted
      WHERE v.verdict <> 'unrated' OR a.unrated_in_denominator`,
  },
  {
    name: 'contacted-rate',
    measure: 'rate',
    zh: '回访联系上的件数 ÷ 期内回访的件数；以每件期内最后一次回访为准；建议类、并案件不计。',
    en: 'Reached at follow-up ÷ followed up in the period, each appeal by its last follow-up; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4, YC-6',
    cases: `SELECT f.key, a.unit, f.contacted AS hit
      FROM ${lastFollowUp} f JOIN subject a ON a.key = f.key AND a.counted`,
  },
  {
    name: 'really-solved-rate',
    measure: 'rate',
    zh: '企业称问题已实质解决的件数 ÷ 期内回访联系上的件数；建议类、并案件不计。',
    en: 'Really solved, in the enterprise’s words ÷ reached at follow-up in the period; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
    cases: `SELECT f.key, a.unit, f.solved AS hit
      FROM ${lastFollowUp} f JOIN subject a ON a.key = f.key AND a.counted WHERE f.contacted`,
  },
  {
    name: 'followed-up-satisfied-rate',
    measure: 'rate',
    zh: '回访时表示满意的件数 ÷ 期内回访联系上的件数；建议类、并案件不计。',
    en: 'Satisfied when asked ÷ reached at follow-up in the period; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
    cases: `SELECT f.key, a.unit, f.satisfied AS hit
      FROM ${lastFollowUp} f JOIN subject a ON a.key = f.key AND a.counted WHERE f.contacted`,
  },
  {
    name: 'direct-answer-rate',
    measure: 'rate',
    zh: '由知识库直接解答且截至统计时点未重新办理的咨询件数 ÷ 期内受理的咨询件数；并案件不计。',
    en: 'Consultations answered from the library, the answer standing at the cut-off ÷ consultations admitted in the period; without joined appeals.',
    clause: 'AN-1, KB-2, YC-10',
    cases: `SELECT a.key, a.unit, d.key IS NOT NULL AS hit
      FROM subject a LEFT JOIN answered d ON d.key = a.key
      WHERE a.kind = 'consultation' AND NOT a.joined AND ${inPeriod('a.admitted_at')}`,
  },
  {
    name: 'dispatch-time',
    measure: 'duration',
    zh: '受理至首次派出（不计已撤回的派单）的时长；首次派出在期内的件；并案件不计。',
    en: 'From admission to the first hand-over that was not recalled, of appeals first handed over in the period; without joined appeals.',
    clause: 'AN-1, RT-1, YC-6',
    cases: `SELECT h.key, h.unit, h.dispatched_at - a.admitted_at AS ms
      FROM handed_over h JOIN subject a ON a.key = h.key AND NOT a.joined AND a.admitted_at IS NOT NULL
      WHERE ${inPeriod('h.dispatched_at')}`,
  },
];

/** Every figure with its definition; counts come after the rates. */
export const FIGURE_DEFINITIONS: readonly FigureDefinition[] = [...RATES, ...CASES_BY_COUNT];

/** The figures the packs name, each once, in their order, and then all counts. */
export function figuresOf(named: readonly { readonly id: FigureId }[]): readonly FigureDefinition[] {
  const ids = [...new Set(named.map(({ id }) => id))];
  const rates = ids.flatMap((id) => RATES.find(({ name }) => name === id) ?? []);
  return [...rates, ...CASES_BY_COUNT];
}
