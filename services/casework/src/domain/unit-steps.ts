// What a unit does with a dispatch: acknowledges it or objects (RT-2), contacts the enterprise, gives its
// preliminary opinion and completes (HD-1, 2151). Only people whom the pack lets act, those of its own reach
// for the unit it was dispatched to, and only on the dispatch they have before them: a command that quotes an
// older one is refused and told the current number.
import { type Decided, type Decision, decided, reject, unreachable } from '#kernel/decider';
import type { PackCommand } from '#policy/pack-words';
import { contactsInstead } from '#policy/protected-contact';
import { reachOf } from '#policy/scopes';
import { civilDayOf } from '#working-calendar/civil-day';
import {
  contributionProblem,
  decideAssistStep,
  isAssistCommand,
  missingContributions,
  partOf,
} from './assist-steps';
import { decideChainStep, unsignedProblem } from './chain-steps';
import { uncheckedFacts } from './check-steps';
import { completionProblem } from './completion-fields';
import { contactAfter } from './contact-rule';
import { requestEscalation } from './escalation-steps';
import { requestExtension } from './extension-steps';
import { objectionOf } from './objection-rule';
import { type Order, type WorkOrder, hasCompleted, orderOf } from './work-order';
import type { UnitCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;
type Refusal = Extract<Answer, { ok: false }>;
type Command<T extends UnitCommand['type']> = Extract<UnitCommand, { type: T }>;
type InHand = Extract<WorkOrder, { status: 'dispatched' | 'in-work' }>;

/**
 * Rights that carry others: whoever may complete may draft, take his draft back and ask for time, whoever may
 * sign may give back, whoever may assign may hand over.
 */
function rightsFor(type: UnitCommand['type']): readonly PackCommand[] {
  switch (type) {
    case 'RequestExtension':
    case 'SubmitDraft':
      return ['CompleteAppeal'];
    case 'ReturnDraft':
      return ['SignDraft', 'CompleteAppeal'];
    case 'HandOverInside':
      return ['AssignInside'];
    default:
      return [type];
  }
}

/** Decides a command of the unit, or of a unit that assists it. */
export function decideUnitStep(
  command: UnitCommand,
  state: WorkOrder,
  policy: WorkOrderPolicy,
  decision: Decision,
): Answer {
  const order = orderOf(state);
  const { successorOf } = policy;
  const { unit = '' } = decision.actor;
  const leads = order !== null && successorOf(unit) === successorOf(order.unit);
  const part = isAssistCommand(command) && !leads ? partOf(order, unit, policy) : undefined;
  const refused = notTheirs(command, state, part !== undefined, policy, decision);
  if (refused) return refused;
  const held = state as Extract<WorkOrder, { order: Order }>;
  if (part && isAssistCommand(command)) return decideAssistStep(command, part, held, policy, decision);
  if (command.type === 'GiveContribution')
    return reject('NOT_ASSISTING', 'RT-3', { unit: order?.unit ?? '' });
  return notInHand(state) ?? decideLeadStep(command, state as InHand, policy, decision);
}

function decideLeadStep(
  command: Exclude<UnitCommand, { type: 'GiveContribution' }>,
  inHand: InHand,
  policy: WorkOrderPolicy,
  decision: Decision,
): Answer {
  switch (command.type) {
    case 'AcknowledgeDispatch':
      return acknowledge(inHand, decision);
    case 'ObjectToDispatch':
      return object(command, inHand, policy, decision);
    case 'RecordContact':
      return contact(command, inHand, policy, decision);
    case 'GivePreliminaryOpinion':
      return giveOpinion(command, inHand, decision);
    case 'CompleteAppeal':
      return complete(command, inHand, policy, decision);
    case 'AssignInside':
    case 'SubmitDraft':
    case 'ReturnDraft':
    case 'SignDraft':
    case 'HandOverInside':
      if (inHand.status === 'dispatched') return reject('NOT_ACKNOWLEDGED', 'RT-2');
      return decideChainStep(command, inHand, policy, decision);
    case 'RequestExtension':
      if (inHand.status === 'dispatched') return reject('NOT_ACKNOWLEDGED', 'RT-2');
      return requestExtension(command, inHand, policy, decision);
    case 'RequestEscalation':
      if (inHand.status === 'dispatched') return reject('NOT_ACKNOWLEDGED', 'RT-2');
      return requestEscalation(command, inHand, policy, decision);
    default:
      return unreachable(command);
  }
}

function notTheirs(
  { type, dispatchNo }: UnitCommand,
  state: WorkOrder,
  assists: boolean,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Refusal | undefined {
  const { packHash } = state.file;
  if (packHash === '') return reject('NOT_DISPATCHED', 'RT-1');
  const pack = policy.pack(packHash);
  const platform = type === 'RecordContact' ? contactsInstead(pack, state.file.protect === true) : undefined;
  const reaches = rightsFor(type).map((right) => reachOf(pack, actor.role, right));
  const given = reaches.find((one) => one !== 'none') ?? 'none';
  const reach = platform === undefined ? given : reachOf(pack, actor.role, 'ContactProtected');
  if (platform !== undefined && reach === 'none' && given !== 'none')
    return reject('CONTACT_BY_PLATFORM', 'HD-10', { role: platform });
  if (reach === 'none') return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  const order = orderOf(state);
  if (order === null) return reject('NOT_DISPATCHED', 'RT-1');
  if (dispatchNo !== order.no)
    return reject('STALE_DISPATCH', 'RT-1', { current: String(order.no) }, 'dispatchNo');
  const { successorOf } = policy;
  if (reach === 'own-unit' && successorOf(actor.unit ?? '') !== successorOf(order.unit) && !assists)
    return reject('NOT_YOUR_UNIT', 'RT-1', { unit: order.unit });
  return undefined;
}

function notInHand(state: WorkOrder): Refusal | undefined {
  if (state.status === 'objected') return reject('OBJECTION_PENDING', 'RT-2');
  if (hasCompleted(state)) return reject('ALREADY_COMPLETED', 'HD-3');
  return undefined;
}

function acknowledge(state: InHand, { actor }: Decision): Answer {
  if (state.status === 'in-work' && state.step !== 'reopened') return reject('ALREADY_ACKNOWLEDGED', 'RT-2');
  return decided({ type: 'WorkOrderAcknowledged', ...signed(state.order), by: actor.id });
}

/** 异议: late it is still heard, but it is marked and stops no clock (RT-2). */
function object(
  command: Command<'ObjectToDispatch'>,
  state: InHand,
  policy: WorkOrderPolicy,
  { at, actor }: Decision,
): Answer {
  const { order } = state;
  if (order.objection !== 'none') return reject('ALREADY_OBJECTED', 'RT-2');
  if (order.reopened || (state.status === 'in-work' && state.step === 'opinion-given'))
    return reject('NOT_OBJECTABLE', 'RT-2');
  const said = objectionOf(command, order.unit, order.at, at, state.file.packHash, policy);
  if (!said.ok) return said;
  const event = { ...said.value, by: actor.id, reason: command.reason };
  return decided({ type: 'DispatchObjected', ...signed(order), ...event });
}

function contact(
  command: Command<'RecordContact'>,
  state: InHand,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Answer {
  const pack = policy.pack(state.file.packHash);
  const platform = contactsInstead(pack, state.file.protect === true);
  if (platform === undefined && state.status === 'dispatched') return reject('NOT_ACKNOWLEDGED', 'RT-2');
  const result = contactAfter(state.order, command, pack.contact);
  if (!result.ok) return result;
  const { attempts, arrived, visitWaived, satisfies } = result.value;
  const { outcome, note } = command;
  const event = { outcome, attempts, arrived, visitWaived, satisfies, by: actor.id, note };
  const byPlatform = platform !== undefined && { byPlatform: true as const };
  return decided({ type: 'EnterpriseContacted', ...signed(state.order), ...event, ...byPlatform });
}

/**
 * The opinion is due within a day whether or not the enterprise could be reached, so contact is no
 * condition (YC-6).
 */
function giveOpinion(command: Command<'GivePreliminaryOpinion'>, state: InHand, { actor }: Decision): Answer {
  if (state.status === 'dispatched') return reject('NOT_ACKNOWLEDGED', 'RT-2');
  if (state.step === 'opinion-given') return reject('OPINION_ALREADY_GIVEN', 'HD-1');
  if (command.text.trim() === '') return reject('TEXT_MISSING', 'HD-1');
  return decided({
    type: 'PreliminaryOpinionGiven',
    ...signed(state.order),
    by: actor.id,
    text: command.text,
  });
}

function complete(
  command: Command<'CompleteAppeal'>,
  state: InHand,
  policy: WorkOrderPolicy,
  { actor, at }: Decision,
): Answer {
  if (state.status === 'dispatched') return reject('NOT_ACKNOWLEDGED', 'RT-2');
  const pack = policy.pack(state.file.packHash);
  const reason = command.withoutContributions ?? '';
  const problem =
    unsignedProblem(pack) ??
    uncheckedFacts(state.file, pack) ??
    completionProblem(command, state.order, pack.completionTypes, civilDayOf(at)) ??
    contributionProblem(state.order, reason, pack, policy);
  if (problem) return problem;
  const withoutUnits = missingContributions(state.order, policy);
  const without = withoutUnits.length > 0;
  const { completionType, answer, basis, plan, plannedOn, agreement, check } = command;
  return decided({
    type: 'AppealCompleted',
    ...signed(state.order),
    completionType,
    by: actor.id,
    round: state.file.round,
    answerVerdict: check.verdict,
    findingCodes: check.codes,
    plannedOn,
    agreedOn: agreement?.on ?? '',
    ...(without && { withoutUnits }),
    ...(pack.answering.by !== 'unit' && { held: true as const }),
    answer: {
      ...{ answer, basis, plan, agreedBy: agreement?.who ?? '' },
      ...(without && reason.trim() !== '' && { withoutReason: reason }),
    },
  });
}

function signed(order: Order): { dispatchNo: number; unit: string } {
  return { dispatchNo: order.no, unit: order.unit };
}
