// What units do on the pages beside working on a case: they ask each other for data and answer (HD-8), answer
// what supervision orders, and contest what stands against them (HD-11) – in a real browser, in both
// languages.
import type { Page } from 'playwright-core';
import { DataRequestView } from '#contracts/gen/zhitong/casework/v1/service';
import { RegisterEntry } from '#contracts/gen/zhitong/supervision/v1/service';
import { type Browsed, browse } from '../test/browser';
import { CASE_ID, NUMBER } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { gatewayWorld, packOf } from '../test/world';

jest.setTimeout(120_000);

const asking = gatewayWorld([], {}, [packOf('chaozhou')]);
let browsed: Browsed;
let page: Page;
let home: string;

const from = (unit: string) => asking.asked.at(-1)?.actor?.unit === unit && asking.asked.at(-1)?.command;
const act = (name: string) => page.locator('details', { hasText: name }).last();

beforeAll(async () => {
  browsed = await browse(asking);
  ({ page, home } = browsed);
  const { summary, ...rest } = deskCase();
  const held = { ...summary!, lead: 'grid', status: 'acknowledged', dispatchNo: 1 };
  asking.cases.set(CASE_ID, { ...rest, summary: held });
  const [provided] = asking.dataRequests;
  asking.dataRequests.push(
    DataRequestView.fromPartial({ ...provided!, requestNo: 2, step: 'open', log: [] }),
  );
  const about = 'unit/grid/1/1/yellow';
  const card = { appealId: CASE_ID, entryId: 'E1', ground: 'yellow', unit: 'grid', about, open: true };
  asking.entries.push(RegisterEntry.fromPartial(card));
});

afterAll(() => browsed?.close());

it('the unit that has the case asks, takes back, and opens what was provided, by keyboard', async () => {
  await browsed.signIn('handler', 'grid');
  await page.goto(`${home}#/case/${NUMBER}`);
  await page.getByRole('heading', { name: '数据调用' }).waitFor();
  await page.locator('summary', { hasText: '发起数据调用' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('用数模板').selectOption('above-scale');
  await page.getByLabel('提供单位').selectOption('drc');
  await act('发起数据调用').getByLabel('用途').fill('核实规模');
  expect(await browsed.findings()).toEqual([]);
  asking.refusals.push({ code: 'UNIT_COMPLAINED_OF', rule: 'HD-10', params: { unit: 'drc' } });
  await page.getByRole('button', { name: '发起数据调用' }).click();
  await page.getByRole('alert').getByText('不得向其调用数据').waitFor();
  await page.getByRole('button', { name: '发起数据调用' }).click();
  await page.getByText('已办理。').waitFor();
  expect(from('grid')).toMatchObject({ $case: 'requestData', value: { template: 'above-scale' } });
  await page.locator('summary', { hasText: '撤回数据调用 2' }).click();
  await act('撤回数据调用').getByLabel('理由').fill('不再需要');
  await page.getByRole('button', { name: '撤回数据调用' }).click();
  await page.locator('details[open]').waitFor({ state: 'detached' });
  expect(from('grid')).toMatchObject({ $case: 'withdrawDataRequest', value: { requestNo: 2 } });
  await page.locator('summary', { hasText: '查阅数据（留痕） 1' }).click();
  await act('查阅数据').getByLabel('用途').fill('起草答复');
  await page.getByRole('button', { name: '查阅数据（留痕）' }).click();
  await page.locator('dd', { hasText: '一月' }).waitFor();
});

it('it answers the order and contests the card', async () => {
  await page.locator('summary', { hasText: '回复督办单' }).click();
  await act('回复督办单').getByLabel('答复').fill('已联系企业');
  await page.getByRole('button', { name: '回复督办单' }).click();
  await page.locator('details[open]', { hasText: '回复督办单' }).waitFor({ state: 'detached' });
  expect(from('grid')).toMatchObject({ $case: 'answerOrder', value: { orderNo: 1, answer: '已联系企业' } });
  await page.locator('summary', { hasText: '提出申诉' }).click();
  await page.getByLabel('申诉对象').selectOption({ index: 1 });
  await page.getByLabel('申诉理由与证据').fill('已按时办理，有通话记录');
  expect(await browsed.findings()).toEqual([]);
  await page.getByRole('button', { name: '提出申诉' }).click();
  await page.locator('details[open]').waitFor({ state: 'detached' });
  expect(from('grid')).toMatchObject({
    $case: 'fileContest',
    value: { about: 'card', target: 'unit/grid/1/1/yellow', evidence: '已按时办理，有通话记录' },
  });
});

it('the unit that was asked finds what waits and provides it, though the case is not its own', async () => {
  await page.getByRole('button', { name: '退出' }).click();
  await browsed.signIn('handler', 'drc');
  await page.getByRole('link', { name: '数据调用' }).click();
  await page.getByRole('link', { name: NUMBER }).first().click();
  await page.getByRole('heading', { name: NUMBER }).waitFor();
  await page.locator('summary', { hasText: '提供数据 2' }).click();
  await page.getByLabel('所属期').fill('2026年1月');
  await page.getByLabel('申报与入库情况').fill('已入库');
  await page.getByRole('button', { name: '提供数据' }).click();
  await page.getByText('已办理。').waitFor();
  expect(from('drc')).toMatchObject({
    $case: 'provideData',
    value: { requestNo: 2, fields: { period: '2026年1月', 'tax-state': '已入库' }, text: '' },
  });
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('summary', { hasText: 'Refuse 2' }).click();
  await page.getByLabel('Ground').fill('Not held here');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.getByText('Done.').waitFor();
  expect(from('drc')).toMatchObject({ $case: 'refuseData', value: { requestNo: 2 } });
  expect(await browsed.findings()).toEqual([]);
  await page.getByRole('button', { name: '中文' }).click();
});

it('nothing broke in the browser', () => {
  expect(browsed.complaints.filter((line) => !/status of (404|409|422)/.test(line))).toEqual([]);
});
