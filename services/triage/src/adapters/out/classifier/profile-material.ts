/** Reads the teaching material of a profile folder, as triage would teach it, where a classifier is measured. */
import { readFileSync } from 'node:fs';
import { loadProfile } from '#policy/profile-loader';
import { teachingMaterial } from '../../mapping/teaching-material';
import type { RuledAppeal, TrainingMaterial } from '../../../app/classifier-port';

/** Appeals with the ruling on them, one JSON object a line; throws if the file is missing or no JSON. */
export function readAppeals(path: string): RuledAppeal[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** What triage teaches from the profile in `folder`; throws if it does not load. `asOf` is a civil date. */
export function readTrainingMaterial(folder: string, asOf: string): TrainingMaterial {
  const loaded = loadProfile(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return teachingMaterial(loaded.value, asOf);
}
