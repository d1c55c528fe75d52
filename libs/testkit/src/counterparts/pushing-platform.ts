// An external platform 外部平台 that pushes at /doors/DOOR, a 12345 call-centre among them: it writes an order in
// its own form, signs it, and repeats it until it is answered. What the form is stands in its row of the
// profile's platforms.yaml, whose meaning is told in libs/policy (platform-mapping) and services/intake
// (README); nothing here knows how the door reads it. Assumed, where neither says: the secret is used as
// written, not decoded; what is signed of parameters is UTF-8 in every charset; a platform repeats after 1, 2
// and 4 seconds when it gets no answer, 429 or 5xx, and stamps and signs each repeat anew.
import { createHmac, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { FieldSource, PlatformMapping } from '#policy/platform-mapping';
import { jsonOf, objectOf } from './loopback';
import { chinaTime } from './sms-carrier';

/** An order in our own codes; the row turns them into the platform's. */
export interface PlatformOrder {
  readonly sourceNumber: string;
  readonly title: string;
  readonly content: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly enterpriseName: string;
  readonly uscc?: string;
  readonly region: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** Recordings, pictures: where they can be fetched. */
  readonly files?: readonly {
    readonly name: string;
    readonly url: string;
    readonly mediaType: string;
    readonly size: number;
  }[];
}

/** What is other than it should be. */
export interface Bend {
  /** Milliseconds by which the platform's clock is ahead. */
  readonly skewMs?: number;
  readonly secret?: string;
  /** Changes the body once it is signed. */
  readonly garbled?: (body: Buffer) => Buffer;
  /** Writes in another charset than the row says. */
  readonly charset?: 'utf-8' | 'gb18030';
  /** Their code instead of the one that belongs to ours. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** One push, ready to be sent; sent twice it is a replay. */
export interface Push {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How a push was answered, read as the row says an answer is written. */
export interface PushAnswer {
  readonly status: number;
  readonly taken: boolean;
  readonly number: string;
  readonly message: string;
  readonly text: string;
}

/** A platform at work. */
export interface PushingPlatform {
  write(order: PlatformOrder, bend?: Bend): Push;
  send(push: Push): Promise<PushAnswer>;
  /** Writes, sends, and repeats until somebody answers; how often it was sent. */
  deliver(order: PlatformOrder): Promise<PushAnswer & { readonly sent: number }>;
  /** Says how long the body is, sends half of it and hangs up. */
  hangUpOn(push: Push): Promise<void>;
}

/** What a platform works with. */
export interface PlatformParts {
  readonly row: PlatformMapping;
  readonly secret: string;
  /** The whole address of the door. */
  readonly url: string;
  readonly now: () => number;
  /** Waits so many milliseconds between repeats. */
  readonly pause?: (ms: number) => Promise<void>;
}

const pauses = [1000, 2000, 4000];

/** A platform of this row. */
export function pushingPlatform(parts: PlatformParts): PushingPlatform {
  const { pause = (ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)) } = parts;
  const write = (order: PlatformOrder, bend: Bend = {}) => written(parts, order, bend);
  const send = async ({ headers, body }: Push) => {
    const response = await fetch(parts.url, { method: 'POST', headers, body: new Uint8Array(body) });
    return readAnswer(parts.row, response.status, await response.text());
  };
  return {
    write,
    send,
    async deliver(order) {
      for (let sent = 1; ; sent += 1) {
        const wait = pauses[sent - 1];
        try {
          const answer = await send(write(order));
          const final = answer.status !== 429 && answer.status < 500;
          if (final || wait === undefined) return { ...answer, sent };
        } catch (error) {
          if (wait === undefined) throw error;
        }
        await pause(wait);
      }
    },
    hangUpOn: ({ headers, body }) =>
      new Promise((resolve) => {
        const length = { ...headers, 'content-length': body.length };
        const request = http.request(parts.url, { method: 'POST', headers: length });
        request.on('error', () => resolve());
        request.on('close', () => resolve());
        request.write(body.subarray(0, Math.floor(body.length / 2)), () => request.destroy());
      }),
  };
}

function written({ row, secret, now }: PlatformParts, order: PlatformOrder, bend: Bend): Push {
  const { signature, body: form } = row;
  const at = now() + (bend.skewMs ?? 0);
  const stamp = stampOf(signature.stamp.unit, at);
  const key = bend.secret ?? secret;
  const content = contentOf(row, order, bend);
  const charset = bend.charset ?? form.charset;
  if (signature.scheme === 'parameters') {
    const stamped = { ...content, [signature.timestamp]: stamp };
    const pairs = Object.entries(stamped).filter(([, value]) => value !== '');
    const text = pairs
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${String(value)}`);
    const sign = createHmac(signature.hash, key).update(text.join('&')).digest(signature.encoding);
    return finished(form.format, charset, { ...stamped, [signature.signature]: sign }, {}, bend);
  }
  const nonce = randomBytes(8).toString('hex');
  const bytes = encoded(form.format, charset, content);
  const signed = { timestamp: Buffer.from(stamp), nonce: Buffer.from(nonce), body: bytes };
  const over = signature.over.flatMap((part, index) => [
    ...(index > 0 ? [Buffer.from(signature.joinedBy)] : []),
    signed[part],
  ]);
  const sign = createHmac(signature.hash, key).update(Buffer.concat(over)).digest(signature.encoding);
  const { signature: where, timestamp, nonce: once } = signature;
  const headers = { [where]: sign, [timestamp]: stamp, [once]: nonce };
  return finished(form.format, charset, content, headers, bend);
}

type Format = PlatformMapping['body']['format'];
type Charset = PlatformMapping['body']['charset'];

function finished(format: Format, charset: Charset, content: object, signed: object, bend: Bend): Push {
  const kind = format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  const body = encoded(format, charset, content);
  const headers = { 'content-type': `${kind}; charset=${charset}`, ...signed };
  return { headers, body: bend.garbled ? bend.garbled(body) : body };
}

function stampOf(unit: 's' | 'ms' | 'compact', at: number): string {
  if (unit === 'ms') return String(at);
  return unit === 's' ? String(Math.floor(at / 1000)) : chinaTime(at).replace(/\D/g, '');
}

function contentOf(row: PlatformMapping, order: PlatformOrder, bend: Bend): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  const tables: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = row.codes;
  for (const [field, source] of Object.entries(row.fields) as [keyof PlatformOrder, FieldSource][]) {
    const ours = order[field];
    if (typeof source !== 'string' || typeof ours !== 'string') continue;
    const theirs = Object.entries(tables[field] ?? {}).find(([, code]) => code === ours)?.[0];
    put(content, source, bend.codes?.[field] ?? theirs ?? ours);
  }
  if (row.files && order.files) {
    const { list, name, url, mediaType, size } = row.files;
    const files = order.files.map((one) => ({
      [name]: one.name,
      [url]: one.url,
      [mediaType]: one.mediaType,
      [size]: one.size,
    }));
    put(content, list, files);
  }
  return content;
}

function put(content: Record<string, unknown>, place: string, value: unknown): void {
  const names = place.split('.');
  const last = names.pop() ?? '';
  let at = content;
  for (const name of names) at = at[name] = objectOf(at[name]) as Record<string, unknown>;
  at[last] = value;
}

function encoded(format: Format, charset: Charset, content: object): Buffer {
  const bytes = (text: string) => (charset === 'utf-8' ? Buffer.from(text) : gb18030(text));
  if (format === 'json') return bytes(JSON.stringify(content));
  const percent = (text: string) =>
    [...bytes(text)].map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : hexed(byte))).join('');
  const pairs = Object.entries(content).map(([name, value]) => `${percent(name)}=${percent(String(value))}`);
  return Buffer.from(pairs.join('&'));
}

function isPlain(byte: number): boolean {
  return /[A-Za-z0-9_.-]/.test(String.fromCharCode(byte)) && byte < 0x80;
}

function hexed(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

let table: Map<string, Buffer> | undefined;

/** Characters of one and two bytes in GB 18030; an error for the others, which no test needs. */
function gb18030(text: string): Buffer {
  table ??= gbTable();
  return Buffer.concat(
    [...text].map((sign) => {
      const bytes = sign < '\u0080' ? Buffer.from(sign) : table?.get(sign);
      if (!bytes) throw new Error(`${sign} has no two bytes in GB 18030`);
      return bytes;
    }),
  );
}

function gbTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, Buffer>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const bytes = Buffer.from([first, second]);
      const sign = decoder.decode(bytes);
      if ([...sign].length === 1 && sign !== '\ufffd') found.set(sign, bytes);
    }
  }
  return found;
}

function readAnswer({ answer }: PlatformMapping, status: number, text: string): PushAnswer {
  const body = jsonOf(Buffer.from(text));
  const at = (place: string) => place.split('.').reduce((inner, name) => objectOf(inner)[name], body);
  const taken = at(answer.code) === answer.taken;
  const message = String(at(answer.message) ?? '');
  return { status, taken, number: String(at(answer.number) ?? ''), message, text };
}
