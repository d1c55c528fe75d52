// 异议: whoever was handed a matter may say within the pack's time that it is another's (RT-2). It gives its
// reason, names the other where the pack demands it, and never itself. A late objection is heard and marked.
import { type Rejection, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import { ruleOf } from '#policy/rule';
import type { WorkOrderPolicy } from './work-order-commands';

/** An objection as it is made. */
export interface Objection {
  readonly proposedUnit: string;
  readonly reason: string;
}

type ObjectionRefusal =
  | 'REASON_MISSING'
  | 'UNIT_IS_OWN'
  | 'UNIT_NOT_NAMED'
  | 'UNIT_SUCCEEDED'
  | 'UNIT_UNKNOWN';

/** What an objection of `unit` to what it was handed at `handedAt` says, or why it cannot be made. */
export function objectionOf(
  objection: Objection,
  unit: string,
  handedAt: number,
  at: number,
  packHash: string,
  policy: WorkOrderPolicy,
):
  | { readonly ok: true; readonly value: { readonly proposedUnit: string; readonly late: boolean } }
  | { readonly ok: false; readonly error: Rejection<ObjectionRefusal> } {
  const pack = policy.pack(packHash);
  const proposedUnit = objection.proposedUnit.trim();
  if (objection.reason.trim() === '') return reject('REASON_MISSING', 'RT-2');
  if (proposedUnit === '' && pack.objection.mustProposeUnit) return reject('UNIT_NOT_NAMED', 'RT-2');
  const successor = policy.successorOf(proposedUnit);
  if (successor === policy.successorOf(unit)) return reject('UNIT_IS_OWN', 'RT-2', { unit: proposedUnit });
  if (successor !== proposedUnit) return reject('UNIT_SUCCEEDED', 'RT-2', { unit: proposedUnit, successor });
  if (proposedUnit !== '' && !policy.unitExists(proposedUnit))
    return reject('UNIT_UNKNOWN', 'RT-2', { unit: proposedUnit });
  const { deadlineAt } = computeDeadline({
    rule: ruleOf(pack.objection.within),
    startAt: handedAt,
    calendar: policy.calendar(),
    officeHours: pack.officeHours,
  });
  return { ok: true, value: { proposedUnit, late: deadlineAt !== null && at >= deadlineAt } };
}
