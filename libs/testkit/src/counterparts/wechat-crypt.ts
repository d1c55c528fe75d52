// How WeChat seals messages to an official account (公众号消息加解密). Written from the platform's technical
// plan (developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan):
// AESKey = Base64_Decode(EncodingAESKey + "="), AES-256-CBC whose IV is the first half of the key, PKCS#7 to
// blocks of 32 bytes, over random(16) + length(4, network order) + message + AppID; msg_signature =
// sha1(sort(token, timestamp, nonce, sealed)). The codes of refusal are those of Tencent's sample
// WXBizMsgCrypt. Stricter than the sample in one point: every byte of the padding is looked at.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const block = 32;

/**
 * Hexadecimal SHA-1 of the parts, sorted and joined: with three parts `signature`, with four `msg_signature`.
 */
export function wechatSignature(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (encodingAesKey.length !== 43 || key.length !== 32)
    throw new Error('-40004: EncodingAESKey has 43 characters');
  return key;
}

/** Seals a message for whoever holds the key; `random` are 16 bytes. */
export function sealWechat(
  encodingAesKey: string,
  appId: string,
  message: string,
  random = randomBytes(16),
): string {
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const open = Buffer.concat([random, length, text, Buffer.from(appId, 'utf8')]);
  const missing = block - (open.length % block);
  const key = keyOf(encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(open), cipher.update(Buffer.alloc(missing, missing))]).toString(
    'base64',
  );
}

/** The message inside, or why it cannot be read, with the sample's code. */
export type Opened = { readonly message: string } | { readonly fault: string };

/** Opens what was sealed for `appId`. */
export function openWechat(encodingAesKey: string, appId: string, sealed: string): Opened {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(sealed)) return { fault: '-40010: not base64' };
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length === 0 || bytes.length % block !== 0) return { fault: '-40007: not whole blocks of 32' };
  const key = keyOf(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const missing = padded[padded.length - 1] ?? 0;
  const padding = padded.subarray(padded.length - missing);
  if (missing < 1 || missing > block || padding.some((byte) => byte !== missing))
    return { fault: '-40008: the padding is no PKCS#7 of 32' };
  const open = padded.subarray(0, padded.length - missing);
  if (open.length < 20) return { fault: '-40008: shorter than its own head' };
  const length = open.readUInt32BE(16);
  if (20 + length > open.length) return { fault: '-40008: the length is not that of the message' };
  if (open.subarray(20 + length).toString('utf8') !== appId)
    return { fault: '-40005: sealed for another AppID' };
  return { message: open.subarray(20, 20 + length).toString('utf8') };
}
