// deploy/docs/packs.md is all a newcomer needs to write a pack: it names every setting of the schema and none
// that does not exist, what may be left out, every word of the closed lists and every bound; and its
// examples, put one after the other, are a pack that loads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FORMULA_WORDS } from './figure-formula';
import { packFileSchema } from './pack';
import { readPack } from './pack-loader';
import { messagesSchema } from './pack-texts';
import { CASE_COLUMNS, COMMANDS, COUNTS, FIGURES, GROUNDS } from './pack-words';
import { MESSAGE_VARIABLES, MOMENTS, OCCASIONS, PERIODS } from './pack-words';
import { KNOWN_ON } from './text-variables';

const PAGE = readFileSync(join(__dirname, '../../../deploy/docs/packs.md'), 'utf8');

/** A setting as the schema has it; `words` and `bounds` are what its value is held to. */
interface Setting {
  readonly path: string;
  readonly words: readonly string[];
  readonly bounds: readonly number[];
}

/**
 * The settings under a schema. Words in two languages and lists are one setting; `?` marks what may be left
 * out.
 */
function settings(schema: z.ZodType, path = '', mark = ''): Setting[] {
  const inner = (one: unknown) => settings(one as z.ZodType, path, mark);
  if (schema instanceof z.ZodOptional) return settings(schema.unwrap() as z.ZodType, path, '?');
  if (schema instanceof z.ZodArray) return inner(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(inner);
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap(inner);
  const here: Setting = { path: path + mark, words: wordsOf(schema), bounds: boundsOf(schema) };
  if (!(schema instanceof z.ZodObject)) return [here];
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  if ('zh' in shape) return [here];
  const below = Object.entries(shape).flatMap(([key, one]) => settings(one, path ? `${path}.${key}` : key));
  return mark === '' ? below : [here, ...below];
}

function wordsOf(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
}

function boundsOf(schema: z.ZodType): readonly number[] {
  if (!(schema instanceof z.ZodNumber)) return [];
  return [schema.minValue, schema.maxValue].filter(
    (bound): bound is number => bound !== null && Math.abs(bound) < Number.MAX_SAFE_INTEGER,
  );
}

/** Rows of the tables of settings: the settings in their first cell, the rest as text. */
const ROWS = [...PAGE.matchAll(/^\| ((?:`[\w.?]+` ?)+)\|(.*)\|$/gm)].map(([, names = '', rest = '']) => ({
  names: quoted(names),
  rest,
}));

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** The words under a heading. */
function section(heading: string): string[] {
  const [, after = ''] = PAGE.split(`\n### ${heading}\n`);
  return quoted(after.split('\n#')[0] ?? '');
}

const SETTINGS = [...settings(packFileSchema), ...settings(messagesSchema)];

test('every setting of the schema stands on the page, and no other', () => {
  const named = ROWS.flatMap(({ names }) => names);
  expect([...new Set(named)].sort()).toEqual([...new Set(SETTINGS.map(({ path }) => path))].sort());
});

test('each row gives the words and the bounds of its settings', () => {
  const missing = SETTINGS.flatMap(({ path, words, bounds }) => {
    const rest = ROWS.find(({ names }) => names.includes(path))?.rest ?? '';
    const lists = [...rest.matchAll(/\(#([\w-]+)\)/g)].flatMap((match) => section(match[1] ?? ''));
    const known = [...quoted(rest), ...lists];
    const plain = rest.split(/[^\w.-]+/);
    return [
      ...words.filter((word) => !known.includes(word) && !plain.includes(word)),
      ...bounds.map(String).filter((bound) => !plain.includes(bound)),
    ].map((word) => `${path}: ${word}`);
  });
  expect(missing).toEqual([]);
});

test.each<[heading: string, words: readonly string[]]>([
  ['moments', MOMENTS],
  ['commands', COMMANDS],
  ['grounds', GROUNDS],
  ['periods', PERIODS],
  ['variables', MESSAGE_VARIABLES.map((name) => `{${name}}`)],
])('the list of %s is whole', (heading, words) => {
  expect(section(heading).sort()).toEqual([...words].sort());
});

test('what is known when is what the product knows', () => {
  const [, after = ''] = PAGE.split('\n### what is known when\n');
  const told = [...(after.split('\n#')[0] ?? '').matchAll(/^\| ((?:`\{\w+\}` ?)+)\|(.*)\|$/gm)].flatMap(
    ([, names = '', cell = '']) => quoted(names).map((name) => [name, occasionsIn(cell)] as const),
  );
  const known = MESSAGE_VARIABLES.map((name) => [`{${name}}`, [...KNOWN_ON[name]].sort()] as const);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(known));
});

/** The occasions a cell names before what it says of them: in a list, or all but a list. */
function occasionsIn(cell: string): readonly string[] {
  const [list = ''] = cell.replace(/\([^)]*\)/g, '').split(/[;,:]/);
  const all = list.includes('every occasion');
  return OCCASIONS.filter((on) => quoted(list).includes(on) !== all).sort();
}

test('figures, formula words and columns are whole', () => {
  expect(section('figures the product knows')).toEqual(expect.arrayContaining([...FIGURES]));
  expect(section('formula words')).toEqual(expect.arrayContaining(Object.values(FORMULA_WORDS).flat()));
  expect(section('columns')).toEqual(expect.arrayContaining([...CASE_COLUMNS, ...COUNTS]));
});

test('the examples are a whole pack', () => {
  const blocks = (kind: string) =>
    [...PAGE.matchAll(new RegExp(`^\`\`\`${kind}\n([\\s\\S]*?)^\`\`\``, 'gm'))]
      .map((match) => match[1])
      .join('');
  const read = readPack(
    { file: 'pack.yaml', text: blocks('yaml') },
    { file: 'messages.yaml', text: blocks('yaml messages') },
  );
  expect(read.ok ? [] : read.error).toEqual([]);
});
