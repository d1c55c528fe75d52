/**
 * The files of a profile under the editor's hand. A change is checked as a whole before anything is written,
 * and written so that no crash leaves half of it: first one file with all new texts, then the files, and
 * whoever comes next finishes what was begun.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import { ZtFailure } from '../speak';
import type { ListText } from './row-text';

/** Lists the editor changes. */
export const LISTS = [
  'units.json',
  'people.yaml',
  'posts.yaml',
  'roster.yaml',
  'experts.yaml',
  'groups.yaml',
] as const;
/** See `LISTS`. */
export type ListName = (typeof LISTS)[number];

/** The texts by file name; a list that is not there is empty. */
export type Texts = Readonly<Record<ListName, ListText>>;

const BEGUN = '.edit-begun.json';

/** Reads the lists, after finishing an edit that was broken off. */
export function readTexts(directory: string): Texts {
  if (!existsSync(join(directory, 'profile.yaml')))
    throw new ZtFailure(`${directory} 不是辖区档案目录。`, `${directory} holds no profile.`, 2);
  finish(directory);
  const read = (file: string) => {
    const path = join(directory, file);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return { file, text: text.trim() === '' ? '[]\n' : text };
  };
  return Object.fromEntries(LISTS.map((file) => [file, read(file)])) as Record<ListName, ListText>;
}

/** The names of the files two states differ in. */
export function changed(before: Texts, after: Texts): readonly ListName[] {
  return LISTS.filter((file) => before[file].text !== after[file].text);
}

/** The disk with the texts in place of the files of that directory. */
export function overlay(directory: string, before: Texts, after: Texts): FileReader {
  const fresh = new Map(changed(before, after).map((file) => [join(directory, file), after[file].text]));
  return { list: diskFiles.list, readText: (path) => fresh.get(join(path)) ?? diskFiles.readText(path) };
}

/** Puts a checked change on the disk. */
export function writeTexts(directory: string, before: Texts, after: Texts): void {
  const texts = Object.fromEntries(changed(before, after).map((file) => [file, after[file].text]));
  replace(join(directory, BEGUN), JSON.stringify(texts));
  finish(directory);
}

function finish(directory: string): void {
  const begun = join(directory, BEGUN);
  if (!existsSync(begun)) return;
  const texts = JSON.parse(readFileSync(begun, 'utf8')) as Record<string, string>;
  for (const file of LISTS) if (texts[file] !== undefined) replace(join(directory, file), texts[file]);
  rmSync(begun);
}

function replace(path: string, text: string): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, text, { flush: true });
  renameSync(fresh, path);
}
