// The web door itself: Fastify with the rows of the route table, the pages, and one way of refusing. Nothing
// leaves here that was not written for a reader: no stack, no message of a library, no word of what was sent.
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { PeerFailed, PeerUnavailable } from '#platform/edge/grpc-client';
import type { Socket } from 'node:net';
import type { Log } from '#platform/edge/log';
import type { Metrics } from '#platform/edge/metrics';
import { isInfrastructureError } from '#platform/infrastructure-error';
import type { PageFile } from '../../../config';
import { NotYet } from '#platform/runtime/step';
import { type People, readAsking } from './access';
import type { LiveHub } from './live-hub';
import { openApiDocument } from './openapi';
import { BODY_LIMIT_BYTES, readBody, UnreadableBody } from '#platform/edge/json-body';
import { readShape, readWords } from './read-input';
import { type Answer, type FieldRefusal, type Input, type Refused, type Route, refused } from './route';
import { API_HEADERS, PAGE_HEADERS } from './security-headers';
import { languageOf, problemOf, type Reader } from './write-problem';

/** What the door is made of. */
export interface DoorOptions extends People {
  readonly routes: readonly Route[];
  readonly pages: readonly PageFile[];
  /**
   * Proxies before the door: the client is whom the outermost of them names. With any, nobody but they may
   * reach the door, or he could name himself as he likes.
   */
  readonly proxies: number;
  /**
   * Host under which files and nothing else are given out; empty where they are given out beside the rest.
   */
  readonly filesHost: string;
  readonly live: LiveHub;
  readonly log: Log;
  readonly metrics: Metrics;
  /** W3C traceparent of the request under way; empty outside of a trace. */
  readonly traceparent: () => string;
  readonly nameOf: Reader['nameOf'];
}

const RETRY_AFTER_S = '2';

/** Builds the door; it opens when it is told to listen. */
export function webDoor(options: DoorOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 10_000,
    maxRequestsPerSocket: 0,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
    logger: false,
    trustProxy: options.proxies > 0 && ((_address, hop) => hop < options.proxies),
    exposeHeadRoutes: false,
    frameworkErrors: (_error, request, reply) => void refuse(refused('BAD_REQUEST'), request, reply, options),
    clientErrorHandler,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, readBody(bytes as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  const { filesHost } = options;
  if (filesHost !== '')
    app.addHook('onRequest', async (request, reply) => {
      const isFile = request.url.startsWith('/files/');
      if ((request.host === filesHost) !== isFile)
        return refuse(refused('NO_SUCH_ADDRESS'), request, reply, options);
    });
  app.addHook('onResponse', async (request, reply) => tell(request, reply, options));
  app.setErrorHandler((error, request, reply) => {
    return refuse(refusalOf(error, request, options), request, reply, options);
  });
  app.setNotFoundHandler((request, reply) => refuse(refused('NO_SUCH_ADDRESS'), request, reply, options));
  app.get('/api/openapi.json', async (_request, reply) => {
    const document = JSON.stringify(openApiDocument(options.routes, options.packs()));
    return reply.headers(API_HEADERS).type('application/json').send(document);
  });
  for (const row of options.routes.filter(({ raw }) => !raw)) addRoute(app, row, options);
  void app.register(async (doors) => addRawRoutes(doors, options));
  for (const page of options.pages) addPage(app, page);
  return app;
}

/** Doors with a protocol of their own: whatever the type, the bytes are theirs to read. */
function addRawRoutes(doors: FastifyInstance, options: DoorOptions): void {
  doors.removeAllContentTypeParsers();
  doors.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
  for (const row of options.routes.filter(({ raw }) => raw)) addRoute(doors, row, options);
}

function addRoute(app: FastifyInstance, row: Route, options: DoorOptions): void {
  app.route({
    method: row.method,
    url: row.path.replace(/\{(\w+)\}/g, ':$1'),
    ...(row.bodyBytes !== undefined && { bodyLimit: row.bodyBytes }),
    ...(row.atOnce !== undefined && { onRequest: atMost(row.atOnce, options) }),
    handler: async (request, reply) => {
      const asking = readAsking(request, row, options);
      if ('refused' in asking) return refuse(asking, request, reply, options);
      const read = readParts(row, request);
      if (!read.ok) return refuse(refused('INPUT_INVALID', {}, read.fields), request, reply, options);
      const answer = await row.handle({ ...read.parts, asking } as Input<never, never, never>);
      return send(answer, request, reply, options);
    },
  });
}

/** Turns away what would be one too many, before its body is read. */
function atMost(most: number, options: DoorOptions) {
  let under = 0;
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (under >= most)
      return refuse({ ...refused('TOO_MANY_UPLOADS'), retryAfterS: 5 }, request, reply, options);
    under += 1;
    reply.raw.once('close', () => {
      under -= 1;
    });
  };
}

type Parts =
  | { readonly ok: true; readonly parts: object }
  | { readonly ok: false; readonly fields: readonly FieldRefusal[] };

