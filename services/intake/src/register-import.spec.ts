// Files of the legal-person register (IN-4) from the first part to the last row: over the real files of a
// disk and tables in memory.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { memoryTable } from '#testkit/memory-table';
import { codeOf, csvLine, HEADING, rowOf } from '../test/register-files';
import { registerFiles } from './adapters/out/register-file';
import { tableImports } from './adapters/out/table-imports';
import { type FormerNameRow, type RegisterRow, tableRegister } from './adapters/out/table-register';
import { importOf, openImport, takePart } from './app/open-import';
import type { ImportOrder, RegisterImport, RegisterImports } from './app/register-ports';
import { takeImportIn } from './app/take-import-in';

const directory = mkdtempSync(join(tmpdir(), 'register-'));
afterAll(() => rmSync(directory, { recursive: true }));
const OPS = { role: 'ops', id: 'o-1' };
const regions = [
  { code: 'wuzhong', name: '吴中区', division: '320506' },
  { code: 'kunshan', name: '昆山市', division: '320583' },
];

function world() {
  const rows = memoryTable<RegisterRow>();
  const register = tableRegister(rows, memoryTable<FormerNameRow>());
  const imports: RegisterImports = {
    ...tableImports(memoryTable<RegisterImport>()),
    register,
    files: registerFiles(mkdtempSync(join(directory, 'w-'))),
    places: { regions, addressedAs: ['苏州市'] },
    allows: (role) => role === 'ops',
    begin: () => undefined,
  };
  let clock = 0;
  const now = () => (clock += 1);
  const stand = { imports, now };
  const open = async (file: Buffer, over: Partial<ImportOrder> = {}) => {
    const digest = createHash('sha256').update(file).digest('hex');
    const order: ImportOrder = {
      ...{ digest, bytes: file.length, format: 'csv', mode: 'full', strict: false, shrinks: false },
      ...over,
    };
    const opened = await openImport(order, OPS, stand);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };
  const send = async (file: Buffer, over: Partial<ImportOrder> = {}) => {
    const { id } = await open(file, over);
    for (let offset = 0; offset < file.length; offset += 100_000) {
      await takePart({ id, offset, bytes: file.subarray(offset, offset + 100_000) }, OPS, stand);
    }
    return id;
  };
  const run = async (stopped = () => false) => {
    for (const one of await imports.atWork()) await takeImportIn(one, { imports, now, stopped });
  };
  const state = async (id: string) => (await imports.get(id)) as RegisterImport;
  const take = async (file: Buffer, over: Partial<ImportOrder> = {}) => {
    const id = await send(file, over);
    await run();
    return state(id);
  };
  return { rows, register, imports, stand, now, open, send, run, state, take };
}

const csv = (from: number, to: number, change: Readonly<Record<number, readonly string[]>> = {}) => {
  const lines = Array.from({ length: to - from }, (_, i) => csvLine(change[from + i] ?? rowOf(from + i)));
  return Buffer.from(csvLine(HEADING) + lines.join(''));
};
const wrongOf = (n: number, at: number, cell: string) => rowOf(n).map((one, i) => (i === at ? cell : one));

