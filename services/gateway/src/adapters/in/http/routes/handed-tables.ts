// Tables that units hand in (SZ 二-1, 附3; IN-9): the file goes on to intake as it came, what is wrong with it
// comes back row by row and column by column; how far it has been taken in is asked for; and the form to be
// filled in is the pack's table without rows.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { WORKBOOK_TYPE, workbookOf } from '#platform/edge/workbook';
import { giving } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import { CASE_CELLS } from '../../../../app/report-columns';
import type { CaseColumn } from '#policy/pack-words';
import type { Edge } from '../edge';
import { reportParams } from '../figure-schemas';
import { answered, type Answer, refused, type Route, route, streamed } from '../route';

const text = z.string();
const count = z.number().int();
const tableState = z.strictObject({
  ...{ tableId: text, report: text, period: text, unit: text },
  state: z.enum(['storing', 'taking', 'done', 'lost']).describe('lost: hand it in again · 须重新上传'),
  ...{ rows: count, taken: count },
  counted: count.describe('counted as closed by the unit · 计入已办结'),
  same: count.describe('the same as an appeal that counts already · 与已有诉求相同，不重复计'),
  earlier: count.describe('stood in an earlier table · 以前已报送'),
  handedOn: count.describe('not closed: at the desk · 未办结，已转分办台'),
  refused: count.describe('not closed, and refused at the door meanwhile · 未能转办'),
  handedInAt: text.nullable().describe('ISO 8601, +08:00'),
  handedInBy: text,
});
const ENTER = giving('ReportAppeals');
/** Of the file; intake's bound is a little less, so that it is intake that says so. */
const MOST_BYTES = 3_200_000;
const PATIENCE_MS = 25_000;

/** The rows. */
export function handedTableRoutes(edge: Edge): readonly Route[] {
  return [handInRoute(edge), stateRoute(edge), formRoute(edge)];
}

function handInRoute({ peers }: Edge): Route {
  return route({
    id: 'handInTable',
    method: 'POST',
    path: '/api/v1/reports/{report}/tables',
    enter: ENTER,
    tag: 'reference',
    summary: { zh: '单位报送汇总表（XLSX）', en: 'A unit hands its table in (XLSX)' },
    params: reportParams,
    query: z.strictObject({ period: text.max(10).describe('2026Q1 · 统计期') }),
    raw: true,
    bodyBytes: MOST_BYTES,
    replies: { 202: tableState },
    handle: async ({ params: { report }, query: { period }, body: { bytes }, asking: { actor } }) => {
      const asked = { report, period, actor, file: Buffer.from(bytes) };
      const { outcome } = await peers.intake.handInTable(asked, { deadlineMs: PATIENCE_MS, safe: true });
      if (outcome?.$case === 'taken') return answered(202, stateJson(outcome.value));
      if (outcome === undefined) throw new Error('intake answered nothing');
      const { code, params, rule, problems } = outcome.value;
      const fields = problems.map(({ row, column, code: own, params: values }) => {
        return { code: own, field: [row, column].filter(Boolean).join('.'), params: values };
      });
      return { refused: true, service: 'intake', code, rule, params, fields };
    },
  });
}

function stateRoute({ peers }: Edge): Route {
  return route({
    id: 'getHandedTable',
    method: 'GET',
    path: '/api/v1/tables/{table}',
    enter: ENTER,
    tag: 'reference',
    summary: { zh: '报送的汇总表收到哪里了', en: 'How far a table has been taken in' },
    params: z.object({ table: text.max(40) }),
    replies: { 200: tableState },
    handle: async ({ params: { table: tableId }, asking: { actor } }): Promise<Answer> => {
      const state = await peers.intake.getTable({ tableId, actor });
      if (state.tableId !== '') return answered(200, stateJson(state));
      return { ...refused('TABLE_UNKNOWN'), service: 'intake' };
    },
  });
}

function formRoute({ versions }: Edge): Route {
  return route({
    id: 'getTableForm',
    method: 'GET',
    path: '/api/v1/reports/{report}/form',
    enter: ENTER,
    tag: 'reference',
    summary: { zh: '空白汇总表', en: 'The form of a table' },
    params: reportParams,
    replies: { 200: text.describe('XLSX') },
    handle: async ({ params: { report: named } }) => {
      const reports = versions.packsInForce().flatMap((pack) => pack.reports);
      const found = reports.find(({ id, handedIn }) => id === named && handedIn);
      if (!found) return { ...refused('REPORT_UNKNOWN', { report: named }), service: 'intake' };
      const { title, columns = [] } = found;
      const headed = columns.map(({ is, title: heading }) => {
        return { title: heading, width: CASE_CELLS[is as CaseColumn].width, kind: 'text' as const };
      });
      const sheet = {
        name: title.zh.slice(0, 31),
        title: title.zh,
        notes: '',
        columns: headed,
        rows: none(),
      };
      const name = encodeURIComponent(`${title.zh}.xlsx`);
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` };
      return streamed(Readable.from(workbookOf(sheet)), WORKBOOK_TYPE, headers);
    },
  });
}

async function* none(): AsyncGenerator<readonly string[]> {}

type State = Awaited<ReturnType<Edge['peers']['intake']['getTable']>>;

function stateJson({ handedInAt, ...state }: State) {
  return { ...state, handedInAt: isoOf(handedInAt) };
}
