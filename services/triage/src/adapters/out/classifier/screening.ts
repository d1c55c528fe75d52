/**
 * Signs of what a person must decide before a unit gets the appeal: a case on this matter is pending, a
 * private matter, an enterprise of another city, unclear competence, departments that wait for each other,
 * urgency. One small machine per question over words and signs; it only proposes (IN-5, RT-2, RT-6).
 */
import { findCues } from './cues';
import { screeningBlocks } from './appeal-features';
import type { MentionFinder } from './mentions';
import type { AppealText, RuledAppeal } from '../../../app/classifier-port';
import { type LinearModel, trainBinary } from '#text/linear-svm';
import { dot, type SparseVector, Vocabulary } from '#text/tf-idf';

/** The questions asked of every appeal, in the order of the margins. */
export const QUESTIONS = [
  'litigation',
  'private',
  'outside',
  'panel',
  'escalate',
  'contested',
  'urgent',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** How a ruling answers each question. */
export const RULED: Record<Question, (label: RuledAppeal['label']) => boolean> = {
  litigation: (label) => label.disposition === 'return-litigation',
  private: (label) => label.disposition === 'return-not-enterprise',
  outside: (label) => label.disposition === 'return-not-registered',
  panel: (label) => label.disposition === 'panel',
  escalate: (label) => label.disposition === 'escalate',
  contested: (label) => label.disposition === 'panel' || label.disposition === 'escalate',
  urgent: (label) => label.urgent,
};

/** The signs that may be shown as the reason of an answer. */
const SHOWN: Record<Question, readonly string[]> = {
  litigation: ['case-pending', 'case-ruled', 'court'],
  private: ['family', 'private-person', 'not-the-company', 'home'],
  outside: ['elsewhere', 'not-here'],
  panel: ['who-is-competent', 'opinions-differ', 'each-waits', 'case-of-another'],
  escalate: ['each-waits', 'city-must-lead', 'years-without-result', 'promise-of-state'],
  contested: ['who-is-competent', 'opinions-differ', 'each-waits', 'city-must-lead'],
  urgent: ['danger', 'stoppage', 'crowd', 'money-leaving', 'plea', 'now'],
};

export type Margins = Readonly<Record<Question, number>>;

const OPTIONS = { cost: 1, classes: 2, passes: 15, tolerance: 0.1 };

/** The vectors of appeals for screening, made once for all folds. */
export class ScreeningSpace {
  readonly vocabulary: Vocabulary;

  constructor(
    appeals: readonly AppealText[],
    private readonly mentions: MentionFinder,
  ) {
    this.vocabulary = new Vocabulary(appeals.map((appeal) => this.blocks(appeal)));
  }

  vector(appeal: AppealText): SparseVector {
    return this.vocabulary.vector(this.blocks(appeal));
  }

  private blocks(appeal: AppealText) {
    return screeningBlocks(appeal, this.mentions.find(`${appeal.title}。${appeal.content}`).length);
  }
}

/** One trained machine per question. */
export class Screening {
  private readonly models: Record<Question, LinearModel>;

  constructor(vectors: readonly SparseVector[], labels: readonly RuledAppeal['label'][], size: number) {
    const even = labels.map(() => 1);
    const train = (question: Question) =>
      trainBinary(vectors, labels.map(RULED[question]), even, size, OPTIONS);
    this.models = Object.fromEntries(QUESTIONS.map((q) => [q, train(q)])) as Record<Question, LinearModel>;
  }

  /** Positive leans to yes. */
  margins(vector: SparseVector): Margins {
    const margin = (q: Question) => dot(vector, this.models[q].weights) + this.models[q].bias;
    return Object.fromEntries(QUESTIONS.map((q) => [q, margin(q)])) as Record<Question, number>;
  }
}

/** The wordings in the text that speak for a yes to the question; at most five. */
export function wordsFor(question: Question, appeal: AppealText): string[] {
  const cues = findCues(`${appeal.title}。${appeal.content}`);
  return [...new Set(SHOWN[question].flatMap((name) => cues.get(name) ?? []))].slice(0, 5);
}
