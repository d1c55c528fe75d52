// The pages in a real browser over the real door with fake services behind it: what a clerk does in the
// morning, what an enterprise does, by mouse and by keyboard, on a desk and on a phone, in both languages,
// and what axe says of it.
import type { Page } from 'playwright-core';
import { type Browsed, browse } from '../test/browser';
import { CASE_ID, NUMBER, QUERY_CODE } from '../test/fake-case';
import { gatewayWorld, tokenOf } from '../test/world';

jest.setTimeout(120_000);

const world = gatewayWorld();
let browsed: Browsed;
let page: Page;
let home: string;
const findings = () => browsed.findings();
const signIn = (role: string, unit?: string) => browsed.signIn(role, unit);

beforeAll(async () => {
  browsed = await browse(world);
  ({ page, home } = browsed);
});
afterAll(() => browsed?.close());

it('an enterprise raises an appeal and is given number and code', async () => {
  await page.goto(home);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.getByLabel('标题').fill('厂区断电');
  await page.getByLabel('诉求内容').fill('本月已断电三次，请协调。');
  await page.getByLabel('企业名称').fill('太仓某某有限公司');
  await page.getByLabel('统一社会信用代码').fill('91320585XNMLW3NY0K');
  await page.getByLabel('所在区域').selectOption('taicang');
  await page.getByLabel('联系人').fill('殷某');
  await page.getByLabel('联系电话').fill('19900006305');
  await page.getByRole('button', { name: '提交' }).click();
  const refused = page.getByRole('alert');
  await refused.getByText('统一社会信用代码校验不符').waitFor();
  expect(await refused.innerText()).toContain('统一社会信用代码：');
  expect(await refused.innerText()).not.toMatch(/enterprise\.uscc|追踪号/);
  expect(world.stored.size).toBe(0);
  expect(await findings()).toEqual([]);

  await page.getByLabel('统一社会信用代码').fill('91320585XNMLW3NY0L');
  const file = { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') };
  await page.getByLabel('附件').setInputFiles(file);
  await page.getByRole('button', { name: '移除' }).waitFor();
  await page.getByText('合同.pdf').waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '已收到您的诉求' }).waitFor();
  await page.getByText(QUERY_CODE).waitFor();
  expect(await page.getByRole('link', { name: '查询进度' }).last().getAttribute('href')).toMatch(
    /#\/look\/ZT/,
  );
  const [taken] = [...world.stored.values()];
  expect(taken?.request.contact?.phone).toBe('19900006305');
  expect(taken?.request.attachments).toMatchObject([{ fileId: 'f-1' }]);
  expect(await findings()).toEqual([]);
});

it('an enterprise follows it with number and code; a wrong code is refused', async () => {
  await page.goto(`${home}#/look`);
  await page.getByLabel('编号').fill(NUMBER);
  await page.getByLabel('查询码').fill('WRONG1');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('没有找到该诉求，或查询码不正确。').waitFor();
  await page.getByLabel('查询码').fill(QUERY_CODE);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('heading', { name: '厂区断电' }).waitFor();
  expect(await page.locator('summary').allInnerTexts()).toEqual(['催办', '补充材料', '撤回']);
  await page.getByText('图纸.pdf').waitFor();
  expect(await page.getByRole('button', { name: '打开' }).count()).toBe(2);
  await page.getByText('催办').first().click();
  await page.getByLabel('备注').fill('还在停电');
  await page.getByRole('button', { name: '催办' }).click();
  await page.locator('details[open]').waitFor({ state: 'detached' });
  expect(world.asked.at(-1)).toMatchObject({
    service: 'intake',
    command: { $case: 'urge', value: { note: '还在停电' } },
  });
  expect(await findings()).toEqual([]);
});

it('nobody signs in unnamed, under a role not of his token, or without the unit it needs', async () => {
  await page.goto(`${home}#/desk`);
  await page.getByLabel('角色', { exact: false }).first().selectOption('leader');
  await page.getByLabel('角色令牌').fill(tokenOf('clerk'));
  await page.getByRole('button', { name: '登录' }).click();
  expect(await page.locator('#main :invalid').count()).toBeGreaterThan(0);
  await page.getByLabel('本人工号').fill('c-1');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('令牌属于另一角色，请改选：平台人员').waitFor();
  await page.getByLabel('角色', { exact: false }).first().selectOption('handler');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('该角色代表单位办理，请选择单位。').waitFor();
});

