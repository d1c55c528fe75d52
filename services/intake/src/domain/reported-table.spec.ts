// What a table says and what is wrong with it, row by row and column by column as printed (SZ 附3).
import { readPeriod } from '#policy/civil-period';
import type { CaseColumn } from '#policy/pack-words';
import { HEADINGS } from '../../test/reported-file';
import { packOf } from '../../test/scenario';
import { chinesePhone } from '../adapters/out/instance-codes';
import { readReportedTable, type TableFrame } from './reported-table';
import type { FiledTable, TableCell } from './table-heading';

const period = readPeriod('2026Q1');
if (!period.ok) throw new Error(period.error);
const report = packOf('suzhou').reports.find(({ id }) => id === 'annex-3');
const FRAME: TableFrame = {
  columns: (report?.columns ?? []).map(({ is, title }) => ({ is: is as CaseColumn, title })),
  ...{ period: period.value, named: '2026Q1', now: Date.parse('2026-04-05T09:00:00+08:00') },
  ...{ door: 'direct-report', unit: 'wtr', names: ['市水务局', '市水利局'] },
  lists: {
    channels: ['direct-report'],
    kinds: ['help'],
    topics: [],
    regions: ['taicang'],
    phone: chinesePhone,
  },
};
type Change = Readonly<Record<number, TableCell | undefined>>;

const filled = (change: Change = {}): ReadonlyMap<number, TableCell> => {
  const cells: (TableCell | undefined)[] = [
    ...[1, 46_027, '厂门前道路积水，雨天货车无法进出。', '太仓某某有限公司', '殷某', 19_900_006_305],
    ...['苏州市水务局排水处', '已疏通。', '陆某', '19900000016', '满意'],
  ];
  for (const [at, cell] of Object.entries(change)) cells[Number(at)] = cell;
  return new Map(cells.flatMap((cell, at) => (cell === undefined ? [] : [[at, cell] as const])));
};
const heading = (titles: readonly string[] = HEADINGS) =>
  new Map(titles.map((title, at) => [at, title] as const));
const table = (...rows: readonly ReadonlyMap<number, TableCell>[]): FiledTable => {
  const all = [new Map([[0, '企业诉求办理情况汇总表']]), heading(), ...rows];
  return { rows: all.map((cells, at) => ({ number: at + 1, cells })), merged: [], since1904: false };
};
/** To its end, without pauses. */
function wholly<R>(reading: Generator<'pause', R>): R {
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}
const read = (of: FiledTable, frame: Partial<TableFrame> = {}) =>
  wholly(readReportedTable(of, { ...FRAME, ...frame }));
const wrong = (of: FiledTable, frame: Partial<TableFrame> = {}) => {
  const answer = read(of, frame);
  return answer.ok ? [] : answer.error.map(({ row, column, code }) => `${row} ${column} ${code}`);
};

