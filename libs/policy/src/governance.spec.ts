// Every appeal has exactly one pack, whatever its door and kind; rows that would give it two are refused.
import fc from 'fast-check';
import { type DeployedPack, type GovernanceRow, governanceOf, governorOf, rowProblems } from './governance';
import { policySentence } from './sentences';

const DOORS = ['web', 'hotline', 'qr'];
const KINDS = ['help', 'complaint'];
const title = { zh: '甲', en: 'a' };

function deployed(id: string): DeployedPack {
  const doors = DOORS.map((door) => ({ id: door, title, wrongCode: 'review' as const }));
  const kinds = KINDS.map((kind) => ({ id: kind, title, counted: true, clause: 'c' }));
  return { hash: `hash-of-${id}`, pack: { id, doors, kinds, reports: [] } };
}

const ROWS: readonly GovernanceRow[] = [
  { id: 'district' },
  { id: 'city', doors: ['qr'] },
  { id: 'hotline', doors: ['hotline'], kinds: ['complaint'] },
];
const ALL = ['district', 'city', 'hotline'].map(deployed);

test.each([
  ['web', 'help', 'district'],
  ['qr', 'help', 'city'],
  ['qr', '', 'city'],
  ['hotline', 'complaint', 'hotline'],
  ['hotline', 'help', 'district'],
  ['hotline', '', 'district'],
  ['by-post', 'help', 'district'],
])('an appeal by %s of the kind "%s" is governed by %s', (door, kind, expected) => {
  const governance = governanceOf(ROWS, ALL);
  if (!governance.ok) throw new Error(JSON.stringify(governance.error));
  expect(governorOf(governance.value, door, kind)).toBe(`hash-of-${expected}`);
});

test('one pack alone governs everything, and rows of packs that are not deployed are not in force', () => {
  const alone = governanceOf(ROWS, [deployed('elsewhere')]);
  const two = governanceOf(ROWS, ALL.slice(0, 2));
  if (!alone.ok || !two.ok) throw new Error('refused');
  expect(governorOf(alone.value, 'qr', 'help')).toBe('hash-of-elsewhere');
  expect(governorOf(two.value, 'hotline', 'complaint')).toBe('hash-of-district');
});

test.each<[string, readonly GovernanceRow[], string, number]>([
  [
    'a door of two packs',
    [{ id: 'a' }, { id: 'b', doors: ['qr'] }, { id: 'c', doors: ['web', 'qr'] }],
    'governed-twice',
    2,
  ],
  [
    'a kind of two packs',
    [{ id: 'a' }, { id: 'b', kinds: ['help'] }, { id: 'c', kinds: ['help'] }],
    'governed-twice',
    2,
  ],
  [
    'a door of one and a kind of the other',
    [{ id: 'a' }, { id: 'b', doors: ['qr'] }, { id: 'c', kinds: ['help'] }],
    'governed-twice',
    2,
  ],
  ['two for the rest', [{ id: 'a' }, { id: 'b' }], 'rest-not-one', -1],
  ['none for the rest', [{ id: 'a', doors: ['web'] }], 'rest-not-one', -1],
])('%s is refused with a remedy', (_, rows, code, row) => {
  const found = rowProblems(rows);
  expect(found).toMatchObject([{ code, row }]);
  for (const { params } of found) {
    const { zh, en } = policySentence(code, params);
    expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
  }
});

test.each<[string, readonly GovernanceRow[], string]>([
  ['a deployed pack nobody gave anything', [{ id: 'district' }], 'pack-without-row'],
  ['a door the pack does not have', [{ id: 'district' }, { id: 'city', doors: ['fax'] }], 'unknown-door'],
  ['a kind the pack does not have', [{ id: 'district' }, { id: 'city', kinds: ['plea'] }], 'unknown-kind'],
])('%s is refused', (_, rows, code) => {
  const governance = governanceOf(rows, ALL.slice(0, 2));
  expect(governance.ok ? [] : governance.error.map((one) => one.code)).toEqual([code]);
});

test('rows without a problem leave no door and kind to two packs', () => {
  const some = (values: readonly string[]) =>
    fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
  const row = fc.record({ doors: some(DOORS), kinds: some(KINDS) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (made) => {
      const rows = made.map((one, i) => ({ id: `p${i}`, ...one }));
      const isRest = ({ doors, kinds }: GovernanceRow) => doors === undefined && kinds === undefined;
      const claimed = DOORS.flatMap((door) =>
        KINDS.map((kind) => {
          const of = rows.filter(
            (one) =>
              !isRest(one) && (one.doors?.includes(door) ?? true) && (one.kinds?.includes(kind) ?? true),
          );
          return of.length;
        }),
      );
      const twice = claimed.some((count) => count > 1);
      const told = rowProblems(rows).some(({ code }) => code === 'governed-twice');
      expect(told).toBe(twice);
    }),
    { seed: 20260302 },
  );
});

test('a table handed in through a door that another pack governs is refused', () => {
  const handedIn = { at: 'hotline', clause: 'c' };
  const report = { id: 'annex', handedIn } as unknown as DeployedPack['pack']['reports'][number];
  const city = deployed('city');
  const both = [deployed('district'), { ...city, pack: { ...city.pack, reports: [report] } }];
  const found = governanceOf(ROWS, both);
  const params = { report: 'annex', door: 'hotline', pack: 'city' };
  expect(found).toEqual({ ok: false, error: [{ code: 'report-ungoverned', row: 1, params }] });
  expect(governanceOf([{ id: 'district' }, { id: 'city', doors: ['hotline'] }], both).ok).toBe(true);
  const { zh, en } = policySentence('report-ungoverned', params);
  expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
});
