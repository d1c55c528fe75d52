// Signature v3 (TC3-HMAC-SHA256) of Tencent Cloud's API 3.0, as documented at
// cloud.tencent.com/document/api/213/30654; the example published there is the vector of the spec.
import { createHash, createHmac } from 'node:crypto';

const ALGORITHM = 'TC3-HMAC-SHA256';
const JSON_UTF8 = 'application/json; charset=utf-8';

/** What is signed. */
export interface TencentRequest {
  readonly host: string;
  /** `sms`: the first part of the address. */
  readonly service: string;
  readonly action: string;
  readonly version: string;
  readonly region: string;
  readonly body: string;
  /** Epoch seconds; the vendor refuses one that is more than five minutes off. */
  readonly timestamp: number;
}

/** The headers of the request, `host` left to the HTTP client. */
export function tencentHeaders(
  { host, service, action, version, region, body, timestamp }: TencentRequest,
  key: { readonly id: string; readonly secret: string },
): Readonly<Record<string, string>> {
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const names = 'content-type;host;x-tc-action';
  const lines = `content-type:${JSON_UTF8}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', lines, names, sha256(body)].join('\n');
  const toSign = [ALGORITHM, timestamp, scope, sha256(canonical)].join('\n');
  const signing = hmac(hmac(hmac(`TC3${key.secret}`, date), service), 'tc3_request');
  const signature = hmac(signing, toSign).toString('hex');
  const credential = `Credential=${key.id}/${scope}, SignedHeaders=${names}`;
  return {
    authorization: `${ALGORITHM} ${credential}, Signature=${signature}`,
    'content-type': JSON_UTF8,
    'x-tc-action': action,
    'x-tc-timestamp': String(timestamp),
    'x-tc-version': version,
    'x-tc-region': region,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
