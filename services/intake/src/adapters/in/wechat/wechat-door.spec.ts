// The door of an official account as WeChat, a broken sender and a hostile one meet it, through intake as it
// runs. Nothing of what is refused is stored, and nothing of a person stands in an answer to it.
import { APP_ID, callback, event, PERSON, SECRETS, signed, text, wordsOf } from '../../../../test/wechat';
import { demoProfile, MORNING } from '../../../../test/scenario';
import { startWorld, type World } from '../../../../test/world';
import type { WechatAccount } from '#policy/wechat-account';
import { openMessage, wechatSignature } from './message-crypt';
import { readMessageXml, writeMessageXml } from './message-xml';
import { receiveWechat, type WechatDoorPorts } from './wechat-door';

describe('an official account', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const say = (fields: Readonly<Record<string, string | number>>, nonce = 'n1') =>
    world.receive(callback(writeMessageXml(fields), { nonce }));
  const verify = (over: Readonly<Record<string, string>> = {}) => {
    const asked = { timestamp: String(MORNING / 1000), nonce: 'n1', echostr: '4375120948345356249' };
    const signature = wechatSignature([SECRETS.token, asked.timestamp, asked.nonce]);
    const query = { ...asked, signature, ...over };
    return world.receive({ door: 'wechat', method: 'GET', query });
  };

  test('is verified by its own word, in plain text', async () => {
    expect(await verify()).toMatchObject({
      ...{ status: 200, text: '4375120948345356249', contentType: 'text/plain; charset=utf-8' },
    });
  });

  test.each([
    ['a wrong signature', { signature: '0'.repeat(40) }, 401, 'SIGNATURE_WRONG'],
    ['no signature', { signature: '' }, 401, 'SIGNATURE_MISSING'],
    ['an old stamp', { timestamp: String(MORNING / 1000 - 301) }, 401, 'STAMP_WRONG'],
    ['a page for an echo', { echostr: '<script>alert(1)</script>' }, 400, 'MESSAGE_UNREADABLE'],
  ])('is not verified with %s', async (_what, over, status, code) => {
    const answer = await verify(over);
    expect([answer.status, answer.text.split(':')[0]]).toEqual([status, code]);
  });

  test('answers sealed and signed, and events that ask nothing with success', async () => {
    expect(wordsOf(await say(text(1, '你好')))).not.toBe('');
    expect(wordsOf(await say(event('unsubscribe', MORNING / 1000), 'n2'))).toBe('');
    expect(wordsOf(await say(text(2, '', { MsgType: 'hologram' }), 'n3'))).toBe('');
  });

  const xml = (over: object = {}) => writeMessageXml(text(1, '厂区断电，电话19900006305', over));
  const body = (content: string | Buffer) => {
    const how = { nonce: 'n1', secrets: SECRETS, query: {} };
    return signed('', Buffer.from(content), MORNING, how);
  };
  const sealedAs = (sealed: string) => {
    const how = { nonce: 'n1', secrets: SECRETS, query: {} };
    return signed(sealed, Buffer.from(writeMessageXml({ Encrypt: sealed })), MORNING, how);
  };
  const other = { token: 'anothertoken', encodingAesKey: SECRETS.encodingAesKey };
  const cases: readonly [string, () => Parameters<World['receive']>[0], number, string][] = [
    ['a signature of another token', () => callback(xml(), { secrets: other }), 401, 'SIGNATURE_WRONG'],
    ['no signature', () => callback(xml(), { query: { msg_signature: '' } }), 401, 'SIGNATURE_MISSING'],
    ['half a signature', () => callback(xml(), { query: { msg_signature: 'ab' } }), 401, 'SIGNATURE_WRONG'],
    ['another nonce than signed', () => callback(xml(), { query: { nonce: 'n9' } }), 401, 'SIGNATURE_WRONG'],
    ['a stale stamp', () => callback(xml(), { at: MORNING - 301_000 }), 401, 'STAMP_WRONG'],
    ['a stamp of tomorrow', () => callback(xml(), { at: MORNING + 86_400_000 }), 401, 'STAMP_WRONG'],
    ['a stamp that is none', () => callback(xml(), { query: { timestamp: '1e10' } }), 401, 'STAMP_WRONG'],
    ['a plain message, signed as plain ones are', () => body(xml()), 401, 'SIGNATURE_MISSING'],
    [
      'a claim to be plain',
      () => callback(xml(), { query: { encrypt_type: 'raw' } }),
      401,
      'SIGNATURE_MISSING',
    ],
    [
      'a message for another account',
      () => callback(xml(), { appId: 'wx00000000000000aa' }),
      401,
      'APP_ID_WRONG',
    ],
    ['a tail longer than the AppID', () => callback(xml(), { appId: `${APP_ID}x` }), 401, 'APP_ID_WRONG'],
    ['what is not base64', () => sealedAs('不'.repeat(20)), 400, 'CIPHER_UNREADABLE'],
    ['a wrong block length', () => sealedAs(Buffer.alloc(48).toString('base64')), 400, 'CIPHER_UNREADABLE'],
    ['bad padding', () => sealedAs(Buffer.alloc(64, 7).toString('base64')), 400, 'CIPHER_UNREADABLE'],
    [
      'a body larger than 64 kB',
      () => body(`<xml><A>${'1'.repeat(70_000)}</A></xml>`),
      413,
      'MESSAGE_TOO_LARGE',
    ],
    ['nothing', () => body(''), 400, 'MESSAGE_UNREADABLE'],
    ['JSON', () => body('{}'), 400, 'MESSAGE_UNREADABLE'],
    [
      'an entity bomb',
      () => body('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><xml><Encrypt>&b;</Encrypt></xml>'),
      400,
      'MESSAGE_UNREADABLE',
    ],
    ['a DTD within the seal', () => callback(`<!DOCTYPE x>${xml()}`), 400, 'MESSAGE_UNREADABLE'],
    ['another character set', () => body(Buffer.from([0x3c, 0xb3, 0xa7, 0x3e])), 400, 'BODY_NOT_UTF8'],
    ['a control character', () => callback('<xml><A>\u0002</A></xml>'), 400, 'MESSAGE_UNREADABLE'],
    ['no sender', () => callback(xml({ FromUserName: '' })), 400, 'MESSAGE_UNREADABLE'],
    ['a sender with a formula', () => callback(xml({ FromUserName: '=cmd|x' })), 400, 'MESSAGE_UNREADABLE'],
    ['no time', () => callback(xml({ CreateTime: '' })), 400, 'MESSAGE_UNREADABLE'],
    ['no number', () => callback(xml({ MsgId: '' })), 400, 'MESSAGE_UNREADABLE'],
    ['no kind', () => callback(xml({ MsgType: '' })), 400, 'MESSAGE_UNREADABLE'],
  ];
  test.each(cases)('%s is refused with a code, and nothing is stored', async (_what, call, status, code) => {
    const answer = await world.receive(call());
    expect([answer.status, answer.text.split(':')[0]]).toEqual([status, code]);
    expect(answer.text).not.toMatch(/19900006305|断电|oyORnuP8/);
    expect(world.records()).toEqual([]);
  });

  test('a nonce is spent: another message under it is refused, the same one is a repeat', async () => {
    const first = await say(text(1, '你好'));
    expect((await say(text(2, '再来'))).text).toContain('PUSH_REPLAYED');
    expect(wordsOf(await say(text(1, '你好')))).toBe(wordsOf(first));
  });

  test('that is called too often says when to come again, as an answer', async () => {
    const answers = [];
    for (let at = 0; at < 605; at += 1)
      answers.push(await say(event('unsubscribe', MORNING / 1000 + at), `n${at}`));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter((answer) => answer.text === 'success')).toHaveLength(600);
    expect(answers.slice(600).map(wordsOf)).toEqual(Array(5).fill(expect.stringContaining('频繁')));
  });
});

