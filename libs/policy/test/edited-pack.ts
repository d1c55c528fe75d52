// The pack of Yicheng with something in it changed, and what the loader says of it.
import { equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from '../src/pack-loader';
import { policyProblemText } from '../src/sentences';

const DIRECTORY = join(__dirname, '../../../deploy/packs/yicheng');
const PACK = readFileSync(join(DIRECTORY, 'pack.yaml'), 'utf8');
const MESSAGES = readFileSync(join(DIRECTORY, 'messages.yaml'), 'utf8');

/** A passage of the file and what stands there instead. */
export type Edit = readonly [passage: string | RegExp, replacement: string];

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, [passage, replacement]) => {
    const after = before.replace(passage, replacement);
    if (after === before) throw new Error(`Not in the file: ${String(passage)}`);
    return after;
  }, text);
}

/** What the loader says of the edited pack, or of the pack with edited messages. */
export function problems(edits: readonly Edit[], of: 'pack' | 'messages' = 'pack') {
  const read = readPack(
    { file: 'pack.yaml', text: of === 'pack' ? edited(PACK, edits) : PACK },
    { file: 'messages.yaml', text: of === 'messages' ? edited(MESSAGES, edits) : MESSAGES },
  );
  return read.ok ? [] : read.error;
}

function lineOf(passage: string, text: string): number {
  const at = text.indexOf(passage);
  if (at < 0) throw new Error(`Not in the file: ${passage}`);
  return text.slice(0, at).split('\n').length;
}

/** The loader refuses the edited pack with that code, on the line of `place`, in both languages with a remedy. */
export function refuses(
  edits: readonly Edit[],
  code: string,
  place: string,
  of: 'pack' | 'messages' = 'pack',
): void {
  const found = problems(edits, of);
  // An edit may take lines away before the place; only then does the line differ.
  const moved = edits.some(([passage, text]) => passage instanceof RegExp && text === '');
  const told = found.find((problem) => problem.code === code);
  ok(told, `${code} is not among: ${found.map((problem) => problem.code).join(' ')}`);
  if (!moved) equal(told.line, lineOf(place, of === 'pack' ? PACK : MESSAGES));
  ok((told.column ?? 0) > 0);
  const { zh, en } = policyProblemText(told);
  match(zh, new RegExp(`^${of}\\.yaml:\\d+ .*[\\u4e00-\\u9fff].*(请|须)`));
  equal(/\{\w+\}|undefined/.test(`${zh}${en}`), false);
}
