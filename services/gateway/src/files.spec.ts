// Files at the web door: bytes go on as they came, links lead to the files' own origin, and what a browser
// gets there it takes for no page of ours.
import { request } from 'node:http';
import { MOST_UPLOADS } from './adapters/in/http/code-brake';
import { CASE_ID, NUMBER, QUERY_CODE } from '../test/fake-case';
import { ask, gatewayWorld, headersOf } from '../test/world';

const log: string[] = [];
const world = gatewayWorld(log, { ZT_FILES_ORIGIN: 'https://files.example.cn' });
afterAll(() => world.gateway.stop?.());
const get = (url: string, headers: object = headersOf('clerk')) =>
  ask(world.gateway, { method: 'GET', url, headers });
const put = (name: string, payload: Buffer) =>
  ask(world.gateway, { method: 'POST', url: `/api/v1/files?name=${encodeURIComponent(name)}`, payload });

it('a file is handed in by anyone, and nothing of it stands in the log', async () => {
  const reply = await put('殷慧澄身份证.pdf', Buffer.from('%PDF-'));
  expect([reply.statusCode, reply.json()]).toMatchObject([
    201,
    { name: '殷慧澄身份证.pdf', size: 5, state: 'received' },
  ]);
  const empty = await put('a.pdf', Buffer.alloc(0));
  expect([empty.statusCode, empty.json().code, empty.json().rule]).toEqual([422, 'FILE_EMPTY', 'IN-3']);
  expect(log.join()).not.toContain('殷慧澄');
  expect(log.join()).not.toContain(encodeURIComponent('殷慧澄'));
});

it('one larger than any is turned away before it is kept, told or sent in pieces', async () => {
  const large = Buffer.alloc(21 * 1024 * 1024 + 1);
  const told = await put('a.pdf', large);
  expect([told.statusCode, told.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
  const headers = { 'transfer-encoding': 'chunked' };
  const url = '/api/v1/files?name=a.pdf';
  const pieces = await ask(world.gateway, { method: 'POST', url, headers, payload: large });
  expect([pieces.statusCode, pieces.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
});

it('half a file, shorter than it was said to be, is none', async () => {
  const { port } = world.gateway.door.server.address() as { port: number };
  const before = log.length;
  await new Promise<void>((resolve) => {
    const headers = { 'content-length': 100 };
    const sent = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/v1/files?name=a.pdf',
      headers,
    });
    sent.on('error', () => resolve());
    sent.on('response', () => resolve());
    sent.write('%PDF-');
    setTimeout(() => sent.destroy(), 50);
  });
  expect(log.slice(before).join()).not.toContain('"status":201');
});

it('staff who read the words of a case, and its enterprise, get a link at the origin of files', async () => {
  const wanted = [200, { url: 'https://files.example.cn/files/to-f-1' }];
  const staff = await get(`/api/v1/cases/${CASE_ID}/files/f-1`);
  expect([staff.statusCode, staff.json()]).toMatchObject(wanted);
  const own = await get(`/api/v1/appeals/${NUMBER}/files/f-1?queryCode=${QUERY_CODE}`, {});
  expect([own.statusCode, own.json()]).toMatchObject(wanted);
  const wrong = await get(`/api/v1/appeals/${NUMBER}/files/f-1?queryCode=WRONG`, {});
  expect([wrong.statusCode, wrong.json().code]).toEqual([404, 'NOT_FOUND']);
  const waiting = await get(`/api/v1/cases/${CASE_ID}/files/f-3`);
  expect([waiting.statusCode, waiting.json().code]).toEqual([409, 'FILE_IN_QUARANTINE']);
});

it('a unit that is not in charge sees no files of the case', async () => {
  const headers = { ...headersOf('handler'), 'x-unit': 'drc', 'x-actor': 'w-2' };
  for (const path of ['files', 'files/f-1']) {
    const reply = await get(`/api/v1/cases/${CASE_ID}/${path}`, headers);
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'NOT_FOUND']);
  }
});

it('a file comes as bytes in a sandbox: pictures are drawn, all else is a download', async () => {
  const host = { host: 'files.example.cn' };
  const file = await get('/files/to-f-1', host);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('图纸.pdf')}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^sandbox;/),
    'cache-control': 'no-store',
  });
  const photo = await get('/files/to-f-2', host);
  expect(photo.headers['content-disposition']).toBe("inline; filename*=UTF-8''a%20%281%29.png");
  expect((await get('/files/to-nothing', host)).json().code).toBe('LINK_OVER');
});

it('the origin of files gives out files alone, and no other does', async () => {
  const host = { host: 'files.example.cn' };
  expect((await get('/files/to-f-1', {})).json().code).toBe('NO_SUCH_ADDRESS');
  for (const url of ['/', '/app.js', '/api/v1/labels'])
    expect((await get(url, host)).json().code).toBe('NO_SUCH_ADDRESS');
});

it('who uploads without end is held up', async () => {
  const other = gatewayWorld();
  const send = () =>
    ask(other.gateway, { method: 'POST', url: '/api/v1/files?name=a.pdf', payload: Buffer.from('x') });
  let reply = await send();
  for (let n = 1; n <= MOST_UPLOADS && reply.statusCode === 201; n += 1) reply = await send();
  expect([reply.statusCode, reply.json().code]).toEqual([429, 'TOO_MANY_UPLOADS']);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  await other.gateway.stop?.();
});
