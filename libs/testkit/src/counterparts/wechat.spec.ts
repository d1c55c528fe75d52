// The counterpart against an account written for this spec alone, word by word after the documentation.
import { type Received, startLoopback } from './loopback';
import { FORGERIES, startWechat, type Wechat, demoWechat as we } from './wechat';
import { openWechat, sealWechat, wechatSignature } from './wechat-crypt';
import { wechatApology } from './wechat-push';
import { readWechatXml, writeWechatXml } from './wechat-xml';

let now = Date.parse('2026-11-22T10:00:00+08:00');
let wechat: Wechat;
let closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:00:00+08:00');
  wechat = await startWechat({
    now: () => now,
    patienceMs: 600,
    templates: { T1: ['thing1', 'time2'] },
  });
  closers = [() => wechat.stop()];
});

afterEach(async () => {
  for (const close of closers.reverse()) await close();
});

type Reply = (said: Record<string, unknown>, request: Received, nth: number) => string | Promise<string>;

/** An account that checks what it gets and answers by `reply`. */
async function account(reply: Reply) {
  let nth = 0;
  const door = await startLoopback(async (request) => {
    const text = (body: string, status = 200) => ({ status, type: 'text/plain', body });
    const [timestamp, nonce] = ['timestamp', 'nonce'].map((name) => request.query.get(name) ?? '') as [
      string,
      string,
    ];
    if (request.query.get('signature') !== wechatSignature(we.token, timestamp, nonce)) return text('', 403);
    if (Math.abs(Number(timestamp) * 1000 - now) > 300_000) return text('', 403);
    if (request.method === 'GET') return text(request.query.get('echostr') ?? '');
    const sealed = String(readWechatXml(request.body.toString())?.['Encrypt']);
    const signature = wechatSignature(we.token, timestamp, nonce, sealed);
    if (request.query.get('msg_signature') !== signature) return text('', 403);
    const opened = openWechat(we.encodingAesKey, we.appId, sealed);
    const fields = 'message' in opened ? readWechatXml(opened.message) : undefined;
    if (!fields) return text('', 400);
    nth += 1;
    return text(await reply(fields, request, nth));
  });
  closers.push(() => door.stop());
  wechat.callsAt(`${door.address}/doors/wechat`);
  return door;
}

function sealedReply(to: unknown, Content: string, changed: Record<string, string> = {}): string {
  const message = writeWechatXml({
    ToUserName: String(to),
    FromUserName: we.name,
    CreateTime: 1700000000,
    MsgType: 'text',
    Content,
    ...changed,
  });
  const Encrypt = sealWechat(we.encodingAesKey, changed['AppId'] ?? we.appId, message);
  const MsgSignature = changed['Sig'] ?? wechatSignature(we.token, '1700000000', 'n', Encrypt);
  return writeWechatXml({ Encrypt, MsgSignature, TimeStamp: 1700000000, Nonce: 'n' });
}

test('a chat: the address is checked, what is said is answered, silence is silence', async () => {
  const door = await account((said) =>
    said['Content'] === '在吗' ? 'success' : sealedReply(said['FromUserName'], `收到：${said['Content']}`),
  );
  expect(await wechat.verifies()).toBe(true);
  expect(await wechat.verifies('0'.repeat(40))).toBe(false);
  const wang = wechat.user('王');
  expect(await wang.says('你好 <b> & ]]>')).toBe('收到：你好 <b> & ]]>');
  expect(await wang.says('在吗')).toBe('');
  expect(wang.chat).toEqual([{ kind: 'reply', text: '收到：你好 <b> & ]]>' }]);
  expect(door.received[2]?.headers['content-type']).toBe('text/xml');
  expect(wang.openid).toMatch(/^o[\w-]{27}$/);
});

test('pictures and events carry their fields', async () => {
  const seen: Record<string, unknown>[] = [];
  await account((said) => {
    seen.push(said);
    return '';
  });
  const li = wechat.user('李');
  await li.sendsPicture(Buffer.from('jpeg'));
  await li.follows();
  await li.scans('qr7');
  await li.unfollows();
  expect(seen).toEqual([
    expect.objectContaining({
      MsgType: 'image',
      MediaId: expect.stringMatching(/^media-/),
      PicUrl: expect.any(String),
    }),
    expect.objectContaining({ MsgType: 'event', Event: 'subscribe' }),
    expect.objectContaining({ Event: 'SCAN', EventKey: 'qr7' }),
    expect.objectContaining({ Event: 'unsubscribe', FromUserName: li.openid, ToUserName: we.name }),
  ]);
  expect(seen[1]).not.toHaveProperty('MsgId');
  await expect(li.presses('none')).rejects.toThrow('no button');
});

test('who is slow is pushed the same message again, first word for word, then sealed anew', async () => {
  const door = await account(async (said, _, nth) => {
    if (nth < 3) await new Promise((resolve) => setTimeout(resolve, 900));
    return sealedReply(said['FromUserName'], `第${nth}次 ${said['MsgId']}`);
  });
  const reply = await wechat.user('王').says('慢');
  expect(reply).toMatch(/^第3次 2408608757519\d{4}$/);
  const [first, second, third] = door.received;
  expect(second?.body).toEqual(first?.body);
  expect(second?.search).toBe(first?.search);
  expect(third?.search).not.toBe(first?.search);
  expect(wechat.pushes).toEqual([expect.objectContaining({ pushes: 3 })]);
});

