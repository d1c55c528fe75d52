// The gate of Alibaba Cloud's OpenAPI: signature V3 in RPC style. From
// help.aliyun.com/zh/sdk/product-overview/ v3-request-structure-and-signature: the headers, CanonicalRequest
// and StringToSign, ACS3-HMAC-SHA256, dates within 15 minutes, every `x-acs-*` header that is there must be
// signed. Codes and their status from the public error codes of the OpenAPI
// (developer.aliyun.com/ask/278265). Assumed: the order of the checks, that a nonce is kept only after the
// signature held and for half an hour, that an unsigned header counts as IncompleteSignature and another body
// than the one hashed as SignatureDoesNotMatch.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Answer, Received } from './loopback';

/** Who may call. */
export interface AliyunKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** A refusal of the gate: the call never reached the service. */
export interface GateRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const scheme =
  /^ACS3-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;
const skewMs = 15 * 60_000;
const refuse = (status: number, code: string, message: string): GateRefusal => ({ status, code, message });

/** Keeps the nonces of one account; the answer is why a request does not come through, or nothing. */
export function aliyunGate(key: AliyunKey, version: string, actions: readonly string[]) {
  const nonces = new Map<string, number>();
  return (request: Received): GateRefusal | undefined => {
    const fault = headFault(request, version, actions) ?? signatureFault(request, key);
    if (fault) return fault;
    for (const [nonce, at] of nonces) if (at < request.at - 2 * skewMs) nonces.delete(nonce);
    const nonce = header(request, 'x-acs-signature-nonce');
    if (nonces.has(nonce)) {
      return refuse(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
    }
    nonces.set(nonce, request.at);
    return undefined;
  };
}

function headFault(request: Received, version: string, actions: readonly string[]): GateRefusal | undefined {
  if (request.method !== 'GET' && request.method !== 'POST') {
    return refuse(403, 'UnsupportedHTTPMethod', 'This http method not supported.');
  }
  const needed = { action: 'Action', version: 'Version', date: 'Date', 'signature-nonce': 'SignatureNonce' };
  for (const [name, word] of Object.entries(needed)) {
    if (header(request, `x-acs-${name}`) === '') {
      return refuse(400, `Missing${word}`, `${word} is mandatory for this action.`);
    }
  }
  if (request.path !== '/' || !actions.includes(header(request, 'x-acs-action'))) {
    const where = 'Specified api is not found, please check your url and method.';
    return refuse(404, 'InvalidAction.NotFound', where);
  }
  if (header(request, 'x-acs-version') !== version) {
    return refuse(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
  }
  const date = header(request, 'x-acs-date');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date)) {
    const told = 'Specified time stamp or date value is not well formatted.';
    return refuse(400, 'InvalidTimeStamp.Format', told);
  }
  if (Math.abs(Date.parse(date) - request.at) > skewMs) {
    return refuse(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
  }
  return undefined;
}

function signatureFault(request: Received, key: AliyunKey): GateRefusal | undefined {
  const parts = scheme.exec(header(request, 'authorization'));
  const incomplete = 'The request signature does not conform to Aliyun standards.';
  if (!parts) return refuse(400, 'IncompleteSignature', incomplete);
  const [, id = '', names = '', signature = ''] = parts;
  if (id !== key.accessKeyId) {
    return refuse(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
  }
  const signed = names.split(';');
  const there = Object.keys(request.headers).filter((name) => name.startsWith('x-acs-'));
  const must = ['host', ...(request.headers['content-type'] === undefined ? [] : ['content-type']), ...there];
  if (must.some((name) => !signed.includes(name)) || !there.includes('x-acs-content-sha256')) {
    return refuse(400, 'IncompleteSignature', incomplete);
  }
  const hash = createHash('sha256').update(request.body).digest('hex');
  const ours = aliyunSignature(request, signed, hash, key.accessKeySecret);
  const same = timingSafeEqual(Buffer.from(ours), Buffer.from(signature));
  if (hash !== header(request, 'x-acs-content-sha256') || !same) {
    const told = 'Specified signature is not matched with our calculation.';
    return refuse(400, 'SignatureDoesNotMatch', told);
  }
  return undefined;
}

/** The signature, in hexadecimal, of a request whose body has this hash. */
export function aliyunSignature(
  request: Pick<Received, 'method' | 'path' | 'query' | 'headers'>,
  signed: readonly string[],
  bodyHash: string,
  secret: string,
): string {
  const pairs = [...request.query].map(([name, value]) => [percent(name), percent(value)] as const);
  const query = pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`);
  const lines = [...signed].sort().map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const names = [...signed].sort().join(';');
  const canonical = [request.method, request.path, query.join('&'), lines.join(''), names, bodyHash];
  const hashed = createHash('sha256').update(canonical.join('\n')).digest('hex');
  return createHmac('sha256', secret).update(`ACS3-HMAC-SHA256\n${hashed}`).digest('hex');
}

function percent(text: string): string {
  const rest = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, rest);
}

function header(request: Received, name: string): string {
  return String(request.headers[name] ?? '');
}

/** The body of a refusal by the gate. */
export function gateAnswer(refusal: GateRefusal, requestId: string, host: string): Answer {
  const { status, code: Code, message: Message } = refusal;
  const Recommend = `https://api.aliyun.com/troubleshoot?q=${Code}&product=Dysmsapi&requestId=${requestId}`;
  const body = { RequestId: requestId, Message, Recommend, HostId: host, Code };
  return { status, type: 'application/json;charset=utf-8', body: JSON.stringify(body) };
}
