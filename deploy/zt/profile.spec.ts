// The editor of the profile: each command changes the line it is about and nothing else, keeps the comments,
// and leaves the files alone when the check would refuse what it made.
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile } from '#policy/profile-loader';
import { profile } from './profile';
import { readTexts } from './profile/profile-files';

const DEMO = join(__dirname, '../profiles/demo');
const NOW = Date.parse('2026-07-02T22:00:00+08:00');
const FILES = ['units.json', 'people.yaml', 'posts.yaml', 'roster.yaml', 'experts.yaml', 'groups.yaml'];

let directory = '';
let printed: string[] = [];
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'zt-')), 'profile');
  cpSync(DEMO, directory, { recursive: true });
  for (const long of ['register.jsonl', 'questions.jsonl', 'training/appeals.jsonl'])
    writeFileSync(join(directory, long), '');
  for (const named of ['sponsors.yaml', 'projects.yaml']) writeFileSync(join(directory, named), '[]\n');
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

const run = (act: string, ...args: string[]) =>
  profile(act, args, { profile: directory, on: '2026-07-02' }, NOW);
const text = (file: string) => readFileSync(join(directory, file), 'utf8');
const all = () => FILES.map(text);
const loaded = () => {
  const read = loadProfile(directory);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

/** Lines that differ, as `file: before → after`. */
function differing(before: readonly string[]): readonly string[] {
  return FILES.filter((file, i) => before[i] !== text(file));
}

test('a contact is confirmed: one date of one line', () => {
  const before = all();
  expect(run('confirm-contact', 'drc')).toBe(0);
  expect(differing(before)).toEqual(['units.json']);
  const [was, is] = [before[0]?.split('\n') ?? [], text('units.json').split('\n')];
  const changed = was.flatMap((line, i) => (line === is[i] ? [] : [[line, is[i]]]));
  expect(changed).toHaveLength(1);
  expect(changed[0]?.[1]).toBe(changed[0]?.[0]?.replace('2026-06-02', '2026-07-02'));
  expect(printed.join('')).toMatch(/- .*2026-06-02.*\n\+ .*2026-07-02/);
});

test('another contact, deputy and duty stand in the profile afterwards; comments stay', () => {
  expect(run('set-contact', 'drc', '桑知远', '19900000999')).toBe(0);
  expect(run('set-deputy', 'drc-handler', 'drc-4')).toBe(0);
  expect(run('duty', '2026-07-03', 'drc-4')).toBe(0);
  expect(run('duty', '2026-07-03', 'drc-3')).toBe(0);
  const { units, posts, roster } = loaded();
  expect(units.find(({ code }) => code === 'drc')?.contact).toMatchObject({
    name: '桑知远',
    phone: '19900000999',
    post: '企业服务联络员',
    confirmedOn: '2026-07-02',
  });
  expect(posts.find(({ id }) => id === 'drc-handler')?.deputies).toEqual(['drc-4', 'drc-2']);
  expect(roster.filter(({ on }) => on === '2026-07-03').map(({ person }) => person)).toEqual(['drc-3']);
  for (const file of ['posts.yaml', 'roster.yaml'])
    expect(text(file).split('\n')[0]).toBe(readFileSync(join(DEMO, file), 'utf8').split('\n')[0]);
});

test('a renamed unit keeps its code and remembers its name', () => {
  expect(run('rename-unit', 'fsb', '市委金融委员会办公室')).toBe(0);
  expect(loaded().units.find(({ code }) => code === 'fsb')).toMatchObject({
    name: '市委金融委员会办公室',
    formerly: [{ code: 'fsb', name: '市地方金融监督管理局', until: '2026-07-02' }],
  });
});

test('merged units: their people and matters move, their codes become former ones, and again later', () => {
  const people = loaded().people.length;
  expect(run('merge-units', 'fir,emb', 'emb')).toBe(0);
  expect(run('merge-units', 'emb,met', 'eco')).toBe(0);
  const after = loaded();
  const eco = after.units.find(({ code }) => code === 'eco');
  expect(eco?.formerly?.map(({ code }) => code)).toEqual(['fir', 'emb', 'met']);
  expect(after.units.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['fir']));
  expect(after.units).toHaveLength(55);
  expect(after.people).toHaveLength(people);
  expect(after.people.find(({ id }) => id === 'fir-3')).toMatchObject({ unit: 'eco' });
  expect(after.roster.filter(({ unit }) => unit === 'eco')).toHaveLength(3);
  expect(eco?.duties).toEqual(expect.arrayContaining(['环评审批']));
});

