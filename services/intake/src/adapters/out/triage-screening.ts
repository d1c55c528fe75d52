// Screening asked of triage, which knows the words. While triage is away nobody waits on it twice: for a
// moment every further question is answered with "away" at once, so that a thousand waiting appeals do not
// queue up behind it.
import { InfrastructureError } from '#platform/infrastructure-error';
import type { Screening } from '../../app/ports';
import type { ScreeningPeer } from '../mapping/triage-peer';

const DEADLINE_MS = 5000;
const REST_MS = 2000;

/** Triage could not be asked; the appeal waits for the next try. */
class ScreeningAway extends InfrastructureError {
  override readonly name = 'ScreeningAway';
}

/** Screening over gRPC. */
export function triageScreening(peer: ScreeningPeer, now: () => number): Screening {
  let restUntil = 0;
  return {
    ask: async (question) => {
      if (now() < restUntil) throw new ScreeningAway('triage was away a moment ago');
      try {
        const { ground, words, score } = await peer.screen(question, { deadlineMs: DEADLINE_MS, safe: true });
        return { ground, words, score };
      } catch (error) {
        restUntil = now() + REST_MS;
        throw new ScreeningAway(error instanceof Error ? error.name : 'unknown', { cause: error });
      }
    },
  };
}