test('what was sealed with the last key is opened with it, and answered with it', async () => {
  const last = { token: SECRETS.token, encodingAesKey: 'a'.repeat(43) };
  const account = { ...(demoProfile().wechat[0] as WechatAccount), mode: 'encrypted' as const };
  const answer = await receiveWechat(callback(writeMessageXml(text(1, '你好')), { secrets: last }), account, {
    ...{ secretsOf: () => [SECRETS, last], answerTo: async () => '收到', waitOf: async () => 0 },
    ...{ later: undefined, pause: async () => undefined },
    ...{
      spent: () => false,
      now: () => MORNING,
      random: (bytes) => Buffer.alloc(bytes),
      count: () => undefined,
    },
  });
  const sealed = readMessageXml(Buffer.from(answer.body).toString())?.['Encrypt'] ?? '';
  expect(openMessage(sealed, { ...SECRETS, appId: APP_ID }).ok).toBe(false);
  expect(openMessage(sealed, { ...last, appId: APP_ID }).ok).toBe(true);
});

test('an account in plain mode takes what stamp and nonce are signed for, and answers plainly', async () => {
  const account = { ...(demoProfile().wechat[0] as WechatAccount), mode: 'plain' as const };
  const call = callback('');
  const body = Buffer.from(writeMessageXml(text(1, '你好')));
  const answer = await receiveWechat({ ...call, body }, account, {
    ...{ secretsOf: () => [SECRETS], answerTo: async () => '收'.repeat(900), waitOf: async () => 0 },
    ...{ later: undefined, pause: async () => undefined },
    ...{
      spent: () => false,
      now: () => MORNING,
      random: (bytes) => Buffer.alloc(bytes),
      count: () => undefined,
    },
  });
  const reply = readMessageXml(Buffer.from(answer.body).toString());
  expect(reply).toMatchObject({ ToUserName: PERSON, MsgType: 'text' });
  expect(Buffer.byteLength(reply?.['Content'] ?? '')).toBeLessThanOrEqual(2048);
  expect(reply?.['Content']).toMatch(/收…$/);
});

