// Files of the legal-person register 法人库 (IN-4): announced by digest, sent in parts of at most three million
// bytes, asked for until they are done. Every row that was not taken is named with field and reason; what
// stood in it is shown masked by intake, never here.
import { z } from 'zod';
import { giving } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import type { Edge } from '../edge';
import { answered, type Answer, type Route, route } from '../route';

const text = z.string();
const count = z.number().int();
const PATH = '/api/v1/register/imports';
const ENTER = giving('ImportRegister');
const MOST_BYTES = 3_000_000;
const PATIENCE_MS = 25_000;

const problem = z.strictObject({
  row: count.describe('line of a text, row of a sheet · 行号'),
  field: text.describe('heading of the column · 栏目'),
  ...{ code: text, params: z.record(text, text) },
});
const importState = z.strictObject({
  importId: text,
  state: z
    .enum(['receiving', 'checking', 'taking', 'done', 'refused', 'lost'])
    .describe('lost: send it again · 须重新上传'),
  refusal: z.strictObject({ code: text, params: z.record(text, text) }).nullable(),
  ...{ format: text, mode: text, strict: z.boolean(), shrinks: z.boolean() },
  ...{ bytes: count, received: count, rows: count, taken: count, bad: count },
  illegible: count.describe('bad rows whose code cannot be read · 代码无法辨认的行'),
  unplaced: count.describe('taken, of no region known here · 已收、区划不明'),
  gone: count.describe('left the register with this import · 本次移出'),
  goneHeld: text.describe(
    'why a full import took nobody out: illegible-rows, more-than-it-brings · 未移出的原因',
  ),
  passedOver: z.array(text).describe('headings not taken in · 未采用的栏目'),
  problems: z.array(problem).describe('the first of them · 问题行（前若干）'),
  ...{ openedAt: text.nullable(), openedBy: text, endedAt: text.nullable() },
});

/** The rows. */
export function registerImportRoutes(edge: Edge): readonly Route[] {
  return [openRoute(edge), partRoute(edge), stateRoute(edge)];
}

function openRoute({ peers }: Edge): Route {
  return route({
    id: 'openRegisterImport',
    method: 'POST',
    path: PATH,
    enter: ENTER,
    tag: 'reference',
    summary: { zh: '法人库导入：登记文件', en: 'Announce a file of the register' },
    body: z.strictObject({
      digest: text.max(64).describe('SHA-256'),
      bytes: count.min(0),
      format: z.enum(['csv', 'xlsx', 'jsonl']),
      mode: z
        .enum(['full', 'delta'])
        .describe('full: what the file lacks has left · 全量：文件中没有的即移出'),
      strict: z.boolean().optional().describe('one bad row refuses the file · 有一行不合格即整份不收'),
      shrinks: z.boolean().optional().describe('more may leave than come · 允许移出多于收入'),
    }),
    replies: { 202: importState },
    handle: async ({ body: { strict = false, shrinks = false, ...body }, asking: { actor } }) =>
      answerOf(await peers.intake.openRegisterImport({ ...body, strict, shrinks, actor })),
  });
}

function partRoute({ peers }: Edge): Route {
  return route({
    id: 'putRegisterPart',
    method: 'POST',
    path: `${PATH}/{import}/parts`,
    enter: ENTER,
    tag: 'reference',
    summary: { zh: '法人库导入：上传一段', en: 'A part of a file of the register' },
    params: z.object({ import: text.max(80) }),
    query: z.strictObject({ offset: z.coerce.number().int().min(0) }),
    raw: true,
    bodyBytes: MOST_BYTES,
    replies: { 202: importState },
    handle: async ({
      params: { import: importId },
      query: { offset },
      body: { bytes },
      asking: { actor },
    }) => {
      const part = Buffer.from(bytes);
      const sent = { importId, offset, part, actor };
      return answerOf(await peers.intake.putRegisterPart(sent, { deadlineMs: PATIENCE_MS, safe: true }));
    },
  });
}

function stateRoute({ peers }: Edge): Route {
  return route({
    id: 'getRegisterImport',
    method: 'GET',
    path: `${PATH}/{import}`,
    enter: ENTER,
    tag: 'reference',
    summary: { zh: '法人库导入到哪里了', en: 'How far an import of the register is' },
    params: z.object({ import: text.max(80).describe('an id, or latest') }),
    replies: { 200: importState },
    handle: async ({ params: { import: importId }, asking: { actor } }) =>
      answerOf(await peers.intake.getRegisterImport({ importId, actor }), 200),
  });
}

type Response = Awaited<ReturnType<Edge['peers']['intake']['getRegisterImport']>>;

function answerOf({ outcome }: Response, status = 202): Answer {
  if (outcome === undefined) throw new Error('intake answered nothing');
  if (outcome.$case === 'refused') return { refused: true, service: 'intake', fields: [], ...outcome.value };
  const { refusal, openedAt, endedAt, ...state } = outcome.value;
  return answered(status, {
    ...state,
    refusal: refusal ? { code: refusal.code, params: refusal.params } : null,
    ...{ openedAt: isoOf(openedAt), endedAt: isoOf(endedAt) },
  });
}
