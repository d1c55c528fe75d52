import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from './pack-loader';
import { endOfQuiet } from './quiet-hours';

const wall = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const NIGHT = { from: '22:00', until: '07:00' };
const NOON = { from: '12:00', until: '14:00' };

test.each([
  ['2026-03-02 21:59', NIGHT, '2026-03-02 21:59'],
  ['2026-03-02 22:00', NIGHT, '2026-03-03 07:00'],
  ['2026-03-03 00:00', NIGHT, '2026-03-03 07:00'],
  ['2026-03-03 06:59', NIGHT, '2026-03-03 07:00'],
  ['2026-03-03 07:00', NIGHT, '2026-03-03 07:00'],
  ['2026-03-02 11:59', NOON, '2026-03-02 11:59'],
  ['2026-03-02 12:00', NOON, '2026-03-02 14:00'],
  ['2026-03-02 14:00', NOON, '2026-03-02 14:00'],
  ['2026-12-31 23:30', NIGHT, '2027-01-01 07:00'],
  ['2026-03-02 23:00', undefined, '2026-03-02 23:00'],
])('a text of %s goes out, under %j, at %s', (at, quiet, goes) => {
  expect(endOfQuiet(wall(at), quiet)).toBe(wall(goes));
});

const directory = join(__dirname, '../../../deploy/packs/yicheng');
const source = (file: string) => ({ file, text: readFileSync(join(directory, file), 'utf8') });
const HOURS = 'quietHours: { from: "22:00", until: "07:00" }\n';
const problemsOf = (id: string, more: string, hours = HOURS) => {
  const { file, text } = source('messages.yaml');
  const waits = text.replace(new RegExp(`(- id: ${id}\n)`), `$1${more}`);
  const read = readPack(source('pack.yaml'), { file, text: hours + waits });
  return read.ok ? [] : read.error.map(({ code }) => code);
};

test.each([
  ['yellow-supervisor', '    digest: true\n', ['digest-of-one']],
  ['recalled-unit', '    waits: true\n    digest: true\n', []],
  ['closed-enterprise', '    waits: true\n    digest: true\n', ['digest-of-one']],
])('%s with %j in a digest', (id, more, codes) => {
  expect(problemsOf(id, more)).toEqual(codes);
});

test.each([
  ['closed-enterprise', undefined, []],
  ['closed-enterprise', '', ['waits-without-hours']],
  // Two hours to contact and visit run from the dispatch (YC-6).
  ['dispatched-unit', undefined, ['waits-while-hours-run']],
  ['dispatched-enterprise', undefined, []],
  ['yellow-unit', undefined, ['notice-waits']],
])('%s may wait, or why not', (id, hours, codes) => {
  expect(problemsOf(id, '    waits: true\n', hours)).toEqual(codes);
});
