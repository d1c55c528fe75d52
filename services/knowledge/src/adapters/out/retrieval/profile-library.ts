/**
 * Reads the library of a profile folder with the questions and earlier appeals whose answers are known. Used
 * where a finder is started or measured.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnsweredText, AnswerQuery, LibraryMaterial } from '../../../app/answer-port';

interface RuledRow extends AnswerQuery {
  readonly label: {
    readonly disposition: string;
    readonly knowledge?: readonly string[];
    readonly cluster?: string;
  };
}

function rows<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function answeredText({ title, content, kind, topic, label }: RuledRow): AnsweredText {
  const answers = label.disposition === 'direct-answer' ? (label.knowledge ?? []) : [];
  return {
    content,
    answers,
    ...(title ? { title } : {}),
    ...(kind ? { kind } : {}),
    ...(topic ? { topic } : {}),
    ...(label.cluster ? { cluster: label.cluster } : {}),
  };
}

/** The library of the profile in `folder`; throws if a file is missing or no JSON. `asOf` is a civil date. */
export function readLibrary(folder: string, asOf: string): LibraryMaterial {
  return {
    articles: rows(join(folder, 'knowledge.jsonl')),
    questions: rows(join(folder, 'questions.jsonl')),
    answered: rows<RuledRow>(join(folder, 'training', 'appeals.jsonl')).map(answeredText),
    asOf,
  };
}
