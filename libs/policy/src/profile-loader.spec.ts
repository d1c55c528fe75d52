// The demonstration profile fits together, and one bad row among many is told with its line.
import { join } from 'node:path';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import { loadProfile, profileHash } from './profile-loader';
import { policyProblemText } from './sentences';

const DIRECTORY = join(__dirname, '../../../deploy/profiles/demo');
const texts = new Map<string, string | null>();

/** The disk, each file read once, with one file replaced. */
function withFile(name?: string, change: (text: string) => string | null = (text) => text): FileReader {
  return {
    list: diskFiles.list,
    readText: (path) => {
      if (!texts.has(path)) texts.set(path, diskFiles.readText(path));
      const text = texts.get(path) ?? null;
      return text !== null && name !== undefined && path.endsWith(`/${name}`) ? change(text) : text;
    },
  };
}

function problems(name: string, change: (text: string) => string | null) {
  const loaded = loadProfile(DIRECTORY, withFile(name, change));
  return loaded.ok ? [] : loaded.error;
}

/** Changes one line (from 1) of a text; the passage must be there. */
const inLine = (line: number, passage: string | RegExp, replacement: string) => (text: string) => {
  const lines = text.split('\n');
  const before = lines[line - 1] ?? '';
  lines[line - 1] = before.replace(passage, replacement);
  if (lines[line - 1] === before) throw new Error(`Not in line ${line}: ${String(passage)}`);
  return lines.join('\n');
};

test('the demonstration profile loads whole', () => {
  const loaded = loadProfile(DIRECTORY, withFile());
  if (!loaded.ok) throw new Error(loaded.error.map((problem) => policyProblemText(problem).zh).join('\n'));
  const { units, regions, topics, register, knowledge, questions, training, synthetic } = loaded.value;
  const counts = [units, regions, topics, register, knowledge, questions, training].map(
    (rows) => rows.length,
  );
  expect(counts).toEqual([58, 10, 20, 381, 160, 200, 360]);
  expect(synthetic).toBe(true);
  expect(profileHash(loaded.value)).toMatch(/^profile-[0-9a-f]{64}$/);
});

test('phones of contacts are marked as invented and belong to nobody else', () => {
  const loaded = loadProfile(DIRECTORY, withFile());
  if (!loaded.ok) throw new Error('profile');
  const contacts = loaded.value.units.map((unit) => unit.contact.phone);
  const callers = new Set(loaded.value.training.map((appeal) => appeal.contact.phone));
  expect(new Set(contacts).size).toBe(58);
  expect(contacts.every((phone) => /^1990000\d{4}$/.test(phone) && !callers.has(phone))).toBe(true);
});

test.each([
  ['register.jsonl', inLine(200, /"uscc": "(..)/, '"uscc": "93'), 'credit-code', 200],
  ['register.jsonl', inLine(7, '"status": "active"', '"status": "open"'), 'not-in-list', 7],
  ['register.jsonl', inLine(381, /\}$/, ''), 'not-readable', 381],
  ['register.jsonl', inLine(5, /"region": "\w+"/, '"region": "atlantis"'), 'unknown-reference', 5],
  ['register.jsonl', inLine(5, /"registeredAt": "[\d-]+"/, '"registeredAt": "2020-13-01"'), 'not-a-day', 5],
  ['knowledge.jsonl', inLine(3, '"K003"', '"K001"'), 'duplicate-key', 3],
  ['knowledge.jsonl', inLine(3, /"department": "\w+"/, '"department": "xyz"'), 'unknown-reference', 3],
  ['knowledge.jsonl', inLine(1, '"validTo": null', '"validTo": "2000-01-01"'), 'dates-reversed', 1],
  ['questions.jsonl', inLine(1, 'K078', 'K999'), 'unknown-reference', 1],
  ['training/appeals.jsonl', inLine(1, '"lead": "met"', '"lead": "moon"'), 'unknown-reference', 1],
  ['units.json', inLine(3, '19900000001', '1990000000x'), 'wrong-form', 3],
  ['units.json', inLine(3, '"drc"', '"ufw"'), 'duplicate-key', 3],
  ['units.json', inLine(4, '"duties"', '"tasks"'), 'missing-setting', 4],
  ['units.json', () => '{}', 'wrong-type', 1],
  ['regions.json', inLine(2, '320508', '330508'), 'outside-jurisdiction', 2],
  ['profile.yaml', (text: string) => text.replace('unit: drc', 'unit: moon'), 'unknown-reference', 15],
  ['profile.yaml', (text: string) => text.replace('[market]', '[moon]'), 'unknown-reference', 17],
  ['profile.yaml', (text: string) => text.replace('unit: drc, ', ''), 'sector-of-nobody', 15],
  [
    'profile.yaml',
    (text: string) => text.replace(', industries: [agriculture]', ''),
    'sector-of-nothing',
    19,
  ],
  ['profile.yaml', (text: string) => text.replace('Asia/Shanghai', 'Europe/Berlin'), 'not-in-list', 11],
  ['wechat.yaml', inLine(3, 'wechat', 'leader-board'), 'duplicate-key', 3],
  ['wechat.yaml', inLine(15, '提交诉求', '提交企业诉求'), 'button-too-long', 15],
  ['wechat.yaml', inLine(9, 'encrypted', 'open'), 'not-in-list', 9],
  ['wechat.yaml', inLine(13, 'https://api', 'http://api'), 'wrong-form', 13],
  ['topics.json', () => null, 'file-missing', 0],
])('%s: %# %s', (name, change, code, line) => {
  const found = problems(name, change);
  expect(found.map((problem) => [problem.code, problem.line])).toContainEqual([code, line]);
  for (const problem of found) {
    const { zh, en } = policyProblemText(problem);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
  }
});

test('a bad row is the only one told', () => {
  const found = problems('register.jsonl', inLine(200, '"status": "active"', '"status": "open"'));
  expect(found.map((problem) => policyProblemText(problem).en)).toEqual([
    `${DIRECTORY}/register.jsonl:200 "status" cannot be "open". Use one of: active abnormal revoked cancelled moved.`,
  ]);
});
