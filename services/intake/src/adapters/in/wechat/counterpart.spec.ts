// The account against WeChat as its documentation describes it, over HTTP on the loopback: what WeChat checks
// is checked there, by code that has never seen this door.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WechatAccount } from '#policy/wechat-account';
import { type Loopback, startLoopback } from '#testkit/counterparts/loopback';
import { startWechat, type Wechat } from '#testkit/counterparts/wechat';
import { demoProfile, MORNING, YICHENG, YIHUI } from '../../../../test/scenario';
import { SECRETS } from '../../../../test/wechat';
import { receiptOf, startWorld, submissionWire, type World } from '../../../../test/world';

const OURS = { ...SECRETS, appSecret: '0123456789abcdef0123456789abcdef' };
const TEMPLATE = { T1: ['character_string1', 'thing2', 'time3'] };
const ACCOUNT = {
  ...(demoProfile().wechat[0] as WechatAccount),
  notice: {
    ...{ kind: 'template' as const, templateId: 'T1' },
    data: { character_string1: 'number' as const, thing2: 'text' as const, time3: 'time' as const },
  },
};

/** What a person says up to the last question. */
const DICTATED = [
  ...['提交', YIHUI.name, '2', '厂区断电', '本月已断电三次，请协调。'],
  ...['殷某', '19900006305'],
];

describe('before WeChat', () => {
  let world: World;
  let wechat: Wechat;
  let door: Loopback;
  let directory: string;
  beforeEach(async () => {
    let now = () => MORNING;
    const { appSecret, ...shared } = OURS;
    const account = { ...shared, secret: appSecret };
    wechat = await startWechat({ account, now: () => now(), patienceMs: 2000, templates: TEMPLATE });
    directory = mkdtempSync(join(tmpdir(), 'zt-wechat-'));
    const file = join(directory, 'secrets.json');
    writeFileSync(file, JSON.stringify({ wechat: [OURS] }));
    const of = { ...demoProfile(), wechat: [{ ...ACCOUNT, api: wechat.address }] };
    world = await startWorld([], [YICHENG], { of, settings: { INTAKE_DOOR_SECRETS_FILE: file } });
    now = () => world.clock.now;
    door = await startLoopback(async ({ method, path, query, body }) => {
      const call = { door: path.split('/').at(-1) ?? '', method, query: Object.fromEntries(query), body };
      const answer = await world.receive({ ...call, headers: {} });
      return { status: answer.status, type: answer.contentType, body: answer.text };
    });
    wechat.callsAt(`${door.address}/doors/wechat`);
  });
  afterEach(async () => {
    await wechat.stop();
    await door.stop();
    await world.stop();
    rmSync(directory, { recursive: true });
  });

  const submitted = () => world.records().filter(({ type }) => type.endsWith('AppealSubmitted'));

  test('the address is verified, and by nobody else', async () => {
    expect(await wechat.verifies()).toBe(true);
    expect(await wechat.verifies('0'.repeat(40))).toBe(false);
  });

  test('a person raises an appeal and follows it; no push ends in an apology', async () => {
    const wang = wechat.user('王');
    await wang.follows();
    for (const said of DICTATED) await wang.says(said);
    expect(await wang.says('1')).toMatch(/ZT\d{15}/);
    expect(await wang.says('进度')).toMatch(/1 ZT\d{15}/);
    expect(await wang.sendsPicture(Buffer.from('x'))).toContain('文字');
    await wang.unfollows();
    expect(wechat.pushes.flatMap(({ fault }) => fault ?? [])).toEqual([]);
    expect(submitted()).toHaveLength(1);
  });

  test('an answer that was lost comes with the second push, and with the third, sealed anew', async () => {
    const wang = wechat.user('王');
    for (const said of DICTATED) await wang.says(said);
    door.trouble.loseAnswers = 2;
    expect(await wang.says('1')).toMatch(/ZT\d{15}/);
    expect(wechat.pushes.at(-1)?.pushes).toBe(3);
    expect(submitted()).toHaveLength(1);
  });

  test.each(['wrong-signature', 'other-app', 'garbled', 'plain', 'doctype', 'unsigned'] as const)(
    'what is %s is refused',
    async (kind) => {
      const answer = await wechat.forges(kind, '王', '提交');
      expect([400, 401]).toContain(answer?.status);
      expect(answer?.body).not.toContain('提交');
      expect(submitted()).toHaveLength(0);
    },
  );

  const raised = async () => {
    const wang = wechat.user('王');
    for (const said of [...DICTATED, '1']) await wang.says(said);
    return { wang, appealId: submitted()[0]?.key ?? '' };
  };
  const tell = (appealId: string, messageId: string) =>
    world.tell({ appealId, messageId, text: '供电公司已签收。' });
  const heard = (wang: ReturnType<Wechat['user']>) =>
    wang.chat.filter(({ kind }) => kind !== 'reply').map(({ kind, text }) => `${kind} ${text}`);

  test('what happens is told in the chat once, and as a notice when nobody wrote for two days', async () => {
    const { wang, appealId } = await raised();
    expect([await tell(appealId, 'm1'), await tell(appealId, 'm1')]).toEqual(['told', 'told-before']);
    expect(heard(wang)).toEqual(['service 供电公司已签收。']);
    world.clock.now += 49 * 3_600_000;
    expect(await tell(appealId, 'm2')).toBe('told');
    await wechat.settled();
    expect(heard(wang).at(-1)).toMatch(/notice .*ZT\d{15}/);
    expect(wechat.pushes.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  });

  test('a credential that ends, or is void, is fetched anew, and one is enough for all', async () => {
    const { wang, appealId } = await raised();
    await Promise.all([tell(appealId, 'm1'), tell(appealId, 'm2')]);
    const fetched = () => wechat.received.filter(({ path }) => path === '/cgi-bin/stable_token').length;
    expect(fetched()).toBe(1);
    world.clock.now += 7_200_000;
    expect(await tell(appealId, 'm3')).toBe('told');
    expect(fetched()).toBe(2);
    wechat.revokes();
    expect(await tell(appealId, 'm4')).toBe('told');
    expect(heard(wang)).toHaveLength(4);
  });

  test('who left is not there to be told, nor who came by another door', async () => {
    const { wang, appealId } = await raised();
    await wang.unfollows();
    expect(await tell(appealId, 'm1')).toBe('not-here');
    expect(await tell('no-such-appeal', 'm1')).toBe('not-here');
    const { id } = receiptOf(await world.submit(submissionWire()));
    expect(await tell(id, 'm1')).toBe('not-here');
  });

  test('WeChat away or refusing is told as such, and tried again by whoever asks again', async () => {
    const { wang, appealId } = await raised();
    wechat.trouble.unavailable = true;
    expect(await tell(appealId, 'm1')).toBe('away');
    wechat.trouble.unavailable = false;
    expect(await tell(appealId, 'm1')).toBe('told');
    wechat.limits('/cgi-bin/message/custom/send', 0);
    expect(await tell(appealId, 'm2')).toBe('refused');
    expect(heard(wang)).toHaveLength(1);
  });

  test('the menu is made by the operator, and its buttons work', async () => {
    expect(await world.act('wechat-menu', { door: 'web' })).toMatchObject({ refused: 'NO_VOICE' });
    expect(await world.act('wechat-menu', { door: 'wechat' })).toEqual({ outcome: 'done' });
    const wang = wechat.user('王');
    expect(await wang.presses('raise')).toContain('统一社会信用代码');
    expect(await wang.presses('help')).toContain('提交');
  });
});
