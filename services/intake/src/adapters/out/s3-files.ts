// Files in a bucket of an S3-compatible store, over its plain HTTP interface (Amazon S3 API Reference:
// PutObject, GetObject, DeleteObject), signed by AWS Signature Version 4 and addressed in path style, which
// every compatible store understands. Each body goes with its SHA-256, under the signature, and its MD5, so
// that the store refuses one that was changed or cut on the way. One object is one request: files are small
// enough.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import { z } from 'zod';
import { ConfigurationError } from '#platform/edge/lifecycle';
import { InfrastructureError } from '#platform/infrastructure-error';
import type { FileStore } from '../../app/file-ports';
import { FILE_STORE } from '../../config';

const PATIENCE_MS = 20_000;

/** The file that says where the bucket is. */
const settingsSchema = z.strictObject({
  endpoint: z.url(),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  region: z.string().min(1),
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
});
type BucketSettings = z.infer<typeof settingsSchema>;

/** Reads it; a wrong one stops the start, and nothing of it is repeated. */
export function bucketSettings(path: string): BucketSettings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new ConfigurationError('intake', [
      {
        zh: `${FILE_STORE} 须为 JSON：endpoint、bucket、region、accessKeyId、secretAccessKey。`,
        en: `${FILE_STORE} must be JSON with endpoint, bucket, region, accessKeyId and secretAccessKey.`,
      },
    ]);
  }
}

/** Files of a bucket. */
export function s3Files({ endpoint, bucket, region, ...keys }: BucketSettings): FileStore {
  const client = new AwsClient({ ...keys, region, service: 's3', retries: 0 });
  const ask = async (method: string, id: string, body?: Uint8Array): Promise<Response> => {
    const url = `${endpoint.replace(/\/$/, '')}/${bucket}/${id}`;
    const signed = await client.sign(url, {
      method,
      headers: headersOf(body),
      ...(body && { body: Buffer.from(body) }),
    });
    try {
      return await fetch(signed, { signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch (error) {
      throw new InfrastructureError(`the bucket is away: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  };
  const refused = (method: string, { status }: Response) =>
    new InfrastructureError(`the bucket refused ${method}: ${status}`);
  return {
    put: async (id, bytes) => {
      const answer = await ask('PUT', id, bytes);
      if (!answer.ok) throw refused('PUT', answer);
    },
    get: async (id) => {
      const answer = await ask('GET', id);
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw refused('GET', answer);
      return new Uint8Array(await answer.arrayBuffer());
    },
    delete: async (id) => {
      const answer = await ask('DELETE', id);
      if (!answer.ok && answer.status !== 404) throw refused('DELETE', answer);
    },
  };
}

function headersOf(body: Uint8Array = new Uint8Array()): Record<string, string> {
  const sha256 = createHash('sha256').update(body).digest('hex');
  if (body.length === 0) return { 'x-amz-content-sha256': sha256 };
  const md5 = createHash('md5').update(body).digest('base64');
  const type = 'application/octet-stream';
  return { 'x-amz-content-sha256': sha256, 'content-md5': md5, 'content-type': type };
}
