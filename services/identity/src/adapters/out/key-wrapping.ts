// A data key is never stored bare: it is wrapped under a key derived from the instance's secret, its id
// authenticated with it.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key that wraps others; `secret` is the instance's, at least 32 bytes. */
export function wrappingKey(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'zhitong vault', 32));
}

/** Wraps a data key. */
export function wrap(id: string, key: Uint8Array, wrapping: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(Buffer.from(id));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The way back; throws for one that was wrapped for another id or under another secret. */
export function unwrap(id: string, wrapped: string, wrapping: Uint8Array): Uint8Array {
  const box = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', wrapping, box.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(box.subarray(-TAG_BYTES));
  const body = box.subarray(NONCE_BYTES, -TAG_BYTES);
  return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]));
}
