// 上报审核: what a county unit sends up is audited (RT-4; CD 二-3). Accepted, it goes to a unit of the city under
// a new number and the county's order ends; returned, with a reason, the county keeps it.
import { type Decision, decided, reject } from '#kernel/decider';
import {
  type Answer,
  asTheyAreNow,
  notAllowed,
  type Refusal,
  staleDispatch,
  wrongUnits,
} from './clerk-steps';
import { clearing, complainedOf, keptFromNone } from './complained-of';
import type { Dispatch, Routing } from './routing';
import type { ClerkCommand, RoutingPolicy } from './routing-commands';
import type { RoutingEvent } from './routing-events';

type RuleEscalation = Extract<ClerkCommand, { type: 'RuleEscalation' }>;

/** Why the city's unit gets it, in the words of the dispatch. */
const SENT_UP = '县级上报，经审核由市级承办';

/** Rules on what was sent up. */
export function ruleEscalation(
  command: RuleEscalation,
  state: Routing,
  policy: RoutingPolicy,
  { actor }: Decision,
): Answer {
  const { dispatchNo, accepted, toUnit, reason, onlyNamed = false } = command;
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  const refused = notAllowed(command, state, policy, actor) ?? staleDispatch(state, dispatchNo);
  if (refused) return refused;
  const dispatch = sentUp(state);
  if (dispatch === undefined) return reject('NO_ESCALATION', 'RT-4');
  if (policy.pack(state.file.packHash).grading?.escalation.auditBy !== actor.role)
    return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  const { lead: unit } = dispatch;
  const ruled: RoutingEvent = {
    type: 'EscalationRuled',
    ...{ dispatchNo, unit, accepted, toUnit: accepted ? toUnit : '', by: actor.id, reason },
  };
  if (!accepted) return reason.trim() === '' ? reject('REASON_MISSING', 'RT-4') : decided(ruled);
  const helping = asTheyAreNow(dispatch.assist, policy).filter((one) => one !== toUnit);
  const assist = keptFromNone(helping, state.file, policy);
  const said = { onlyNamed, reason };
  const wrong =
    wrongUnits(toUnit, assist, policy) ??
    notAbove(toUnit, policy) ??
    complainedOf([toUnit], said, state.file, policy);
  if (wrong) return wrong;
  const cleared = clearing([toUnit], said, state.file, policy);
  const by = actor.id;
  const recalled = { dispatchNo, unit, decidedBy: by, withoutMark: false, reason };
  const sent = { dispatchNo: state.file.dispatchNo + 1, lead: toUnit, assist, decidedBy: by };
  return decided<RoutingEvent>(
    ruled,
    { type: 'DispatchRecalled', ...recalled },
    { type: 'AppealDispatched', ...sent, why: SENT_UP, reason: '', ...cleared },
  );
}

/** The dispatch of a unit that waits for the audit. */
function sentUp(state: Routing): Dispatch | undefined {
  if (state.status !== 'in-work') return undefined;
  return state.file.sentUp === state.dispatch.no ? state.dispatch : undefined;
}

function notAbove(unit: string, policy: RoutingPolicy): Refusal | undefined {
  return policy.unitTier(unit) === 'city' ? undefined : reject('UNIT_NOT_OF_CITY', 'RT-4', { unit });
}
