// The doors with a protocol of their own, by name.
import { randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { renderSentence } from '#contracts/render-sentence';
import type { WechatAccount } from '#policy/wechat-account';
import type { ServiceHost } from '#platform/host-ports';
import type { IntakePorts } from '../../app/ports';
import { submitAppeal } from '../../app/submit-appeal';
import { DOOR_SECRETS } from '../../config';
import { doorSecrets } from '../out/door-secrets';
import { type DoorAnswer, type DoorCall, NO_SUCH_DOOR } from './door';
import { receivePush } from './platforms/platform-door';
import type { WechatMessage } from './wechat/message-reading';
import { spentNonces } from './wechat/push-belief';
import { receiveWechat } from './wechat/wechat-door';

/** Answers whatever comes in at a door that the profile describes and a pack in force knows. */
export function openDoors(host: ServiceHost, intake: IntakePorts): (call: DoorCall) => Promise<DoorAnswer> {
  const { platforms, wechat } = host.versions.profile();
  const mappings = new Map(platforms.map((one) => [one.door, one]));
  const accounts = new Map(wechat.map((one) => [one.door, one]));
  const secrets = doorSecrets(host.secret, host.setting(DOOR_SECRETS));
  const ports = {
    waitOf: limits(),
    now: host.now,
    count: (door: string, outcome: string) => host.metrics.add('zt_pushes_total', 1, { door, outcome }),
  };
  const ofPlatforms = {
    ...ports,
    submit: (raw: Readonly<Record<string, unknown>>) => submitAppeal(raw, intake),
    secretsOf: secrets.ofPlatform,
  };
  const ofAccounts = {
    ...ports,
    secretsOf: secrets.ofAccount,
    spent: spentNonces(),
    random: randomBytes,
    answerTo: async ({ said }: WechatMessage, { page }: WechatAccount) =>
      said.kind === 'nothing' ? '' : renderSentence('wechat', 'GREETING', { page }).zh,
  };
  return async (call) => {
    const mapping = mappings.get(call.door);
    const account = accounts.get(call.door);
    if (!intake.lists().channels.includes(call.door)) return NO_SUCH_DOOR;
    if (mapping !== undefined) return receivePush(call, mapping, ofPlatforms);
    if (account !== undefined) return receiveWechat(call, account, ofAccounts);
    return NO_SUCH_DOOR;
  };
}

type WaitOf = (door: string, perMinute: number, person?: string) => Promise<number>;

/** Counts calls by door and minute, or by person at a door; what it counted goes with the process. */
function limits(): WaitOf {
  const limiters = new Map<string, RateLimiterMemory>();
  return async (door, perMinute, person) => {
    const kind = `${door}/${person === undefined ? 'all' : 'person'}`;
    const limiter = limiters.get(kind) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
    limiters.set(kind, limiter);
    try {
      await limiter.consume(person ?? door);
      return 0;
    } catch (held) {
      if (!(held instanceof RateLimiterRes)) throw held;
      return Math.max(1, Math.ceil(held.msBeforeNext / 1000));
    }
  };
}
