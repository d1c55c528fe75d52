// A table as a workbook (XLSX, ECMA-376) of one sheet: title, a line of notes, the headings, then the rows as
// they come. It is written while the rows are read; nothing is kept. Every cell that people wrote is text,
// marked so that no program takes what begins with `=` or `+` for a formula, today or after another saving.
import { type ZipEntry, zipOf } from './zip-stream';

/** A column: its heading, its width in characters, and what its cells are. `time` cells are epoch ms,
 * `count` cells whole, `number` cells shown with whatever fraction they have. */
export interface SheetColumn {
  readonly title: string;
  readonly width: number;
  readonly kind: 'text' | 'time' | 'count' | 'number';
}

/** A table; a cell of null is empty. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly title: string;
  readonly notes: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly (string | number | null)[]>;
}

/** Media type of a workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The most a cell holds; longer text ends with an ellipsis. */
const LONGEST_CELL = 32_767;
const HEADING_ROWS = 3;
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** 1 January 1970 counted in days as spreadsheets count them. */
const EPOCH_DAY = 25_569;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Places of the formats in `STYLES`. */
const STYLE = { title: 1, notes: 2, heading: 3, text: 4, time: 5, count: 6, number: 7 } as const;

/** The workbook in parts, in the order in which they are to be sent. */
export function workbookOf(sheet: Sheet): AsyncGenerator<Buffer> {
  return zipOf(partsOf(sheet));
}

function partsOf(sheet: Sheet): readonly ZipEntry[] {
  return [
    { name: '[Content_Types].xml', content: [CONTENT_TYPES] },
    { name: '_rels/.rels', content: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbookXml(sheet.name)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', content: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(sheet) },
  ];
}

async function* sheetXml({ title, notes, columns, rows }: Sheet): AsyncGenerator<string> {
  const cols = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const last = letterOf(columns.length - 1);
  const first = `A${HEADING_ROWS + 1}`;
  const place = `ySplit="${HEADING_ROWS}" topLeftCell="${first}"`;
  const frozen = `<pane ${place} activePane="bottomLeft" state="frozen"/>`;
  const headings = columns.map((column, at) => textCell(`${letterOf(at)}3`, column.title, STYLE.heading));
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>` +
    `<row r="1" ht="30" customHeight="1">${textCell('A1', title, STYLE.title)}</row>` +
    `<row r="2">${textCell('A2', notes, STYLE.notes)}</row>` +
    `<row r="3">${headings.join('')}</row>`;
  let row = HEADING_ROWS;
  for await (const cells of rows) {
    row += 1;
    const written = columns.map(({ kind }, at) => cell(`${letterOf(at)}${row}`, kind, cells[at]));
    yield `<row r="${row}">${written.join('')}</row>`;
  }
  const merged = [1, 2].map((over) => `<mergeCell ref="A${over}:${last}${over}"/>`);
  yield `</sheetData><mergeCells count="2">${merged.join('')}</mergeCells>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}

function cell(place: string, kind: SheetColumn['kind'], value: string | number | null | undefined): string {
  if (value === null || value === undefined) return `<c r="${place}" s="${STYLE[kind]}"/>`;
  if (typeof value === 'string') return textCell(place, value, STYLE.text);
  const [style, number] =
    kind === 'time' ? [STYLE.time, (value + SHANGHAI_MS) / DAY_MS + EPOCH_DAY] : [STYLE[kind], value];
  return `<c r="${place}" s="${style}"><v>${number}</v></c>`;
}

function textCell(place: string, text: string, style: number): string {
  const whole = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
  const written = `<t xml:space="preserve">${escaped(literal(whole))}</t>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is>${written}</is></c>`;
}

/** What reads like the code of a character (`_x000D_`, 22.9.2.19) is marked as the text it is. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** What XML cannot hold at all is left out: control characters, halves of a pair. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** `A` … `Z`, `AA` …; from 0. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const rows = list.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

function workbookXml(name: string): string {
  const shown = escaped(name);
  const titles = `'${shown.replaceAll("'", "''")}'!$1:$${HEADING_ROWS}`;
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    `<sheets><sheet name="${shown}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${titles}</definedName>` +
    '</definedNames></workbook>'
  );
}

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`;

const font = (name: string, size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
const sides = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color auto="1"/></${side}>`,
);
const format = (of: { number?: number; font: number; fill?: number; border?: 1 }, align: string, mark = '') =>
  `<xf numFmtId="${of.number ?? 0}" fontId="${of.font}" fillId="${of.fill ?? 0}" ` +
  `borderId="${of.border ?? 0}" xfId="0" ` +
  `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${mark}>` +
  `<alignment ${align}/></xf>`;
const CENTRE = 'horizontal="center" vertical="center"';

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1">` +
  '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  `<fonts count="4">${font('宋体', 11, false)}${font('黑体', 16, false)}` +
  `${font('宋体', 10, false)}${font('宋体', 11, true)}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${sides.join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="8">${[
    format({ font: 0 }, 'vertical="center"'),
    format({ font: 1 }, CENTRE),
    format({ font: 2 }, 'horizontal="right" vertical="center"'),
    format({ font: 3, fill: 2, border: 1 }, `${CENTRE} wrapText="1"`),
    format({ number: 49, font: 0, border: 1 }, 'vertical="top" wrapText="1"', ' quotePrefix="1"'),
    format({ number: 164, font: 0, border: 1 }, 'horizontal="center" vertical="top"'),
    format({ number: 1, font: 0, border: 1 }, 'horizontal="center" vertical="top"'),
    format({ font: 0, border: 1 }, 'horizontal="center" vertical="top"'),
  ].join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
