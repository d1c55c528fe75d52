// Which units triage would name for a text that it has not sorted (RT-1): an appeal that waits for its
// identity, that is screened or declined has no classification in the journal, and none is written for having
// been asked.
import type { AppealText, UnitClassifier } from './classifier-port';

/** A unit as a reader sees it: probability 0..1, and the words with where they stand. */
export interface RankedUnit {
  readonly unit: string;
  readonly score: number;
  readonly reasons: string[];
}

/** The best five units, best first; none for a text without words, which is one that was erased. */
export function rankUnits(text: AppealText, classifier: UnitClassifier): RankedUnit[] {
  if (text.title === '' && text.content === '') return [];
  return classifier.classify(text).candidates.map(({ unit, score, reasons }) => ({
    unit,
    score,
    reasons: reasons.map(({ words, source, ref }) => `${words.join('、')} (${source} ${ref})`),
  }));
}