describe('法人库导入', () => {
  test('one bad row of a thousand: which, and why; the others are taken', async () => {
    const it = world();
    const state = await it.take(csv(0, 1000, { 700: wrongOf(700, 2, '营业中某某') }));
    expect(state).toMatchObject({
      state: 'done',
      rows: 1000,
      taken: 999,
      bad: 1,
      illegible: 0,
      endedAt: expect.any(Number),
    });
    expect(state.problems).toEqual([
      { row: 702, field: '登记状态', code: 'STATUS_UNKNOWN', params: { value: '营业…(5)' } },
    ]);
    expect(state.passedOver).toEqual(['法定代表人']);
    expect(JSON.stringify(await it.rows.get([codeOf(0)]))).not.toContain('某某');
    expect(
      readdirSync(directory, { recursive: true }).filter((one) => String(one).includes('.full')),
    ).toEqual([]);
  });

  test('strict: the same file is refused whole, and nothing was taken', async () => {
    const it = world();
    const state = await it.take(csv(0, 1500, { 700: wrongOf(700, 2, '?') }), { strict: true });
    expect(state).toMatchObject({
      state: 'refused',
      refusal: { code: 'ROWS_REFUSED', params: { rows: '1' } },
    });
    expect(state.problems).toMatchObject([{ row: 702 }]);
    expect(await it.rows.count({})).toBe(0);
    expect(await it.take(csv(0, 10), { strict: true })).toMatchObject({ state: 'done', taken: 10 });
  });

  test("read as GB 18030, as UTF-8 with a mark, as JSON, as XLSX; the region is the domicile's", async () => {
    const gbk = Buffer.from(
      'cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb2cc6f3d2b5c3fbb3c62cb5c7bcc7d7b4ccac0d0a',
      'hex',
    );
    const line = Buffer.concat([Buffer.from(`${codeOf(1)},`), Buffer.from('cbd5d6dd2cb4e6d0f80d0a', 'hex')]);
    const it = world();
    expect(await it.take(Buffer.concat([gbk, line]))).toMatchObject({ state: 'done', taken: 1 });
    expect(await it.register.byCode(codeOf(1))).toMatchObject({ name: '苏州', status: 'active' });
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(3, 51)]);
    expect(await it.take(marked, { mode: 'delta' })).toMatchObject({ state: 'done', taken: 48, bad: 0 });
    expect(await it.register.byCode(codeOf(3))).toMatchObject({ region: 'kunshan' });
    expect(await it.register.byName('苏州旧名50商行')).toMatchObject([
      { uscc: codeOf(50), region: 'wuzhong' },
    ]);
    const [uscc, name] = [codeOf(60), '甲有限公司'];
    const json = [
      JSON.stringify({ uscc, name, status: 'active', tags: ['sme'], contact: { phone: 1 } }),
      '{"uscc":1',
      '[]',
    ];
    const state = await it.take(Buffer.from(json.join('\n')), { mode: 'delta', format: 'jsonl' });
    expect(state).toMatchObject({
      taken: 1,
      bad: 2,
      problems: [{ row: 2, code: 'ROW_NOT_JSON' }, { row: 3 }],
    });
    expect(await it.register.byCode(uscc)).toMatchObject({ name, tags: ['sme'] });
    const book = new Workbook();
    const sheet = book.addWorksheet('法人库');
    for (const row of [HEADING, rowOf(70), [codeOf(71), { formula: 'A1' }, '存续', '']])
      sheet.addRow([...row]);
    const file = Buffer.from(await book.xlsx.writeBuffer());
    const read = await it.take(file, { mode: 'delta', format: 'xlsx' });
    expect(read).toMatchObject({ taken: 1, bad: 1, problems: [{ row: 3, code: 'CELL_IS_FORMULA' }] });
    expect(await it.register.byCode(codeOf(70))).toMatchObject({ region: 'wuzhong' });
  });

  test('full: who is in no row has left; a bad row takes nobody out; delta takes nobody out', async () => {
    const it = world();
    await it.take(csv(0, 100));
    const state = await it.take(csv(0, 90, { 5: wrongOf(5, 2, '?') }));
    expect(state).toMatchObject({ gone: 10, goneHeld: '', bad: 1 });
    expect(await it.register.byCode(codeOf(95))).toBeUndefined();
    expect(await it.register.byCode(codeOf(5))).toMatchObject({ status: 'active' });
    expect(await it.take(csv(200, 210), { mode: 'delta' })).toMatchObject({ gone: 0, taken: 10 });
    expect(await it.register.byCode(codeOf(1))).toBeDefined();
    // The next full one takes the delta's out as well, and those of a changed row come back.
    expect(await it.take(csv(0, 91))).toMatchObject({ taken: 91, fresh: 1, gone: 10 });
    expect(await it.register.byCode(codeOf(205))).toBeUndefined();
  });

  test('full: nobody leaves where a code cannot be read, or more would go than came', async () => {
    const it = world();
    await it.take(csv(0, 100));
    const unread = await it.take(csv(0, 90, { 5: wrongOf(5, 0, '91') }));
    expect(unread).toMatchObject({ gone: 0, goneHeld: 'illegible-rows', illegible: 1 });
    expect(await it.take(csv(0, 40))).toMatchObject({ gone: 0, goneHeld: 'more-than-it-brings' });
    expect(await it.register.byCode(codeOf(95))).toBeDefined();
    expect(await it.take(csv(0, 40), { shrinks: true })).toMatchObject({ gone: 60, goneHeld: '' });
  });

  test('the same file for the same is the same import; after another it is taken anew', async () => {
    const it = world();
    const [a, b] = [csv(0, 20), csv(0, 15)];
    const first = await it.take(a);
    expect(await it.open(a)).toEqual(first);
    await it.take(b);
    expect(await it.register.byCode(codeOf(18))).toBeUndefined();
    expect(await it.take(a)).toMatchObject({ state: 'done', taken: 20 });
    expect(await it.register.byCode(codeOf(18))).toBeDefined();
  });

  test('parts: a repeated one changes nothing, one out of place is told; the digest is held', async () => {
    const it = world();
    const file = csv(0, 5);
    const { id } = await it.open(file);
    const part = (offset: number, bytes: Buffer) => takePart({ id, offset, bytes }, OPS, it.stand);
    expect(await part(10, file.subarray(10))).toMatchObject({ error: { code: 'PART_OUT_OF_PLACE' } });
    await part(0, file.subarray(0, 10));
    expect(await part(0, file.subarray(0, 10))).toMatchObject({ value: { received: 10 } });
    await part(10, Buffer.alloc(file.length - 10, 'x'));
    await it.run();
    expect(await it.state(id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'FILE_NOT_AS_ANNOUNCED' },
    });
    expect(await importOf(id, { role: 'clerk', id: 'c' }, it.stand)).toMatchObject({
      error: { code: 'ROLE_NOT_ALLOWED' },
    });
  });

  test.each<[string, Buffer, string]>([
    ['no heading we know', Buffer.from('a,b\r\n1,2\r\n'), 'HEADING_MISSING'],
    ['no row', Buffer.from(csvLine(HEADING)), 'FILE_EMPTY'],
    ['UTF-16', Buffer.from(csvLine(HEADING), 'utf16le'), 'FILE_ENCODING_UNKNOWN'],
    ['UTF-8 that was damaged', Buffer.concat([csv(0, 200), Buffer.from([0xff])]), 'FILE_DAMAGED'],
  ])('%s: refused whole', async (_what, file, code) => {
    const it = world();
    expect(await it.take(file)).toMatchObject({ state: 'refused', refusal: { code } });
    expect(await it.rows.count({})).toBe(0);
  });

  test('rows whose shape is wrong are told; the next is read again', async () => {
    const named = (n: number, name: string) => `${codeOf(n)},${name},存续,,,\r\n`;
    const text = [csvLine(HEADING), csvLine(rowOf(1)), 'a,b\r\n', named(2, '"x"y'), named(4, '"z')];
    const swallowed = [csvLine(rowOf(5)), named(6, '"w"'), csvLine(rowOf(3))];
    const it = world();
    const state = await it.take(Buffer.from([...text, ...swallowed].join('')));
    expect(state).toMatchObject({
      state: 'done',
      taken: 3,
      bad: 2,
      illegible: 2,
      goneHeld: 'illegible-rows',
    });
    expect(state.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'ROW_CELLS'],
      [5, 'RECORD_BROKEN'],
    ]);
    expect(await it.register.byCode(codeOf(2))).toMatchObject({ name: '"x"y' });
    const open = await it.take(
      Buffer.from([...text, ...Array.from({ length: 3000 }, (_, n) => csvLine(rowOf(n)))].join('')),
    );
    expect(open).toMatchObject({ goneHeld: 'illegible-rows' });
    expect(open.problems.map(({ code }) => code)).toContain('RECORD_BROKEN');
  });

  test('10 000 rows, killed again and again: every row once, and the same register as without', async () => {
    const it = world();
    const id = await it.send(csv(0, 10_000, { 4321: wrongOf(4321, 2, '?') }));
    let turns = 0;
    while ((await it.state(id)).endedAt === 0) {
      let batches = 0;
      turns += 1;
      await it.run(() => (batches += 1) >= 2);
    }
    expect(turns).toBeGreaterThan(3);
    expect(await it.state(id)).toMatchObject({ state: 'done', rows: 10_000, taken: 9_999, bad: 1 });
    expect(await it.rows.count({ gone: false })).toBe(9_999);
  });
});
