// The API of the counterpart, call by call: credentials, allowances, limits and refusals of the
// documentation.
import { startLoopback } from './loopback';
import { startWechat, type Wechat, demoWechat as we } from './wechat';

let now = Date.parse('2026-11-22T10:00:00+08:00');
let wechat: Wechat;
let stop: () => Promise<void>;

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:00:00+08:00');
  wechat = await startWechat({ now: () => now, templates: { T1: ['thing1', 'time2'] } });
  const silent = await startLoopback(() => ({ status: 200, type: 'text/plain', body: 'success' }));
  wechat.callsAt(`${silent.address}/doors/wechat`);
  stop = async () => {
    await wechat.stop();
    await silent.stop();
  };
});

afterEach(() => stop());

async function call(path: string, token: string | undefined, body?: unknown) {
  const query = token === undefined ? '' : `?access_token=${token}`;
  const response = await fetch(`${wechat.address}/cgi-bin/${path}${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

const credentials = { grant_type: 'client_credential', appid: we.appId, secret: we.secret };
const stable = async (force = false) =>
  String((await call('stable_token', undefined, { ...credentials, force_refresh: force }))['access_token']);
const plain = async () =>
  String((await call(`token?${new URLSearchParams(credentials)}`, undefined))['access_token']);
const menu = { button: [{ type: 'click', name: '我要办事', key: 'start' }] };

test('a stable credential stays until five minutes before its end, then the old runs out', async () => {
  const first = await stable();
  now += 6_800_000;
  expect(await stable()).toBe(first);
  now += 150_000;
  const second = await stable();
  expect(second).not.toBe(first);
  expect((await call('menu/create', first, menu))['errcode']).toBe(0);
  now += 260_000;
  expect((await call('menu/create', first, menu))['errcode']).toBe(42001);
  expect((await call('menu/create', second, menu))['errcode']).toBe(0);
});

test('a forced one voids the last at once, not within half a minute, not the other kind', async () => {
  const other = await plain();
  const first = await stable(true);
  expect(await stable(true)).toBe(first);
  now += 30_000;
  const second = await stable(true);
  expect(second).not.toBe(first);
  expect((await call('menu/create', first, menu))['errcode']).toBe(40001);
  expect((await call('menu/create', other, menu))['errcode']).toBe(0);
});

test('each plain credential ends the one before after five minutes', async () => {
  const first = await plain();
  const second = await plain();
  now += 299_000;
  expect((await call('menu/create', first, menu))['errcode']).toBe(0);
  now += 1_000;
  expect((await call('menu/create', first, menu))['errcode']).toBe(40001);
  expect((await call('menu/create', second, menu))['errcode']).toBe(0);
  wechat.revokes();
  expect((await call('menu/create', second, menu))['errmsg']).toMatch(/not latest rid: \w{8}-\w{8}-\w{8}$/);
});

test.each([
  [40002, { ...credentials, grant_type: 'x' }],
  [40013, { ...credentials, appid: 'wx1' }],
  [40125, { ...credentials, secret: 'x' }],
  [41002, { grant_type: 'client_credential' }],
])('credentials are refused with %i', async (code, body) => {
  expect((await call('stable_token', undefined, body))['errcode']).toBe(code);
});

test('a customer-service message needs a word of the person within 48 hours, five each', async () => {
  const token = await stable();
  const wang = wechat.user('王');
  const say = (content: string, touser = wang.openid) =>
    call('message/custom/send', token, { touser, msgtype: 'text', text: { content } });
  expect((await say('早'))['errcode']).toBe(45015);
  await wang.says('你好');
  for (let nth = 0; nth < 5; nth += 1) expect((await say('好'))['errcode']).toBe(0);
  expect((await say('六'))['errcode']).toBe(45047);
  await wang.says('还在');
  now += 48 * 3_600_000 - 1;
  const fresh = await stable();
  const late = { touser: wang.openid, msgtype: 'text', text: { content: '晚' } };
  expect((await call('message/custom/send', fresh, late))['errcode']).toBe(0);
  now += 1;
  expect((await call('message/custom/send', fresh, late))['errcode']).toBe(45015);
  expect((await call('message/custom/send', fresh, { ...late, touser: 'nobody' }))['errcode']).toBe(40003);
  const long = { ...late, text: { content: '字'.repeat(683) } };
  expect((await call('message/custom/send', fresh, long))['errcode']).toBe(45002);
  expect(wang.chat.map((one) => one.text)).toEqual(['好', '好', '好', '好', '好', '晚']);
});

test('a pressed menu allows three within a minute', async () => {
  const token = await stable();
  await call('menu/create', token, menu);
  const wang = wechat.user('王');
  await wang.presses('start');
  const body = { touser: wang.openid, msgtype: 'text', text: { content: '请' } };
  const codes = [];
  for (let nth = 0; nth < 4; nth += 1)
    codes.push((await call('message/custom/send', token, body))['errcode']);
  expect(codes).toEqual([0, 0, 0, 45047]);
  now += 60_000;
  expect((await call('message/custom/send', token, body))['errcode']).toBe(45015);
});

test('a subscribed notice uses up what was agreed', async () => {
  const token = await stable();
  const wang = wechat.user('王');
  const data = { thing1: { value: '已办结' }, time2: { value: '10:00' } };
  const send = () =>
    call('message/subscribe/bizsend', token, { touser: wang.openid, template_id: 'T1', data });
  expect((await send())['errcode']).toBe(43101);
  wang.permits('T1');
  expect((await send())['errcode']).toBe(0);
  expect((await send())['errcode']).toBe(43101);
});

test.each([
  [40016, { button: [] }],
  [40016, { button: [1, 2, 3, 4].map((n) => ({ type: 'click', name: `${n}`, key: 'k' })) }],
  [40018, { button: [{ type: 'click', name: '六个汉字太长', key: 'k' }] }],
  [40017, { button: [{ type: 'press', name: '按', key: 'k' }] }],
  [40019, { button: [{ type: 'click', name: '按' }] }],
  [40055, { button: [{ type: 'view', name: '看', url: 'ftp://x' }] }],
  [40023, { button: [{ name: '组', sub_button: [] }] }],
  [40027, { button: [{ name: '组', sub_button: [{ type: 'view', name: '看' }] }] }],
])('a menu is refused with %i', async (code, body) => {
  expect((await call('menu/create', await stable(), body))['errcode']).toBe(code);
  expect(wechat.menu()).toBeUndefined();
});

test('the API says what is wrong with a call', async () => {
  const token = await stable();
  expect((await call('menu/create', undefined, menu))['errcode']).toBe(41001);
  expect((await call('menu/create', 'made-up', menu))['errcode']).toBe(40014);
  expect((await call('menu/create', token))['errcode']).toBe(43002);
  expect((await call('menu/create', token, ''))['errcode']).toBe(44002);
  expect((await call('menu/create', token, '{"button":'))['errcode']).toBe(47001);
  expect((await call('menu/create', token, '{"button":"\\u4f60"}'))['errcode']).toBe(40033);
  wechat.limits('/cgi-bin/menu/create', 1);
  expect((await call('menu/create', token, menu))['errcode']).toBe(0);
  expect((await call('menu/create', token, menu))['errcode']).toBe(45009);
});
