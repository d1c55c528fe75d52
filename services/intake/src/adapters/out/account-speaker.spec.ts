// Where an account says what it has to say: in the chat, by its notice, or not at all.
import { startWechat, type Wechat } from '#testkit/counterparts/wechat';
import type { WechatAccount } from '#policy/wechat-account';
import { demoProfile, MORNING } from '../../../test/scenario';
import { accountSpeaker, menuOf } from './account-speaker';
import { wechatApi } from './wechat-api';

const [row] = demoProfile().wechat as [WechatAccount];
const data = { character_string1: 'number', thing2: 'text', time3: 'time' } as const;
const tidings = { messageId: 'e1#received#enterprise', number: 'ZT260302000000017', text: '字'.repeat(700) };

describe('an account', () => {
  let wechat: Wechat;
  beforeEach(async () => {
    const templates = { T1: Object.keys(data) };
    wechat = await startWechat({ now: () => MORNING, templates });
  });
  afterEach(() => wechat.stop());

  const speaker = (notice: WechatAccount['notice']) => {
    const { appId, secret: appSecret } = wechat.account;
    const account: WechatAccount = { ...row, appId, api: `${wechat.address}/`, notice };
    const api = wechatApi({ account, appSecret, now: () => MORNING });
    return { api, speak: accountSpeaker(account, api, () => MORNING) };
  };

  test('with nobody who wrote lately says it by a subscription, as often as was agreed', async () => {
    const wang = wechat.user('王');
    const { speak } = speaker({ kind: 'subscription', templateId: 'T1', data });
    expect(await speak(wang.openid, tidings)).toBe('refused');
    wang.permits('T1');
    expect(await speak(wang.openid, tidings)).toBe('told');
    expect(await speak(wang.openid, tidings)).toBe('refused');
    expect(wang.chat.map(({ kind }) => kind)).toEqual(['notice']);
    expect(wang.chat[0]?.text).toContain(tidings.number);
  });

  test('by a template, and the same one goes once however often it is asked for', async () => {
    const wang = wechat.user('王');
    const { speak } = speaker({ kind: 'template', templateId: 'T1', data });
    expect([await speak(wang.openid, tidings), await speak(wang.openid, tidings)]).toEqual(['told', 'told']);
    expect(wang.chat.map(({ kind }) => kind)).toEqual(['notice']);
  });

  test('without a notice is silent when the chat is closed, and a stranger is told nothing', async () => {
    const wang = wechat.user('王');
    expect(await speaker(undefined).speak(wang.openid, tidings)).toBe('refused');
    const { speak } = speaker({ kind: 'template', templateId: 'T1', data });
    expect(await speak('oNobody', tidings)).toBe('refused');
    expect(wang.chat).toEqual([]);
  });

  test('has a menu WeChat takes, with pages and acts', async () => {
    const { api } = speaker(undefined);
    const menu = [...row.menu.slice(0, 2), { name: '网上大厅', url: 'https://example.gov.cn/' }];
    expect(await api.makeMenu(menuOf({ menu }))).toEqual({ outcome: 'done' });
    expect(await api.makeMenu(menuOf({ menu: [] }))).toMatchObject({ outcome: 'refused' });
  });

  test('with a wrong AppSecret is refused, not away', async () => {
    const api = wechatApi({
      account: { appId: wechat.account.appId, api: wechat.address },
      appSecret: 'x'.repeat(32),
      now: () => MORNING,
    });
    expect(await api.say('o', '你好')).toEqual({ outcome: 'refused', code: 40125 });
  });
});
