// Who called, and is it fresh? WeChat signs with the token of the account: plain callbacks by stamp and
// nonce, encrypted ones by the sealed message too. A stamp too far from our clock is refused, and so is a
// pair of stamp and nonce that comes again with another body. The same call again is WeChat's own repeat
// after five seconds without an answer, and gets the same answer.
import { createHash } from 'node:crypto';
import { sameSignature, wechatSignature } from './message-crypt';

/** A stamp may differ from our clock by this much, either way. */
export const STAMP_WITHIN_S = 300;

/** Why a call is not believed. */
export type Disbelief = 'SIGNATURE_MISSING' | 'SIGNATURE_WRONG' | 'STAMP_WRONG' | 'PUSH_REPLAYED';

/** What a call is signed with and what of it was signed. */
export interface SignedCall {
  readonly query: Readonly<Record<string, string>>;
  /** The sealed message; undefined where stamp and nonce alone are signed. */
  readonly sealed: string | undefined;
}

/**
 * The tokens that signed a call, or why it is not believed. `now` in epoch ms; `body` is what the nonce is
 * spent on.
 */
export function signersOf<S extends { readonly token: string }>(
  { query, sealed }: SignedCall,
  secrets: readonly S[],
  now: number,
): { readonly ok: true; readonly value: readonly S[] } | { readonly ok: false; readonly error: Disbelief } {
  const { timestamp = '', nonce = '' } = query;
  const given = query[sealed === undefined ? 'signature' : 'msg_signature'] ?? '';
  if (given === '' || timestamp === '' || nonce === '') return { ok: false, error: 'SIGNATURE_MISSING' };
  const at = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN;
  if (!(Math.abs(now - at) <= STAMP_WITHIN_S * 1000)) return { ok: false, error: 'STAMP_WRONG' };
  const signed = sealed === undefined ? [timestamp, nonce] : [timestamp, nonce, sealed];
  const value = secrets.filter(({ token }) => {
    return sameSignature(given.toLowerCase(), wechatSignature([token, ...signed]));
  });
  return value.length > 0 ? { ok: true, value } : { ok: false, error: 'SIGNATURE_WRONG' };
}

/** Stamps and nonces seen, as long as their stamp would still be believed; at most this many. */
const MOST_SEEN = 50_000;

/** Remembers calls: answers whether stamp and nonce were spent on another body. It goes with the process. */
export function spentNonces(): (query: SignedCall['query'], body: Uint8Array, now: number) => boolean {
  const seen = new Map<string, { readonly sum: string; readonly at: number }>();
  return ({ timestamp, nonce }, body, now) => {
    for (const [key, { at }] of seen) {
      if (now - at <= 2 * STAMP_WITHIN_S * 1000 && seen.size <= MOST_SEEN) break;
      seen.delete(key);
    }
    const key = JSON.stringify([timestamp, nonce]);
    const sum = createHash('sha256').update(body).digest('base64');
    const known = seen.get(key);
    if (known === undefined) seen.set(key, { sum, at: now });
    return known !== undefined && known.sum !== sum;
  };
}
