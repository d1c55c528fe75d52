// Each contradiction among the units and people of a profile is told at its line; broken in one place of the
// demonstration profile it turns up as that code and no other.
import { join } from 'node:path';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import { loadProfile } from './profile-loader';
import { policyProblemText } from './sentences';

const DIRECTORY = join(__dirname, '../../../deploy/profiles/demo');
const LARGE = ['register.jsonl', 'knowledge.jsonl', 'questions.jsonl', 'training/appeals.jsonl'];
const UNITS = 'units.json';

/** The demonstration without its long lists, one file changed. Sponsors quote the register and go with it. */
function problems(name: string, change: (text: string) => string, head = '') {
  const files: FileReader = {
    list: diskFiles.list,
    readText: (path) => {
      if (LARGE.some((large) => path.endsWith(large))) return '';
      const ofRegister = ['sponsors.yaml', 'projects.yaml'].some((file) => path.endsWith(file));
      if (ofRegister && name !== 'sponsors.yaml') return null;
      const text = diskFiles.readText(path);
      if (path.endsWith('profile.yaml')) return `${text ?? ''}${head}`;
      return text !== null && path.endsWith(`/${name}`) ? changed(text, change) : text;
    },
  };
  const loaded = loadProfile(DIRECTORY, files);
  return loaded.ok ? [] : loaded.error;
}

function changed(text: string, change: (text: string) => string): string {
  const after = change(text);
  if (after === text) throw new Error('The passage to change is not there');
  return after;
}

const swap = (from: string, to: string) => (text: string) => text.replace(from, to);
const add = (row: string) => (text: string) => `${text}${row}\n`;

test.each([
  ['person-of-another-unit', 'posts.yaml', swap('holder: drc-1', 'holder: ufw-1')],
  ['person-of-another-unit', 'roster.yaml', swap('unit: drc, person: drc-2', 'unit: drc, person: ufw-2')],
  ['deputy-is-holder', 'posts.yaml', swap('deputies: [drc-2]', 'deputies: [drc-1]')],
  ['deputy-is-holder', 'groups.yaml', swap('deputies: [vice-mayor]', 'deputies: [mayor]')],
  ['reminded-without-post', 'posts.yaml', swap('role: clerk, ', '')],
  ['posts-exclude', 'posts.yaml', swap('holder: drc-4', 'holder: drc-3')],
  ['kind-without-unit', 'posts.yaml', swap('role: clerk', 'kind: handler')],
  ['unknown-section', 'people.yaml', swap('unit: drc, section: service', 'unit: drc, section: cellar')],
  ['unknown-reference', 'people.yaml', swap('unit: drc', 'unit: moon')],
  ['unknown-reference', 'experts.yaml', swap('enforcement', 'astrology')],
  ['unknown-reference', 'experts.yaml', swap('unit: jus', 'unit: moon')],
  ['expert-of', 'experts.yaml', swap('unit: jus, ', '')],
  ['expert-of', 'experts.yaml', swap('unit: jus', 'unit: jus, organisation: 某律师事务所')],
  ['expert-differs', 'experts.yaml', swap('19900000282', '19900000111')],
  ['duplicate-key', 'experts.yaml', swap('19900000283', '19900000282')],
  ['dates-reversed', 'experts.yaml', swap('until: "2026-01-31"', 'until: "2020-01-31"')],
  ['unknown-reference', 'groups.yaml', swap('head: mayor', 'head: nobody')],
  ['unknown-reference', 'sponsors.yaml', swap('leader: mayor', 'leader: nobody')],
  ['unknown-reference', 'sponsors.yaml', swap('project: park-2', 'project: park-3')],
  [
    'dates-reversed',
    'sponsors.yaml',
    swap('since: "2026-03-02"', 'since: "2026-03-02", until: "2026-03-01"'),
  ],
  [
    'sponsors-overlap',
    'sponsors.yaml',
    add('- { project: park-2, leader: mayor, since: "2026-01-01", until: "2026-03-02" }'),
  ],
  ['duplicate-key', 'people.yaml', swap('19900000111', '19900000112')],
  ['duplicate-key', 'groups.yaml', swap('kind: work', 'kind: leading')],
  ['contact-differs', UNITS, swap('卜予舟', '卜舟予')],
  [
    'duty-overlaps',
    'roster.yaml',
    add('- { unit: drc, person: drc-4, weekdays: [sun], from: "08:00", until: "09:00" }'),
  ],
  ['duty-day', 'roster.yaml', add('- { unit: drc, person: drc-4, from: "08:00", until: "09:00" }')],
  ['sponsor-of', 'sponsors.yaml', add('- { leader: mayor, since: "2026-01-01" }')],
  ['territory-overlaps', UNITS, swap('"territory": ["huqiu"]', '"territory": ["huqiu", "gusu"]')],
  ['region-without-unit', UNITS, swap('"territory": ["huqiu"]', '"territory": ["gusu"]')],
  ['over-not-above', UNITS, swap('"over": "das"', '"over": "sip-gov"')],
  [
    'former-unit-exists',
    UNITS,
    swap('"duties"', '"formerly": [{"code": "drc", "name": "x", "until": "2026-01-01"}], "duties"'),
  ],
  [
    'former-unit-twice',
    UNITS,
    (text: string) =>
      text.replaceAll(
        /"duties": \["(?:民营|项目|企业员工)|"duties": \["营商/g,
        (found) => `"formerly": [{"code": "old", "name": "x", "until": "2026-01-01"}], ${found}`,
      ),
  ],
])('%s in %s', (code, name, change) => {
  const found = problems(name, change);
  const row = found.find((problem) => problem.code === code);
  expect(found.map((problem) => problem.code)).toContain(code);
  expect(row?.line).toBeGreaterThan(0);
  for (const problem of found) {
    const { zh, en } = policyProblemText(problem);
    expect(zh).toMatch(/[一-鿿]/);
    expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
  }
});

test.each([
  ['topics-without-territory', (text: string) => text.replaceAll(/, "territory": \[[^\]]*\]/g, ''), 'living'],
  ['unknown-reference', swap('"drc"', ' "drc"'), 'dreams'],
])('%s where matters go by region', (code, change, topic) => {
  const found = problems(UNITS, change, `\nterritorialTopics: [${topic}]\n`);
  expect(found.map((problem) => problem.code)).toEqual([code]);
  expect(found[0]?.file).toMatch(/profile\.yaml$/);
  expect(policyProblemText(found[0] as never).zh).not.toMatch(/\{\w+\}|undefined/);
});

test('the demonstration without its long lists is in order', () => {
  expect(problems(UNITS, swap('"drc"', ' "drc"'))).toEqual([]);
});