function readParts(row: Route, request: FastifyRequest): Parts {
  const read = {
    params: readShape(row.params, request.params),
    query: readShape(row.query, request.query),
    body: row.raw ? rawBody(request) : (row.command ? readWords : readShape)(row.body, request.body),
  };
  const fields = Object.values(read).flatMap((part) => (part.ok ? [] : part.fields));
  if (fields.length > 0) return { ok: false, fields };
  return {
    ok: true,
    parts: Object.fromEntries(Object.entries(read).map(([name, part]) => [name, part.ok && part.value])),
  };
}

function rawBody({ headers, query, body }: FastifyRequest) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return { ok: true, value: { headers: single(headers), query: single(query), bytes } } as const;
}

function single(named: unknown) {
  return Object.fromEntries(Object.entries(named ?? {}).filter(([, value]) => typeof value === 'string'));
}

function send(
  answer: Answer,
  request: FastifyRequest,
  reply: FastifyReply,
  options: DoorOptions,
): FastifyReply {
  if (answer.refused === true) return refuse(answer, request, reply, options);
  if (answer.refused === false) {
    return reply
      .code(answer.status)
      .headers({ ...API_HEADERS, ...answer.headers })
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(answer.body));
  }
  if (answer.refused === 'flowing') {
    return reply
      .headers({ ...API_HEADERS, ...answer.headers })
      .type(answer.contentType)
      .send(answer.body);
  }
  if (answer.refused === 'relayed') {
    return reply
      .code(answer.status)
      .headers({ ...API_HEADERS, ...answer.headers })
      .type(answer.contentType || 'application/json; charset=utf-8')
      .send(Buffer.from(answer.body));
  }
  reply.hijack();
  reply.raw.writeHead(200, { ...API_HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
  reply.raw.flushHeaders();
  if (!options.live.attach(reply.raw, answer.counts)) reply.raw.end('event: full\ndata: {}\n\n');
  return reply;
}

function addPage(app: FastifyInstance, page: PageFile): void {
  app.get(page.path, async (request, reply) => {
    reply.headers({ ...PAGE_HEADERS, etag: page.etag });
    if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
    return reply.type(page.contentType).send(page.content);
  });
}

function refuse(
  refusal: Refused,
  request: FastifyRequest,
  reply: FastifyReply,
  options: DoorOptions,
): FastifyReply {
  const { log, metrics, traceparent, nameOf } = options;
  const traceId = traceparent().split('-')[1] ?? '';
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(refusal, { language, path: templateOf(request), traceId, nameOf });
  metrics.add('zt_refused_total', 1, { code: refusal.code });
  if (problem.status >= 500) log.warn('http.refused', { code: refusal.code, route: templateOf(request) });
  reply.code(problem.status).headers({ ...API_HEADERS, 'content-language': language });
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_S);
  if (refusal.retryAfterS !== undefined) reply.header('retry-after', String(refusal.retryAfterS));
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

const FASTIFY_CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'CONTENT_TYPE_WRONG',
  FST_ERR_CTP_EMPTY_TYPE: 'CONTENT_TYPE_WRONG',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_MALFORMED',
};

function refusalOf(error: unknown, request: FastifyRequest, { log, metrics }: DoorOptions): Refused {
  if (error instanceof UnreadableBody) return refused(error.code);
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>;
  const known = FASTIFY_CODES[code];
  if (known !== undefined) return refused(known);
  if (error instanceof PeerUnavailable || error instanceof PeerFailed) {
    metrics.add('zt_peer_failures_total', 1, { peer: error.peer });
  }
  const away = error instanceof PeerUnavailable || error instanceof NotYet || isInfrastructureError(error);
  if (away) return refused('PEER_UNAVAILABLE');
  log.error('http.failed', error, { route: templateOf(request) });
  if (error instanceof PeerFailed) return refused('PEER_FAILED');
  return refused(statusCode < 500 ? 'BAD_REQUEST' : 'BROKEN');
}

/** One line and one figure per request; the template, never the address itself. */
function tell(request: FastifyRequest, reply: FastifyReply, { log, metrics }: DoorOptions): void {
  const route = templateOf(request);
  const durationMs = Math.round(reply.elapsedTime * 10) / 10;
  metrics.record('zt_http_duration_ms', durationMs, { route, status: String(reply.statusCode) });
  log.info('http.request', { route, method: request.method, status: reply.statusCode, durationMs });
}

function templateOf(request: FastifyRequest): string {
  return (request.routeOptions?.url ?? '').replace(/:(\w+)/g, '{$1}');
}

/** What is not even HTTP: nobody knows its reader's language; answered in both and closed. */
function clientErrorHandler(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const code = CLIENT_CODES[error.code ?? ''] ?? 'BAD_REQUEST';
  const reader = { language: 'zh', path: '', traceId: '', nameOf: () => undefined } as const;
  const problem = problemOf(refused(code), reader);
  const body = JSON.stringify(problem);
  const type = 'Content-Type: application/problem+json; charset=utf-8';
  const head = `HTTP/1.1 ${problem.status} ${code}\r\n${type}\r\nConnection: close\r\n`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

const CLIENT_CODES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  HPE_INVALID_URL: 'ADDRESS_NOT_ENCODED',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW',
};
