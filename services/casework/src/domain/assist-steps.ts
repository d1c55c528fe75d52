// 协办: what an assisting unit does with its part of a dispatch (RT-3). It acknowledges the part or objects to
// it, and gives the lead its contribution; who rules on objections by the pack rules on this one, and upheld
// it releases the unit. Nothing an assisting unit does or leaves undone holds up the lead's own steps but
// one: where the pack demands it, completing without a contribution needs a reason.
import { type Decided, type Decision, decided, reject, unreachable } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { reachOf } from '#policy/scopes';
import { objectionOf } from './objection-rule';
import { type Assisting, type Order, type WorkOrder, hasCompleted, orderOf } from './work-order';
import type { RulingCommand, UnitCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;
type Refusal = Extract<Answer, { ok: false }>;
/** What an assisting unit may ask; the first two are the lead's words, said of its own part. */
export type AssistCommand = Extract<
  UnitCommand,
  { type: 'AcknowledgeDispatch' | 'ObjectToDispatch' | 'GiveContribution' }
>;
type Succession = Pick<WorkOrderPolicy, 'successorOf'>;
type Ruling = Extract<RulingCommand, { type: 'RuleAssistObjection' }>;

const OF_A_PART: readonly UnitCommand['type'][] = [
  'AcknowledgeDispatch',
  'ObjectToDispatch',
  'GiveContribution',
];

/** Whether a command can be about a part. */
export function isAssistCommand(command: UnitCommand): command is AssistCommand {
  return OF_A_PART.includes(command.type);
}

/** Of several parts of one unit, the one it has something to do about comes first. */
const FIRST: readonly Assisting['step'][] = ['asked', 'acknowledged', 'objected', 'contributed'];

/**
 * The part of a unit in an order, or of one it took the place of; where units that were merged had one each,
 * the least finished. Undefined for strangers and for a unit that was released.
 */
export function partOf(
  order: Order | null,
  unit: string | undefined,
  policy: Succession,
): Assisting | undefined {
  const parts = partsOf(order, unit, policy);
  return FIRST.map((step) => parts.find((part) => part.step === step)).find((part) => part !== undefined);
}

function partsOf(order: Order | null, unit = '', { successorOf }: Succession): readonly Assisting[] {
  const now = successorOf(unit);
  return (order?.assisting ?? []).filter(
    (part) => successorOf(part.unit) === now && part.step !== 'released',
  );
}

/** Decides a command of an assisting unit about its part. */
export function decideAssistStep(
  command: AssistCommand,
  part: Assisting,
  state: Extract<WorkOrder, { order: Order }>,
  policy: WorkOrderPolicy,
  { at, actor }: Decision,
): Answer {
  if (hasCompleted(state)) return reject('ALREADY_COMPLETED', 'HD-3');
  if (part.step === 'objected') return reject('OBJECTION_PENDING', 'RT-2');
  const { order, file } = state;
  const signed = { dispatchNo: order.no, unit: part.unit, by: actor.id };
  switch (command.type) {
    case 'AcknowledgeDispatch':
      if (part.step !== 'asked') return reject('ALREADY_ACKNOWLEDGED', 'RT-2');
      return decided({ type: 'AssistAcknowledged', ...signed });
    case 'ObjectToDispatch': {
      if (part.overruled) return reject('ALREADY_OBJECTED', 'RT-2');
      if (part.step === 'contributed') return reject('NOT_OBJECTABLE', 'RT-2');
      const said = objectionOf(command, part.unit, order.at, at, file.packHash, policy);
      if (!said.ok) return said;
      return decided({ type: 'AssistObjected', ...signed, ...said.value, reason: command.reason });
    }
    case 'GiveContribution':
      if (part.step === 'asked') return reject('NOT_ACKNOWLEDGED', 'RT-2');
      if (command.text.trim() === '') return reject('TEXT_MISSING', 'RT-3');
      return decided({ type: 'ContributionGiven', ...signed, text: command.text });
    default:
      return unreachable(command);
  }
}

/** Whoever rules on objections rules on that of an assisting unit. */
export function ruleAssistObjection(
  { dispatchNo, unit, upheld, note }: Ruling,
  state: WorkOrder,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Answer {
  const { packHash } = state.file;
  if (packHash === '') return reject('NOT_DISPATCHED', 'RT-1');
  if (reachOf(policy.pack(packHash), actor.role, 'RuleObjection') === 'none')
    return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  const order = orderOf(state);
  if (order === null) return reject('NOT_DISPATCHED', 'RT-1');
  if (dispatchNo !== order.no)
    return reject('STALE_DISPATCH', 'RT-1', { current: String(order.no) }, 'dispatchNo');
  if (hasCompleted(state)) return reject('ALREADY_COMPLETED', 'HD-3');
  const parts = partsOf(order, unit, policy);
  if (parts.length === 0) return reject('NOT_ASSISTING', 'RT-3', { unit });
  const objected = parts.filter(({ step }) => step === 'objected');
  const part = objected.find((one) => one.unit === unit) ?? objected[0];
  if (part === undefined) return reject('NO_OBJECTION', 'RT-2');
  return decided({ type: 'AssistObjectionRuled', dispatchNo, unit: part.unit, upheld, by: actor.id, note });
}

/**
 * Assisting units of an order that have given nothing yet and are not released, each by its code in the
 * order. A unit that was merged into the lead owes nothing beside the lead's answer; of units that became
 * one, what one gave or was released from stands for all.
 */
export function missingContributions(
  { unit: lead, assisting = [] }: Order,
  { successorOf }: Succession,
): readonly string[] {
  const done = assisting.filter(({ step }) => step === 'contributed' || step === 'released');
  const owesNothing = new Set([lead, ...done.map(({ unit }) => unit)].map((unit) => successorOf(unit)));
  return assisting.map(({ unit }) => unit).filter((unit) => !owesNothing.has(successorOf(unit)));
}

/** Why the lead may not complete yet; a reason always opens the way. */
export function contributionProblem(
  order: Order,
  reason: string,
  { assisting }: Pack,
  policy: Succession,
): Refusal | undefined {
  if (assisting === undefined || assisting.mayCompleteWithout || reason.trim() !== '') return undefined;
  const missing = missingContributions(order, policy);
  if (missing.length === 0) return undefined;
  return reject('CONTRIBUTION_MISSING', 'RT-3', { units: missing.join(', ') });
}
