// Whatever the course of a case says of an event has a name people read, or is kept from them on purpose.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CODE_NAMES } from '#contracts/code-names';
import { FIELD_NAMES, UNTOLD_FIELDS } from '#contracts/course-words';
import { GROUNDS } from '#policy/pack-words';
import { CLOSING_GROUNDS } from './work-order-events';

const FACTS = [
  ...['case-facts.ts', 'reported-fact.ts', 'work-order-events.ts', 'inside-events.ts', 'given-answer.ts'],
  ...['data-request-events.ts', 'session-fact.ts'],
];
const NOT_FIELDS = ['type', 'by', 'unit', 'details', 'words', 'TYPES'];
const golden = join(__dirname, '../../../../libs/contracts/golden');

/** Names of the fields that the types of the facts declare. */
function declared(): string[] {
  const source = FACTS.map((file) => readFileSync(join(__dirname, file), 'utf8')).join('\n');
  const code = source.replace(/\/\*[^]*?\*\//g, '').replace(/\/\/.*/g, '');
  return [...code.matchAll(/\b(\w+)\??:/g)].map(([, name = '']) => name);
}

/** Fields of the overseeing, whose facts carry what the journal says. */
function overseen(): string[] {
  const files = readdirSync(golden).filter((file) => file.startsWith('zhitong.supervision.'));
  return files.flatMap((file) => {
    const { fields } = JSON.parse(readFileSync(join(golden, file), 'utf8')) as { fields: object };
    return Object.keys(fields);
  });
}

test('every field of the course has a name in both languages or is not told', () => {
  const told = [...new Set([...declared(), ...overseen()])].filter((name) => !NOT_FIELDS.includes(name));
  const unnamed = told.filter((name) => !(name in FIELD_NAMES) && !UNTOLD_FIELDS.includes(name));
  expect(unnamed).toEqual([]);
  for (const { zh, en } of [...Object.values(FIELD_NAMES), ...Object.values(CODE_NAMES)]) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[ -~’]+$/);
  }
});

test('a field is either told or not', () => {
  expect(UNTOLD_FIELDS.filter((name) => name in FIELD_NAMES)).toEqual([]);
});

test('grounds of the register and of closings have names', () => {
  expect([...GROUNDS, ...CLOSING_GROUNDS].filter((code) => !(code in CODE_NAMES))).toEqual([]);
});
