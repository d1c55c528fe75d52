// The table a unit hands in, saved by another program than the one that reads it.
import { Workbook } from 'exceljs';

/** Headings of 附件3 as printed. */
export const HEADINGS = [
  ...['序号', '诉求时间', '诉求内容', '企业名称', '企业联系人', '企业联系电话'],
  ...['办理部门', '办理结果', '办理部门联系人', '办理部门联系电话', '满意度'],
] as const;

/** A cell as a person fills it in. */
export type FilledCell = string | number | Date | null;

/** A row as a unit fills it in; a change names the column by its place, from 0. */
export function filledRow(number: number, change: Readonly<Record<number, FilledCell>> = {}): FilledCell[] {
  const row: FilledCell[] = [
    ...[
      number,
      new Date(Date.UTC(2026, 0, 5)),
      `厂门前第${number}号道路积水，雨天货车无法进出，请疏通排水。`,
    ],
    ...['太仓市奕辉新能源充换电有限公司', '殷慧澄', '19900006305', '市水务局'],
    ...['已疏通排水管道，企业确认不再积水。', '陆明', '19900000016', '满意'],
  ];
  return row.map((cell, at) => (at in change ? (change[at] ?? null) : cell));
}

/** The file: a title over the headings, the rows, a remark below them as printed. */
export async function reportedFile(
  rows: readonly (readonly FilledCell[])[],
  headings: readonly string[] = HEADINGS,
): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('汇总表');
  sheet.addRow(['企业诉求办理情况汇总表']);
  sheet.mergeCells('A1:K1');
  sheet.addRow([...headings]);
  for (const row of rows) sheet.addRow([...row]);
  sheet.addRow([rows.length + 1]);
  sheet.addRow(['注：请各涉企部门和单位按季度报送。']);
  return Buffer.from(await book.xlsx.writeBuffer());
}
