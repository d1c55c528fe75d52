// An S3-compatible store on the loopback, written from Amazon's documentation alone: Signature Version 4 in
// the Authorization header ("Authenticating Requests: Using the Authorization Header"), payload hash and
// Content-MD5 of PutObject, path style. It keeps objects in memory and refuses whatever is not signed as
// documented.
import { createHash, createHmac } from 'node:crypto';
import { type Answer, type Loopback, type Received, startLoopback } from './loopback';

/** Whom the store knows, and the bucket it has. */
export interface S3Account {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly bucket: string;
}

/** A running store. */
export interface PlayedS3 extends Loopback {
  readonly objects: Map<string, Buffer>;
}

const MOST_BYTES = 32 * 1024 * 1024;
const FIFTEEN_MINUTES = 900_000;
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Starts one. */
export async function playS3(account: S3Account): Promise<PlayedS3> {
  const objects = new Map<string, Buffer>();
  const loopback = await startLoopback((request) => answerOf(request, account, objects), {
    maxBody: MOST_BYTES,
  });
  return Object.assign(loopback, { objects });
}

function answerOf(request: Received, account: S3Account, objects: Map<string, Buffer>): Answer {
  const wrong = refusalOf(request, account);
  if (wrong !== undefined) return error(wrong === 'BadDigest' ? 400 : 403, wrong);
  const [, bucket, key = ''] = /^\/([^/]+)\/(.+)$/.exec(request.path) ?? [];
  if (bucket !== account.bucket) return error(404, 'NoSuchBucket');
  if (request.method === 'PUT') {
    objects.set(key, request.body);
    return { status: 200, type: 'text/plain', body: '' };
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return { status: 204, type: 'text/plain', body: '' };
  }
  const body = objects.get(key);
  return body ? { status: 200, type: 'application/octet-stream', body } : error(404, 'NoSuchKey');
}

function refusalOf(request: Received, account: S3Account): string | undefined {
  const { headers, body, at } = request;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const [, keyId, , region, signed = '', signature] = parts.exec(headers.authorization ?? '') ?? [];
  if (keyId !== account.accessKeyId || region !== account.region) return 'InvalidAccessKeyId';
  const date = String(headers['x-amz-date']);
  const [, y, mo, d, h, mi, s] = (/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? []).map(Number);
  if (Math.abs(Date.UTC(y ?? 0, (mo ?? 0) - 1, d, h, mi, s) - at) > FIFTEEN_MINUTES)
    return 'RequestTimeTooSkewed';
  const all = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  if (!all.every((name) => signed.split(';').includes(name))) return 'AccessDenied';
  if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const md5 = createHash('md5').update(body).digest('base64');
  if (headers['content-md5'] !== undefined && headers['content-md5'] !== md5) return 'BadDigest';
  const told = { method: request.method, path: request.path, search: request.search };
  const values = Object.fromEntries(signed.split(';').map((name) => [name, String(headers[name] ?? '')]));
  const own = signatureOf({ ...told, headers: values, payload: sha256(body), date }, account);
  return own === signature ? undefined : 'SignatureDoesNotMatch';
}

/** What is signed, and the signature as Amazon documents it; the query stands in order and encoded. */
export function signatureOf(
  request: {
    readonly method: string;
    readonly path: string;
    readonly search: string;
    /** The signed ones alone, by name in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly payload: string;
    /** `20130524T000000Z` */
    readonly date: string;
  },
  { secretAccessKey, region }: Pick<S3Account, 'secretAccessKey' | 'region'>,
): string {
  const { method, path, search, headers, payload, date } = request;
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`).join('');
  const canonical = [method, path, search, lines, names.join(';'), payload].join('\n');
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const day = hmac(`AWS4${secretAccessKey}`, date.slice(0, 8));
  const key = hmac(hmac(hmac(day, region), 's3'), 'aws4_request');
  return createHmac('sha256', key).update(toSign).digest('hex');
}

function error(status: number, code: string): Answer {
  return { status, type: 'application/xml', body: `<Error><Code>${code}</Code></Error>` };
}
