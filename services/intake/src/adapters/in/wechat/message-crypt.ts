// How WeChat seals what it pushes (消息加解密, WXBizMsgCrypt of its developer documentation): AES-256-CBC whose
// key is the EncodingAESKey and whose first vector is the beginning of that key; inside stand 16 random
// bytes, the length, the message and the AppID; padding as in PKCS #7, in blocks of 32 bytes. The SHA-1 sums
// are WeChat's choice: they prove that the sender knows the token, and nothing else rests on them.
import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel/result';

/** Why a sealed message cannot be opened. */
export type SealProblem = 'CIPHER_UNREADABLE' | 'APP_ID_WRONG';

const BLOCK = 32;
const RANDOM = 16;
const BASE64 = /^[A-Za-z\d+/]+={0,2}$/;

/** Sum over parts in the order of their code units, 40 hex digits. */
export function wechatSignature(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort((left, right) => (left < right ? -1 : 1)).join(''))
    .digest('hex');
}

/** Compares two sums in constant time. */
export function sameSignature(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Seals a message for an account. `random` are 16 bytes. */
export function sealMessage(
  message: string,
  { encodingAesKey, appId, random }: { encodingAesKey: string; appId: string; random: Uint8Array },
): string {
  const bytes = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const plain = Buffer.concat([random, length, bytes, Buffer.from(appId)]);
  const padding = BLOCK - (plain.length % BLOCK);
  const { key, iv } = keyOf(encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const sealed = [cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()];
  return Buffer.concat(sealed).toString('base64');
}

/** The message in what was sealed for an account. */
export function openMessage(
  sealed: string,
  { encodingAesKey, appId }: { encodingAesKey: string; appId: string },
): Result<Uint8Array, SealProblem> {
  const bytes = BASE64.test(sealed) ? Buffer.from(sealed, 'base64') : Buffer.alloc(0);
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return refuse('CIPHER_UNREADABLE');
  const { key, iv } = keyOf(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  const end = padded.length - padding;
  if (padding < 1 || padding > BLOCK || padded.subarray(end).some((byte) => byte !== padding))
    return refuse('CIPHER_UNREADABLE');
  if (end < RANDOM + 4) return refuse('CIPHER_UNREADABLE');
  const from = RANDOM + 4;
  const to = from + padded.readUInt32BE(RANDOM);
  if (to > end) return refuse('CIPHER_UNREADABLE');
  if (padded.subarray(to, end).toString() !== appId) return refuse('APP_ID_WRONG');
  return ok(padded.subarray(from, to));
}

/** Key of 32 bytes out of 43 characters; WeChat leaves the last `=` away. */
function keyOf(encodingAesKey: string): { key: Uint8Array; iv: Uint8Array } {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  return { key, iv: key.subarray(0, 16) };
}
