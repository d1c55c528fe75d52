// The door of the platforms as a right sender and as a hostile or broken one meets it, through intake as it
// runs. What platforms send is made here, not by the code under test; one code was computed with the
// openssl program and stands below as a text.
import { createHmac } from 'node:crypto';
import { startWorld, type World } from '../../../../test/world';
import { MORNING } from '../../../../test/scenario';
import { derivedSecret } from '../../out/door-secrets';

const secretOf = (door: string) => derivedSecret(new Uint8Array(32), door);
const SECONDS = String(Math.floor(MORNING / 1000));

const message = (over: object = {}) => ({
  ...{
    id: 'LB-1',
    subject: '厂区断电',
    text: '本月已断电三次，请协调。',
    type: '2',
    field: '企业',
    area: '太仓市',
  },
  ...{ organisation: '太仓市奕辉新能源充换电有限公司', author: { name: '殷某', phone: '19900006305' } },
  ...over,
});

/** A push of the message board, signed as its mapping says. */
function board(
  body: object | Buffer,
  over: Readonly<Record<string, string>> = {},
  secret = secretOf('leader-board'),
) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const headers = { 'x-timestamp': SECONDS, 'x-nonce': 'n-1', ...over };
  const signed = Buffer.concat([Buffer.from(`${headers['x-timestamp']}\n${headers['x-nonce']}\n`), bytes]);
  const signature = createHmac('sha256', secret).update(signed).digest('hex');
  return { door: 'leader-board', headers: { 'x-signature': signature, ...headers }, body: bytes };
}

