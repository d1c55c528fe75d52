// Tables as spreadsheet programs save them (exceljs stands for one) and files nobody should send: each of
// these is refused by its code, within its bounds.
import { crc32, deflateRawSync } from 'node:zlib';
import { Workbook } from 'exceljs';
import { workbookOf } from './workbook';
import { readWorkbook, type WorkbookBounds } from './workbook-reading';
import { zipOf } from './zip-stream';

const BOUNDS: WorkbookBounds = { bytes: 4e6, unpackedBytes: 20e6, rows: 200, columns: 20, cell: 5000 };
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const read = (file: Buffer, change: Partial<WorkbookBounds> = {}) =>
  readWorkbook(file, { ...BOUNDS, ...change });
const codeOf = async (file: Buffer, change: Partial<WorkbookBounds> = {}) => {
  const answer = await read(file, change);
  return answer.ok ? 'read' : answer.error.code;
};

async function saved(fill: (book: Workbook) => void): Promise<Buffer> {
  const book = new Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function zipped(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content: [content] }));
  const written: Buffer[] = [];
  for await (const part of zipOf(entries)) written.push(part);
  return Buffer.concat(written);
}

const relation = (id: string, type: string, target: string) =>
  `<Relationships><Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
const BOOK =
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` + '<sheets><sheet name="1" r:id="s"/></sheets></workbook>';
const partsWith = (sheet: string, change: Readonly<Record<string, string>> = {}) => ({
  '_rels/.rels': relation('a', 'officeDocument', 'xl/workbook.xml'),
  'xl/workbook.xml': BOOK,
  'xl/_rels/workbook.xml.rels': relation('s', 'worksheet', 'worksheets/sheet1.xml'),
  'xl/worksheets/sheet1.xml': sheet,
  ...change,
});
const sheetOf = (data: string) => `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
const CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>';

async function table(file: Buffer, change: Partial<WorkbookBounds> = {}) {
  const answer = await read(file, change);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe('what a spreadsheet program saved', () => {
  test('every cell comes as what it is, empty rows not at all', async () => {
    const file = await saved((book) => {
      const sheet = book.addWorksheet('汇总表');
      sheet.getCell('A1').value = '企业诉求';
      sheet.getCell('B1').value = 7;
      sheet.getCell('C1').value = new Date(Date.UTC(2026, 0, 5));
      sheet.getCell('D1').value = { richText: [{ text: '富' }, { font: { bold: true }, text: '文本' }] };
      sheet.getCell('A9').value = { formula: 'A1&"x"', result: '企业诉求x' };
      sheet.getCell('B9').value = { error: '#N/A' };
      sheet.getCell('C9').value = '=1+1';
    });
    const { rows, since1904 } = await table(file);
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, [0, '企业诉求'], [1, 7], [2, 46_027], [3, '富文本']],
      [9, [0, { is: 'formula' }], [1, { is: 'error' }], [2, '=1+1']],
    ]);
    expect(since1904).toBe(false);
  });

  test('days counted since 1904, merged cells, a hidden sheet, an empty second sheet', async () => {
    const file = await saved((book) => {
      book.properties.date1904 = true;
      book.addWorksheet('词表', { state: 'veryHidden' }).getCell('A1').value = '藏';
      const sheet = book.addWorksheet('汇总表');
      sheet.getCell('A1').value = '标题';
      sheet.mergeCells('A1:K1');
      book.addWorksheet('Sheet2');
    });
    const { rows, merged, since1904 } = await table(file);
    expect(rows.map(({ cells }) => cells.get(0))).toEqual(['标题']);
    expect(merged).toEqual([{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 10 }]);
    expect(since1904).toBe(true);
  });

  test('two visible sheets with content are two tables', async () => {
    const file = await saved((book) => {
      for (const name of ['一季度', '二季度']) book.addWorksheet(name).getCell('A1').value = name;
    });
    expect(await codeOf(file)).toBe('FILE_SEVERAL_SHEETS');
  });

  test('what the platform wrote is read as it was', async () => {
    const words = ['=cmd|1!A1', '_x0041_ 与 _x005F_', '甲\n乙', ' 前后空 ', '&<>"'];
    const rows = (async function* () {
      yield* words.map((word) => [word]);
    })();
    const columns = [{ title: '内容', width: 9, kind: 'text' as const }];
    const written: Buffer[] = [];
    for await (const part of workbookOf({ name: '表', title: '表', notes: '–', columns, rows }))
      written.push(part);
    const found = (await table(Buffer.concat(written))).rows.map(({ cells }) => cells.get(0));
    expect(found).toEqual(['表', '–', '内容', ...words]);
  });
});

describe('what is no workbook', () => {
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['text in GBK', Buffer.from('d0f2bac52cb5a5ce', 'hex'), 'FILE_NOT_WORKBOOK'],
    [
      'an .xls, or a workbook with a password',
      Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
      'FILE_IS_OLD_FORMAT',
    ],
    ['only the head of an archive', Buffer.from('504b0304', 'hex'), 'FILE_DAMAGED'],
  ];
  test.each(cases)('%s', async (_, file, code) => expect(await codeOf(file)).toBe(code));

  test('an archive of something else', async () => {
    expect(await codeOf(await zipped({ 'word/document.xml': '<w/>' }))).toBe('FILE_NOT_WORKBOOK');
    const docx = partsWith('', { 'xl/workbook.xml': '<document/>' });
    expect(await codeOf(await zipped(docx))).toBe('FILE_NOT_WORKBOOK');
  });

  test('half a file, at every cut, is never half a table', async () => {
    const whole = await zipped(partsWith(sheetOf(CELL)));
    for (let cut = 5; cut < whole.length; cut += 41)
      expect(await codeOf(whole.subarray(0, cut))).not.toBe('read');
    expect(await codeOf(whole)).toBe('read');
  });

  test('a byte that changed on the way', async () => {
    const stored = stuffed('xl/worksheets/sheet1.xml', sheetOf(CELL), { crc: 1 });
    expect(await codeOf(stored)).toBe('FILE_DAMAGED');
    expect(await codeOf(stuffed('xl/worksheets/sheet1.xml', sheetOf(CELL), {}))).toBe('read');
  });
});

describe('what is meant to hurt', () => {
  test('a bomb ends at the bound, whatever size it claims', async () => {
    const row = '<row><c t="inlineStr"><is><t>甲</t></is></c></row>';
    const bomb = sheetOf(row.repeat(500_000));
    const told = await zipped(partsWith(bomb));
    expect(told.length).toBeLessThan(200_000);
    expect(await codeOf(told, { rows: 1e9, unpackedBytes: 1e6 })).toBe('FILE_UNPACKS_TOO_LARGE');
    const lying = stuffed('xl/worksheets/sheet1.xml', bomb, { size: 100 });
    expect(await codeOf(lying, { rows: 1e9 })).toBe('FILE_DAMAGED');
  });

  test('entities, also those that unfold or point at files', async () => {
    const billion = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    const outside = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    for (const type of [billion, outside])
      expect(await codeOf(await zipped(partsWith(type + sheetOf(CELL))))).toBe('FILE_WITH_ENTITIES');
    expect(await codeOf(await zipped(partsWith(sheetOf(CELL.replace('甲', '&x;')))))).toBe('FILE_DAMAGED');
  });

  test('paths that lead out', async () => {
    const out = partsWith(sheetOf(CELL), {
      'xl/_rels/workbook.xml.rels': relation('s', 'worksheet', '../../../../etc/passwd'),
    });
    expect(await codeOf(await zipped(out))).toBe('FILE_NOT_WORKBOOK');
    expect(await codeOf(await zipped(partsWith(sheetOf(CELL), { '../evil': 'x' })))).toBe('FILE_DAMAGED');
  });

  test('a million rows, a cell without end, columns beyond any table', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join('');
    const long = CELL.replace('甲', '甲'.repeat(5001));
    const far = CELL.replaceAll('A1', 'ZZ1');
    expect(await codeOf(await zipped(partsWith(sheetOf(rows(201)))))).toBe('FILE_TOO_MANY_ROWS');
    expect(await codeOf(await zipped(partsWith(sheetOf(rows(200)))))).toBe('read');
    expect(await codeOf(await zipped(partsWith(sheetOf(long))))).toBe('FILE_CELL_TOO_LONG');
    expect(await codeOf(await zipped(partsWith(sheetOf(far))))).toBe('FILE_TOO_MANY_CELLS');
    const empty = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1}"><c s="1"/></row>`).join('');
    expect(await codeOf(await zipped(partsWith(sheetOf(empty + CELL.replaceAll('1"', '100001"')))))).toBe(
      'read',
    );
  });

  test('rows out of order, strings that are not there, another charset, too many bytes', async () => {
    const back = `${CELL}${CELL}`;
    const lost = '<row r="1"><c r="A1" t="s"><v>5</v></c></row>';
    for (const data of [back, lost])
      expect(await codeOf(await zipped(partsWith(sheetOf(data))))).toBe('FILE_DAMAGED');
    const gbk = Buffer.from(sheetOf(CELL.replace('甲', '\xbc\xd7')), 'latin1');
    expect(await codeOf(stuffed('xl/worksheets/sheet1.xml', gbk, {}))).toBe('FILE_NOT_UTF8');
    expect(await codeOf(Buffer.alloc(11, 'PK'), { bytes: 10 })).toBe('FILE_TOO_LARGE');
    const locked = stuffed('xl/worksheets/sheet1.xml', sheetOf(CELL), { flags: 1 });
    expect(await codeOf(locked)).toBe('FILE_ENCRYPTED');
  });
});

/** A workbook put together by hand, in which one part may lie about itself. */
function stuffed(
  lying: string,
  content: string | Buffer,
  lie: { readonly crc?: number; readonly size?: number; readonly flags?: number },
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, plain] of Object.entries({ ...partsWith(''), [lying]: content })) {
    const bytes = Buffer.from(plain);
    const [packed, label, told] = [deflateRawSync(bytes), Buffer.from(name), name === lying ? lie : {}];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(told.flags ?? 0, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(told.crc ?? crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(told.size ?? bytes.length, 18);
    about.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), about, place, label);
    bodies.push(Buffer.from('504b0304', 'hex'), about, label, packed);
    offset += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(4, 4);
  end.writeUInt16LE(4, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, Buffer.from('504b0506', 'hex'), end]);
}
