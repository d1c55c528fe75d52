// Reports that are tables, drawn up when they are asked for (AN-4, AN-5, IN-9): as JSON, or as a workbook for
// whoever asks with `Accept` of one, or with `?as=xlsx` from a link.
import { Readable } from 'node:stream';
import { WORKBOOK_TYPE } from '#platform/edge/workbook';
import { reading } from '../../../../app/roles';
import { taskList } from '../../../../app/task-list';
import { drawReport } from '../../../../app/draw-report';
import { reportFileName, reportJson, reportWorkbook } from '../../../mapping/report-forms';
import { reportSources } from '../../../out/report-sources.grpc';
import type { Edge } from '../edge';
import * as schema from '../figure-schemas';
import { answered, type Route, refused, route, streamed } from '../route';
import { instantOr, malformed, notAnswered } from './figures';

/** Rows of reports and of the tasks a document sets. */
export function reportRoutes(edge: Edge): readonly Route[] {
  return [reportRoute(edge), tasksRoute(edge)];
}

function tasksRoute({ versions, now }: Edge): Route {
  return route({
    id: 'listTasks',
    method: 'GET',
    path: '/api/v1/tasks',
    tag: 'reference',
    enter: reading('states'),
    summary: { zh: '任务清单', en: 'The tasks the documents set' },
    replies: { 200: schema.tasks },
    handle: async () => answered(200, { tasks: taskList(versions.packsInForce(), now()) }),
  });
}

function reportRoute({ peers, versions, now }: Edge): Route {
  return route({
    id: 'getReport',
    method: 'GET',
    path: '/api/v1/reports/{report}',
    tag: 'reference',
    enter: reading('everything'),
    summary: { zh: '报表（JSON 或 XLSX）', en: 'A report as JSON or XLSX' },
    params: schema.reportParams,
    query: schema.reportQuery,
    replies: { 200: schema.report },
    handle: async ({ params: { report: named }, query: { period, cutOff, pack = '', as }, asking }) => {
      const cutOffAt = instantOr(cutOff, 0);
      if (cutOffAt === undefined) return malformed(['cutOff']);
      const asked = { report: named, pack, period, cutOffAt, role: asking.role };
      const known = { packs: versions.packsInForce(), profile: versions.profile(), now: now() };
      const drawn = drawReport(asked, known, reportSources(peers));
      if (!drawn.ok) {
        const { code, params } = drawn.problem;
        return code === 'ROLE_NOT_ALLOWED' ? refused(code, params) : notAnswered(drawn.problem);
      }
      const report = { ...drawn.report, rows: await begun(drawn.report.rows) };
      const book = (as ?? (asking.accept.includes(WORKBOOK_TYPE) ? 'xlsx' : 'json')) === 'xlsx';
      if (!book) return streamed(Readable.from(reportJson(report)), 'application/json; charset=utf-8');
      const name = encodeURIComponent(reportFileName(report));
      const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` };
      return streamed(Readable.from(reportWorkbook(report)), WORKBOOK_TYPE, headers);
    },
  });
}

/** Rows whose first is there: a service that is away is told before anything is answered. */
async function begun<T>(rows: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = rows[Symbol.asyncIterator]();
  let row = await iterator.next();
  return (async function* () {
    for (; !row.done; row = await iterator.next()) yield row.value;
  })();
}
