/**
 * What of an appeal a machine sees. For the unit: words and characters, the title counted three times, the
 * topic the enterprise chose. For screening: the same words beside the signs a person looks for, and pairs of
 * signs, because a court with a pending case is one thing and a court with 还没起诉 another.
 */
import { characterGrams, cutWords } from '#text/words';
import { type Block, countTerms } from '#text/tf-idf';
import type { AppealText } from '../../../app/classifier-port';
import { findCues } from './cues';

const TITLE_WEIGHT = 3;
const TOPIC_WEIGHT = 0.3;

function textBlocks({ title, content }: AppealText, from: number, titleWeight: number): [Block, Block] {
  const words = countTerms(
    cutWords(title).map((word) => `w:${word}`),
    titleWeight,
  );
  countTerms(
    cutWords(content).map((word) => `w:${word}`),
    1,
    words,
  );
  const grams = countTerms(
    characterGrams(title, from, 3).map((gram) => `c:${gram}`),
    titleWeight,
  );
  countTerms(
    characterGrams(content, from, 3).map((gram) => `c:${gram}`),
    1,
    grams,
  );
  return [
    { weight: 1, terms: words },
    { weight: 1, terms: grams },
  ];
}

/** The terms by which the unit is found. */
export function unitBlocks(appeal: AppealText): Block[] {
  const blocks: Block[] = textBlocks(appeal, 1, TITLE_WEIGHT);
  if (appeal.topic) blocks.push({ weight: TOPIC_WEIGHT, terms: new Map([[`t:${appeal.topic}`, 1]]) });
  return blocks;
}

/** The terms by which an appeal is screened. `mentioned` is the number of units the text names. */
export function screeningBlocks(appeal: AppealText, mentioned: number): Block[] {
  const [words, grams] = textBlocks(appeal, 2, 2);
  const cues = [...findCues(`${appeal.title}。${appeal.content}`)];
  const signs = new Map(cues.map(([name, found]) => [`q:${name}`, found.length]));
  for (const [one] of cues) {
    for (const [other] of cues) if (one < other) signs.set(`q:${one}+${other}`, 1);
  }
  if (mentioned >= 2) signs.set('q:two-units', 1);
  if (mentioned >= 3) signs.set('q:three-units', 1);
  return [
    words,
    { ...grams, weight: 0.6 },
    { weight: 1, terms: signs },
    { weight: 0.3, terms: new Map([[`k:${appeal.kind ?? ''}`, 1]]) },
  ];
}