test.each([
  ['set-deputy', ['drc-handler', 'drc-1'], 1],
  ['set-deputy', ['drc-handler', 'ufw-1'], 1],
  ['set-contact', ['drc', '桑知远', 'no-number'], 1],
  ['set-contact', ['drc', '桑知远', '19900000111'], 1],
  ['duty', ['2026-02-30', 'drc-1'], 1],
])('%s %j is refused and leaves every file as it was', (act, args, code) => {
  const before = all();
  expect(run(act, ...args)).toBe(code);
  expect(printed.join('')).toMatch(/[一-鿿].*\n {2}["\w]/);
  expect(differing(before)).toEqual([]);
  expect(existsSync(join(directory, '.edit-begun.json'))).toBe(false);
});

test.each([
  ['confirm-contact', ['moon']],
  ['set-deputy', ['nobody', 'drc-1']],
  ['duty', ['2026-07-03', 'mayor']],
  ['merge-units', ['drc', 'drc']],
  ['confirm-contact', []],
  ['dance', []],
])('%s %j says what it needs', (act, args) => {
  expect(() => run(act, ...args)).toThrow(/[一-鿿]/);
});

test('an edit broken off between two files is finished by the next look', () => {
  const texts = {
    'units.json': text('units.json').replace('2026-06-02', '2026-07-01'),
    'posts.yaml': '[]\n',
  };
  writeFileSync(join(directory, '.edit-begun.json'), JSON.stringify(texts));
  readTexts(directory);
  expect(text('units.json')).toContain('2026-07-01');
  expect(text('posts.yaml')).toBe('[]\n');
  expect(existsSync(join(directory, '.edit-begun.json'))).toBe(false);
});

test('a roster begun with a single day is refused where a pack counts in hours', () => {
  writeFileSync(join(directory, 'roster.yaml'), '');
  expect(run('duty', '2026-07-03', 'drc-4')).toBe(1);
  expect(printed.join('')).toContain('roster.yaml');
});

test('stale contacts are listed, the oldest first, and end with 1', () => {
  expect(profile('stale', [], { profile: directory, on: '2026-07-02', days: '20' }, NOW)).toBe(1);
  expect(printed.join('').split('\n')[0]).toMatch(/^2026-06-01/);
  printed = [];
  expect(profile('stale', [], { profile: directory, on: '2026-07-02' }, NOW)).toBe(0);
  expect(printed.join('')).toContain('联络员均在 180 天内确认过');
});

test('who asks for an act that is none is told all of them with what they need', () => {
  for (const act of ['tidy', 'toString'])
    expect(() => run(act)).toThrow(/set-contact UNIT NAME PHONE \| set-deputy POST PERSON/);
});

test('a unit is shown with whoever is reached at ten at night', () => {
  expect(run('show', 'drc')).toBe(0);
  expect(printed.join('')).toContain('reached now  舒清棠 19900000111');
});

test('a role that a pack of the profile writes to needs a post', () => {
  expect(run('check', directory)).toBe(0);
  const sound = text('posts.yaml');
  writeFileSync(join(directory, 'posts.yaml'), sound.replace('role: inspection, ', ''));
  expect(run('check', directory)).toBe(1);
  expect(printed.join('')).toMatch(/chaozhou\/messages\.yaml:\d+:\d+ .*“inspection”.*posts\.yaml/);
  const head = text('profile.yaml').replace(/ {2}- \{ id: chaozhou.*\n/, '');
  writeFileSync(join(directory, 'profile.yaml'), head);
  expect(run('check', directory)).toBe(0);
});
