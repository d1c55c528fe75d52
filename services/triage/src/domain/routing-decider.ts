// The rules of a routing in one value (RT-1, RT-2, KB-2): what may be asked, what then happens, what it makes
// of the state. Commands that events or time bring about are never refused, or a late event would hold up the
// appeal: where they no longer fit they change nothing.
import { type Decider, type Decision, type Recorded, decided, unreachable } from '#kernel/decider';
import { classedByRule, setClass } from './class-steps';
import { type Answer, answer, dispatch, recall } from './clerk-steps';
import { ruleEscalation } from './escalation-ruling';
import { evolveRouting } from './evolve-routing';
import { ruleObjection } from './objection-ruling';
import { NO_ROUTING, type Routing } from './routing';
import type { OwnCommand, RoutingCommand, RoutingPolicy, RoutingRefusal, Ruling } from './routing-commands';
import type { Classification, RoutingCause, RoutingEvent } from './routing-events';
import { obeyRuling, rulingOf } from './ruling-obeyed';
import { onDesk, sortAppeal, sortedBy } from './sort-appeal';
import { withholdComplaint } from './withheld-complaint';
import { transfer } from './transfer-steps';
import { confirmUrgent, denyUrgent } from './urgency-steps';

/** Writer of the routing's events in the journal. */
export const ROUTING_WRITER = 'triage.routing';

/** 分办 */
export const routingDecider: Decider<
  Routing,
  RoutingCommand,
  RoutingEvent,
  RoutingCause,
  RoutingPolicy,
  RoutingRefusal
> = {
  initial: NO_ROUTING,
  evolve: evolveRouting,
  decide(command, state, policy, decision) {
    switch (command.type) {
      case 'DispatchAppeal':
        return dispatch(command, state, policy, decision);
      case 'AnswerAppeal':
        return answer(command, state, policy, decision);
      case 'RecallDispatch':
        return recall(command, state, policy, decision);
      case 'RuleObjection':
        return ruleObjection(command, state, policy, decision);
      case 'TransferAppeal':
        return transfer(command, state, policy, decision);
      case 'RuleEscalation':
        return ruleEscalation(command, state, policy, decision);
      case 'SetClass':
        return setClass(command, state, policy, decision);
      case 'ConfirmUrgent':
        return confirmUrgent(command, state, policy, decision);
      case 'DenyUrgent':
        return denyUrgent(command, state, policy, decision);
      default:
        return decideOwn(command, state, policy, decision);
    }
  },
};

function decideOwn(command: OwnCommand, state: Routing, policy: RoutingPolicy, decision: Decision): Answer {
  switch (command.type) {
    case 'ClassifyAppeal':
      return classify(command.classification, state, policy, decision);
    case 'SettleRouting':
      return settle(state, policy, decision);
    case 'EnterDesk':
      return enterDesk(state);
    case 'GrantWithdrawal':
      return grantWithdrawal(state);
    case 'ObeyRuling':
      return obeyRuling(command.ruling, state, policy);
    case 'WithholdComplaint':
      return withholdComplaint(state, policy);
    default:
      return unreachable(command);
  }
}

/** Records the classification; where the library has spoken already, the appeal goes at once. */
function classify(found: Classification, state: Routing, policy: RoutingPolicy, { at }: Decision): Answer {
  if (state.status !== 'sorting' || state.file.sorted !== null) return decided();
  const classified: readonly RoutingEvent[] = [
    { type: 'AppealClassified', ...found },
    ...classedByRule(state.file, found.topic, policy.pack(state.file.packHash)),
  ];
  if (state.file.sought === null) return decided(...classified);
  const { complainedOf = state.file.complainedOf } = found;
  const file = { ...state.file, sorted: sortedBy(found), ...(complainedOf && { complainedOf }) };
  return decided(...classified, sortAppeal(file, policy, at));
}

/** The library has spoken, or has had its time: the appeal is not kept waiting for it. */
function settle(state: Routing, policy: RoutingPolicy, { at }: Decision): Answer {
  if (state.status !== 'sorting') return decided();
  const bothSaid = state.file.sorted !== null && state.file.sought !== null;
  return bothSaid || at >= state.waitUntil ? decided(sortAppeal(state.file, policy, at)) : decided();
}

/**
 * The library's answer did not hold: a person decides what becomes of the appeal, unless a wish to withdraw
 * had crossed its coming back.
 */
function enterDesk(state: Routing): Answer {
  const reopens = state.status === 'closed' && state.why !== 'withdrawn' && state.why !== 'joined';
  if (state.status !== 'answered' && !reopens) return decided();
  return state.file.withdrawalWanted
    ? decided<RoutingEvent>(onDesk('disputed'), { type: 'WithdrawalGranted' })
    : decided(onDesk('disputed'));
}

/** Asked of everybody, granted by the owner of the stage: triage from admission until a unit acknowledges. */
function grantWithdrawal(state: Routing): Answer {
  const owned =
    state.status === 'sorting' ||
    state.status === 'desk' ||
    state.status === 'dispatched' ||
    (state.status === 'objected' && state.resume === 'dispatched');
  return owned ? decided({ type: 'WithdrawalGranted' }) : decided();
}

/**
 * What an event of another brings about by itself; `classify` is asked only when an admitted appeal has no
 * class yet.
 */
export function reactToCause(
  { event }: Recorded<RoutingCause>,
  state: Routing,
  classifyNow: () => Classification,
): RoutingCommand | undefined {
  switch (event.type) {
    case 'AppealAdmitted':
      return state.status === 'sorting' && state.file.sorted === null
        ? { type: 'ClassifyAppeal', classification: classifyNow() }
        : undefined;
    case 'AnswerSought':
      return { type: 'SettleRouting' };
    case 'AnswerDisputed':
      return state.status === 'answered' && state.dispatch === null ? { type: 'EnterDesk' } : undefined;
    case 'AppealReopened':
      return event.unit === '' ? { type: 'EnterDesk' } : { type: 'WithholdComplaint' };
    case 'WithdrawalRequested':
      return { type: 'GrantWithdrawal' };
    case 'PanelRuled':
    case 'MeetingRecorded':
      return obeying(rulingOf(event));
    case 'FactsChecked':
      return obeying(state.file.ruled);
    default:
      return undefined;
  }
}

function obeying(ruling: Ruling | undefined): RoutingCommand | undefined {
  return ruling && { type: 'ObeyRuling', ruling };
}
