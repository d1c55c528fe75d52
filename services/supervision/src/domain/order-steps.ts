// 督办单 (SV-3): a person of the step's role issues it on an entry of the register, the unit answers before the
// deadline or after it, and whoever may issue it rules: accepted, which clears the entry; not accepted, with
// another deadline; or raised to the step above. One order per step and cause. An order that ran out or whose
// answer was not accepted shows that supervision had no effect, which is a ground of its own (YC-7).
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { type Step, isProposed, refusedStep, stepAbove } from './ladder';
import { type Entry, type KnownOversight, type SupervisionOrder, aboutOrder, orderNumber } from './oversight';
import type { OrderCommand, OversightPolicy, OversightRefusal } from './oversight-commands';
import { ORDER_VERDICTS, type OversightEvent } from './oversight-events';
import { codeInCase, isOfUnit } from './own-unit';
import { clearance, noticed, openEntry } from './register-steps';
import { deadlineOf } from './term';

type Answer = Decided<OversightEvent, OversightRefusal>;
type Refused = Extract<Answer, { ok: false }>;
type Command<T extends OrderCommand['type']> = Extract<OrderCommand, { type: T }>;

/** A person of the step's role demands something of a unit. */
export function issueOrder(
  command: Command<'IssueOrder'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const found = stepFor(command.step, command.entryId, state, policy);
  if ('ok' in found) return found;
  const { step, entry } = found;
  if (step.transferTo !== undefined) return reject('STEP_IS_TRANSFER', 'SV-3', { level: step.id });
  if (step.by !== actor.role) return reject('STEP_NOT_YOURS', 'SV-3', { level: step.id, role: step.by });
  const refused = refusedStep(step, entry, state, policy, at);
  if (refused) return refused;
  const asked = command.unit === '' ? entry.unit : command.unit;
  // A unit that owes data has no part in the case, and an entry of its own.
  const units = entry.unit === '' ? state.course.units : [...state.course.units, entry.unit];
  const unit = codeInCase(asked, units, policy);
  if (unit === undefined) return reject('UNIT_NOT_OF_CASE', 'SV-3', { unit: asked });
  if (command.demand.trim() === '') return reject('TEXT_MISSING', 'SV-3', { field: 'demand' });
  const deadlineAt = deadlineOf(command, state, policy, at);
  if (typeof deadlineAt !== 'number') return deadlineAt;
  const orderNo = state.orders.length + 1;
  const { id: entryId, ground, cause } = entry;
  const { demand, within: rule } = command;
  const about = { step: step.id, entryId, ground, unit, deadlineAt, rule, by: actor.id, cause, demand };
  return decided({ type: 'OrderIssued', orderNo, number: orderNumber(state, orderNo), ...about });
}

/** The step and the open entry it is taken on, or the refusal. */
export function stepFor(
  stepId: string,
  entryId: string,
  state: KnownOversight,
  policy: OversightPolicy,
): { readonly step: Step; readonly entry: Entry } | Refused {
  const step = policy.pack(state.packHash).supervision.steps.find(({ id }) => id === stepId);
  if (step === undefined) return reject('STEP_UNKNOWN', 'SV-3', { level: stepId.slice(0, 40) });
  const entry = openEntry(state, entryId);
  return 'ok' in entry ? entry : { step, entry };
}

/** The unit answers, once per deadline; a late answer is taken and said to be late. */
export function answerOrder(
  { orderNo, answer }: Command<'AnswerOrder'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const order = state.orders.find(({ no }) => no === orderNo);
  if (order === undefined) return reject('ORDER_UNKNOWN', 'SV-3', { order: String(orderNo) });
  if (!isOfUnit(actor, order.unit, policy)) return reject('NOT_YOUR_UNIT', 'SV-3', { unit: order.unit });
  if (order.status === 'answered') return reject('ALREADY_ANSWERED', 'SV-3', { number: order.number });
  if (order.status !== 'open') return ended(order);
  if (answer.trim() === '') return reject('TEXT_MISSING', 'SV-3', { field: 'answer' });
  const late = at >= order.deadlineAt;
  return decided({ type: 'OrderAnswered', orderNo, unit: order.unit, late, by: actor.id, answer });
}

