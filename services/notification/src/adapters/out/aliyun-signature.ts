// Signature V3 (ACS3-HMAC-SHA256) of Alibaba Cloud's OpenAPI, as documented at
// help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature; the example published there is
// the vector of the spec. A request in RPC style carries its parameters in the query and has an empty body.
import { createHash, createHmac } from 'node:crypto';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** What is signed. */
export interface AliyunRequest {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
  /** `2023-10-26T10:22:32Z`; the vendor refuses one that is more than fifteen minutes off. */
  readonly date: string;
  /** Never the same twice. */
  readonly nonce: string;
}

/** The query as it is signed and sent: RFC 3986, by name. */
export function aliyunQuery(query: Readonly<Record<string, string>>): string {
  return Object.keys(query)
    .sort()
    .map((name) => `${escaped(name)}=${escaped(query[name] ?? '')}`)
    .join('&');
}

/** The headers of the request, `host` left to the HTTP client. */
export function aliyunHeaders(
  { host, action, version, query, date, nonce }: AliyunRequest,
  key: { readonly id: string; readonly secret: string },
): Readonly<Record<string, string>> {
  const bodyHash = sha256('');
  const signed: Readonly<Record<string, string>> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join('');
  const canonical = ['POST', '/', aliyunQuery(query), lines, names.join(';'), bodyHash].join('\n');
  const signature = createHmac('sha256', key.secret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest('hex');
  const { host: _, ...headers } = signed;
  const credential = `Credential=${key.id},SignedHeaders=${names.join(';')}`;
  return { ...headers, authorization: `${ALGORITHM} ${credential},Signature=${signature}` };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
