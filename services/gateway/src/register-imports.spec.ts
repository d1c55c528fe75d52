// Files of the register at the web door: parts go on as they came, problems come back row by row.
import { ask, gatewayWorld, headersOf } from '../test/world';

const { gateway } = gatewayWorld();
afterAll(() => gateway.stop?.());
const PATH = '/api/v1/register/imports';

test('a file is announced, sent and asked for; a bad row is named with field and reason', async () => {
  const headers = headersOf('ops');
  const payload = { digest: 'a'.repeat(64), bytes: 10, format: 'csv', mode: 'delta' };
  const opened = await ask(gateway, { method: 'POST', url: PATH, headers, payload });
  expect([opened.statusCode, opened.json().state]).toEqual([202, 'receiving']);
  const bytes = Buffer.from('0123456789');
  const octets = { ...headers, 'content-type': 'application/octet-stream' };
  const part = { method: 'POST', headers: octets, payload: bytes };
  const sent = await ask(gateway, { ...part, url: `${PATH}/r-1/parts?offset=0` });
  expect([sent.statusCode, sent.json().received]).toEqual([202, 10]);
  const misplaced = await ask(gateway, { ...part, url: `${PATH}/r-1/parts?offset=5` });
  expect([misplaced.statusCode, misplaced.json().code]).toEqual([422, 'PART_OUT_OF_PLACE']);
  const done = await ask(gateway, { method: 'GET', url: `${PATH}/r-1`, headers });
  expect(done.json()).toMatchObject({ state: 'done', bad: 1, endedAt: expect.stringContaining('+08:00') });
  expect(done.json().problems).toEqual([
    { row: 3, field: '登记状态', code: 'STATUS_UNKNOWN', params: { value: '张三…(13)' } },
  ]);
});

test('a part larger than the bound is refused', async () => {
  const headers = { ...headersOf('ops'), 'content-type': 'application/octet-stream' };
  const payload = Buffer.alloc(3_000_001);
  const reply = await ask(gateway, { method: 'POST', url: `${PATH}/r-1/parts?offset=0`, headers, payload });
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
});

test('identity reviews tell whom an appeal may be of, and why', async () => {
  const reply = await ask(gateway, {
    method: 'GET',
    url: '/api/v1/identity-reviews',
    headers: headersOf('clerk'),
  });
  expect(reply.json().reviews).toMatchObject([
    {
      reason: 'code-unknown',
      dueAt: null,
      candidates: [{ why: ['same-name'], status: 'active', likeness: 1 }],
    },
  ]);
});
