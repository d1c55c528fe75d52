/**
 * Chinese text as words (词). Enterprises type as they speak: full and half width, stray control characters,
 * typing errors. Everything that reads a text reads it through `normalise`, so that training and use see the
 * same.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const READABLE = /[\p{Script=Han}\p{L}\p{N}]/u;

let cutter: Jieba | undefined;

function jieba(): Jieba {
  cutter ??= Jieba.withDict(dict);
  return cutter;
}

/** Half-width, lower case, without invisible characters; line ends become spaces. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(INVISIBLE, '')
    .toLowerCase();
}

/** The words of a text in order, punctuation left out. The text is normalised first. */
export function cutWords(text: string): string[] {
  return jieba()
    .cut(normalise(text), false)
    .filter((word) => READABLE.test(word));
}

/** The runs of letters, digits and characters between punctuation: no n-gram reaches over a comma. */
export function readableRuns(text: string): string[] {
  return normalise(text).match(/[\p{Script=Han}\p{L}\p{N}]+/gu) ?? [];
}

/** All sequences of `from` to `to` characters inside the runs of a text. */
export function characterGrams(text: string, from: number, to: number): string[] {
  const grams: string[] = [];
  for (const run of readableRuns(text)) {
    const characters = [...run];
    for (let start = 0; start < characters.length; start += 1) {
      let gram = characters.slice(start, start + from - 1).join('');
      for (let size = from; size <= to && start + size <= characters.length; size += 1) {
        gram += characters[start + size - 1];
        grams.push(gram);
      }
    }
  }
  return grams;
}
