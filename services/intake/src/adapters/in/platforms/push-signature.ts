// Who pushed, and is it fresh? A keyed code (RFC 2104 over SHA-256 or SM3) over what the mapping names, made
// with a secret only that platform and we hold. All secrets of a door are tried, so that one can be changed
// while the other still works. A stamp too far from our clock is refused before anything is read.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PushSignature } from '#policy/platform-mapping';
import type { PushFields } from './push-body';

/** A push as it came in. */
export interface Push {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Parameters at the top of the body. */
  readonly parameters: () => PushFields;
}

/** Why a push is not believed. */
export type Disbelief = 'SIGNATURE_MISSING' | 'SIGNATURE_WRONG' | 'STAMP_WRONG';

/** Undefined for a push that is believed. `now` in epoch ms. */
export function disbelief(
  push: Push,
  signature: PushSignature,
  secrets: readonly string[],
  now: number,
): Disbelief | undefined {
  const { given, stamp, signed } = partsOf(push, signature);
  if (given === '' || stamp === '') return 'SIGNATURE_MISSING';
  const at = instantOf(stamp, signature.stamp.unit);
  const apart = at === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - at);
  if (apart > signature.stamp.withinSeconds * 1000) return 'STAMP_WRONG';
  const { hash, encoding } = signature;
  const right = secrets.some((secret) => {
    const expected = createHmac(hash, secret).update(signed).digest(encoding);
    return same(encoding === 'hex' ? given.toLowerCase() : given, expected);
  });
  return right ? undefined : 'SIGNATURE_WRONG';
}

interface Parts {
  readonly given: string;
  readonly stamp: string;
  readonly signed: Uint8Array;
}

function partsOf(push: Push, signature: PushSignature): Parts {
  if (signature.scheme === 'headers') {
    const timestamp = push.headers[signature.timestamp] ?? '';
    const nonce = push.headers[signature.nonce] ?? '';
    const parts = { timestamp: Buffer.from(timestamp), nonce: Buffer.from(nonce), body: push.body };
    const signed = signature.over.flatMap((part, i) => [
      ...(i > 0 ? [Buffer.from(signature.joinedBy)] : []),
      parts[part],
    ]);
    return {
      given: push.headers[signature.signature] ?? '',
      stamp: nonce === '' ? '' : timestamp,
      signed: Buffer.concat(signed),
    };
  }
  const parameters = push.parameters();
  return {
    given: textOf(parameters[signature.signature]),
    stamp: textOf(parameters[signature.timestamp]),
    signed: Buffer.from(sortedParameters(parameters, signature.signature)),
  };
}

/** `a=1&b=2` by name in the order of code units; empty ones and the signature itself are left out. */
function sortedParameters(parameters: PushFields, without: string): string {
  return Object.keys(parameters)
    .filter((name) => name !== without && textOf(parameters[name]) !== '')
    .sort((left, right) => (left < right ? -1 : 1))
    .map((name) => `${name}=${textOf(parameters[name])}`)
    .join('&');
}

/** What is signed of a parameter: text as it is, anything else as JSON. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

function instantOf(stamp: string, unit: PushSignature['stamp']['unit']): number | undefined {
  if (unit === 'compact') {
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)?.slice(1);
    if (parts === undefined) return undefined;
    const [year, month, day, hour, minute, second] = parts;
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
    return Number.isNaN(at) ? undefined : at;
  }
  if (!/^\d{1,15}$/.test(stamp)) return undefined;
  return Number(stamp) * (unit === 's' ? 1000 : 1);
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
