// A unit's table from its file to the journal (SZ 二-1, 附1-1.3, 1.4; IN-9): taken as a whole or not at all,
// each row once, whatever is sent again and wherever it was interrupted.
import { AppealReported } from '#contracts/gen/zhitong/intake/v1/events';
import type { TableRefusal, TableState } from '#contracts/gen/zhitong/intake/v1/service';
import { memoryTable } from '#testkit/memory-table';
import { memoryVault } from '#testkit/memory-host';
import { filledRow, reportedFile } from '../test/reported-file';
import { demoProfile, packOf, YIHUI } from '../test/scenario';
import { receiptOf, startWorld, submissionWire, type World } from '../test/world';
import { storedTables } from './adapters/out/stored-tables';

const SUZHOU = packOf('suzhou');
const OTHER = demoProfile().register.find(({ uscc }) => uscc !== YIHUI.uscc)?.name ?? '';
/** Matters that have nothing in common. */
const MATTERS = [
  '厂门前道路积水，雨天货车无法进出，请疏通排水。',
  '申请留抵退税已两月，仍显示审核中，影响资金周转。',
  '园区充电桩报装容量不足，扩建产线缺电三百千伏安。',
];
const matter = (at: number, change: Parameters<typeof filledRow>[1] = {}) =>
  filledRow(at + 1, { 2: MATTERS[at] ?? '', ...change });

let world: World;
beforeEach(async () => void (world = await startWorld([], [SUZHOU])));
afterEach(() => world.stop());

const taken = async (file: Buffer, change: object = {}): Promise<TableState> => {
  const { tableId } = (await world.handIn(file, change)) as TableState;
  return world.tableTaken(tableId);
};
const refused = async (file: Buffer, change: object = {}) =>
  (await world.handIn(file, change)) as TableRefusal;
const written = (type: string) => world.records().filter((record) => record.type.endsWith(`.${type}`));
const reported = () => written('AppealReported').map(({ value }) => AppealReported.decode(value));

test('what is closed counts and asks for nothing more, what is not is at the desk', async () => {
  const file = await reportedFile([matter(0), matter(1, { 10: '不满意' }), matter(2, { 7: null, 10: null })]);
  const state = await taken(file);
  expect(state).toMatchObject({
    state: 'done',
    rows: 3,
    taken: 3,
    counted: 2,
    handedOn: 1,
    same: 0,
    unit: 'wtr',
  });
  expect(reported()).toMatchObject([
    {
      unit: 'wtr',
      period: '2026Q1',
      uscc: YIHUI.uscc,
      region: 'taicang',
      satisfaction: 'satisfied',
      kind: 'help',
    },
    { satisfaction: 'dissatisfied', closedAt: world.clock.now, sameAs: '' },
  ]);
  const [submitted] = written('AppealSubmitted');
  expect(await world.ends(submitted?.key ?? '', 'AppealAdmitted')).toContain('IdentityMatched');
  for (const { key } of written('AppealReported')) expect(world.typesOf(key)).toEqual(['AppealReported']);
  const bytes = world.records().map(({ value }) => Buffer.from(value).toString());
  expect(bytes.join()).not.toMatch(/殷慧澄|9900006305|积水|陆明/);
});

test('the same file again is the same table; a mended one whose rows moved doubles nothing', async () => {
  const file = await reportedFile([matter(0), matter(1, { 7: null })]);
  const first = await taken(file);
  const again = await taken(file);
  expect(again.tableId).toBe(first.tableId);
  const moved = [matter(2), matter(1, { 7: null }), filledRow(3, { 2: `${MATTERS[0]} `, 1: '2026年1月5日' })];
  const mended = await taken(await reportedFile(moved));
  expect(mended).toMatchObject({ state: 'done', counted: 1, earlier: 1, handedOn: 1 });
  expect([written('AppealReported').length, written('AppealSubmitted').length]).toEqual([2, 1]);
});

test('told as closed after it was told as open, or the other way round, it is the same appeal', async () => {
  await taken(await reportedFile([matter(0, { 7: null }), matter(1)]));
  expect(await taken(await reportedFile([matter(0), matter(1, { 7: null })]))).toMatchObject({
    ...{ counted: 0, handedOn: 0, earlier: 2 },
  });
  expect([written('AppealReported').length, written('AppealSubmitted').length]).toEqual([1, 1]);
});

test('one bad row and nothing is taken, nor stored, nor logged; mended it is taken', async () => {
  const before = world.records().length;
  const bad = await refused(await reportedFile([matter(0), matter(1, { 5: '转接', 1: '13月' })]));
  expect(bad).toMatchObject({ code: 'TABLE_REFUSED', params: { rows: '1' }, problemsTotal: 2 });
  expect(bad.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [4, '企业联系电话', 'PHONE_WRONG'],
    [4, '诉求时间', 'DATE_UNREADABLE'],
  ]);
  expect(await refused(Buffer.from('PK'))).toMatchObject({ code: 'FILE_DAMAGED' });
  expect(world.records().length).toBe(before);
  expect(await taken(await reportedFile([matter(0), matter(1)]))).toMatchObject({ counted: 2 });
});

