// A stage told to a system (IN-11) by the Standard Webhooks specification (standardwebhooks.com, 1.0.0):
// headers webhook-id (the same however often it is told), webhook-timestamp (seconds), webhook-signature
// (`v1,` + base64 of HMAC-SHA256 over `id.timestamp.body`; a secret that begins with `whsec_` is base64). The
// body has `type`, `timestamp` and `data`; it is thin on purpose: nobody's words, nobody's name.
import { createHmac } from 'node:crypto';
import type { Telling } from '../../app/tell-waiting';
import type { GuardedPost } from './guarded-post';
import { idempotencyKey } from './platform-status';

const BASE64 = 'whsec_';

/** The call. `now` in epoch ms. */
export function webhookCall(url: string, secret: string, { id, params }: Telling, now: number): GuardedPost {
  const { number = '', stage = '', at = '0', sequence = '' } = params;
  const data = { number, stage, sequence: Number(sequence) };
  const timestamp = new Date(Number(at)).toISOString();
  const body = JSON.stringify({ type: `appeal.${stage}`, timestamp, data });
  const key = secret.startsWith(BASE64) ? Buffer.from(secret.slice(BASE64.length), 'base64') : secret;
  const [webhookId, seconds] = [idempotencyKey(id), String(Math.floor(now / 1000))];
  const code = createHmac('sha256', key).update(`${webhookId}.${seconds}.${body}`).digest('base64');
  const headers = {
    ...{ 'content-type': 'application/json', 'webhook-id': webhookId },
    ...{ 'webhook-timestamp': seconds, 'webhook-signature': `v1,${code}` },
  };
  return { url, headers, body };
}
