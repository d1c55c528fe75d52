// `zt simulate` as its users meet it: two programmes held against each other, and months written to a file
// that an instance can be begun with. Seed 1, three days, six appeals.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const DAYS = ['--from', '2026-03-02', '--to', '2026-03-04', '--seed', '1', '--count', '6'];
const directory = mkdtempSync(join(tmpdir(), 'zt-simulate-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function simulate(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(root, 'deploy/bootstrap.mjs'), 'zt', 'simulate', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

test('two programmes are held against each other, number by number', () => {
  const { code, out, err } = simulate('--pack', 'yicheng', '--against', 'chaozhou', ...DAYS, '--json');
  expect([code, err]).toEqual([0, expect.stringContaining('yicheng: ')]);
  expect(err).toContain('chaozhou: ');
  const told = JSON.parse(out) as { pack: string; against: string; seed: number; differences: object[] };
  expect(told).toMatchObject({ pack: 'yicheng', against: 'chaozhou', seed: 1 });
  expect(told.differences).toContainEqual(expect.objectContaining({ what: 'acts' }));
  for (const one of told.differences as { here: unknown; there: unknown }[])
    expect(one.here).not.toEqual(one.there);
}, 180_000);

test('a programme held against itself has no difference', () => {
  const { code, out } = simulate('--pack', 'suzhou', '--against', 'suzhou', ...DAYS);
  expect([code, out]).toEqual([0, expect.stringContaining('没有差别 · no difference')]);
}, 180_000);

test('the journal of the months is written with its keys, the same bytes for the same seed', () => {
  const files = ['one', 'other'].map((name) => join(directory, `${name}.jsonl`));
  const [first, second] = files.map((file) => {
    const { code, out } = simulate('--pack', 'yicheng', ...DAYS, '--json', '--export', file);
    expect([code, existsSync(`${file}.keys`)]).toEqual([0, true]);
    return {
      report: JSON.parse(out) as { submitted: number; events: number },
      text: readFileSync(file, 'utf8'),
    };
  });
  const [head = '', ...records] = (first?.text ?? '').trim().split('\n');
  const { submitted, events } = first?.report ?? { submitted: 0, events: 0 };
  expect([JSON.parse(head), records.length]).toEqual([
    { history: { instance: 'demo', partitions: 4, records: events } },
    events,
  ]);
  const handedIn = records.filter((line) => line.includes('zhitong.intake.v1.AppealSubmitted'));
  expect([submitted, handedIn.length]).toEqual([6, 6]);
  expect(second?.text === first?.text).toBe(true);
  expect(second?.report).toEqual(first?.report);
}, 180_000);

test('a pack whose chain the profile cannot fill lives no day: the same line as at the start', () => {
  const pack = join(directory, 'chained');
  cpSync(join(root, 'deploy/packs/yicheng'), pack, { recursive: true });
  const file = join(pack, 'pack.yaml');
  const step = (id: string, by: string) => `{ id: ${id}, title: { zh: 步, en: step }, by: ${by} }`;
  const signing = [1, 2, 3, 4, 5, 6, 7].map((i) => step(`sign-${i}`, 'unit-leader'));
  const chain = `unitChain: { clause: HD-9, steps: [${[step('draft', 'handler'), ...signing].join(', ')}] }`;
  const text = readFileSync(file, 'utf8').replace(
    ' CompleteAppeal',
    ' CompleteAppeal, AssignInside, SignDraft',
  );
  writeFileSync(file, text.replace('contact:\n', `${chain}\ncontact:\n`));
  const { code, out, err } = simulate('--pack', pack, ...DAYS);
  expect([code, out]).toEqual([78, '']);
  const told = [...err.matchAll(/pack\.yaml:\d+ .*审签步骤“([\w-]+)”.*无人可办：\S+/g)].map(([, id]) => id);
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual([...new Set(told)]);
}, 60_000);

test.each([
  [['--from', '2026-03-02', '--to', '2026-03-04'], '--pack'],
  [['--pack', 'yicheng', '--to', '2026-03-02'], '--from'],
  [
    ['--pack', 'yicheng', '--from', '2026-03-04', '--to', '2026-03-02'],
    '末日 2026-03-02 早于首日 2026-03-04',
  ],
  [['--pack', 'yicheng', '--from', '2026-04-31', '--to', '2026-05-02'], '“2026-04-31”不是日期'],
  [['--pack', 'yicheng', ...DAYS.slice(0, 4), '--count', 'many'], '--count'],
])(
  '%j is refused with what to do',
  (args, word) => {
    const { code, err } = simulate(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(word)]);
  },
  60_000,
);
