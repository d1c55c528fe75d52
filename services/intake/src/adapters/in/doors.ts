// The doors with a protocol of their own, by name.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ServiceHost } from '#platform/host-ports';
import type { IntakePorts } from '../../app/ports';
import { submitAppeal } from '../../app/submit-appeal';
import { DOOR_SECRETS } from '../../config';
import { doorSecrets } from '../out/door-secrets';
import type { DoorAnswer, DoorCall } from './door';
import { type PlatformDoorPorts, receivePush } from './platforms/platform-door';

const NO_SUCH_DOOR: DoorAnswer = { status: 404, body: { code: 'CHANNEL_UNKNOWN' }, retryAfterS: 0 };

/** Answers whatever comes in at a door that the profile has a mapping for and a pack in force knows. */
export function openDoors(host: ServiceHost, intake: IntakePorts): (call: DoorCall) => Promise<DoorAnswer> {
  const mappings = new Map(host.versions.profile().platforms.map((one) => [one.door, one]));
  const ports: PlatformDoorPorts = {
    submit: (raw) => submitAppeal(raw, intake),
    secretsOf: doorSecrets(host.secret, host.setting(DOOR_SECRETS)),
    waitOf: limits(),
    now: host.now,
    count: (door, outcome) => host.metrics.add('zt_pushes_total', 1, { door, outcome }),
  };
  return async (call) => {
    const mapping = mappings.get(call.door);
    if (mapping === undefined || !intake.lists().channels.includes(call.door)) return NO_SUCH_DOOR;
    return receivePush(call, mapping, ports);
  };
}

/** Counts pushes by door and minute; what it counted goes with the process. */
function limits(): PlatformDoorPorts['waitOf'] {
  const byDoor = new Map<string, RateLimiterMemory>();
  return async (door, perMinute) => {
    const limiter = byDoor.get(door) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
    byDoor.set(door, limiter);
    try {
      await limiter.consume(door);
      return 0;
    } catch (held) {
      if (!(held instanceof RateLimiterRes)) throw held;
      return Math.max(1, Math.ceil(held.msBeforeNext / 1000));
    }
  };
}
