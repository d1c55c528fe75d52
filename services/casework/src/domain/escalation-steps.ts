// 县级上报: a county unit that has worked on a matter and cannot solve it gives its written opinion and asks that
// the city take it (RT-4; CD 二-3 经县区处理后仍无法解决的，出具意见报市). Which grounds reach the city the pack's grading says;
// whether this one does is audited at the desk. Meanwhile the unit keeps it.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import type { WorkOrder } from './work-order';
import type { UnitCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

type Command = Extract<UnitCommand, { type: 'RequestEscalation' }>;
type InWork = Extract<WorkOrder, { status: 'in-work' }>;

/** Asks once at a time, with an opinion, on a ground that the grading gives to the city. */
export function requestEscalation(
  { ground, opinion }: Command,
  { file, order }: InWork,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Decided<WorkOrderEvent, WorkOrderRefusal> {
  const { grading } = policy.pack(file.packHash);
  if (grading === undefined) return reject('ESCALATION_NOT_FORESEEN', 'RT-4');
  if (policy.unitTier(policy.successorOf(order.unit)) !== 'county')
    return reject('NOT_A_COUNTY_UNIT', 'RT-4', { unit: order.unit });
  if (order.escalation !== undefined) return reject('ESCALATION_PENDING', 'RT-4');
  const row = grading.table.find((one) => one.ground === ground);
  if (row === undefined || row.level !== 'city') {
    const allowed = grading.table.filter(({ level }) => level === 'city').map((one) => one.ground);
    return reject('GROUND_UNKNOWN', 'RT-4', { ground: ground.slice(0, 40), allowed: allowed.join(', ') });
  }
  if (opinion.trim() === '') return reject('TEXT_MISSING', 'RT-4');
  const { no: dispatchNo, unit } = order;
  return decided({
    type: 'EscalationRequested',
    dispatchNo,
    unit,
    ground: row.ground,
    by: actor.id,
    opinion,
  });
}
