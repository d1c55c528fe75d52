// 销号 by rule (SV-5): what ends the problem that an entry of the register tells of. The feedback came, late as
// it is; the card was taken back; the unit took the matter on; a better answer was given; the enterprise is
// content; the case is over. What was answered in time is not feedback that came late: its card is revoked,
// and that clears the entry. An entry that an order is out on stays open with it, whatever happens to the
// case, until the order is ruled on; only a card that was wrong takes its entry away at once.
import { aboutData } from './grounds';
import { type Entry, type KnownOversight, openEntries, openOrders } from './oversight';
import type { ClearanceGround, OversightCause } from './oversight-events';

/** An entry to be cleared, and why. */
export interface Clearance {
  readonly entry: Entry;
  readonly why: ClearanceGround;
}

/** The open entries that an event clears. */
export function clearedBy(event: OversightCause, state: KnownOversight): readonly Clearance[] {
  const rule = ruleOf(event);
  if (rule === undefined) return [];
  const ordered = new Set(openOrders(state).map(({ entryId }) => entryId));
  return openEntries(state)
    .filter((entry) => rule.ends(entry) && (rule.why === 'card-revoked' || !ordered.has(entry.id)))
    .map((entry) => ({ entry, why: rule.why }));
}

interface ClearingRule {
  readonly why: ClearanceGround;
  readonly ends: (entry: Entry) => boolean;
}

function ruleOf(event: OversightCause): ClearingRule | undefined {
  switch (event.type) {
    case 'CardRevoked':
      return { why: 'card-revoked', ends: ({ about }) => about === event.cardId };
    case 'ClockStopped': {
      if (event.inTime && !event.void) return undefined;
      const ofClock = ({ about }: Entry) => about.startsWith(`${event.clockId}/`);
      return { why: event.void ? 'taken-away' : 'feedback', ends: ofClock };
    }
    case 'WorkOrderAcknowledged':
      return {
        why: 'taken-on',
        ends: ({ ground, unit }) =>
          ground === 'unclear-duty' || (ground === 'shirking' && unit === event.unit),
      };
    case 'AppealCompleted':
      return event.answerVerdict === 'evasive' ? undefined : better(event);
    case 'DataAnswered':
      return { why: 'feedback', ends: ({ about }) => about === aboutData(event.requestNo) };
    case 'DataRequestsGone': {
      const gone = event.requestNos.map(aboutData);
      return { why: 'taken-away', ends: ({ about }) => gone.includes(about) };
    }
    case 'AppealRated':
      return event.rating === 'satisfied'
        ? { why: 'content', ends: ({ ground }) => ground === 'low-satisfaction' || ground === 'poor-quality' }
        : undefined;
    default:
      return endOf(event);
  }
}

/** A later answer that is one takes the place of the poor one. */
function better({ round, unit }: Extract<OversightCause, { type: 'AppealCompleted' }>): ClearingRule {
  const poor = ({ ground, unit: whose, about }: Entry) =>
    (ground === 'perfunctory' || ground === 'poor-quality') && whose === unit && about !== `round/${round}`;
  return { why: 'feedback', ends: poor };
}

function endOf(event: OversightCause): ClearingRule | undefined {
  switch (event.type) {
    case 'AppealClosed':
      return { why: event.why === 'withdrawn' ? 'taken-away' : 'closed', ends: () => true };
    case 'AppealJoined':
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
      return { why: 'taken-away', ends: () => true };
    default:
      return undefined;
  }
}
