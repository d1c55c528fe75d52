/**
 * When an appeal may go without a person (SZ 1.1 即时分办). Not the probability of the unit alone decides but
 * whether the dispatch as a whole would be right: a text that smells of a court case or of quarrelling
 * departments waits on the desk even if its unit is plain. Learnt from predictions on appeals the machines
 * had not seen.
 */
import { fitLogistic, type Judged, type Logistic, probability, thresholdFor } from '#text/calibration';
import type { RuledAppeal } from '../../../app/classifier-port';
import type { Margins, Question } from './screening';
import type { Ranked, UnitMargins } from './unit-machine';

/** Share of automatic dispatches that may be wrong on the appeals the threshold is chosen on. */
const WRONG_SHARE = 0.005;

/** The best two of some margins. */
function bestTwo(margins: Float64Array): { place: number; lead: number } {
  let place = 0;
  let second = Number.NEGATIVE_INFINITY;
  margins.forEach((margin, k) => {
    if (k === 0) return;
    const best = margins[place] as number;
    if (margin > best) {
      second = best;
      place = k;
    } else if (margin > second) second = margin;
  });
  return { place, lead: (margins[place] as number) - second };
}

/**
 * What speaks for and against an automatic dispatch. Whether the enterprise only asks (咨询) or complains (投诉)
 * is among it: who asks seldom has departments quarrelling over the matter.
 */
export function confidenceFeatures(
  ranked: readonly Ranked[],
  units: UnitMargins,
  margins: Margins,
  mentioned: readonly string[],
  kind: string | undefined,
): number[] {
  const [first, second] = ranked;
  const chance = Math.min(Math.max(first?.chance ?? 0, 0.001), 0.999);
  const bayes = bestTwo(units.bayes);
  const machine = bestTwo(units.vectorMachine);
  return [
    Math.log(chance / (1 - chance)) / 3,
    Math.max(-1, margins.litigation, margins.private, margins.outside),
    Math.max(-1.2, margins.contested),
    bayes.place === machine.place ? 1 : 0,
    bayes.lead,
    machine.lead,
    mentioned.includes(first?.unit ?? '') ? 1 : 0,
    Math.min(2, mentioned.filter((unit) => unit !== first?.unit).length),
    mentioned.includes(second?.unit ?? '') ? 1 : 0,
    kind === 'consultation' ? 1 : 0,
    kind === 'complaint' ? 1 : 0,
  ];
}

/** Whether dispatching to the unit without a person would have been right. */
export function rightToDispatch(label: RuledAppeal['label'], unit: string | undefined): boolean {
  return (label.disposition === 'dispatch' || label.disposition === 'direct-answer') && label.lead === unit;
}

/** Confidence model with the threshold from which an appeal goes by itself. */
export class Confidence {
  constructor(
    private readonly model: Logistic,
    readonly threshold: number,
  ) {}

  isSure(features: readonly number[]): boolean {
    return probability(this.model, features) >= this.threshold;
  }
}

/** An unseen appeal: its features, whether its dispatch was right, whether a person was proposed anyway. */
export interface ConfidenceLesson {
  readonly features: readonly number[];
  readonly right: boolean;
  readonly proposed: boolean;
}

export function learnConfidence(lessons: readonly ConfidenceLesson[]): Confidence {
  const model = fitLogistic(
    lessons.map((lesson) => lesson.features),
    lessons.map((lesson) => lesson.right),
    1,
  );
  const judged: Judged[] = lessons
    .filter((lesson) => !lesson.proposed)
    .map(({ features, right }) => ({ confidence: probability(model, features), right }));
  return new Confidence(model, thresholdFor(judged, WRONG_SHARE));
}

/**
 * The margin from which a question is answered yes, chosen on unseen appeals: the one with the best F score.
 * `beta` below 1 counts precision more than recall (0.5: twice as much).
 */
export function learnThreshold(
  margins: readonly Margins[],
  truths: readonly boolean[],
  question: Question,
  beta: number,
): number {
  const sorted = margins
    .map((row, i) => ({ margin: row[question], yes: truths[i] ?? false }))
    .sort((a, b) => b.margin - a.margin);
  const total = truths.filter(Boolean).length;
  let hits = 0;
  let best = { f: 0, threshold: Number.POSITIVE_INFINITY };
  sorted.forEach(({ margin, yes }, i) => {
    if (yes) hits += 1;
    const f = ((1 + beta * beta) * hits) / (beta * beta * total + i + 1);
    const next = sorted[i + 1]?.margin ?? margin - 0.1;
    if (f > best.f) best = { f, threshold: (margin + next) / 2 };
  });
  return best.threshold;
}
