// 统一答复: where the pack lets the platform answer (HD-2, SZ 二-2), what the unit completes with is held until
// the pack's role has read it. Released it reaches the enterprise, and from there follow-up and rating run;
// returned with a reason the unit works on another; while a panel rules on it, it is not released. The unit's
// own time ends with its completion: how long the platform reads is not the unit's.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import type { WorkOrder } from './work-order';
import type { ReleaseCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

/** Decides what becomes of a held answer. */
export function decideRelease(
  command: ReleaseCommand,
  state: WorkOrder,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Decided<WorkOrderEvent, WorkOrderRefusal> {
  const { packHash, round } = state.file;
  if (packHash === '') return reject('ANSWER_NOT_HELD', 'HD-2');
  if (actor.role !== policy.pack(packHash).answering.role)
    return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  if (state.status !== 'held') return reject('ANSWER_NOT_HELD', 'HD-2');
  const { no: dispatchNo, unit } = state.order;
  if (command.dispatchNo !== dispatchNo)
    return reject('STALE_DISPATCH', 'RT-1', { current: String(dispatchNo) }, 'dispatchNo');
  const about = { dispatchNo, unit, by: actor.id };
  const { panel } = state.file;
  if (command.type === 'ReleaseAnswer')
    return panel === undefined
      ? decided({ type: 'AnswerReleased', ...about, round })
      : reject('PANEL_PENDING', 'HD-5', { session: String(panel) });
  if (command.reason.trim() === '') return reject('REASON_MISSING', 'HD-2');
  return decided({ type: 'AnswerReturned', ...about, round: round + 1, reason: command.reason });
}
