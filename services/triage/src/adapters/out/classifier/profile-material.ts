/**
 * Reads the teaching material of a profile folder: units, articles, questions and earlier appeals as ruled.
 * Used where a classifier is started or measured.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuledAppeal, TrainingMaterial } from '../../../app/classifier-port';

function rows<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Appeals with the ruling on them, one JSON object a line; throws if the file is missing or no JSON. */
export function readAppeals(path: string): RuledAppeal[] {
  return rows(path);
}

/**
 * The material of the profile in `folder`; throws if a file is missing or no JSON. `asOf` is a civil date.
 */
export function readTrainingMaterial(folder: string, asOf: string): TrainingMaterial {
  return {
    units: JSON.parse(readFileSync(join(folder, 'units.json'), 'utf8')),
    appeals: readAppeals(join(folder, 'training', 'appeals.jsonl')),
    articles: rows(join(folder, 'knowledge.jsonl')),
    questions: rows(join(folder, 'questions.jsonl')),
    asOf,
  };
}
