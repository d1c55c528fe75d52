// 内部时限 (HD-9): how long a unit gives itself for a step of its chain. It counts from when the step is awaited:
// the draft from the hand-over to the unit, from its return or from the reopening, a signature from what came
// before it; giving the case to another inside starts nothing anew. When it is up whoever may do the step is
// told, once; somebody to whom the case is given after that is told as he gets it. It is the unit's own
// time: no card hangs on it, and it stops for nothing – what became due while an objection was ruled on is
// told when the case is back in its hand.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import { type ChainStep, mayDo, stepsAhead } from './chain-posts';
import { type Order, type WorkOrder, insideOf } from './work-order';
import type { WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

/** The step that is awaited: the draft, or the next signature; undefined where the pack knows no chain. */
export function awaitedStep(order: Order, pack: Pack): ChainStep | undefined {
  return stepsAhead(insideOf(order), pack)[0];
}

/** Since when it is awaited (epoch ms). */
export function awaitedSince(order: Order): number {
  return insideOf(order).since ?? order.at;
}

/**
 * By when a step that is awaited since `startAt` is to be done (epoch ms, exclusive); null where the pack
 * gives it no time.
 */
export function stepDueAt(
  { within }: Pick<ChainStep, 'within'>,
  startAt: number,
  { officeHours }: Pack,
  policy: Pick<WorkOrderPolicy, 'calendar'>,
): number | null {
  if (within === undefined) return null;
  const calendar = policy.calendar();
  return computeDeadline({ rule: ruleOf(within), startAt, calendar, officeHours }).deadlineAt;
}

/** When somebody of the unit is to be told that a step took too long; null: nobody, or told already. */
export function stepTellsAt(state: WorkOrder, policy: WorkOrderPolicy): number | null {
  if (state.status !== 'in-work' || insideOf(state.order).overdue === true) return null;
  const pack = policy.pack(state.file.packHash);
  const step = awaitedStep(state.order, pack);
  return step === undefined ? null : stepDueAt(step, awaitedSince(state.order), pack, policy);
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
  const pack = policy.pack(file.packHash);
  const step = awaitedStep(order, pack);
  if (step === undefined) return reject('NOT_DUE', 'HD-9');
  const persons = mayDo(insideOf(order), pack, policy.inside(order.unit));
  const { no: dispatchNo, unit } = order;
  return decided({ type: 'InsideStepOverdue', dispatchNo, unit, step: step.id, dueAt, persons });
}
