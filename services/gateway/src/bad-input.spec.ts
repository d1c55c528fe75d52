// What must not come in: each line of the table is refused with its code in two languages, nothing is stored,
// and the answer repeats nothing personal and tells nothing of our insides.
import { NUMBER } from '../test/fake-case';
import { ask, gatewayWorld, headersOf } from '../test/world';

const good = {
  ...{
    sourceNumber: 'T-1',
    kind: 'help',
    topic: 'utilities',
    title: '厂区断电',
    content: '本月已断电三次，请协调。',
  },
  enterprise: { name: '太仓某某有限公司', uscc: '91320585XNMLW3NY0L', region: 'taicang', tags: ['sme'] },
  contact: { name: '殷慧澄', phone: '19900006305' },
};
const WEB = '/api/v1/channels/web/appeals';
const json = { 'content-type': 'application/json' };
const deep = `{"title":${'['.repeat(50)}${']'.repeat(50)}}`;
const changed = (change: object) => JSON.stringify({ ...good, ...change });

type Line = readonly [
  what: string,
  url: string,
  headers: object,
  payload: string | Buffer,
  status: number,
  code: string,
  errors: readonly string[],
];

const table: readonly Line[] = [
  ['malformed JSON', WEB, json, '{"title": "厂', 400, 'BODY_MALFORMED', ['BODY_MALFORMED:']],
  ['a list', WEB, json, '[]', 400, 'BODY_MALFORMED', ['BODY_MALFORMED:']],
  ['a number', WEB, json, '7', 400, 'BODY_MALFORMED', ['BODY_MALFORMED:']],
  ['nothing at all', WEB, json, '', 400, 'BODY_MALFORMED', ['BODY_MALFORMED:']],
  [
    'bytes that are no UTF-8',
    WEB,
    json,
    Buffer.from('7b2261223a22ff22', 'hex'),
    400,
    'BODY_NOT_UTF8',
    ['BODY_NOT_UTF8:'],
  ],
  [
    'half of a character',
    WEB,
    json,
    changed({ sourceNumber: 'T-\ud800' }),
    400,
    'BODY_NOT_UTF8',
    ['BODY_NOT_UTF8:'],
  ],
  ['fifty levels', WEB, json, deep, 400, 'BODY_TOO_DEEP', ['BODY_TOO_DEEP:']],
  [
    'a prototype',
    WEB,
    json,
    '{"__proto__":{"role":"clerk"}}',
    400,
    'BODY_KEY_FORBIDDEN',
    ['BODY_KEY_FORBIDDEN:'],
  ],
  [
    '300 kB',
    WEB,
    json,
    changed({ content: 'a'.repeat(300_000) }),
    413,
    'BODY_TOO_LARGE',
    ['BODY_TOO_LARGE:'],
  ],
  [
    'a form',
    WEB,
    { 'content-type': 'application/x-www-form-urlencoded' },
    'title=x',
    415,
    'CONTENT_TYPE_WRONG',
    ['CONTENT_TYPE_WRONG:'],
  ],
  [
    'text',
    WEB,
    { 'content-type': 'text/plain' },
    changed({}),
    415,
    'CONTENT_TYPE_WRONG',
    ['CONTENT_TYPE_WRONG:'],
  ],
  [
    'an unknown channel',
    '/api/v1/channels/fax/appeals',
    json,
    changed({}),
    404,
    'CHANNEL_UNKNOWN',
    ['CHANNEL_UNKNOWN:channel'],
  ],
  [
    'a channel of 200 letters',
    `/api/v1/channels/${'x'.repeat(200)}/appeals`,
    json,
    changed({}),
    400,
    'BAD_REQUEST',
    ['BAD_REQUEST:'],
  ],
  [
    'a broken escape',
    '/api/v1/channels/%zz/appeals',
    json,
    changed({}),
    400,
    'BAD_REQUEST',
    ['BAD_REQUEST:'],
  ],
  [
    'a query where a text belongs',
    WEB,
    json,
    changed({ title: { $gt: '' } }),
    422,
    'INPUT_INVALID',
    ['NOT_TEXT:title'],
  ],
  [
    'a number where a text belongs',
    WEB,
    json,
    changed({ sourceNumber: 7 }),
    422,
    'INPUT_INVALID',
    ['NOT_TEXT:sourceNumber'],
  ],
  [
    'null where a text belongs',
    WEB,
    json,
    changed({ title: null }),
    422,
    'INPUT_INVALID',
    ['NOT_TEXT:title'],
  ],
  [
    'a text where an object belongs',
    WEB,
    json,
    changed({ contact: '殷慧澄 19900006305' }),
    422,
    'INPUT_INVALID',
    ['NOT_AN_OBJECT:contact'],
  ],
  [
    'a text where a list belongs',
    WEB,
    json,
    changed({ attachments: 'x' }),
    422,
    'INPUT_INVALID',
    ['NOT_A_LIST:attachments'],
  ],
  [
    'an object inside a list',
    WEB,
    json,
    changed({ enterprise: { ...good.enterprise, tags: [{ $ne: 1 }] } }),
    422,
    'INPUT_INVALID',
    ['NOT_TEXT:enterprise.tags[0]'],
  ],
  [
    'two fields missing',
    WEB,
    json,
    JSON.stringify({ ...good, title: undefined, contact: undefined }),
    422,
    'INPUT_INVALID',
    ['FIELD_MISSING:title', 'FIELD_MISSING:contact'],
  ],
  ['empty content', WEB, json, changed({ content: '' }), 422, 'INPUT_INVALID', ['FIELD_MISSING:content']],
  [
    '100 kB of content',
    WEB,
    json,
    changed({ content: '长'.repeat(33_000) }),
    422,
    'INPUT_INVALID',
    ['TEXT_TOO_LONG:content'],
  ],
  [
    'zero-width characters',
    WEB,
    json,
    changed({ title: '厂区\u200b断电' }),
    422,
    'INPUT_INVALID',
    ['UNSEEN_CHARACTER:title'],
  ],
  [
    'control characters',
    WEB,
    json,
    changed({ title: '厂区\u0007断电' }),
    422,
    'INPUT_INVALID',
    ['UNSEEN_CHARACTER:title'],
  ],
  [
    'a wrong check digit',
    WEB,
    json,
    changed({ enterprise: { ...good.enterprise, uscc: '91320585XNMLW3NY0K' } }),
    422,
    'INPUT_INVALID',
    ['USCC_CHECK_DIGIT:enterprise.uscc'],
  ],
  [
    'a phone that is none',
    WEB,
    json,
    changed({ contact: { name: '殷慧澄', phone: '殷慧澄' } }),
    422,
    'INPUT_INVALID',
    ['PHONE_WRONG:contact.phone'],
  ],
  [
    'a phone where a code belongs',
    WEB,
    json,
    changed({ topic: '19900009903' }),
    422,
    'INPUT_INVALID',
    ['TOPIC_UNKNOWN:topic'],
  ],
];