describe('a platform', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const stored = () => world.records().filter(({ type }) => type.endsWith('AppealSubmitted')).length;

  test('pushes, is answered in its own form, and pushes again without effect', async () => {
    const first = await world.receive(board({ message: message() }));
    expect(first).toMatchObject({ status: 200, json: { code: 0, message: '' } });
    expect(first.json.data.number).toMatch(/^ZT\d{15}$/);
    const again = await world.receive(
      board({ message: message({ text: '改了内容，仍是同一件。' }) }, { 'x-nonce': 'n-2' }),
    );
    expect(again.json).toEqual(first.json);
    expect(stored()).toBe(1);
  });

  test('of another kind pushes a form in GB 18030, its parameters signed with SM3', async () => {
    const form = (fields: Readonly<Record<string, string>>) => {
      const sorted = Object.keys(fields)
        .sort()
        .map((name) => `${name}=${fields[name]}`)
        .join('&');
      const sign = createHmac('sm3', secretOf('zao-solved')).update(sorted).digest('hex').toUpperCase();
      return Buffer.from(
        Object.entries({ ...fields, sign })
          .map(([name, value]) => `${name}=${escaped(value)}`)
          .join('&'),
      );
    };
    const fields = {
      ...{
        gdbh: 'Z-1',
        sqnr: '厂区断电三次，请协调。',
        sqlx: '02',
        qymc: '某厂',
        lxr: '殷某',
        lxdh: '19900006305',
      },
      timestamp: '20260302090000',
    };
    const answer = await world.receive({ door: 'zao-solved', headers: {}, body: form(fields) });
    expect(answer).toMatchObject({ status: 200, json: { ret: '0000', slbh: expect.stringMatching(/^ZT/) } });
    const held = await world.receive({
      door: 'zao-solved',
      headers: {},
      body: form({ ...fields, gdbh: 'Z-2', sqlx: '77' }),
    });
    expect(held).toMatchObject({ status: 200, json: { ret: '0000', slbh: expect.stringMatching(/^ZT/) } });
    expect(stored()).toBe(1);
  });

  test('is believed by the codes that openssl makes of the same bytes', async () => {
    // printf '1772413200\nn-1\n{}' | openssl dgst -sha256 -hmac SECRET
    const secret = secretOf('leader-board');
    const signature = '7c74682acdff75051f2d873bcc4767be960a6e08e37da6346b92d5f279d0c891';
    expect(secret).toBe('a3952b3ce26a482937fc82d5ecd9f5d71bb1c259793e0bbf2d4b2a95b03e95dc');
    const headers = { 'x-signature': signature, 'x-timestamp': '1772413200', 'x-nonce': 'n-1' };
    const { json } = await world.receive({ door: 'leader-board', headers, body: Buffer.from('{}') });
    expect(json.message).not.toContain('SIGNATURE');
    expect(json.message).toContain('sourceNumber');
  });

  const right = () => board({ message: message() });
  const cases: readonly [string, () => Parameters<World['receive']>[0], number, string][] = [
    ['no signature', () => ({ ...right(), headers: {} }), 401, 'SIGNATURE_MISSING'],
    ['no nonce', () => board({ message: message() }, { 'x-nonce': '' }), 401, 'SIGNATURE_MISSING'],
    [
      'a signature of another secret',
      () => board({ message: message() }, {}, 'x'.repeat(64)),
      401,
      'SIGNATURE_WRONG',
    ],
    [
      'another body under a right signature',
      () => ({ ...right(), body: Buffer.from('{}') }),
      401,
      'SIGNATURE_WRONG',
    ],
    [
      'another nonce under a right signature',
      () => ({ ...right(), headers: { ...right().headers, 'x-nonce': 'n-9' } }),
      401,
      'SIGNATURE_WRONG',
    ],
    [
      'half of a signature',
      () => ({ ...right(), headers: { ...right().headers, 'x-signature': 'ab' } }),
      401,
      'SIGNATURE_WRONG',
    ],
    [
      'a push of yesterday',
      () => board({ message: message() }, { 'x-timestamp': String(Number(SECONDS) - 86_400) }),
      401,
      'STAMP_WRONG',
    ],
    [
      'a clock that runs ahead',
      () => board({ message: message() }, { 'x-timestamp': String(Number(SECONDS) + 301) }),
      401,
      'STAMP_WRONG',
    ],
    [
      'a stamp that is none',
      () => board({ message: message() }, { 'x-timestamp': '1e10' }),
      401,
      'STAMP_WRONG',
    ],
    ['half a file', () => board(Buffer.from('{"message":{"id":"LB')), 400, 'BODY_MALFORMED'],
    ['a list', () => board(Buffer.from('[]')), 400, 'BODY_MALFORMED'],
    ['another character set', () => board(Buffer.from([0x7b, 0xb3, 0xa7, 0x7d])), 400, 'BODY_NOT_UTF8'],
    ['a tower', () => board(Buffer.from('{"a":'.repeat(60) + '1' + '}'.repeat(60))), 400, 'BODY_TOO_DEEP'],
    ['a key to the prototype', () => board(Buffer.from('{"__proto__":{"id":1}}')), 400, 'BODY_KEY_FORBIDDEN'],
    [
      'words that are too long',
      () => board({ message: message({ text: '长'.repeat(6000) }) }),
      422,
      'TEXT_TOO_LONG',
    ],
    [
      'a telephone nobody can dial',
      () => board({ message: message({ author: { name: '殷', phone: '110' } }) }),
      422,
      'PHONE_WRONG',
    ],
  ];
  test.each(cases)('%s is refused with a code, and nothing is stored', async (_what, push, status, code) => {
    const answer = await world.receive(push());
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ code: 1, message: expect.stringContaining(code) });
    expect(JSON.stringify(answer.json)).not.toMatch(/19900006305|奕辉|断电/);
    expect(stored()).toBe(0);
  });

  test('nobody has a mapping for is no door', async () => {
    const answer = await world.receive({ ...right(), door: 'web' });
    expect(answer.status).toBe(404);
  });

  test('that pushes too often is told when to come again, and its appeals of before stand', async () => {
    const answers = [];
    for (let at = 0; at < 125; at += 1) {
      answers.push(await world.receive(board({ message: message() }, { 'x-nonce': `n-${at}` })));
    }
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(120);
    const held = answers.at(-1);
    expect(held).toMatchObject({
      status: 429,
      json: { message: expect.stringContaining('TOO_MANY_PUSHES') },
    });
    expect(held?.retryAfterS).toBeGreaterThan(0);
    expect(held?.retryAfterS).toBeLessThanOrEqual(60);
    expect(stored()).toBe(1);
  });
});

/** Characters of the form above as their bytes in GB 18030. */
const GB: Readonly<Record<string, string>> = {
  厂: '%B3%A7',
  区: '%C7%F8',
  断: '%B6%CF',
  电: '%B5%E7',
  三: '%C8%FD',
  次: '%B4%CE',
  '，': '%A3%AC',
  请: '%C7%EB',
  协: '%D0%AD',
  调: '%B5%F7',
  '。': '%A1%A3',
  某: '%C4%B3',
  殷: '%D2%F3',
};

function escaped(value: string): string {
  return [...value].map((one) => GB[one] ?? one).join('');
}
