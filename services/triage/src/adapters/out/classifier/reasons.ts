/**
 * Why a unit was named, in words of the text. A reason is true or it is not given: the words are taken out of
 * the text, the text is scored again, and only what lowers the unit's score is shown, with the duty, appeal
 * or article of the unit in which the same words stand.
 */
import { cutWords } from '#text/words';
import type { AppealText, Reason } from '../../../app/classifier-port';
import type { Evidence } from './teaching';

const MOST_WORDS = 5;
const TRIED = 10;
const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/** Gives the score of a unit for a text. */
export type ScoreOf = (appeal: AppealText, unit: string) => number;
/** Gives how much one word, alone, speaks for the unit more than for the others. */
export type PullOf = (word: string, unit: string) => number;

/** The text without the words. */
export function without(appeal: AppealText, words: readonly string[]): AppealText {
  const strip = (text: string) => words.reduce((left, word) => left.replaceAll(word, ''), text);
  return { ...appeal, title: strip(appeal.title), content: strip(appeal.content) };
}

/** The whole words of the text that can be shown: two or more Chinese characters as they stand in it. */
export function showableWords(appeal: AppealText): string[] {
  const text = `${appeal.title}。${appeal.content}`;
  return [...new Set(cutWords(text))].filter((word) => HAN_WORD.test(word) && text.includes(word));
}

/** The unit's evidence that holds most of the words; duties first where it is equal. */
function strongest(words: readonly string[], evidence: readonly Evidence[]) {
  let best: { found: Evidence; shared: string[] } | undefined;
  for (const found of evidence) {
    const shared = words.filter((word) => found.words.has(word));
    if (shared.length > (best?.shared.length ?? 0)) best = { found, shared };
  }
  return best;
}

/** Up to `most` reasons of together at most five words, the weightiest first. */
export function explain(
  appeal: AppealText,
  showable: readonly string[],
  unit: string,
  evidence: readonly Evidence[],
  pull: PullOf,
  score: ScoreOf,
  most: number,
): Reason[] {
  const full = score(appeal, unit);
  let left = showable
    .map((word) => ({ word, pull: pull(word, unit) }))
    .filter((item) => item.pull > 0)
    .sort((a, b) => b.pull - a.pull)
    .slice(0, TRIED)
    .map((item) => item.word);
  const reasons: Reason[] = [];
  const shown: string[] = [];
  while (left.length > 0 && reasons.length < most && shown.length < MOST_WORDS) {
    const best = strongest(left, evidence);
    if (!best) break;
    const words = best.shared.slice(0, MOST_WORDS - shown.length);
    left = left.filter((word) => !words.includes(word));
    const weight = full - score(without(appeal, words), unit);
    const together = shown.length > 0 ? full - score(without(appeal, [...shown, ...words]), unit) : weight;
    if (weight <= 0 || together <= 0) continue;
    shown.push(...words);
    reasons.push({ words, source: best.found.source, ref: best.found.ref, weight });
  }
  return reasons.sort((a, b) => b.weight - a.weight);
}
