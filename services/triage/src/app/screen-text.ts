// What speaks against admitting a text (IN-5): asked by intake before admission and recorded there. It only
// proposes; a person decides. That an enterprise is not registered here is intake's own finding, from the
// register.
import type { AppealText, UnitClassifier } from './classifier-port';

/** A ground, the wordings it rests on, and how strongly they speak for it. */
export interface Screening {
  readonly ground: 'litigation' | 'not-enterprise' | '';
  readonly words: readonly string[];
  /**
   * 0.5 … 1, the margin on a logistic scale: an order of strength, not a calibrated probability; 0 without a
   * ground.
   */
  readonly score: number;
}

/** Screens a text. */
export function screenText(text: AppealText, classifier: UnitClassifier): Screening {
  const { proposed, proposedReason } = classifier.classify(text);
  if (proposed !== 'decline-litigation' && proposed !== 'decline-not-enterprise')
    return { ground: '', words: [], score: 0 };
  const ground = proposed === 'decline-litigation' ? 'litigation' : 'not-enterprise';
  const score = 1 / (1 + Math.exp(-(proposedReason?.margin ?? 0)));
  return { ground, words: proposedReason?.words ?? [], score };
}