const log: string[] = [];
const { gateway, stored, asked } = gatewayWorld(log);
afterAll(() => gateway.stop?.());

describe('bad input', () => {
  it.each(table)('%s', async (_what, url, headers, payload, status, code, errors) => {
    log.length = 0;
    const reply = await ask(gateway, { method: 'POST', url, headers: { ...headers }, payload });
    const problem = reply.json();
    expect([reply.statusCode, problem.status, problem.code]).toEqual([status, status, code]);
    expect(problem.errors.map((one: { code: string; field: string }) => `${one.code}:${one.field}`)).toEqual(
      errors,
    );
    for (const { message, messages } of problem.errors) {
      expect(message).toBe(messages.zh);
      expect(messages.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(messages.en).toMatch(/^[\x20-\x7e…–“”]+$/);
      expect(`${messages.zh}${messages.en}`).not.toMatch(/\{|\}|refused \(/);
    }
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(stored.size).toBe(0);
    const told = reply.body + JSON.stringify(reply.headers) + log.join('\n');
    expect(told).not.toMatch(/殷|19900006305|19900009903|厂区|node_modules|\.ts:|FST_|SyntaxError/);
  });

  it('what another platform sends beside our fields is ignored and not stored', async () => {
    const payload = changed({ label: { lead: 'grid' }, extra: 1 });
    const reply = await ask(gateway, { method: 'POST', url: WEB, headers: json, payload });
    expect(reply.statusCode).toBe(201);
    expect(JSON.stringify([...stored.values()])).not.toContain('label');
  });

  it('a field staff do not have is refused by its name', async () => {
    const headers = headersOf('clerk');
    const payload = { lead: 'grid', asist: ['drc'] };
    const url = `/api/v1/cases/${NUMBER}/dispatch`;
    const reply = await ask(gateway, { method: 'POST', url, headers, payload });
    expect(reply.json().errors).toMatchObject([{ code: 'FIELD_UNKNOWN', field: 'asist' }]);
    expect(asked).toEqual([]);
  });

  it.each([
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['fr', 'zh'],
    ['', 'zh'],
    ['zh;q=0.1, en;q=0.5', 'en'],
  ])('Accept-Language "%s" is answered in %s', async (header, language) => {
    const reply = await ask(gateway, {
      method: 'GET',
      url: '/nowhere',
      headers: { 'accept-language': header },
    });
    const problem = reply.json();
    expect(problem.errors[0].message).toBe(problem.errors[0].messages[language]);
    expect(reply.headers['content-language']).toBe(language);
  });
});
