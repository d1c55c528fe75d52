// The figures 指标 with their meaning in two languages and their clause (requirements, Figures). A rate is
// counted by the formula of the pack its appeal was admitted under (libs/policy/src/figure-formula.ts);
// counts and the dispatch time are the same for all. A query names its cases: a row per case with the unit it
// is counted for, and `hit` – is it in the numerator? – or `ms` for a duration. Numerator, denominator and
// grouping are made of those rows in one place, so that a figure over groups always adds up to the figure
// over all.
import { type Formula, formulaOf } from '#policy/figure-formula';
import type { Pack } from '#policy/pack';
import { CASES_BY_COUNT } from './figure-counts';
import type { CountedFigure, FigureDefinition } from './figure-definition';
import { inPeriod } from './figure-parts';
import { formulaCases } from './formula-query';

const RATES: readonly Omit<FigureDefinition, 'cases'>[] = [
  {
    name: 'completion-rate',
    measure: 'rate',
    zh: '截至统计时点已办结且未重新办理的件数 ÷ 期内派出、未撤回且未因异议成立而改派的件数；建议类、并案件不计。',
    en:
      'Completed by the cut-off and not reopened since ÷ handed over in the period, neither recalled ' +
      'nor taken back on an upheld objection; without suggestions and joined appeals.',
    clause: 'AN-1, YC-9, IN-5, IN-10',
  },
  {
    name: 'on-time-rate',
    measure: 'rate',
    zh: '按期办结（答复）的时限数 ÷ 期内起算、截至统计时点已到期且未作废的办结时限数；每次派单、每次重新办理各计一次；建议类、并案件不计。',
    en:
      'Completion clocks met in time ÷ completion clocks started in the period whose deadline is at ' +
      'or before the cut-off, void ones left out; one for each hand-over and reopening; without suggestions and joined appeals.',
    clause: 'AN-1, YC-6, YC-7, SV-1',
  },
  {
    name: 'satisfaction-expressed',
    measure: 'rate',
    zh: '满意件数 ÷（满意 + 不满意）件数；以每件期内最后一次表达的评价为准；建议类、并案件不计。',
    en: 'Satisfied ÷ (satisfied + dissatisfied), each appeal by the last rating expressed in the period; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
  },
  {
    name: 'satisfaction-official',
    measure: 'rate',
    zh: '满意件数 ÷ 计入件数；从未评价的按受理时政策包的规定计：默认满意的计满意，未评价的计入或不计入分母；建议类、并案件不计。',
    en:
      'Satisfied ÷ counted; who never rated is counted as the pack of admission says: satisfied ' +
      'by default, or unrated within or outside the denominator; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
  },
  {
    name: 'contacted-rate',
    measure: 'rate',
    zh: '回访联系上的件数 ÷ 期内回访的件数；以每件期内最后一次回访为准；建议类、并案件不计。',
    en: 'Reached at follow-up ÷ followed up in the period, each appeal by its last follow-up; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4, YC-6',
  },
  {
    name: 'really-solved-rate',
    measure: 'rate',
    zh: '企业称问题已实质解决的件数 ÷ 期内回访联系上的件数；建议类、并案件不计。',
    en: 'Really solved, in the enterprise’s words ÷ reached at follow-up in the period; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
  },
  {
    name: 'followed-up-satisfied-rate',
    measure: 'rate',
    zh: '回访时表示满意的件数 ÷ 期内回访联系上的件数；建议类、并案件不计。',
    en: 'Satisfied when asked ÷ reached at follow-up in the period; without suggestions and joined appeals.',
    clause: 'AN-1, HD-4',
  },
  {
    name: 'direct-answer-rate',
    measure: 'rate',
    zh: '由知识库直接解答且截至统计时点未重新办理的咨询件数 ÷ 期内受理的咨询件数；并案件不计。',
    en: 'Consultations answered from the library, the answer standing at the cut-off ÷ consultations admitted in the period; without joined appeals.',
    clause: 'AN-1, KB-2, YC-10',
  },
];

const DISPATCH_TIME: FigureDefinition = {
  name: 'dispatch-time',
  measure: 'duration',
  zh: '受理至首次派出（不计已撤回的派单）的时长；首次派出在期内的件；并案件不计。',
  en: 'From admission to the first hand-over that was not recalled, of appeals first handed over in the period; without joined appeals.',
  clause: 'AN-1, RT-1, YC-6',
  cases: `SELECT h.key, h.unit, h.dispatched_at - a.admitted_at AS ms
    FROM handed_over h JOIN subject a ON a.key = h.key AND NOT a.joined AND a.admitted_at IS NOT NULL
      AND a.reported_at IS NULL
    WHERE ${inPeriod('h.dispatched_at')}`,
};

/** Every figure with its meaning, as the page of figures tells it; counts come after the rates. */
export const FIGURE_DEFINITIONS: readonly Omit<FigureDefinition, 'cases'>[] = [
  ...RATES,
  DISPATCH_TIME,
  ...CASES_BY_COUNT,
];

/** What of a pack its figures are counted by. */
type Counting = Pick<Pack, 'id' | 'figures'>;

/** The figures the packs name, each once, in their order, and then all counts. */
export function figuresOf(packs: readonly Counting[]): readonly CountedFigure[] {
  const ids = [...new Set(packs.flatMap(({ figures }) => figures.map(({ id }) => id)))];
  const named = ids.map((id) => (id === DISPATCH_TIME.name ? DISPATCH_TIME : rateOf(id, packs)));
  return [...named, ...CASES_BY_COUNT];
}

/**
 * A rate over the appeals of several packs: each is counted by the formula of its own; those of a pack that
 * does not list the figure, or is no longer in force, by the formula of the first that does.
 */
function rateOf(id: string, packs: readonly Counting[]): CountedFigure {
  const listed = packs.flatMap(({ id: pack, figures }) => {
    const formula = figures.filter((figure) => figure.id === id).map(formulaOf)[0];
    return formula ? [{ pack, formula }] : [];
  });
  const [first, ...others] = listed;
  if (!first) throw new Error(`No pack has a formula for ${id}; the loader of packs refuses it`);
  const same = (formula: Formula) => JSON.stringify(formula) === JSON.stringify(first.formula);
  const differing = others.filter(({ formula }) => !same(formula));
  const apart = differing.map(({ pack }) => `'${pack}'`).join(', ');
  const queries = [
    formulaCases(first.formula, apart === '' ? undefined : `a.pack NOT IN (${apart})`),
    ...differing.map(({ pack, formula }) => formulaCases(formula, `a.pack = '${pack}'`)),
  ];
  return { name: id, measure: 'rate', cases: queries.join(' UNION ALL ') };
}
