// Casework asked for a person who writes to an official account: where his appeal stands, and his rating. He
// waits for an answer, so a look that cannot be had soon is given up and what intake knows is told.
import { PeerFailed, PeerUnavailable } from '#platform/edge/grpc-client';
import type { CaseDesk } from '../../app/wechat-ports';
import type { CasePeer } from '../mapping/casework-peer';

const LOOK_MS = 1500;
const RATE_MS = 3000;
const ENTERPRISE = { role: 'enterprise', id: 'enterprise', unit: '' };

/** Casework over gRPC, opened when it is first asked. */
export function caseworkDesk(open: () => CasePeer): CaseDesk {
  let opened: CasePeer | undefined;
  const peer = () => (opened ??= open());
  return {
    look: async (appealId) => {
      try {
        const question = { appealId, number: '', view: 'enterprise', covering: '' };
        const { case: file } = await peer().getCase(question, { deadlineMs: LOOK_MS, safe: true });
        return file?.summary && { status: file.summary.status, answer: file.answer };
      } catch (error) {
        if (error instanceof PeerUnavailable || error instanceof PeerFailed) return undefined;
        throw error;
      }
    },
    rate: async ({ appealId, commandId, rating, comment }) => {
      const meta = { commandId, appealId, expectedSeq: undefined, actor: ENTERPRISE };
      const command = { $case: 'rate' as const, value: { rating, comment } };
      const { outcome } = await peer().execute({ meta, command }, { deadlineMs: RATE_MS, safe: true });
      if (outcome?.$case === 'accepted') return undefined;
      if (outcome === undefined) throw new Error('Casework answered nothing');
      return { code: outcome.value.code, params: outcome.value.params };
    },
  };
}
