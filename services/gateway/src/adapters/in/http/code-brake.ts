// A brake on guessing query codes (IN-7). It counts wrong tries by appeal number and by the address they come
// from: who guesses is held up at that number from there, and nobody else is. An appeal's owner, who stands
// at another address, cannot be locked out by him, nor can appeals with other numbers; behind one address
// with him the owner waits a quarter of an hour at most, because what is tried meanwhile does not prolong it.
// At this pace a code, one of 30 to the power of 8, is not found. A number that does not exist is braked
// alike.
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong tries at one number from one address until it is braked. */
export const WRONG_TRIES = 5;
/** From the first wrong try to the end of the brake, in seconds. */
export const WINDOW_S = 900;

/** Held up: whole seconds until the next try is heard, 1 … `WINDOW_S`. */
interface Braked {
  readonly braked: true;
  readonly retryAfterS: number;
}

/** The brake of one process; what it counted goes with the process. */
export interface CodeBrake {
  /**
   * Lets `look` try a code at a number, or answers that it has to wait. A try counts as wrong until it has
   * turned out right, so that many at once are no way round; one that failed for reasons of ours counts not.
   */
  attempt<Found extends { readonly appealId: string }>(
    at: { readonly number: string; readonly address: string },
    look: () => Promise<Found>,
  ): Promise<Found | Braked>;
}

/** A brake that has counted nothing yet. */
export function codeBrake(): CodeBrake {
  const tries = new RateLimiterMemory({ points: WRONG_TRIES, duration: WINDOW_S });
  return {
    attempt: async ({ number, address }, look) => {
      const key = `${number.trim().toUpperCase()} ${stationOf(address)}`;
      const held = await tries.consume(key).then(() => undefined, heldUp);
      if (held) return held;
      try {
        const found = await look();
        if (found.appealId !== '') await tries.delete(key);
        return found;
      } catch (error) {
        await tries.reward(key);
        throw error;
      }
    },
  };
}

/** Uploads from one address within `WINDOW_S`; an office behind one address has as many. */
export const MOST_UPLOADS = 200;

/** Counts uploads by address: answers 0, or the whole seconds until the next one is taken. */
export function uploadBrake(): (address: string) => Promise<number> {
  const uploads = new RateLimiterMemory({ points: MOST_UPLOADS, duration: WINDOW_S });
  return async (address) => {
    const held = await uploads.consume(stationOf(address)).then(() => undefined, heldUp);
    return held?.retryAfterS ?? 0;
  };
}

/** Who has one IPv6 address has the 2⁶⁴ beside it: they count as one. IPv4 written as IPv6 is IPv4. */
function stationOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = [], after] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const left = after === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: left }, () => '0'), ...(after ?? [])];
  return groups.slice(0, 4).join(':');
}

function heldUp(refusal: unknown): Braked {
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  return { braked: true, retryAfterS: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
}
