// The evidence for and against an answer, as numbers of about the same size, and how much each weighs (答非所问,
// HD-3). The weights were learnt by logistic regression from the develop part of the sample answers
// (services/casework/test/answers); its spec learns them again and finds the same.
import { type Logistic, probability } from '#text/calibration';
import { type Clause, judgeClauses } from './answer-clauses';
import { answerPoints, askedPoints } from './asked-points';
import { MEASURE, OUTCOME, WHEN } from './clause-words';

/** What was found in an answer. */
export interface AnswerEvidence {
  readonly clauses: readonly Clause[];
  readonly points: ReturnType<typeof answerPoints>;
  /** Clauses that report a result with an act, a time or a measure. */
  readonly concrete: readonly Clause[];
  /** Clauses that report a result at all. */
  readonly results: readonly Clause[];
}

/**
 * Learnt weights, the constant last; a positive one speaks for an evasive answer. In their order: share of
 * the text that reports results, concrete results, acts done, results for each thing asked, share of the
 * things asked that are answered in form, share not taken up in words.
 */
export const ANSWER_WEIGHTS: Logistic = [-1.634, -1.978, -1.497, -1.547, -1.383, 1.14, 3.798];

const ENOUGH_CONCRETE = 5;
const ENOUGH_ACTS = 3;

/** Looks for the evidence; `text` is everything the unit answered. */
export function findEvidence(appeal: { title: string; content: string }, text: string): AnswerEvidence {
  const clauses = judgeClauses(`${appeal.title}。${appeal.content}`, text);
  const results = clauses.filter(({ kind }) => kind === 'result');
  const concrete = results.filter((clause) => isConcrete(clause.text));
  return {
    clauses,
    results,
    concrete,
    points: answerPoints(askedPoints(appeal.title, appeal.content), clauses),
  };
}

function isConcrete(clause: string): boolean {
  return OUTCOME.test(clause) || WHEN.test(clause) || MEASURE.test(clause);
}

/** Share of the answer's characters that stand in clauses of these kinds, 0 to 1. */
export function shareOf(clauses: readonly Clause[], kinds: readonly Clause['kind'][]): number {
  const length = (some: readonly Clause[]) => some.reduce((sum, { text }) => sum + [...text].length, 0);
  return length(clauses.filter(({ kind }) => kinds.includes(kind))) / Math.max(1, length(clauses));
}

/** The evidence as numbers, in the order of the weights. */
export function featuresOf({ clauses, results, concrete, points }: AnswerEvidence): number[] {
  const acts = results.filter(({ text }) => OUTCOME.test(text)).length;
  return [
    shareOf(clauses, ['result']),
    Math.min(concrete.length, ENOUGH_CONCRETE) / ENOUGH_CONCRETE,
    Math.min(acts, ENOUGH_ACTS) / ENOUGH_ACTS,
    Math.log((1 + results.length) / (1 + points.length)),
    points.filter(({ inForm }) => inForm).length / points.length,
    points.filter(({ takenUp }) => !takenUp).length / points.length,
  ];
}

/** How likely the answer evades, 0 to 1. */
export function evasiveness(evidence: AnswerEvidence): number {
  return probability(ANSWER_WEIGHTS, featuresOf(evidence));
}