describe('an answer that takes longer than WeChat waits', () => {
  const account = demoProfile().wechat[0] as WechatAccount;
  const call = callback(writeMessageXml(text(1, '你好')));
  const slow = (answer: Promise<string>, later: WechatDoorPorts['later']): WechatDoorPorts => ({
    ...{ secretsOf: () => [SECRETS], answerTo: () => answer, waitOf: async () => 0, spent: () => false },
    ...{ now: () => MORNING, random: (bytes) => Buffer.alloc(bytes), count: () => undefined },
    ...{ later, pause: async () => undefined },
  });
  const wordsOfBody = async (answering: ReturnType<typeof receiveWechat>) =>
    Buffer.from((await answering).body).toString();

  test('comes as a message of its own', async () => {
    const said: string[] = [];
    let answer = (_text: string): void => undefined;
    const pending = new Promise<string>((resolve) => (answer = resolve));
    const later = async (_account: WechatAccount, person: string, words: string) => {
      said.push(`${person} ${words}`);
    };
    expect(await wordsOfBody(receiveWechat(call, account, slow(pending, later)))).toBe('success');
    expect(said).toEqual([]);
    answer('已收到');
    await new Promise(setImmediate);
    expect(said).toEqual([`${PERSON} 已收到`]);
  });

  test('that fails says so', async () => {
    const said: string[] = [];
    let fail = (_error: Error): void => undefined;
    const pending = new Promise<string>((_resolve, reject) => (fail = reject));
    const later = async (_account: WechatAccount, _person: string, words: string) => void said.push(words);
    expect(await wordsOfBody(receiveWechat(call, account, slow(pending, later)))).toBe('success');
    fail(new Error('the store is away'));
    await new Promise(setImmediate);
    expect(said).toEqual([expect.stringContaining('重新发送')]);
  });

  test('is waited for by an account that cannot speak by itself', async () => {
    expect(
      await wordsOfBody(receiveWechat(call, account, slow(Promise.resolve('收到'), undefined))),
    ).toContain('<Encrypt>');
  });
});

test('what became of every call is counted by its door', async () => {
  const counted: string[] = [];
  const ports: WechatDoorPorts = {
    ...{
      secretsOf: () => [SECRETS],
      answerTo: async () => '收到',
      waitOf: async () => 0,
      spent: () => false,
    },
    ...{ now: () => MORNING, random: (bytes) => Buffer.alloc(bytes), later: undefined },
    ...{ pause: async () => undefined, count: (door, outcome) => void counted.push(`${door} ${outcome}`) },
  };
  const account = demoProfile().wechat[0] as WechatAccount;
  const right = callback(writeMessageXml(text(1, '你好')));
  const unheard = callback(writeMessageXml(text(2, '', { MsgType: 'hologram' })));
  await receiveWechat({ ...right, query: { ...right.query, nonce: 'n9' } }, account, ports);
  await receiveWechat({ ...right, body: Buffer.alloc(70_000) }, account, ports);
  await receiveWechat(unheard, account, ports);
  expect(counted).toEqual([
    'wechat SIGNATURE_WRONG',
    'wechat MESSAGE_TOO_LARGE',
    'wechat MESSAGE_TYPE_UNKNOWN',
  ]);
});
