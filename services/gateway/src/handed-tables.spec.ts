// Tables of units at the web door (IN-9): the file goes on as it came, what is wrong comes back by row and
// column in both languages, and the form is the table as printed.
import { readWorkbook } from '#platform/edge/workbook-reading';
import { ask, gatewayWorld, headersOf, packOf } from '../test/world';

const SUZHOU = packOf('suzhou');
const world = gatewayWorld([], {}, [SUZHOU]);
const headers = { ...headersOf('handler'), 'x-actor': 'w-1', 'content-type': 'application/x-anything' };
const TABLES = '/api/v1/reports/annex-3/tables?period=2026Q1';
afterAll(() => world.gateway.stop?.());

it('a file reaches intake byte by byte, with who hands it in and for whom', async () => {
  const payload = Buffer.from([0x50, 0x4b, 0, 0xff, 0xfe]);
  const reply = await ask(world.gateway, { method: 'POST', url: TABLES, headers, payload });
  expect([reply.statusCode, reply.json()]).toMatchObject([202, { tableId: 't-1', state: 'taking', rows: 3 }]);
  const [handed] = world.tables.splice(0);
  expect(handed).toMatchObject({ report: 'annex-3', period: '2026Q1' });
  expect(handed?.actor).toEqual({ role: 'handler', id: 'w-1', unit: 'grid' });
  expect(Buffer.from(handed?.file ?? []).equals(payload)).toBe(true);
});

it('what is wrong is told by row and column as printed, in the language asked for', async () => {
  const asked = { method: 'POST', url: TABLES, headers: { ...headers, 'accept-language': 'en' } };
  const reply = await ask(world.gateway, asked);
  expect([reply.statusCode, reply.json().code, reply.json().rule]).toEqual([422, 'TABLE_REFUSED', 'IN-9']);
  expect(reply.json().errors).toMatchObject([
    { code: 'PHONE_WRONG', field: '709.企业联系电话', messages: { zh: expect.stringContaining('电话') } },
  ]);
  expect(reply.json().title).toContain('1 rows');
});

it('a file larger than any table is turned away before it is read', async () => {
  const payload = Buffer.alloc(3_300_000);
  const reply = await ask(world.gateway, { method: 'POST', url: TABLES, headers, payload });
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
  const small = { method: 'POST', url: TABLES, headers, payload: Buffer.alloc(3_000_000, 1) };
  expect((await ask(world.gateway, small)).statusCode).toBe(202);
});

it('how far it is, for whoever may ask; a table nobody has is none', async () => {
  const state = await ask(world.gateway, { method: 'GET', url: '/api/v1/tables/t-1', headers });
  expect(state.json()).toMatchObject({ state: 'done', rows: 3, taken: 3, counted: 2, handedOn: 1 });
  const none = await ask(world.gateway, { method: 'GET', url: '/api/v1/tables/t-2', headers });
  expect([none.statusCode, none.json().code]).toEqual([404, 'TABLE_UNKNOWN']);
});

it('the form has the eleven columns as printed and nothing in them', async () => {
  const reply = await ask(world.gateway, { method: 'GET', url: '/api/v1/reports/annex-3/form', headers });
  const read = await readWorkbook(reply.bytes, {
    bytes: 1e6,
    unpackedBytes: 1e6,
    rows: 9,
    columns: 20,
    cell: 99,
  });
  const rows = read.ok ? read.value.rows : [];
  const printed = SUZHOU.reports.find(({ id }) => id === 'annex-3')?.columns?.map(({ title }) => title);
  expect([...(rows.at(-1)?.cells.values() ?? [])]).toEqual(printed);
});
