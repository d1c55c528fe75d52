// The workbook is unpacked as any program would: by its directory, each part against its checksum.
import { crc32, inflateRawSync } from 'node:zlib';
import { type Sheet, workbookOf } from './workbook';

const NINE = Date.parse('2026-03-02T09:30:00+08:00');

async function* rowsOf(...rows: readonly (readonly (string | number | null)[])[]) {
  for (const row of rows) yield row;
}

const SHEET: Sheet = {
  name: '汇总表',
  title: '企业诉求办理情况汇总表',
  notes: '2026Q1',
  columns: [
    { title: '序号', width: 6, kind: 'count' },
    { title: '诉求时间', width: 17, kind: 'time' },
    { title: '诉求内容', width: 40, kind: 'text' },
  ],
  rows: rowsOf([1, NINE, '停电'], [2, null, '=1+1 <b>&\u0000\ud800"'], [3, NINE, 'x'.repeat(40_000)]),
};

async function bytesOf(sheet: Sheet): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of workbookOf(sheet)) parts.push(part);
  return Buffer.concat(parts);
}

/** Parts by name, found through the directory at the end. */
function unpacked(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = archive.readUInt32LE(end + 16);
  const parts: Record<string, string> = {};
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, packed, size] = [16, 20, 24].map((place) => archive.readUInt32LE(at + place)) as number[];
    const [nameLength, offset] = [archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)];
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString();
    const from = offset + 30 + archive.readUInt16LE(offset + 26);
    const content = inflateRawSync(archive.subarray(from, from + (packed ?? 0)));
    expect([content.length, crc32(content)]).toEqual([size, crc]);
    parts[name] = content.toString();
    at += 46 + nameLength;
  }
  return parts;
}

const cellsOf = (sheet = '') =>
  Object.fromEntries(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(?:<is><t[^>]*>|<v>)([^<]*))/g)].map(
      ([, place, value]) => [place, value],
    ),
  );

test('has title, headings and rows; times are days as spreadsheets count them, Chinese time', async () => {
  const parts = unpacked(await bytesOf(SHEET));
  const cells = cellsOf(parts['xl/worksheets/sheet1.xml']);
  expect(cells).toMatchObject({ A1: '企业诉求办理情况汇总表', A2: '2026Q1', A3: '序号', B3: '诉求时间' });
  expect(cells).toMatchObject({ A4: '1', C4: '停电', A5: '2', B5: undefined });
  // 2 March 2026 is day 46083 since 30 December 1899; half past nine is 19/48 of it.
  expect(Number(cells['B4'])).toBeCloseTo(46_083 + 9.5 / 24, 8);
});

test('takes no text for a formula, keeps out what XML cannot hold, and cuts what no cell holds', async () => {
  const parts = unpacked(
    await bytesOf({
      ...SHEET,
      rows: rowsOf([1, null, '=1+1 <b>&\u0000\ud800"'], [2, null, 'x'.repeat(40_000)]),
    }),
  );
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).toContain(
    '<c r="C4" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;b&gt;&amp;&quot;</t></is></c>',
  );
  expect(sheet).not.toContain('<f>');
  expect(parts['xl/styles.xml']).toContain('quotePrefix="1"');
  expect(cellsOf(sheet)['C5']?.length).toBe(32_767);
});

test('a number keeps its fraction, a count is shown whole', async () => {
  const columns: Sheet['columns'] = [
    { title: '分值', width: 8, kind: 'number' },
    { title: '序号', width: 8, kind: 'count' },
  ];
  const parts = unpacked(await bytesOf({ ...SHEET, columns, rows: rowsOf([0.5, 1]) }));
  const formats = parts['xl/styles.xml']?.match(/<cellXfs[^>]*>(.*)<\/cellXfs>/)?.[1]?.match(/<xf [^>]*>/g);
  const shownBy = (place: string) => {
    const style = parts['xl/worksheets/sheet1.xml']?.match(new RegExp(`r="${place}" s="(\\d+)"`))?.[1];
    return formats?.[Number(style)]?.match(/numFmtId="(\d+)"/)?.[1];
  };
  expect(cellsOf(parts['xl/worksheets/sheet1.xml'])).toMatchObject({ A4: '0.5', B4: '1' });
  expect([shownBy('A4'), shownBy('B4')]).toEqual(['0', '1']);
});

test('the same table gives the same bytes', async () => {
  const once = { ...SHEET, rows: rowsOf([1, NINE, '停电']) };
  expect((await bytesOf(once)).equals(await bytesOf({ ...once, rows: rowsOf([1, NINE, '停电']) }))).toBe(
    true,
  );
});

test('a source that breaks breaks the workbook, it never ends as if it were whole', async () => {
  async function* broken() {
    yield [1, NINE, '停电'];
    throw new Error('the source is away');
  }
  await expect(bytesOf({ ...SHEET, rows: broken() })).rejects.toThrow('the source is away');
});

test('reads its rows no faster than it is read', async () => {
  let read = 0;
  async function* many() {
    for (; read < 50_000; read += 1) yield [read, NINE, `第${read}件，内容各不相同：${Math.sqrt(read)}`];
  }
  const parts = workbookOf({ ...SHEET, rows: many() });
  for (let part = 0; part < 40; part += 1) await parts.next();
  expect(read).toBeLessThan(20_000);
  await parts.return(undefined);
});
