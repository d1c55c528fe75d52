// The gate of Tencent Cloud's API 3.0: signature TC3-HMAC-SHA256. From cloud.tencent.com/document/api/382
// (request structure, common parameters, "签名方法 v3") and its common error codes (38780): POST of JSON, names
// and values of signed headers in lower case, content-type and host always signed, the date of the credential
// that of X-TC-Timestamp in UTC, five minutes of skew. Everything is answered 200; a refusal stands in
// `Response.Error`. Assumed: the order of the checks, the wording of messages, the three regions.
import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Answer, Received } from './loopback';

/** Who may call. */
export interface TencentKey {
  readonly secretId: string;
  readonly secretKey: string;
}

/** A refusal of the whole request. */
export interface TencentRefusal {
  readonly Code: string;
  readonly Message: string;
}

const scheme = new RegExp(
  '^TC3-HMAC-SHA256 Credential=([^/\\s]+)/(\\d{4}-\\d\\d-\\d\\d)/([a-z]+)/tc3_request, ?' +
    'SignedHeaders=([^,\\s]+), ?Signature=([0-9a-f]{64})$',
);
const skewMs = 5 * 60_000;
const regions = ['ap-beijing', 'ap-guangzhou', 'ap-nanjing'];
const refuse = (Code: string, Message: string): TencentRefusal => ({ Code, Message });

/** Why a request does not come through to the service; undefined where it does. */
export function tencentGate(
  request: Received,
  key: TencentKey,
  service: string,
  version: string,
  actions: readonly string[],
): TencentRefusal | undefined {
  const at = (name: string) => String(request.headers[name] ?? '');
  if (request.method !== 'POST') return refuse('UnsupportedProtocol', 'Only POST of JSON is taken here.');
  for (const name of ['Action', 'Version', 'Timestamp', 'Region']) {
    if (at(`x-tc-${name.toLowerCase()}`) === '') {
      return refuse('MissingParameter', `The request is missing a required parameter \`${name}\`.`);
    }
  }
  if (!/^application\/json(;|$)/.test(at('content-type')) || request.path !== '/') {
    return refuse('InvalidRequest', 'The content type or the path is not that of this API.');
  }
  const action = at('x-tc-action');
  if (!actions.includes(action)) return refuse('InvalidAction', `The action \`${action}\` is invalid.`);
  if (at('x-tc-version') !== version) return refuse('NoSuchVersion', 'The version is not found.');
  if (!regions.includes(at('x-tc-region')))
    return refuse('UnsupportedRegion', 'The region is not supported.');
  const parts = scheme.exec(at('authorization'));
  const bad = 'The `Authorization` in the request header is not in conformity with the standard.';
  if (!parts) return refuse('AuthFailure.InvalidAuthorization', bad);
  const [, id, date, named = '', names = '', signature = ''] = parts;
  if (id !== key.secretId) return refuse('AuthFailure.SecretIdNotFound', 'The SecretId is not found.');
  const seconds = Number(at('x-tc-timestamp'));
  if (!Number.isInteger(seconds) || Math.abs(seconds * 1000 - request.at) > skewMs) {
    return refuse('AuthFailure.SignatureExpire', 'Signature expired: compare your clock with standard time.');
  }
  const signed = names.split(';');
  const must = ['content-type', 'host'].every((name) => signed.includes(name));
  const ours = tencentSignature(request, signed, named, key.secretKey);
  const same = timingSafeEqual(Buffer.from(ours), Buffer.from(signature));
  const sameDay = date === new Date(seconds * 1000).toISOString().slice(0, 10);
  if (!must || !same || !sameDay || named !== service) {
    const told = 'The provided credentials could not be validated. Please check your signature is correct.';
    return refuse('AuthFailure.SignatureFailure', told);
  }
  return undefined;
}

/** The signature, in hexadecimal, with the key of the day of `x-tc-timestamp`. */
export function tencentSignature(
  request: Pick<Received, 'headers' | 'body'>,
  signed: readonly string[],
  service: string,
  secretKey: string,
): string {
  const seconds = Number(request.headers['x-tc-timestamp']);
  const date = new Date(seconds * 1000).toISOString().slice(0, 10);
  const sorted = [...signed].sort();
  const value = (name: string) =>
    String(request.headers[name] ?? '')
      .trim()
      .toLowerCase();
  const lines = sorted.map((name) => `${name.toLowerCase()}:${value(name)}\n`).join('');
  const canonical = ['POST', '/', '', lines, sorted.join(';'), sha256(request.body)].join('\n');
  const scope = `${date}/${service}/tc3_request`;
  const text = ['TC3-HMAC-SHA256', seconds, scope, sha256(canonical)].join('\n');
  const ofDay = hmac(`TC3${secretKey}`, date);
  return hmac(hmac(hmac(ofDay, service), 'tc3_request'), text).toString('hex');
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** What goes back: the fields of the answer, or the refusal as `Error`, in `Response`. */
export function tencentAnswer(said: TencentRefusal | object): Answer {
  const inner = 'Code' in said ? { Error: said } : said;
  const body = JSON.stringify({ Response: { ...inner, RequestId: randomUUID() } });
  return { status: 200, type: 'application/json', body };
}