test('what the enterprise raised itself, or another unit told of, is not counted twice', async () => {
  const content = `${MATTERS[0]}盼尽快处理。`;
  const own = submissionWire({ channel: 'hotline', sourceNumber: 'H-1', kind: 'help', content, topic: '' });
  const { id, number } = receiptOf(await world.submit(own));
  await world.ends(id, 'AppealAdmitted');
  const file = await reportedFile([matter(0, { 1: '2026-02-20' }), matter(1)]);
  expect(await taken(file)).toMatchObject({ counted: 1, same: 1 });
  expect(reported()[0]).toMatchObject({ sameAs: id, sameAsNumber: number });
  const other = await reportedFile([matter(1, { 6: '市税务局', 1: '2026-01-20' })]);
  const { tableId } = (await world.handIn(other, {
    actor: { role: 'handler', id: 't', unit: 'tax' },
  })) as TableState;
  expect(await world.tableTaken(tableId, 'tax')).toMatchObject({ unit: 'tax', counted: 0, same: 1 });
  expect(await world.tableTaken(tableId, 'wtr')).toMatchObject({ tableId: '' });
});

test('another enterprise, or the same words a season later, is another matter', async () => {
  const rows = [matter(0), matter(0, { 3: OTHER }), matter(0, { 1: '2025-11-01' })];
  expect(await taken(await reportedFile(rows))).toMatchObject({ counted: 3, same: 0 });
});

test('an open matter goes where the enterprise is registered; an unknown place is told first', async () => {
  const unknown = { 3: '某地不知名工坊', 7: null };
  expect(await refused(await reportedFile([matter(0), matter(1, unknown)]))).toMatchObject({
    problems: [{ row: 4, column: '企业名称', code: 'ENTERPRISE_UNPLACED' }],
  });
  expect(await taken(await reportedFile([matter(1, { ...unknown, 7: '已答复。' })]))).toMatchObject({
    counted: 1,
  });
  const territory = { actor: { role: 'handler', id: 'k', unit: 'kunshan-gov' } };
  const file = await reportedFile([matter(1, { ...unknown, 6: '昆山市人民政府' })]);
  const { tableId } = (await world.handIn(file, territory)) as TableState;
  expect(await world.tableTaken(tableId, 'kunshan-gov')).toMatchObject({ handedOn: 1 });
  expect(await world.ends(written('AppealSubmitted')[0]?.key ?? '', 'IdentityQueried')).toHaveLength(2);
});

test.each([
  [
    'a role the pack does not give it',
    { actor: { role: 'clerk', id: 'c', unit: 'wtr' } },
    'ROLE_NOT_ALLOWED',
  ],
  ['a unit nobody knows', { actor: { role: 'handler', id: 'h', unit: 'nobody' } }, 'UNIT_UNKNOWN'],
  ['a report that is not handed in', { report: 'analysis' }, 'REPORT_UNKNOWN'],
  ['a month', { period: '2026-01' }, 'PERIOD_NOT_REPORTED'],
  ['a quarter to come', { period: '2026Q2' }, 'PERIOD_NOT_REPORTED'],
])('%s is refused', async (_, change, code) => {
  expect(await refused(await reportedFile([matter(0)]), change)).toMatchObject({ code });
});

test('interrupted in the middle of a part it goes on by itself, and no row is there twice', async () => {
  const rows = Array.from({ length: 150 }, (_, at) => filledRow(at + 1, { 3: `某某第${at}号公司` }));
  const { ensure } = world.vault;
  let left = 61;
  world.vault.ensure = async (id) => {
    left -= 1;
    if (left < 0) throw new Error('the vault is away');
    return ensure(id);
  };
  const { tableId } = (await world.handIn(await reportedFile(rows))) as TableState;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const midway = written('AppealReported').length;
  expect(midway).toBeGreaterThan(0);
  expect(midway).toBeLessThan(100);
  world.vault.ensure = ensure;
  expect(await world.tableTaken(tableId)).toMatchObject({ state: 'done', taken: 150, counted: 150 });
  expect(new Set(written('AppealReported').map(({ key }) => key)).size).toBe(150);
  expect(written('AppealReported').length).toBe(150);
});

test('a table half stored when the process ended is emptied and called lost', async () => {
  const kept = new Map<string, ReturnType<typeof memoryTable>>();
  const vault = memoryVault();
  const table = (name: string) => kept.get(name) ?? kept.set(name, memoryTable()).get(name);
  const tables = storedTables({ table: table as never, vault }, () => undefined);
  const teller = { role: 'handler', id: 'w', unit: 'wtr' };
  const told = { id: 't', report: 'annex-3', period: '2026Q1', periodEndAt: 1, teller, handedInAt: 1 };
  vault.ensure = async () => Promise.reject(new Error('killed'));
  await expect(tables.file(told, [{}] as never)).rejects.toThrow('killed');
  expect(await tables.get('t')).toMatchObject({ state: 'storing' });
  await tables.begin();
  expect(await tables.get('t')).toMatchObject({ state: 'lost' });
  expect(await tables.atWork()).toEqual([]);
});

test('when all rows are taken in they stand nowhere but in the journal, sealed', async () => {
  const kept = new Map<string, ReturnType<typeof memoryTable>>();
  const table = (name: string) => kept.get(name) ?? kept.set(name, memoryTable()).get(name);
  const tables = storedTables({ table: table as never, vault: memoryVault() }, () => undefined);
  const teller = { role: 'handler', id: 'w', unit: 'wtr' };
  const told = { id: 't', report: 'annex-3', period: '2026Q1', periodEndAt: 1, teller, handedInAt: 1 };
  const filed = await tables.file(told, [{ meaning: '殷慧澄' }] as never);
  expect(JSON.stringify(await table('handed-table-parts')?.get(['t/0']))).not.toMatch('殷慧澄');
  expect(await tables.part(filed, 0)).toEqual([{ meaning: '殷慧澄' }]);
  await tables.forget(filed);
  expect(await tables.part(filed, 0)).toBe('gone');
});
