// Who is told what happens (IN-1, IN-11), as the operator's file and the profile say together: a platform
// whose row has a `status` and whose address the file names, a system of webhooks.yaml whose secret it holds.
// The secrets stand in the file alone; a platform without one of its own signs with that of its pushes.
//   {"networks": ["10.20.0.0/16"], "platforms": {"leader-board": {"base": "https://…"}},
//    "webhooks": {"grid-own": {"secret": "whsec_…"}}}
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ServiceHost } from '#platform/host-ports';
import { ConfigurationError } from '#platform/edge/lifecycle';
import type { PlatformMapping } from '#policy/platform-mapping';
import { TOLD_STAGES, type ToldStage } from '#policy/told-stages';
import type { Heard, Telling } from '../../app/tell-waiting';
import { RECEIVERS } from '../../config';
import type { Receiver } from '../../domain/receiver';
import {
  type Guard,
  type GuardedPost,
  guardedPost,
  listOf,
  type PostAnswer,
  USUAL_BOUNDS,
} from './guarded-post';
import { platformCall, platformTook } from './platform-status';
import { webhookCall } from './webhook-call';

const secret = z.string().min(16);
const network = z.string().refine(isNetwork, { error: 'address/bits' });
const fileSchema = z.strictObject({
  networks: z.array(network).default([]),
  platforms: z
    .record(z.string(), z.strictObject({ base: z.url({ protocol: /^https?$/ }), secret: secret.optional() }))
    .default({}),
  webhooks: z.record(z.string(), z.strictObject({ secret })).default({}),
});
type ReceiversFile = z.infer<typeof fileSchema>;

/** The receivers and how each is called. */
export interface Receivers {
  readonly list: () => readonly Receiver[];
  readonly call: (telling: Telling) => Promise<Heard>;
}

interface Called {
  readonly receiver: Receiver;
  readonly write: (telling: Telling) => GuardedPost;
  readonly took: (answer: { readonly status: number; readonly body: string }) => boolean;
}

/** Nobody, where no file is named; a wrong file stops the start. `bounds` are a test's. */
export function receiversOf(
  host: Pick<ServiceHost, 'setting' | 'versions' | 'secret' | 'now'>,
  bounds: Partial<Guard> = {},
): Receivers {
  const file = host.setting(RECEIVERS);
  if (!file) return { list: () => [], call: async () => GONE };
  const given = read(file);
  const guard: Guard = { ...USUAL_BOUNDS, networks: given.networks, ...bounds };
  const called = [...platformsIn(host, given), ...webhooksIn(host, given)];
  const list = called.map(({ receiver }) => receiver);
  return {
    list: () => list,
    call: async (telling) => {
      const one = called.find(({ receiver }) => receiver.name === telling.receiver);
      if (!one) return GONE;
      return heard(await guardedPost(one.write(telling), guard), one);
    },
  };
}

const GONE: Heard = { taken: false, reason: 'no-receiver', final: true, down: false };

/** A receiver that answers anything but yes is tried again: its people may mend it within days. */
function heard(answer: PostAnswer, { took }: Called): Heard {
  if ('failed' in answer) return { taken: false, reason: answer.failed, down: true };
  if (took(answer)) return { taken: true, status: answer.status };
  const down = answer.status >= 500 || answer.status === 429;
  return { taken: false, reason: `http-${answer.status}`, down };
}

function platformsIn(host: Pick<ServiceHost, 'versions' | 'secret' | 'now'>, given: ReceiversFile): Called[] {
  const { platforms } = host.versions.profile();
  strangers(
    Object.keys(given.platforms),
    platforms.filter(({ status }) => status !== undefined).map(({ door }) => door),
  );
  return platforms.flatMap((row): Called[] => {
    const at = given.platforms[row.door];
    const { status, door } = row;
    if (at === undefined || status === undefined) return [];
    const stages = TOLD_STAGES.filter((stage) => status.codes[stage] !== undefined);
    const key = at.secret ?? ownSecret(host.secret, door);
    return [
      {
        receiver: { name: `platform:${door}`, door, stages, words: status.fields.text !== undefined },
        write: (telling) => platformCall({ ...row, status }, at.base, key, telling, host.now()),
        took: (answer) => platformTook(status, answer),
      },
    ];
  });
}

/** The secret with which the platform signs its pushes where the operator gave none (`zt door-secret`). */
function ownSecret(instance: Uint8Array, door: PlatformMapping['door']): string {
  return createHmac('sha256', instance).update(`door/${door}`).digest('hex');
}

function webhooksIn(host: Pick<ServiceHost, 'versions' | 'now'>, given: ReceiversFile): Called[] {
  const { webhooks } = host.versions.profile();
  strangers(
    Object.keys(given.webhooks),
    webhooks.map(({ id }) => id),
  );
  return webhooks.flatMap(({ id, url, stages, unit }): Called[] => {
    const key = given.webhooks[id]?.secret;
    if (key === undefined) return [];
    const told: readonly ToldStage[] = stages;
    const receiver = { name: `webhook:${id}`, stages: told, words: false, ...(unit && { unit }) };
    const write = (telling: Telling) => webhookCall(url, key, telling, host.now());
    return [{ receiver, write, took: ({ status }) => status >= 200 && status < 300 }];
  });
}

/** A name nothing answers to is a mistake that would otherwise be found when nobody was told. */
function strangers(named: readonly string[], known: readonly string[]): void {
  const strange = named.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw wrong(
      `${RECEIVERS} 中的“${strange}”在档案中没有对应的 status 或 webhooks.yaml 行。`,
      `${RECEIVERS} names "${strange}", which has no status in platforms.yaml and no row in webhooks.yaml.`,
    );
}

function isNetwork(text: string): boolean {
  try {
    listOf([text]);
    return true;
  } catch {
    return false;
  }
}

function read(file: string): ReceiversFile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw wrong(
      `文件 ${RECEIVERS} 无法读取或不是 JSON。`,
      `The file ${RECEIVERS} cannot be read, or is no JSON.`,
    );
  }
  const checked = fileSchema.safeParse(value);
  if (checked.success) return checked.data;
  const where = checked.error.issues.map(({ path }) => path.join('.') || '·').join(', ');
  throw wrong(`文件 ${RECEIVERS} 有误：${where}。`, `The file ${RECEIVERS} is wrong at: ${where}.`);
}

function wrong(zh: string, en: string): ConfigurationError {
  return new ConfigurationError('notification', [{ zh, en }]);
}
