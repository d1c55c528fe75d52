// The page on which a unit hands its table in (IN-9), in a real browser: by keyboard, with what is wrong told
// row by row, the progress, and the form to save; and nothing of it for whom it does not concern.
import type { Page } from 'playwright-core';
import { type Browsed, browse } from '../test/browser';
import { gatewayWorld, packOf } from '../test/world';

jest.setTimeout(120_000);

const world = gatewayWorld([], {}, [packOf('suzhou')]);
let browsed: Browsed;
let page: Page;
let home: string;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

beforeAll(async () => {
  browsed = await browse(world);
  ({ page, home } = browsed);
});
afterAll(() => browsed?.close());

const choose = (bytes: Buffer) =>
  page.getByLabel('汇总表文件').setInputFiles({ name: '汇总表.xlsx', mimeType: XLSX, buffer: bytes });

it('a unit finds it in the navigation; axe finds nothing', async () => {
  await browsed.signIn('handler', 'grid');
  await page.getByRole('link', { name: '汇总表报送' }).click();
  await page.getByRole('heading', { name: '企业诉求办理情况汇总表' }).waitFor();
  expect(await browsed.findings()).toEqual([]);
});

it('what is wrong stands in a table by row and column', async () => {
  await choose(Buffer.alloc(0));
  await page.getByRole('button', { name: '报送' }).click();
  await page.getByRole('alert').getByText('整表尚未收下').waitFor();
  const cells = await page.locator('tbody td').allTextContents();
  expect(cells.slice(0, 2)).toEqual(['709', '企业联系电话']);
  expect(await browsed.findings()).toEqual([]);
});

it('a right one is followed to its end, sent by keyboard as it is', async () => {
  world.tables.splice(0);
  await choose(Buffer.from('PK-as-it-is'));
  await page.getByRole('button', { name: '报送' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('全表已收下。').waitFor();
  expect(await page.locator('dd').allTextContents()).toEqual(['3 / 3', '2', '1']);
  expect(Buffer.from(world.tables[0]?.file ?? []).toString()).toBe('PK-as-it-is');
  expect(world.tables[0]?.period).toMatch(/^\d{4}Q[1-4]$/);
  expect(await browsed.findings()).toEqual([]);
});

it('the form is saved under its name; the page is there in English', async () => {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载空白表' }).click();
  expect((await saved).suggestedFilename()).toBe('企业诉求办理情况汇总表.xlsx');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'table of appeals handled' }).waitFor();
  await page.getByRole('button', { name: 'Hand in' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
});

it('whom it does not concern is shown no way there', async () => {
  await page.getByRole('button', { name: '退出' }).click();
  await browsed.signIn('supervisor');
  expect(await page.getByRole('link', { name: '汇总表报送' }).count()).toBe(0);
  await page.goto(`${home}#/tables`);
  await page.getByText('没有需要报送的汇总表。').waitFor();
  expect(browsed.complaints.filter((line) => !/status of (404|422)/.test(line))).toEqual([]);
});
