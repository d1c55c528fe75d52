// An external platform 外部平台 that is told what becomes of its appeals: the receiving end, written from what
// its row of platforms.yaml says (`status`, signature, body), not from whoever calls it. It believes nothing
// without a right code over a fresh stamp, keeps each telling once by its idempotency-key, and takes those of
// one order in their order alone. Assumed, where the row says nothing: a telling out of order is answered
// 409, one that is not believed 401, and neither is kept.
import { createHmac } from 'node:crypto';
import type { PlatformMapping } from '#policy/platform-mapping';
import { type Answer, jsonOf, type Loopback, objectOf, type Received, startLoopback } from './loopback';

/** A telling it has kept. */
export interface KeptTelling {
  readonly key: string;
  readonly sourceNumber: string;
  readonly number: string;
  readonly stage: string;
  readonly text: string;
  readonly sequence: number;
}

/** A platform that listens. */
export interface ToldPlatform extends Loopback {
  readonly kept: readonly KeptTelling[];
  /** Tellings that came again under the same key. */
  readonly repeats: () => number;
  /** Codes of what was not believed or came out of order, in the order of arrival. */
  readonly complaints: readonly string[];
}

/** Starts one of a row with a `status`; form and JSON in UTF-8. */
export async function toldPlatform(
  row: PlatformMapping,
  secret: string,
  now: () => number,
): Promise<ToldPlatform> {
  const { status } = row;
  if (status === undefined) throw new Error(`${row.door} is told nothing`);
  const kept: KeptTelling[] = [];
  const complaints: string[] = [];
  let repeats = 0;
  const complain = (code: string, http: number): Answer => {
    complaints.push(code);
    return { status: http, type: 'application/json', body: JSON.stringify({ error: code }) };
  };
  const yes = (): Answer => {
    const body: Record<string, unknown> = {};
    put(body, status.taken.place, status.taken.is);
    return { status: 200, type: 'application/json', body: JSON.stringify(body) };
  };
  const server = await startLoopback(
    (asked) => {
      if (asked.method !== 'POST' || asked.path !== status.path) return complain('no-such-path', 404);
      const body = bodyOf(asked, row.body.format);
      const doubt = doubtOf(asked, body, row, secret, now());
      if (doubt !== undefined) return complain(doubt, 401);
      const key = String(asked.headers['idempotency-key'] ?? '');
      if (key === '') return complain('no-key', 400);
      if (kept.some((one) => one.key === key)) {
        repeats += 1;
        return yes();
      }
      const { fields } = status;
      const at = (place = '') => String(valueAt(body, place) ?? '');
      const telling = {
        ...{ key, sourceNumber: at(fields.sourceNumber), number: at(fields.number), stage: at(fields.stage) },
        ...{ text: at(fields.text), sequence: Number(at(fields.sequence)) },
      };
      const before = kept.filter(({ sourceNumber }) => sourceNumber === telling.sourceNumber).length;
      if (telling.sequence !== before + 1) return complain('out-of-order', 409);
      kept.push(telling);
      return yes();
    },
    { now },
  );
  return { ...server, kept, complaints, repeats: () => repeats };
}

function bodyOf({ body }: Received, format: 'json' | 'form'): Readonly<Record<string, unknown>> {
  if (format === 'json') return objectOf(jsonOf(body));
  return Object.fromEntries(new URLSearchParams(body.toString()));
}

function doubtOf(
  { headers, body: bytes }: Received,
  body: Readonly<Record<string, unknown>>,
  { signature }: PlatformMapping,
  secret: string,
  now: number,
): string | undefined {
  const code = (text: string) => createHmac(signature.hash, secret).update(text).digest(signature.encoding);
  const inHeaders = signature.scheme === 'headers';
  const from = (name: string) => String((inHeaders ? headers[name] : body[name]) ?? '');
  const stamp = from(signature.timestamp);
  if (Math.abs(now - instantOf(stamp, signature.stamp.unit)) > signature.stamp.withinSeconds * 1000)
    return 'stale';
  const right = inHeaders
    ? code(
        signature.over
          .map((part) => ({ timestamp: stamp, nonce: from(signature.nonce), body: bytes.toString() })[part])
          .join(signature.joinedBy),
      )
    : code(
        Object.keys(body)
          .filter((name) => name !== signature.signature && body[name] !== '')
          .sort()
          .map((name) => {
            const value = body[name];
            return `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
          })
          .join('&'),
      );
  return from(signature.signature) === right ? undefined : 'signature';
}

function instantOf(stamp: string, unit: 's' | 'ms' | 'compact'): number {
  if (unit === 's') return Number(stamp) * 1000;
  if (unit === 'ms') return Number(stamp);
  return Date.parse(`${stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6')}+08:00`);
}

function valueAt(body: Readonly<Record<string, unknown>>, place: string): unknown {
  return place.split('.').reduce<unknown>((inner, name) => objectOf(inner)[name], body);
}

function put(body: Record<string, unknown>, place: string, value: unknown): void {
  const names = place.split('.');
  const last = names.pop() ?? '';
  let at = body;
  for (const name of names) at = at[name] = objectOf(at[name]) as Record<string, unknown>;
  at[last] = value;
}
