// The rules of a docket in one value (SV-1, SV-2): what a moment, a due time or a new calendar leads to.
import { type Decider, type Recorded, decided, unreachable } from '#kernel/decider';
import { extendDeadline, issueDue, recountDeadlines, revokeContested } from './card-rules';
import { takeHappening } from './clock-rules';
import { countLostTime } from './lost-cards';
import { turnUrgent } from './urgent-clocks';
import { type Docket, NO_DOCKET, extendedClockId } from './docket';
import type { DocketCommand, DocketPolicy } from './docket-commands';
import type { DocketCause, DocketEvent } from './docket-events';
import { evolveDocket } from './evolve-docket';
import { happeningsOf } from './moments';

/** Writer of the docket's events in the journal. */
export const DOCKET_WRITER = 'supervision.docket';

/** 督办台账. It refuses nothing: what does not apply changes nothing. */
export const docketDecider: Decider<Docket, DocketCommand, DocketEvent, DocketCause, DocketPolicy, never> = {
  initial: NO_DOCKET,
  evolve: evolveDocket,
  decide(command, before, policy, { at }) {
    let docket = before;
    const events: DocketEvent[] = [];
    const next = () => at + events.length;
    const say = (event: DocketEvent): void => {
      const recorded = { event, at: next(), id: '', writer: DOCKET_WRITER, seq: 0 };
      docket = evolveDocket(docket, recorded);
      events.push(event);
    };
    switch (command.type) {
      case 'TakeHappenings':
        for (const happening of command.happenings) takeHappening(happening, () => docket, policy, say);
        break;
      case 'IssueDue':
        issueDue(docket, policy, command.mayCard, next, say);
        break;
      case 'TurnUrgent':
        turnUrgent(docket, policy, { at, cause: command.cause }, say);
        break;
      case 'RevokeContested':
        revokeContested(docket, command.cardId, say);
        break;
      case 'ExtendDeadline':
        extendDeadline(docket, policy, command.clockId, at, say);
        break;
      case 'RecountDeadlines':
        recountDeadlines(docket, policy, at, say);
        break;
      case 'CountLostTime':
        countLostTime(docket, policy, say);
        break;
      default:
        return unreachable(command);
    }
    return decided(...events);
  },
};

/** What an event of another brings about by itself, once the pack is known. */
export function reactToCause(cause: Recorded<DocketCause>, docket: Docket): DocketCommand | undefined {
  if (docket.status === 'waiting') return undefined;
  const { event } = cause;
  if (event.type === 'ExtensionRuled')
    return event.granted
      ? { type: 'ExtendDeadline', clockId: extendedClockId(event, docket.course) }
      : undefined;
  if (event.type === 'UrgencyConfirmed') return { type: 'TurnUrgent', cause: cause.id };
  if (event.type === 'ContestRuled')
    return event.upheld && event.about === 'card'
      ? { type: 'RevokeContested', cardId: event.target }
      : undefined;
  const happenings = happeningsOf(cause, docket);
  return happenings.length === 0 ? undefined : { type: 'TakeHappenings', happenings };
}