test('an answer lost on its way is asked for again, with the same MsgId', async () => {
  const heard: unknown[] = [];
  await account((said) => {
    heard.push(said['MsgId']);
    return sealedReply(said['FromUserName'], '收到');
  });
  wechat.losesAnswers(2);
  const wang = wechat.user('王');
  expect(await wang.says('你好')).toBe('收到');
  expect([heard.length, new Set(heard).size]).toEqual([3, 1]);
  wechat.losesAnswers(3);
  expect(await wang.says('你好')).toBe(wechatApology);
});

test('who never answers, or breaks the line, costs the person an apology', async () => {
  const door = await account((said) => sealedReply(said['FromUserName'], '好'));
  door.trouble.loseAnswers = 3;
  const wang = wechat.user('王');
  expect(await wang.says('喂')).toBe(wechatApology);
  expect(wang.chat).toEqual([{ kind: 'apology', text: wechatApology }]);
  door.trouble.unavailable = true;
  expect(await wang.says('喂')).toBe(wechatApology);
  expect(wechat.pushes.map((one) => one.fault)).toEqual(['no answer in time', 'status 503']);
});

test.each<[string, (to: unknown) => string]>([
  ['-40002', () => '{"text":"JSON"}'],
  ['must be sealed', (to) => writeWechatXml({ ToUserName: String(to), Content: 'open' })],
  ['-40001', (to) => sealedReply(to, 'x', { Sig: '0'.repeat(40) })],
  ['-40005', (to) => sealedReply(to, 'x', { AppId: 'wxffffffffffffffff' })],
  ['ToUserName', () => sealedReply(we.name, 'x')],
  ['FromUserName', (to) => sealedReply(to, 'x', { FromUserName: String(to) })],
  ['CreateTime', (to) => sealedReply(to, 'x', { CreateTime: '1700000000000' })],
  ['MsgType', (to) => sealedReply(to, 'x', { MsgType: 'card' })],
  ['2048 bytes', (to) => sealedReply(to, '字'.repeat(683))],
  ['missing', (to) => sealedReply(to, '')],
])('an answer the platform cannot use is an apology: %s', async (fault, reply) => {
  await account((said) => reply(said['FromUserName']));
  expect(await wechat.user('王').says('你好')).toBe(wechatApology);
  expect(wechat.pushes[0]?.fault).toContain(fault);
});

test('forgeries do not come through to an account that checks', async () => {
  await account(() => sealedReply(wechat.user('王').openid, '不该有'));
  for (const kind of FORGERIES) {
    const answer = await wechat.forges(kind, '王', '骗');
    expect([kind, (answer?.status ?? 0) >= 400]).toEqual([kind, true]);
  }
});

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
const stable = async () => String((await call('stable_token', undefined, credentials))['access_token']);

test('a template is filled as it must be, sent once a mark, and told of', async () => {
  const told: unknown[] = [];
  await account((said) => {
    told.push([said['Event'], said['Status']]);
    return '';
  });
  const token = await stable();
  const wang = wechat.user('王');
  const data = { thing1: { value: '诉求已受理' }, time2: { value: '2026年11月22日 10:00' } };
  const send = (more: object) =>
    call('message/template/send', token, { touser: wang.openid, template_id: 'T1', data, ...more });
  const first = await send({ client_msg_id: 'A1' });
  expect(first).toMatchObject({ errcode: 0, errmsg: 'ok', msgid: expect.any(Number) });
  expect((await send({ client_msg_id: 'A1' }))['msgid']).toBe(first['msgid']);
  expect((await send({ template_id: 'T9' }))['errcode']).toBe(40037);
  const long = await send({ data: { ...data, thing1: { value: '字'.repeat(21) } } });
  expect(long).toMatchObject({
    errcode: 47003,
    errmsg: expect.stringContaining('data.thing1.value invalid'),
  });
  expect((await send({ data: { thing1: data.thing1 } }))['errmsg']).toContain('data.time2.value is emtpy');
  wang.refuses(true);
  expect((await send({}))['errcode']).toBe(0);
  await wang.unfollows();
  expect((await send({}))['errcode']).toBe(43004);
  await wechat.settled();
  expect(told).toEqual(
    expect.arrayContaining([
      ['TEMPLATESENDJOBFINISH', 'success'],
      ['TEMPLATESENDJOBFINISH', 'failed:user block'],
    ]),
  );
  expect(wang.chat).toEqual([{ kind: 'notice', text: '诉求已受理 · 2026年11月22日 10:00' }]);
});

test('a picture can be fetched with a credential, and nothing else', async () => {
  let id = '';
  await account((said) => {
    id = String(said['MediaId']);
    return '';
  });
  const token = await stable();
  await wechat.user('王').sendsPicture(Buffer.from([0xff, 0xd8, 0xff]));
  const get = (media: string) =>
    fetch(`${wechat.address}/cgi-bin/media/get?access_token=${token}&media_id=${media}`);
  expect(Buffer.from(await (await get(id)).arrayBuffer())).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(await (await get('other')).json()).toMatchObject({ errcode: 40007 });
});
