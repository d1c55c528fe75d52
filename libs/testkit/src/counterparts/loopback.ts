// An outside service stands on this machine's loopback: a server on a free port that keeps what it was sent
// and can be told to behave as badly as the real one sometimes does. What a service answers is the business
// of the file that knows its documentation; how a line fails is the same for all of them and stands here.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived: nothing of it is interpreted. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it was written, without the question mark: signatures are made over it. */
  readonly search: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  /** Epoch milliseconds by the server's clock. */
  readonly at: number;
}

/** What goes back; a text is sent as UTF-8. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

/** How the line misbehaves; a test sets it, and sets it back. */
export interface Trouble {
  /** So many requests are carried out, and the connection breaks before the answer. Counts down. */
  loseAnswers: number;
  /** Answers 503 and carries nothing out. */
  unavailable: boolean;
  /**
   * Something in between answers 200 with a page of its own, as a proxy's login does; nothing is carried out.
   */
  captive: boolean;
  /** Carries out at once and answers so many milliseconds later. */
  delayMs: number;
}

/** A running server. */
export interface Loopback {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly address: string;
  /** Everything that arrived whole, also what was refused, in the order of arrival. */
  readonly received: readonly Received[];
  readonly trouble: Trouble;
  /** Ends; connections still open are cut. */
  stop(): Promise<void>;
}

/** What a server is started with. */
export interface LoopbackOptions {
  /** Bytes of body it takes; more is answered 413. */
  readonly maxBody?: number;
  /** Epoch milliseconds; the machine's clock unless a test brings one. */
  readonly now?: () => number;
}

const loginPage = '<!DOCTYPE html><html><title>登录</title><body>请先登录网络</body></html>';

/** Starts a server that answers each request by `answer`; an error in it is answered 500. */
export async function startLoopback(
  answer: (request: Received) => Answer | Promise<Answer>,
  options: LoopbackOptions = {},
): Promise<Loopback> {
  const { maxBody = 1 << 20, now = Date.now } = options;
  const received: Received[] = [];
  const trouble: Trouble = { loseAnswers: 0, unavailable: false, captive: false, delayMs: 0 };
  const serve = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const body = await bodyOf(request, maxBody);
    if (body === undefined) return send(response, plain(413, 'Request Entity Too Large'));
    const whole = wholeRequest(request, body, now());
    received.push(whole);
    if (trouble.unavailable) return send(response, plain(503, 'Service Unavailable'));
    if (trouble.captive) return send(response, { status: 200, type: 'text/html', body: loginPage });
    const said = await answer(whole);
    if (trouble.loseAnswers > 0) {
      trouble.loseAnswers -= 1;
      return void request.socket.destroy();
    }
    if (trouble.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, trouble.delayMs));
    send(response, said);
  };
  const server = http.createServer((request, response) => {
    serve(request, response).catch((error: unknown) => send(response, plain(500, String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, received, trouble, stop };
}

function wholeRequest(request: http.IncomingMessage, body: Buffer, at: number): Received {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const search = mark < 0 ? '' : url.slice(mark + 1);
  return {
    method: request.method ?? '',
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(search),
    search,
    headers: request.headers,
    body,
    at,
  };
}

async function bodyOf(request: http.IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limit) parts.push(part);
  }
  return size > limit ? undefined : Buffer.concat(parts);
}

function plain(status: number, body: string): Answer {
  return { status, type: 'text/plain', body };
}

function send(response: http.ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, { 'content-type': answer.type });
  response.end(answer.body);
}

/** JSON as UTF-8; undefined where the bytes are no UTF-8 or no JSON. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** The object behind an unknown value; an empty one for everything that is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : {};
}