test('a row says what was received when, from whom, and what became of it', () => {
  const answer = read(
    table(filled(), filled({ 0: 2, 2: '申请用水接入，窗口未受理。', 7: undefined, 10: undefined })),
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const [closed, open] = answer.value;
  expect(closed).toMatchObject({
    ...{
      row: 3,
      receivedAt: Date.parse('2026-01-05T00:00+08:00'),
      answer: '已疏通。',
      satisfaction: 'satisfied',
    },
    ...{ unitContact: '陆某', unitPhone: '19900000016' },
    submission: {
      channel: 'direct-report',
      contactPhone: '+8619900006305',
      title: '厂门前道路积水，雨天货车无法进出。',
    },
  });
  expect(open).toMatchObject({ row: 4, answer: '', satisfaction: '' });
});

test.each<[string, Change, string]>([
  ['no date', { 1: undefined }, '3 诉求时间 FIELD_MISSING'],
  ['no date anybody knows', { 1: '上月底' }, '3 诉求时间 DATE_UNREADABLE'],
  ['a day that does not exist', { 1: '2026-02-30' }, '3 诉求时间 DATE_UNREADABLE'],
  ['after the quarter', { 1: '2026-04-01' }, '3 诉求时间 DATE_OUTSIDE_PERIOD'],
  ['the wrong year', { 1: '2016-01-05' }, '3 诉求时间 DATE_OUTSIDE_PERIOD'],
  ['no content', { 2: undefined }, '3 诉求内容 FIELD_MISSING'],
  ['a content without end', { 2: '水'.repeat(5001) }, '3 诉求内容 TEXT_TOO_LONG'],
  ['what nobody sees', { 2: '厂门前\u200b道路积水' }, '3 诉求内容 UNSEEN_CHARACTER'],
  ['no enterprise', { 3: undefined }, '3 企业名称 FIELD_MISSING'],
  ['nobody to call', { 5: '无' }, '3 企业联系电话 PHONE_WRONG'],
  ['another unit', { 6: '市税务局' }, '3 办理部门 UNIT_OTHER'],
  ['a verdict of its own', { 10: '还行' }, '3 满意度 VERDICT_UNKNOWN'],
  ['a formula', { 2: { is: 'formula' } }, '3 诉求内容 CELL_IS_FORMULA'],
  ['an error', { 7: { is: 'error' } }, '3 办理结果 CELL_IS_ERROR'],
  ['a twelfth column', { 11: '备注' }, '3  CELL_BEYOND_TABLE'],
])('%s is told by row and column', (_, change, problem) => {
  expect(wrong(table(filled(change)))).toEqual([problem]);
});

test('a formula counts rows, a former name is a name, last quarter’s matter was closed in this', () => {
  const rows = [
    filled({ 0: { is: 'formula' } }),
    filled({ 2: '自来水压力不足，影响生产。', 6: '市水利局', 1: '2025/12/30' }),
  ];
  expect(wrong(table(...rows))).toEqual([]);
});

test('text that begins like a formula is text', () => {
  const answer = read(table(filled({ 2: '=1+1 是企业原话，请核实。' })));
  expect(answer.ok && answer.value[0]?.submission.content).toBe('=1+1 是企业原话，请核实。');
});

test('of a thousand rows the bad one is told, and nothing else', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => filled({ 2: `第${at}件：道路积水，请疏通。` }));
  rows[706] = filled({ 5: '转接' });
  expect(wrong(table(...rows))).toEqual(['709 企业联系电话 PHONE_WRONG']);
});

test('it pauses every two hundred rows', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => filled({ 2: `第${at}件：道路积水，请疏通。` }));
  expect([...readReportedTable(table(...rows), FRAME)]).toEqual(Array.from({ length: 5 }, () => 'pause'));
});

test('the same row twice, also with other blanks and another number, is told with the first', () => {
  const again = filled({ 0: 9, 2: '厂门前 道路积水，雨天货车无法进出' });
  const answer = read(table(filled(), again));
  expect(answer.ok ? [] : answer.error).toEqual([
    { row: 4, column: '', code: 'ROW_TWICE', params: { row: '3' } },
  ]);
});

test('merged cells are told where rows are, not in the title', () => {
  const merge = (fromRow: number, toRow: number, fromColumn: number, toColumn: number) => {
    return {
      ...table(filled(), filled({ 2: '另一件：水压不足。' })),
      merged: [{ fromRow, toRow, fromColumn, toColumn }],
    };
  };
  expect(wrong(merge(1, 1, 0, 10))).toEqual([]);
  expect(wrong(merge(3, 4, 3, 3))).toEqual(['3 企业名称 CELL_MERGED', '4 企业名称 CELL_MERGED']);
});

test('headings: blanks do not matter; order, absence and more columns do', () => {
  const headed = (titles: readonly string[]) => {
    const rows = [
      { number: 4, cells: heading(titles) },
      { number: 7, cells: filled() },
    ];
    return wrong({ rows, merged: [], since1904: false });
  };
  expect(headed(HEADINGS.map((title) => ` ${title[0]} ${title.slice(1)}\n`))).toEqual([]);
  expect(headed(HEADINGS.filter((title) => title !== '企业联系人'))).toEqual(['4 企业联系人 HEADING_WRONG']);
  expect(headed(HEADINGS.toReversed())).toEqual(['4 序号 HEADING_WRONG']);
  expect(headed([...HEADINGS, '备注'])).toEqual(['4  HEADING_BEYOND']);
  expect(headed(['姓名', '年龄'])).toEqual(['0  HEADING_MISSING']);
  expect(wrong(table())).toEqual(['0  TABLE_EMPTY']);
  expect(wrong(table(new Map([[0, 1]]), new Map([[0, '注：按季度报送']])))).toEqual(['0  TABLE_EMPTY']);
});

test('while the quarter runs nothing of tomorrow is reported', () => {
  const now = Date.parse('2026-01-05T08:00:00+08:00');
  expect(wrong(table(filled()), { now })).toEqual([]);
  expect(wrong(table(filled({ 1: '2026-01-06' })), { now })).toEqual(['3 诉求时间 DATE_OUTSIDE_PERIOD']);
});
