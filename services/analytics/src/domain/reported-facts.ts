// What a unit closed itself (SZ 1.3) as facts. It happened when it did, not when it was told of: a table
// handed in after its quarter belongs to that quarter. Nobody handed the appeal over, so no time of a
// dispatch is taken from it. What is the same as an appeal that counts already is joined to it, and that is
// all.
import type { Recorded } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { FactEvent } from './fact-events';
import { type FactWrite, factWrite } from './fact-tables';
import { termsOf } from './pack-terms';

/** The writes of a telling about `key`. */
export function reportedFacts(
  key: string,
  { event, at, id }: Pick<Recorded<Extract<FactEvent, { type: 'AppealReported' }>>, 'event' | 'at' | 'id'>,
  pack: Pack,
): readonly FactWrite[] {
  const { channel, packHash, kind, region, unit, receivedAt, closedAt, satisfaction, same } = event;
  const { nature, counted, unratedInDenominator } = termsOf(pack, kind);
  const said = { submitted_kind: kind, submitted_topic: '', submitted_region: region };
  const terms = { nature, counted, unrated_in_denominator: unratedInDenominator };
  const appeal = factWrite('appeal', key, key, {
    ...{ submitted_at: receivedAt, channel, ...said, admitted_at: receivedAt, reported_at: at },
    ...{ pack: pack.id, pack_hash: packHash, kind, topic: '', region, ...terms },
    ...(same && { joined_at: receivedAt }),
  });
  if (same) return [appeal];
  const rated = { round: 1, verdict: satisfaction, rated_by: 'report', rated_at: closedAt };
  return [
    appeal,
    factWrite('dispatch', `${key}/1`, key, { dispatch_no: 1, unit, dispatched_at: receivedAt }),
    factWrite('completion', id, key, { dispatch_no: 1, unit, round: 1, completed_at: closedAt }),
    factWrite('closing', id, key, { why: 'reported', closed_at: closedAt }),
    ...(satisfaction === '' ? [] : [factWrite('rating', id, key, rated)]),
  ];
}
