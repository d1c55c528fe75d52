// What is kept of the answer check (答非所问, HD-3): the verdict and the codes of its remarks go into the event
// in clear, because they are of a closed list and hold no word of anybody. The clauses a remark means are
// found again whenever staff look, from words that were opened for them, and are gone with the person's key.
import type { Pack } from '#policy/pack';
import {
  type AnswerCheck,
  type AnswerFinding,
  type AnswerFindingCode,
  type AnswerStandard,
  checkAnswer,
} from './answer-check';

/** 核查结论; `unchecked` where the words of the appeal were not at hand when the answer was given. */
export type AnswerVerdict = AnswerCheck['verdict'] | 'unchecked';

/** What the event of a completion keeps of the check. */
export interface CheckedAnswer {
  readonly verdict: AnswerVerdict;
  readonly codes: readonly AnswerFindingCode[];
}

/** Nobody could look. */
export const UNCHECKED: CheckedAnswer = { verdict: 'unchecked', codes: [] };

/** What the enterprise wrote, as far as an answer is compared with it. */
export interface AskedWords {
  readonly title: string;
  readonly content: string;
}

/** An answer as the unit filled it in. */
export interface AnswerWords {
  readonly answer: string;
  readonly basis: string;
  readonly plan: string;
}

/** The standard of a type of completion; undefined when the pack does not have the type. */
export function standardOf(
  completionTypes: Pack['completionTypes'],
  type: string,
): AnswerStandard | undefined {
  const found = completionTypes.find(({ id }) => id === type);
  return found && { required: found.required, ...found.answerCheck };
}

/** Checks an answer as it was filled in. */
export function checkWords(
  asked: AskedWords,
  given: AnswerWords & { readonly plannedOn: string; readonly agreement?: object | null },
  standard: AnswerStandard,
): AnswerCheck {
  const { basis, plannedOn: plannedDate, agreement = null } = given;
  const text = textOf(given);
  return checkAnswer(asked, { text, basis, plannedDate, agreed: agreement !== null }, standard);
}

/** The remarks of a check with the clauses or points each means, as far as they are still found. */
export function remarksWith(
  codes: readonly AnswerFindingCode[],
  asked: AskedWords,
  given: AnswerWords,
): readonly AnswerFinding[] {
  if (codes.length === 0) return [];
  const everything = { required: [], doubtfulFrom: 0, evasiveFrom: 1 };
  const all = checkAnswer(asked, { text: textOf(given) }, everything).findings;
  return codes.map((code) => all.find((finding) => finding.code === code) ?? { code, quotes: [] });
}

function textOf({ answer, plan }: AnswerWords): string {
  return [answer, plan].filter((part) => part.trim() !== '').join('。');
}