it('a clerk sees counts and list, opens the case, reads why a unit is proposed, and dispatches', async () => {
  await signIn('clerk');
  await page.locator('.counts').getByText('分办台').waitFor();
  expect(await findings()).toEqual([]);
  await page.getByLabel('状态').selectOption('closed');
  await page.getByRole('button', { name: '应用' }).click();
  await page.getByText('没有符合条件的诉求。').waitFor();
  await page.getByLabel('状态').selectOption('desk');
  await page.getByRole('button', { name: '应用' }).click();
  await page.getByRole('link', { name: NUMBER }).click();
  await page.getByRole('heading', { name: '厂区断电' }).waitFor();
  await page.getByText('断电（单位职责 供电公司）').waitFor();
  await page.getByText('已超时').waitFor();
  expect(await findings()).toEqual([]);
  const course = await page.locator('.course').innerText();
  expect(course).toContain('渠道：网上门户');
  expect(course).toContain('时限：即时转办');
  expect(course).toContain('缘由：把握不足 · 建议：供电公司');
  expect(course).not.toMatch(/clockId|sourceNumber|desk|unsure|\d{13}/);
  await page.getByText(/须经接口办理：.*提交专家研判/).waitFor();

  await page.locator('summary', { hasText: '派单' }).click();
  expect(await page.getByLabel('主办单位').inputValue()).toBe('grid');
  await page.getByRole('button', { name: '派单' }).click();
  await page.locator('dd', { hasText: '已派单' }).waitFor();
  expect(world.asked.at(-1)).toMatchObject({
    service: 'triage',
    actor: { role: 'clerk' },
    meta: { appealId: CASE_ID },
    command: { $case: 'dispatch', value: { lead: 'grid' } },
  });
});

it('nothing unanswered is taken for no; a completion marks what its type demands', async () => {
  const shown = (act: string) =>
    page.evaluate(`import('/acts.js').then(({ actForm }) => {
      const file = { appealId: 'x', dispatchNo: 1, candidates: [] };
      document.getElementById('main').replaceChildren(actForm('${act}', file, () => undefined));
      document.querySelector('details').open = true;
    })`);
  const unfilled = () =>
    page.locator('form :invalid').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('name')));
  await shown('follow-up');
  expect(await unfilled()).toEqual(['contacted']);
  await page.getByLabel('已联系上').selectOption({ label: '是' });
  expect(await unfilled()).toEqual(['solved', 'satisfied']);
  await page.getByLabel('已联系上').selectOption({ label: '否' });
  expect(await unfilled()).toEqual([]);
  await shown('objection-ruling');
  expect(await unfilled()).toEqual(['upheld']);
  await shown('complete');
  await page.getByLabel('办结类型').selectOption('solved');
  expect(await unfilled()).toEqual(['answer']);
  await page.getByLabel('办结类型').selectOption('agreed-plan');
  expect(await unfilled()).toEqual(['plan', 'plannedOn', 'agreedBy', 'agreedOn']);
  expect(await page.locator('label', { hasText: '方案' }).innerText()).toBe('方案 *');
  await page.reload();
  await page.getByRole('heading', { name: '厂区断电' }).waitFor();
});

it('a change on the journal reaches the open page', async () => {
  world.gateway.live.changed({ id: CASE_ID, type: 'AppealDispatched', at: Date.now() });
  await page.getByText('该诉求刚有新的变化。').waitFor();
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText('该诉求刚有新的变化。').waitFor({ state: 'detached' });
});

it('the language is switched and stays', async () => {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Clocks' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await findings()).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Clocks' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '时钟' }).waitFor();
});

it('a handler acknowledges by keyboard alone, on a phone', async () => {
  await page.getByRole('button', { name: '退出' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('handler', 'grid');
  await page.getByRole('link', { name: NUMBER }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '厂区断电' }).waitFor();
  await page.getByRole('button', { name: '签收' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('已办理。').waitFor();
  expect(world.asked.at(-1)).toMatchObject({
    actor: { role: 'handler', unit: 'grid' },
    command: { $case: 'acknowledge', value: { dispatchNo: 1 } },
  });
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  expect(await findings()).toEqual([]);
});

it('nothing was fetched from elsewhere and nothing broke in the browser', () => {
  const expected = /status of (404|422)/;
  expect(browsed.complaints.filter((line) => !expected.test(line))).toEqual([]);
});
