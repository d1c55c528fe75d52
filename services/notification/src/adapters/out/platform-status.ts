// A stage of an appeal told to its platform (IN-1), in the platform's own form: fields and codes of its row's
// `status`, the format of its pushes, and its own signature the other way round – a keyed code over stamp,
// nonce and body, or over the sorted parameters. Documented by nobody yet (each row's `basis` says so);
// assumed beside the row is the header `idempotency-key` (draft-ietf-httpapi-idempotency-key-header), by
// which a telling that arrives twice is known, and that any HTTP status but 2xx is no taking.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { PlatformMapping, PlatformStatus, PushSignature } from '#policy/platform-mapping';
import type { Telling } from '../../app/tell-waiting';
import type { GuardedPost } from './guarded-post';

type Told = PlatformMapping & { readonly status: PlatformStatus };
type Values = Record<string, unknown>;

/** The id of a telling as receivers see it: the same however often it is told. */
export function idempotencyKey(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}

/** The call. `now` in epoch ms. */
export function platformCall(
  { status, signature, body: form }: Told,
  base: string,
  secret: string,
  { id, params }: Telling,
  now: number,
): GuardedPost {
  const { fields, codes, path } = status;
  const { unit } = signature.stamp;
  const content: Values = {};
  put(content, fields.sourceNumber, params['sourceNumber'] ?? '');
  put(content, fields.number, params['number'] ?? '');
  put(content, fields.stage, codes[params['stage'] as keyof typeof codes] ?? '');
  put(content, fields.at, stampOf(unit, Number(params['at'])));
  if (fields.text !== undefined) put(content, fields.text, params['text'] ?? '');
  if (fields.sequence !== undefined) put(content, fields.sequence, params['sequence'] ?? '');
  const signed = signedWith(signature, content, form.format, secret, stampOf(unit, now));
  const kind = form.format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  const headers = { 'content-type': `${kind}; charset=utf-8`, 'idempotency-key': idempotencyKey(id) };
  const url = `${base.replace(/\/$/, '')}${path}`;
  return { url, headers: { ...headers, ...signed.headers }, body: signed.body };
}

/** Whether it said that it has taken it. */
export function platformTook(
  { taken }: PlatformStatus,
  { status, body }: { readonly status: number; readonly body: string },
): boolean {
  if (status < 200 || status >= 300) return false;
  try {
    const found = taken.place.split('.').reduce<unknown>((inside, name) => {
      const named = typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name);
      return named ? (inside as Values)[name] : undefined;
    }, JSON.parse(body));
    return found === taken.is;
  } catch {
    return false;
  }
}

interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function signedWith(
  signature: PushSignature,
  content: Values,
  format: 'json' | 'form',
  secret: string,
  stamp: string,
): Signed {
  const sign = (text: string) => createHmac(signature.hash, secret).update(text).digest(signature.encoding);
  if (signature.scheme === 'parameters') {
    const stamped = { ...content, [signature.timestamp]: stamp };
    const sorted = Object.entries(stamped)
      .filter(([, value]) => value !== '')
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
    const body = textOf(format, { ...stamped, [signature.signature]: sign(sorted.join('&')) });
    return { headers: {}, body };
  }
  const body = textOf(format, content);
  const nonce = randomBytes(8).toString('hex');
  const parts = { timestamp: stamp, nonce, body };
  const code = sign(signature.over.map((part) => parts[part]).join(signature.joinedBy));
  const { signature: where, timestamp, nonce: once } = signature;
  return { headers: { [where]: code, [timestamp]: stamp, [once]: nonce }, body };
}

function textOf(format: 'json' | 'form', content: Values): string {
  if (format === 'json') return JSON.stringify(content);
  return new URLSearchParams(content as Record<string, string>).toString();
}

function put(inside: Values, place: string, value: string): void {
  const names = place.split('.');
  const last = names.pop() ?? '';
  let at = inside;
  for (const name of names) at = (at[name] ??= {}) as Values;
  at[last] = value;
}

/** `compact` is Beijing's wall clock. */
function stampOf(unit: PushSignature['stamp']['unit'], at: number): string {
  if (unit === 'ms') return String(at);
  if (unit === 's') return String(Math.floor(at / 1000));
  return new Date(at + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
}
