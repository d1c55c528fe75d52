// Breaks the paragraphs of comments at the house's width, as biome breaks code: `npx tsx deploy/check/wrap.ts
// PATHS`. Only the lines of `//` and ` * ` comments that are too wide, and the rest of their paragraph, are
// touched; lists, indented lines, tags and addresses stay as they stand.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const comment = /^(\s*(?:\/\/|\*) )(?=\S)(.*)$/;
const oneLine = /^(\s*)\/\*\* (.*) \*\/$/;
const fixed = /^(?:[-•@|#]|\d+\.\s|eslint-|biome-|<reference)|https?:\/\//;

/** The text with every comment paragraph that is wider than `width` columns broken anew. */
export function wrapComments(text: string, width: number): string {
  const done: string[] = [];
  let paragraph: string[] = [];
  let prefix = '';
  const flush = () => {
    const tooWide = paragraph.some((words) => [...(prefix + words)].length > width);
    done.push(
      ...(tooWide ? broken(paragraph.join(' '), width - prefix.length) : paragraph).map((l) => prefix + l),
    );
    paragraph = [];
  };
  for (const line of text.split('\n').flatMap((one) => opened(one, width))) {
    const [, start, words] = comment.exec(line) ?? [];
    if (start === undefined || words === undefined || fixed.test(words) || words.endsWith('*/')) {
      flush();
      done.push(line);
      continue;
    }
    if (start !== prefix) flush();
    prefix = start;
    paragraph.push(words);
  }
  flush();
  return done.join('\n');
}

function opened(line: string, width: number): string[] {
  const [, indent, words] = oneLine.exec(line) ?? [];
  if (indent === undefined || words === undefined || [...line].length <= width) return [line];
  return [`${indent}/**`, `${indent} * ${words}`, `${indent} */`];
}

function broken(words: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && [...longer].length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

if (require.main === module) {
  for (const path of process.argv.slice(2).map((one) => resolve(one))) {
    const text = readFileSync(path, 'utf8');
    const wrapped = wrapComments(text, 110);
    if (wrapped !== text) writeFileSync(path, wrapped);
  }
}
