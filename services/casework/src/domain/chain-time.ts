// 内部时限 (HD-9): how long a unit gives itself for a step of its chain. It counts from when the step is awaited:
// the draft from the hand-over to the unit, from its return or from the reopening, a signature from what came
// before it; giving the case to another inside starts nothing anew. When it is up whoever may do the step is
// told, once. It is the unit's own time: no card hangs on it, and it stops for nothing.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import { type ChainStep, mayDo } from './chain-posts';
import { type Order, type WorkOrder, insideOf } from './work-order';
import type { WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

/** The step that is awaited: the draft, or the next signature; undefined where the pack knows no chain. */
export function awaitedStep(order: Order, { unitChain }: Pack): ChainStep | undefined {
  const { signing } = insideOf(order);
  return unitChain?.steps[signing === undefined ? 0 : signing.signers.length + 1];
}

/** Since when it is awaited (epoch ms). */
export function awaitedSince(order: Order): number {
  return insideOf(order).since ?? order.at;
}

/** By when the awaited step is to be done (epoch ms, exclusive); null where the pack gives it no time. */
export function stepDueAt(order: Order, pack: Pack, policy: WorkOrderPolicy): number | null {
  const within = awaitedStep(order, pack)?.within;
  if (within === undefined) return null;
  const startAt = awaitedSince(order);
  const { officeHours } = pack;
  const calendar = policy.calendar();
  return computeDeadline({ rule: ruleOf(within), startAt, calendar, officeHours }).deadlineAt;
}

/** When somebody of the unit is to be told that a step took too long; null: nobody, or told already. */
export function stepTellsAt(state: WorkOrder, policy: WorkOrderPolicy): number | null {
  if (state.status !== 'in-work' || insideOf(state.order).overdue === true) return null;
  return stepDueAt(state.order, policy.pack(state.file.packHash), policy);
}

/** Says that the awaited step took longer than its time. */
export function markStepOverdue(
  state: WorkOrder,
  policy: WorkOrderPolicy,
  { at }: Decision,
): Decided<WorkOrderEvent, WorkOrderRefusal> {
  const dueAt = stepTellsAt(state, policy);
  if (state.status !== 'in-work' || dueAt === null || at < dueAt) return reject('NOT_DUE', 'HD-9');
  const { order, file } = state;
  const step = awaitedStep(order, policy.pack(file.packHash));
  if (step === undefined) return reject('NOT_DUE', 'HD-9');
  const persons = mayDo(step, insideOf(order), policy.inside(order.unit));
  const { no: dispatchNo, unit } = order;
  return decided({ type: 'InsideStepOverdue', dispatchNo, unit, step: step.id, dueAt, persons });
}
