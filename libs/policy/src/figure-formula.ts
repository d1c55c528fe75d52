// 指标公式 as data: of which cases a rate is made, which of them stand below the line and which above. The words
// are a closed list, each a fact analytics knows of such a case; a pack may join them as it likes. Where it
// says nothing the formulas of the requirements hold (AN-1; requirements, Figures).
import { z } from 'zod';
import type { Report } from './pack-report';
import { FIGURES, type FigureId } from './pack-words';

/** Words that hold of every case: they speak of its appeal, as it stands at the cut-off. */
const OF_APPEALS = [
  'counted',
  'consultation',
  'answered-directly',
  'handed-over',
  'recalled',
  'completed',
  'reopened',
  'withdrawn',
] as const;

/**
 * Cases by what lies in the period: the hand-over that stands, the start of a completion clock, the last
 * rating, the last follow-up, the admission. Joined appeals are never among them.
 */
export const FORMULA_WORDS = {
  'hand-overs': OF_APPEALS,
  'completion-clocks': [...OF_APPEALS, 'due-by-cut-off', 'void', 'in-time'],
  ratings: [
    ...OF_APPEALS,
    ...([
      'expressed',
      'satisfied',
      'dissatisfied',
      'satisfied-by-default',
      'unrated',
      'unrated-counts',
    ] as const),
  ],
  'follow-ups': [...OF_APPEALS, 'contacted', 'solved', 'satisfied'],
  admissions: OF_APPEALS,
} as const;

/** What a formula counts; a key of `FORMULA_WORDS`. */
export type FormulaCases = keyof typeof FORMULA_WORDS;
/** A fact of a case. */
export type FormulaWord = (typeof FORMULA_WORDS)[FormulaCases][number];

const word = z.string().regex(/^(not )?[a-z][a-z-]{0,39}$/);
/** All must hold; of a list within the list at least one. `not ` before a word is its opposite. */
const conditions = z.array(z.union([word, z.array(word).min(2)]));

/** A rate: `hit` of those `where`. The numerator is always counted within the denominator. */
export const formulaSchema = z.strictObject({
  of: z.enum(Object.keys(FORMULA_WORDS) as [FormulaCases, ...FormulaCases[]]),
  where: conditions,
  hit: conditions.min(1),
});
/** 公式 */
export type Formula = z.infer<typeof formulaSchema>;

/** The formulas of the requirements; the dispatch time is a duration and has none. */
export const USUAL_FORMULAS: Readonly<Record<Exclude<FigureId, 'dispatch-time'>, Formula>> = {
  'completion-rate': { of: 'hand-overs', where: ['counted'], hit: ['completed'] },
  'on-time-rate': {
    of: 'completion-clocks',
    where: ['counted', 'due-by-cut-off', 'not void'],
    hit: ['in-time'],
  },
  'satisfaction-expressed': { of: 'ratings', where: ['counted', 'expressed'], hit: ['satisfied'] },
  'satisfaction-official': {
    of: 'ratings',
    where: ['counted', ['not unrated', 'unrated-counts']],
    hit: [['satisfied', 'satisfied-by-default']],
  },
  'contacted-rate': { of: 'follow-ups', where: ['counted'], hit: ['contacted'] },
  'really-solved-rate': { of: 'follow-ups', where: ['counted', 'contacted'], hit: ['solved'] },
  'followed-up-satisfied-rate': { of: 'follow-ups', where: ['counted', 'contacted'], hit: ['satisfied'] },
  'direct-answer-rate': { of: 'admissions', where: ['consultation'], hit: ['answered-directly'] },
};

/** A figure a pack lists. */
interface ListedFigure {
  readonly id: string;
  readonly formula?: Formula | undefined;
}

/** The formula of a listed figure: the pack's own, else the usual; none of a duration. */
export function formulaOf({ id, formula }: ListedFigure): Formula | undefined {
  const usual: Readonly<Record<string, Formula>> = USUAL_FORMULAS;
  return formula ?? usual[id];
}

/** Tells formulas that no case can answer, and figures nobody has a formula for. */
export function formulaProblems(figures: readonly ListedFigure[], report: Report): void {
  figures.forEach(({ id, formula }, i) => {
    if (id === 'dispatch-time' && formula) report('formula-of-a-time', ['figures', i, 'formula'], { id });
    if (!formula) {
      const known: readonly string[] = FIGURES;
      if (!known.includes(id))
        report('figure-without-formula', ['figures', i], { id, known: known.join(' ') });
      return;
    }
    const known: readonly string[] = FORMULA_WORDS[formula.of];
    for (const part of ['where', 'hit'] as const) {
      formula[part].forEach((condition, k) => {
        for (const said of [condition].flat()) {
          if (known.includes(said.replace(/^not /, ''))) continue;
          const place = ['figures', i, 'formula', part, k];
          report('unknown-formula-word', place, { word: said, of: formula.of, known: known.join(' ') });
        }
      });
    }
  });
}
