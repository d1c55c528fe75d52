// What must never stand in the repository: a reachable person, or the machine it was written on. Everything
// invented uses the block 1990000xxxx, which no operator gives out; addresses of machines and registries come
// from the environment, so that an office without internet can build from its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './tree';

const mobile = /(?<![\w.])(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\w)/g;
const landline = /(?<![\w.-])0\d{2,3}[- ]\d{7,8}(?![\w-])/g;
const identity = /(?<!\w)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\w)/g;
const place = /(?<![\w.~$}:-])\/(?:work|root)\/[\w.]/g;
const registryWords = 'npm|yarn|maven|golang|python|pypi|crates';
const registryDoors = 'registry|repo\\d?|proxy|files|index|static|mirrors?';
const registry = new RegExp(`\\b(?:(?:${registryDoors})\\.[\\w.-]*(?:${registryWords})|pypi\\.)`);
const skipped = /(^|\/)pnpm-lock\.yaml$|\.(png|jpe?g|woff2?|ico|pdf|gz|zip|jar)$/;

/**
 * Whether eighteen digits are a resident's number: the last is the check digit of GB 11643 over the others.
 */
export function isResidentNumber(digits: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}

/** The findings of one text; `file` is its path from the root. */
export function privacyOf(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  text.split('\n').forEach((line, index) => {
    const add = (rule: string, remedy: string) => found.push({ file, line: index + 1, rule, remedy });
    for (const [number, first, second] of line.matchAll(mobile)) {
      if (first !== '199' || second !== '0000') add('phone', `${number}: use an invented number 1990000xxxx`);
    }
    for (const [number] of line.matchAll(landline)) add('phone', `${number}: use 12345 or 1990000xxxx`);
    for (const [number] of line.matchAll(identity)) {
      if (isResidentNumber(number))
        add('resident-number', 'remove it; no resident number belongs in the repository');
    }
    if (line.search(place) >= 0)
      add('machine-path', 'derive the path from the file’s own place or the environment');
    if (line.search(registry) >= 0) add('registry-host', 'name no registry; the clients know theirs');
  });
  return found;
}

/** All findings of the text files among `files`, read below `at`. */
export function privacyOfTree(at: string, files: readonly string[]): Finding[] {
  return files
    .filter((file) => !skipped.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(at, file), 'utf8');
      return text.includes('\0') ? [] : privacyOf(file, text);
    });
}