/** Whoever may take the step rules, with or without an answer: one that never came is not accepted either. */
export function ruleOrder(
  command: Command<'RuleOrder'>,
  state: KnownOversight,
  policy: OversightPolicy,
  decision: Decision,
): Answer {
  const order = state.orders.find(({ no }) => no === command.orderNo);
  if (order === undefined) return reject('ORDER_UNKNOWN', 'SV-3', { order: String(command.orderNo) });
  const pack = policy.pack(state.packHash);
  const step = pack.supervision.steps.find(({ id }) => id === order.step);
  const { role } = decision.actor;
  if (step?.by !== role) return reject('STEP_NOT_YOURS', 'SV-3', { level: order.step, role: step?.by ?? '' });
  if (order.status !== 'open' && order.status !== 'answered') return ended(order);
  const verdict = ORDER_VERDICTS.find((one) => one === command.verdict);
  if (verdict === undefined) return reject('VERDICT_UNKNOWN', 'SV-3', { allowed: ORDER_VERDICTS.join(', ') });
  if (verdict === 'accepted') return accept(order, state, command.reason, decision);
  if (command.reason.trim() === '') return reject('REASON_MISSING', 'SV-3');
  const ruled = { type: 'OrderRuled', orderNo: order.no, unit: order.unit, by: decision.actor.id } as const;
  if (verdict === 'raised')
    return raise(order, state, pack, { by: decision.actor.id, reason: command.reason });
  const deadlineAt = deadlineOf(command, state, policy, decision.at);
  if (typeof deadlineAt !== 'number') return deadlineAt;
  const again = { ...ruled, verdict, deadlineAt, nextStep: '', reason: command.reason };
  return decided<OversightEvent>(again, ...withoutEffect(order, state, pack));
}

/** The order goes to the step above, on the entry it was issued for. */
function raise(
  { no: orderNo, unit, step, entryId }: SupervisionOrder,
  state: KnownOversight,
  pack: Pack,
  said: { readonly by: string; readonly reason: string },
): Answer {
  const above = stepAbove(step, pack);
  if (above === undefined) return reject('NO_HIGHER_STEP', 'SV-3', { level: step });
  const entry = openEntry(state, entryId);
  if ('ok' in entry) return entry;
  const ruled = { type: 'OrderRuled', orderNo, unit, verdict: 'raised', deadlineAt: 0 } as const;
  const raised = { ...ruled, nextStep: above.id, ...said };
  if (isProposed(state, above.id, entry)) return decided<OversightEvent>(raised);
  const { ground, unit: whose, cause } = entry;
  const proposal = { step: above.id, entryId, ground, unit: whose, role: above.by, cause };
  return decided<OversightEvent>(raised, { type: 'StepProposed', ...proposal });
}

function accept(order: SupervisionOrder, state: KnownOversight, reason: string, { actor }: Decision): Answer {
  if (order.status !== 'answered') return reject('TEXT_MISSING', 'SV-3', { field: 'answer' });
  const by = actor.id;
  const ruled = { orderNo: order.no, unit: order.unit, deadlineAt: 0, nextStep: '', by, reason };
  const entries = state.entries.filter(
    ({ open, id, about }) => open && (id === order.entryId || about === aboutOrder(order.no)),
  );
  const cause = order.number;
  return decided<OversightEvent>(
    { type: 'OrderRuled', verdict: 'accepted', ...ruled },
    ...entries.map((entry) => clearance(entry, 'order-accepted', cause, by)),
  );
}

/** 督办效果不明显: a ground for each order, once. */
export function withoutEffect(
  order: SupervisionOrder,
  state: KnownOversight,
  pack: Pack,
): readonly OversightEvent[] {
  const about = aboutOrder(order.no);
  return noticed(state, { ground: 'no-effect', unit: order.unit, cause: about, about }, pack);
}

function ended({ number, status }: SupervisionOrder): Refused {
  return reject('ORDER_ENDED', 'SV-3', { number, status });
}
