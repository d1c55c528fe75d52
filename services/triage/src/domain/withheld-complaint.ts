// 收回投诉 (HD-10): units are merged while a complaint is under way, and whoever has it, or helps, may become the
// unit complained of. It is then taken back to the desk, on record, as soon as that is known; an objection
// that waits is thereby upheld.
import { decided } from '#kernel/decider';
import type { Answer } from './clerk-steps';
import { heldByComplainedOf } from './complained-of';
import type { Routing } from './routing';
import type { RoutingPolicy } from './routing-commands';
import { BY_RULE, type RoutingEvent } from './routing-events';
import { onDesk } from './sort-appeal';

/** The words of the recall. */
const WHY = '机构合并后，承办或协办单位为被投诉单位，收回改派';

/** Whether a complaint names anybody while a unit has it: then a merger may concern it. */
export function isComplaintUnderWay(state: Routing): boolean {
  const held = state.status === 'dispatched' || state.status === 'objected' || state.status === 'in-work';
  return held && state.file.complainedOf !== undefined;
}

/** Takes a complaint back from the unit complained of; where it is with others it changes nothing. */
export function withholdComplaint(state: Routing, policy: RoutingPolicy): Answer {
  if (state.status !== 'dispatched' && state.status !== 'objected' && state.status !== 'in-work')
    return decided();
  const { dispatch, file } = state;
  if (!heldByComplainedOf(dispatch, file, policy)) return decided();
  const of = { dispatchNo: dispatch.no, unit: dispatch.lead, decidedBy: BY_RULE };
  const ended: RoutingEvent =
    state.status === 'objected'
      ? { type: 'ObjectionRuled', ...of, upheld: true, note: WHY }
      : { type: 'DispatchRecalled', ...of, withoutMark: false, reason: WHY };
  return decided<RoutingEvent>(ended, onDesk('complaint-about-unit'));
}
