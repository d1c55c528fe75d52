// The door for whoever runs the instance: is it alive, is it ready, how far behind is it, and the few things
// a person may do about it. Actions change state, so they are taken from this machine only, or with the ops
// token; a browser page cannot send them (it can neither set the content type nor hide its origin).
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sentence } from './config';
import type { Log } from './log';

/**
 * Something that must be well before the service may be asked. Throwing, or taking longer than 2 s, is not
 * well.
 */
export interface Check {
  readonly name: string;
  check(): CheckState | Promise<CheckState>;
}

/** `detail` is a short code or figure for the operator, e.g. `lag 0`; never personal. */
export interface CheckState {
  readonly ok: boolean;
  readonly detail: string;
}

/** An action refused: bad input is a value. */
export interface ActionRefused {
  readonly refused: string;
  readonly sentence: Sentence;
}

/** What an action answers: something JSON-able, or a refusal. */
export type Action = (body: Readonly<Record<string, unknown>>) => Promise<object | ActionRefused>;

/** What the door shows. */
export interface OpsOptions {
  readonly service: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string | undefined;
  readonly token?: string | undefined;
  readonly checks: () => readonly Check[];
  readonly status: () => object | Promise<object>;
  /** By name, e.g. `rebuild` or `parked/retry`. */
  readonly actions: () => Readonly<Record<string, Action>>;
  readonly metrics: () => Promise<string>;
  readonly log: Log;
}

/** A running door. */
export interface OpsServer {
  readonly port: number;
  stop(): Promise<void>;
}

const CHECK_MS = 2000;
const BODY_LIMIT_BYTES = 64 * 1024;

interface Answer {
  readonly status: number;
  readonly body: object | string;
}

const problems = {
  'not-found': { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'only-from-here': {
    status: 403,
    zh: '运维操作只能在本机执行,或携带运维令牌。',
    en: 'Actions are taken from this machine only, or with the ops token.',
  },
  'not-json': { status: 400, zh: '内容应为 JSON 对象。', en: 'The body must be a JSON object.' },
  'too-large': { status: 413, zh: '内容过大。', en: 'The body is too large.' },
  failed: { status: 500, zh: '操作失败,原因见日志。', en: 'The action failed; the log tells why.' },
} as const;

/** Opens the door. */
export async function startOpsServer(options: OpsOptions): Promise<OpsServer> {
  const server = createServer((request, response) => {
    void answer(request, options)
      .catch((error: unknown) => {
        options.log.error('ops.failed', error, { route: (request.url ?? '').split('?')[0] });
        return problem('failed');
      })
      .then((found) => send(response, found));
  });
  server.requestTimeout = 30_000;
  await listen(server, options.port, options.host ?? '127.0.0.1');
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

async function answer(request: IncomingMessage, options: OpsOptions): Promise<Answer> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (request.method === 'GET') {
    if (path === '/health') return { status: 200, body: { service: options.service, alive: true } };
    if (path === '/ready') return ready(options);
    if (path === '/metrics') return { status: 200, body: await options.metrics() };
    if (path === '/status')
      return { status: 200, body: { service: options.service, ...(await options.status()) } };
  }
  const name = path.startsWith('/ops/') ? path.slice('/ops/'.length) : '';
  const action = Object.entries(options.actions()).find(([known]) => known === name)?.[1];
  if (request.method !== 'POST' || !action) return problem('not-found');
  return mayAct(request, options.token) ? act(request, name, action, options.log) : problem('only-from-here');
}

async function ready(options: OpsOptions): Promise<Answer> {
  const checks = await Promise.all(
    options.checks().map(async (check) => ({ name: check.name, ...(await asked(check)) })),
  );
  const ok = checks.every((check) => check.ok);
  return { status: ok ? 200 : 503, body: { service: options.service, ready: ok, checks } };
}

async function asked(check: Check): Promise<CheckState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckState>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, detail: `no answer within ${CHECK_MS} ms` }), CHECK_MS);
  });
  try {
    return await Promise.race([Promise.resolve(check.check()), late]);
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.name : typeof error };
  } finally {
    clearTimeout(timer);
  }
}

function mayAct(request: IncomingMessage, token: string | undefined): boolean {
  if (request.headers.origin !== undefined) return false;
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return false;
  const from = request.socket.remoteAddress ?? '';
  if (from === '::1' || /^(::ffff:)?127\./.test(from)) return true;
  return token !== undefined && same(request.headers.authorization ?? '', `Bearer ${token}`);
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function act(request: IncomingMessage, name: string, action: Action, log: Log): Promise<Answer> {
  const text = await bodyOf(request);
  if (text === undefined) return problem('too-large');
  const body = parse(text);
  if (body === undefined) return problem('not-json');
  log.info('ops.action', { action: name });
  const result = await action(body);
  if (!('refused' in result)) return { status: 200, body: result };
  const { refused, sentence } = result as ActionRefused;
  return { status: 409, body: { code: refused, ...sentence } };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function problem(code: keyof typeof problems): Answer {
  const { status, zh, en } = problems[code];
  return { status, body: { code, zh, en } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const json = typeof body !== 'string';
  response.writeHead(status, {
    'content-type': json ? 'application/json; charset=utf-8' : 'text/plain; version=0.0.4; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(json ? `${JSON.stringify(body)}\n` : body);
}
