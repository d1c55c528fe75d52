// A report as it leaves the house: as JSON for programs, as a workbook for people. Both are written while the
// rows are read.
import { type Sheet, workbookOf } from '#platform/edge/workbook';
import { isoShanghai } from '#working-calendar/civil-day';
import type { DrawnReport } from '../../app/draw-report';
import { isoOf } from './case-json';

/** The workbook of a report in parts. */
export function reportWorkbook(report: DrawnReport): AsyncGenerator<Buffer> {
  const { title, period, cutOffAt, running, columns, rows } = report;
  const seen = `统计期 ${period}，统计时点 ${isoShanghai(cutOffAt).slice(0, 16).replace('T', ' ')}`;
  const sheet: Sheet = {
    name: title.zh.replace(/[[\]:*?/\\']/g, '').slice(0, 31),
    title: title.zh,
    notes: running ? `${seen}（统计期未结束）` : seen,
    columns,
    rows,
  };
  return workbookOf(sheet);
}

/** The JSON of a report in parts; a row is a list of cells in the order of the columns. */
export async function* reportJson(report: DrawnReport): AsyncGenerator<Buffer> {
  const { columns, rows, fromAt, toAt, cutOffAt, ...head } = report;
  const times = { from: isoOf(fromAt), to: isoOf(toAt), cutOff: isoOf(cutOffAt) };
  const shown = columns.map(({ is, title, kind }) => ({ is, title, kind }));
  const opening = JSON.stringify({ ...head, ...times, columns: shown });
  yield Buffer.from(`${opening.slice(0, -1)},"rows":[`);
  let before = '';
  for await (const cells of rows) {
    const row = cells.map((cell, at) =>
      columns[at]?.kind === 'time' && typeof cell === 'number' ? isoOf(cell) : cell,
    );
    yield Buffer.from(before + JSON.stringify(row));
    before = ',';
  }
  yield Buffer.from(']}');
}

/** What the file is called when it is saved. */
export function reportFileName({ title, period }: DrawnReport): string {
  return `${title.zh} ${period}.xlsx`;
}
