// 异议裁定: a unit says that an appeal is not its duty, and somebody rules (RT-2). Upheld, the appeal goes to the
// unit it belongs to under a new number, or back to the desk; not upheld, the unit keeps it and its clocks
// have run on. Units that send an appeal to and fro are counted, and after the pack's number only the body it
// names may rule.
import { type Decision, decided, reject } from '#kernel/decider';
import {
  type Answer,
  asTheyAreNow,
  notAllowed,
  pingPong,
  staleDispatch,
  whyOf,
  wrongUnits,
} from './clerk-steps';
import { clearing, complainedOf, keptFromNone } from './complained-of';
import type { Routing } from './routing';
import type { ClerkCommand, RoutingPolicy } from './routing-commands';
import type { RoutingEvent } from './routing-events';
import { onDesk } from './sort-appeal';

type RuleObjection = Extract<ClerkCommand, { type: 'RuleObjection' }>;

/** Why the next unit gets it, in the words of the dispatch. */
const UPHELD = '异议成立，改派';

/** Rules on the objection in hand. */
export function ruleObjection(
  command: RuleObjection,
  state: Routing,
  policy: RoutingPolicy,
  { actor }: Decision,
): Answer {
  const { upheld, toUnit, note, dispatchNo, onlyNamed = false } = command;
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  const refused = notAllowed(command, state, policy, actor) ?? staleDispatch(state, dispatchNo);
  if (refused) return refused;
  if (state.status !== 'objected') return reject('NO_OBJECTION', 'RT-2');
  const pack = policy.pack(state.file.packHash);
  const stopped = pingPong(state.file, pack, actor);
  if (stopped) return stopped;
  const { lead: unit, assist } = state.dispatch;
  const ruled: RoutingEvent = { type: 'ObjectionRuled', dispatchNo, unit, upheld, decidedBy: actor.id, note };
  if (!upheld) return toUnit === '' ? decided(ruled) : reject('NOT_UPHELD_KEEPS_UNIT', 'RT-2', { unit });
  if (toUnit === '') return decided<RoutingEvent>(ruled, onDesk('objection-upheld'));
  if (toUnit === policy.successorOf(unit)) return reject('SAME_UNIT', 'RT-2', { unit });
  const helping = asTheyAreNow(assist, policy).filter((one) => one !== toUnit);
  const others = keptFromNone(helping, state.file, policy);
  const said = { onlyNamed, reason: note };
  const wrong = wrongUnits(toUnit, others, policy) ?? complainedOf([toUnit], said, state.file, policy);
  if (wrong) return wrong;
  return decided<RoutingEvent>(ruled, {
    type: 'AppealDispatched',
    dispatchNo: state.file.dispatchNo + 1,
    lead: toUnit,
    assist: others,
    decidedBy: actor.id,
    why: whyOf(state.file, pack, UPHELD),
    reason: '',
    ...clearing([toUnit], said, state.file, policy),
  });
}
