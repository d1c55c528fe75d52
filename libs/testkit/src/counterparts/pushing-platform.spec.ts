// The platform of tests against a door that keeps what it got: what is signed is written out here by hand.
import { createHmac } from 'node:crypto';
import { type PlatformMapping, platformSchema } from '#policy/platform-mapping';
import { type Loopback, startLoopback } from './loopback';
import { type PlatformOrder, pushingPlatform } from './pushing-platform';

const at = Date.parse('2026-11-22T10:00:05+08:00');
const common = {
  door: 'some-door',
  open: true,
  basis: { documented: [], assumed: ['invented'] },
  perMinute: 60,
  fields: {
    sourceNumber: 'order.no',
    title: { beginningOf: 'order.text', characters: 30 },
    content: 'order.text',
    kind: 'kind',
    enterpriseName: 'firm',
    region: { fixed: 'gusu' },
    contactName: 'name',
    contactPhone: 'tel',
  },
  codes: { kind: { '01': 'help' } },
  files: { list: 'files', name: 'n', url: 'u', mediaType: 'm', size: 's' },
  answer: { always200: true, code: 'ret', message: 'msg', taken: '0', refused: '9', number: 'd.no' },
};
const byHeaders = platformSchema.parse({
  ...common,
  body: { format: 'json', charset: 'utf-8' },
  signature: {
    ...{
      scheme: 'headers',
      hash: 'sm3',
      encoding: 'base64',
      signature: 'x-s',
      timestamp: 'x-t',
      nonce: 'x-n',
    },
    ...{ over: ['nonce', 'body', 'timestamp'], joinedBy: '&', stamp: { unit: 'ms', withinSeconds: 300 } },
  },
});
const byParameters = platformSchema.parse({
  ...common,
  fields: { ...common.fields, sourceNumber: 'no', title: 'title', content: 'text' },
  body: { format: 'form', charset: 'gb18030' },
  signature: {
    ...{ scheme: 'parameters', hash: 'sha256', encoding: 'hex', signature: 'sign', timestamp: 'ts' },
    stamp: { unit: 'compact', withinSeconds: 300 },
  },
});

const order: PlatformOrder = {
  sourceNumber: 'A1',
  title: '停电',
  content: '厂区 停电&急',
  kind: 'help',
  enterpriseName: '甲公司',
  region: 'gusu',
  contactName: '',
  contactPhone: '19900000001',
};

let door: Loopback;
let answers: { status: number; body: string }[] = [];
const taken = { status: 200, body: '{"ret":"0","msg":"ok","d":{"no":"ZT-1"}}' };

beforeEach(async () => {
  answers = [];
  door = await startLoopback(() => ({ type: 'application/json', ...(answers.shift() ?? taken) }));
});
afterEach(() => door.stop());

const waited: number[] = [];
const platform = (row: PlatformMapping) =>
  pushingPlatform({
    row,
    secret: 'secret-of-the-door',
    url: `${door.address}/doors/some-door`,
    now: () => at,
    pause: async (ms) => void waited.push(ms),
  });

test('the code over stamp, nonce and body stands in the headers', async () => {
  const file = { name: '录音.mp3', url: 'https://files.example.cn/1', mediaType: 'audio/mpeg', size: 7 };
  const { headers, body } = platform(byHeaders).write({ ...order, files: [file] });
  expect(JSON.parse(body.toString())).toEqual({
    order: { no: 'A1', text: '厂区 停电&急' },
    kind: '01',
    firm: '甲公司',
    name: '',
    tel: '19900000001',
    files: [{ n: '录音.mp3', u: 'https://files.example.cn/1', m: 'audio/mpeg', s: 7 }],
  });
  const text = `${headers['x-n']}&${body.toString()}&${at}`;
  expect(headers['x-s']).toBe(createHmac('sm3', 'secret-of-the-door').update(text).digest('base64'));
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
});

test('the code over sorted parameters is one of them, empty ones left out', () => {
  const { body } = platform(byParameters).write(order);
  const text = 'firm=甲公司&kind=01&no=A1&tel=19900000001&text=厂区 停电&急&title=停电&ts=20261122100005';
  const sign = createHmac('sha256', 'secret-of-the-door').update(text).digest('hex');
  expect(body.toString('latin1')).toBe(
    'no=A1&title=%CD%A3%B5%E7&text=%B3%A7%C7%F8%20%CD%A3%B5%E7%26%BC%B1' +
      `&firm=%BC%D7%B9%AB%CB%BE&name=&tel=19900000001&kind=01&ts=20261122100005&sign=${sign}`,
  );
});

test('what is bent is bent: clock, secret, charset, code, and the body after it was signed', () => {
  const of = platform(byHeaders);
  expect(of.write(order, { skewMs: -60_000 }).headers['x-t']).toBe(String(at - 60_000));
  expect(of.write(order, { charset: 'gb18030' }).body).toContain(0xb3);
  expect(of.write(order, { codes: { kind: '77' } }).body.toString()).toContain('"kind":"77"');
  expect(of.write(order, { garbled: (body) => body.subarray(0, 3) }).body.toString()).toBe('{"o');
});

test('it repeats until somebody answers, each time signed anew, and then gives up', async () => {
  answers = [{ status: 503, body: '' }, { status: 429, body: '' }, taken];
  const delivered = await platform(byHeaders).deliver(order);
  expect(delivered).toMatchObject({ taken: true, number: 'ZT-1', sent: 3 });
  expect(new Set(door.received.map(({ headers }) => headers['x-n'])).size).toBe(3);
  expect(waited.splice(0)).toEqual([1000, 2000]);
  door.trouble.loseAnswers = 4;
  await expect(platform(byHeaders).deliver(order)).rejects.toThrow('fetch failed');
  expect(waited.splice(0)).toEqual([1000, 2000, 4000]);
  answers = [{ status: 200, body: '{"ret":"9","msg":"签名不符"}' }];
  const refused = await platform(byHeaders).deliver(order);
  expect(refused).toMatchObject({ taken: false, number: '', message: '签名不符', sent: 1 });
});

test('who hangs up half way is not heard at all', async () => {
  await platform(byHeaders).hangUpOn(platform(byHeaders).write(order));
  expect(door.received).toEqual([]);
});
