// 条款对照: the coverage page of a pack says, article by article, which setting carries it, which rule obeys the
// setting and which test would fail. Here the page is read, its settings are found in the pack, and a pack is
// made in which one setting says something else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '#policy/pack';
import { projectRoot } from '../../launch/cache';

/** A row of the page. */
export interface CoverageRow {
  readonly line: number;
  readonly article: string;
  /** Path in the pack, entries of lists by id or number; empty where the pack sets nothing. */
  readonly setting: string;
  /** File of the rule, or what is missing, or why there is nothing to set. */
  readonly rule: string;
  /** Test id; empty without one. */
  readonly test: string;
}

/** Reads the table of a pack's coverage page. */
export function coverageOf(pack: string): readonly CoverageRow[] {
  const text = readFileSync(join(projectRoot, 'deploy', 'packs', pack, 'coverage.md'), 'utf8');
  return text.split('\n').flatMap((line, i) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== 7 || cells[1] === 'article' || /^-+$/.test(cells[1] ?? '')) return [];
    const bare = (cell = '') => (cell === '—' ? '' : cell.replace(/`/g, ''));
    const [, article = '', , setting, rule = '', test] = cells;
    return [{ line: i + 1, article, setting: bare(setting), rule: bare(rule), test: bare(test) }];
  });
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value at a path; undefined when the pack has no such setting. */
export function settingAt(pack: Pack, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>(
    (value, step) => {
      if (value === null || typeof value !== 'object') return undefined;
      return (value as Record<string, Json>)[stepIn(value, step)];
    },
    pack as unknown as Json,
  );
}

/** The pack with another value at the path. */
export function packWithout(pack: Pack, path: string): Pack {
  const copy = JSON.parse(JSON.stringify(pack)) as Json;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Json>((value, step) => {
    return (value as Record<string, Json>)[stepIn(value, step)] ?? null;
  }, copy) as Record<string, Json>;
  const key = stepIn(holder as Json, last);
  holder[key] = another(last, holder[key] ?? null);
  return copy as unknown as Pack;
}

/** Lists are entered by the id of their entries, or by number. */
function stepIn(value: Json, step: string): string {
  if (!Array.isArray(value) || /^\d+$/.test(step)) return step;
  return String(value.findIndex((entry: Json) => (entry as { id?: string } | null)?.id === step));
}

const OTHER_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  then: ['desk', 'panel'],
  visit: ['none', 'required'],
  unratedIs: ['unrated', 'satisfied'],
  identity: ['flag', 'review'],
  byDefault: ['propose', 'decline'],
  wrongCode: ['refuse', 'review'],
  appliesTo: ['unit', 'desk'],
  by: ['unit', 'platform'],
  order: ['descending', 'ascending'],
  ties: ['shared-then-gap', 'shared-no-gap'],
  onlyIf: ['urgent', 'ordinary'],
  majority: ['simple', 'two-thirds'],
  tie: ['chair', 'again'],
};

/** Another value of the same kind: a period twice as long, the opposite, an empty list, another word. */
function another(key: string, value: Json): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value >= 1 ? value + 1 : (1 + value) / 2;
  if (key === 'ways') return (value as readonly Json[]).includes('reopen') ? ['final'] : ['reopen'];
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string') ? [] : value.slice(1);
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value ?? {}).slice(1));
  const words = OTHER_WORDS[key];
  if (words !== undefined) return value === words[0] ? words[1] : words[0];
  const period = /^(\w+):(\d+)$/.exec(value);
  if (period !== null) return `${period[1]}:${Number(period[2]) * 2}`;
  return key === 'zh' || key === 'en' ? `${value.slice(0, 2)}…` : 'nobody';
}
