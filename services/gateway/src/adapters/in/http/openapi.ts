// The OpenAPI 3.1 document, made of the route table: what is not in the table is not in the document, and the
// other way.
import { z } from 'zod';
import type { Pack } from '#policy/pack';
import { rolesOf } from '#policy/scopes';
import { mayEnter } from '../../../app/roles';
import type { Route } from './route';
import { platformAnswer } from './schemas';

type Json = Record<string, unknown>;

const SENTENCE = z.object({ zh: z.string(), en: z.string() });

const PROBLEM = z.object({
  ...{ type: z.string(), title: z.string(), status: z.number().int(), code: z.string() },
  ...{ instance: z.string(), traceId: z.string() },
  errors: z.array(
    z.object({
      ...{ code: z.string(), field: z.string(), message: z.string() },
      messages: SENTENCE,
    }),
  ),
  rule: z.string().optional(),
  caseStatus: z.string().optional(),
  instead: z.array(z.string()).optional(),
  clause: z.object({ pack: z.string(), text: z.string(), messages: SENTENCE }).optional(),
  changed: z
    .array(
      z.object({
        ...{ eventId: z.string(), type: z.string(), what: SENTENCE, unit: z.string(), at: z.string() },
        by: z.object({ id: z.string(), role: z.string() }),
      }),
    )
    .optional(),
});

const TAGS = [
  { name: 'channel', description: '渠道推送 · doors push appeals' },
  { name: 'enterprise', description: '企业 · the enterprise, by number and query code' },
  { name: 'case', description: '办理 · staff' },
  { name: 'reference', description: '查阅 · look-ups' },
];

/** The document; who may come in is told of the packs in force. */
export function openApiDocument(routes: readonly Route[], packs: readonly Pack[]): Json {
  const paths: Record<string, Json> = {};
  for (const row of routes) {
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: operationOf(row, packs) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '直通 Zhitong',
      version: '1',
      description: '企业诉求一站直通 · how an enterprise is answered',
    },
    tags: TAGS,
    paths,
    components: {
      securitySchemes: {
        roleToken: { type: 'http', scheme: 'bearer', description: '角色令牌 · a token per role' },
      },
      schemas: { Problem: schemaOf(PROBLEM, 'output') },
      responses: {
        Problem: {
          description: '被拒绝 · refused; act on `code` (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const PROBLEM_REPLY = '#/components/responses/Problem';
/** Who knocks at a door with a protocol of its own is answered, and refused, in that protocol. */
const AS_THE_DOOR: Json = {
  description: '按该渠道协议答复 · as the door’s protocol has it',
  content: { '*/*': {} },
};

function operationOf(row: Route, packs: readonly Pack[]): Json {
  const { enter } = row;
  const open = enter.to === 'anyone';
  const roles = rolesOf(packs).filter((role) => mayEnter(enter, role, packs));
  return {
    operationId: row.id,
    tags: [row.tag],
    summary: `${row.summary.zh} · ${row.summary.en}`,
    ...(enter.to === 'command' && { 'x-command': enter.commands.join(', ') }),
    ...(enter.to === 'reading' && { 'x-reading': enter.reading }),
    'x-roles': open ? ['anyone'] : roles,
    security: open ? [] : [{ roleToken: [] }],
    parameters: [
      ...partsOf(row.params, 'path'),
      ...partsOf(row.query, 'query'),
      ...(open
        ? []
        : [
            header('X-Actor', 'id of the person'),
            header('X-Unit', 'code of the unit one acts or reads for'),
          ]),
      ...(row.command
        ? [header('Idempotency-Key', 'a repeat gets the first answer'), header('If-Match', 'version seen')]
        : []),
      header('Accept-Language', 'zh or en'),
    ],
    ...(row.raw &&
      row.method === 'POST' && {
        requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
      }),
    ...(row.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(row.body, 'input') } },
      },
    }),
    responses: { ...repliesOf(row), default: atADoor(row) ? AS_THE_DOOR : { $ref: PROBLEM_REPLY } },
  };
}

/** A door with a protocol of its own answers in it. */
function atADoor({ replies }: Route): boolean {
  return replies[200] === platformAnswer;
}

function repliesOf(row: Route): Json {
  if (atADoor(row)) return { 200: AS_THE_DOOR };
  if (row.stream) {
    const content = { 'text/event-stream': { schema: { type: 'string' } } };
    return { 200: { description: 'SSE', content } };
  }
  return Object.fromEntries(
    Object.entries(row.replies).map(([status, schema]) => {
      const content = { 'application/json': { schema: schemaOf(schema, 'output') } };
      const headers = { 'X-Event-Id': { schema: { type: 'string' } } };
      return [
        status,
        { description: status === '201' ? 'created' : 'ok', content, ...(row.command && { headers }) },
      ];
    }),
  );
}

function partsOf(shape: Route['query'], where: 'path' | 'query'): readonly Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => {
    return { name, in: where, required: where === 'path' || required.includes(name), schema };
  });
}

function header(name: string, description: string): Json {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
