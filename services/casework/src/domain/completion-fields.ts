// 办结类型: a case ends solved, explained with its policy, with a plan and date the enterprise agrees to
// (服务确认), or as not solvable with its legal basis; each type has the fields its pack asks for (HD-3). The
// form has three boxes: answer, basis and plan; a planned date stands in the plan, and only somebody who
// was reached can have agreed.
import { type Rejection, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { Order } from './work-order';

/** A completion as the unit fills it in. */
export interface Completion {
  readonly completionType: string;
  readonly answer: string;
  readonly basis: string;
  readonly plan: string;
}

type Requirement = Pack['completionTypes'][number]['required'][number];
type CompletionRefusal = 'COMPLETION_TYPE_UNKNOWN' | 'COMPLETION_FIELD_MISSING' | 'AGREEMENT_NEEDS_CONTACT';

const DATE = /\d{4}-\d{1,2}-\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日/;

/** The first thing missing for the type of completion; undefined when all is there. */
export function completionProblem(
  completion: Completion,
  order: Order,
  types: Pack['completionTypes'],
): { readonly ok: false; readonly error: Rejection<CompletionRefusal> } | undefined {
  const type = types.find(({ id }) => id === completion.completionType);
  if (!type) return reject('COMPLETION_TYPE_UNKNOWN', 'HD-3', { type: completion.completionType });
  for (const requirement of type.required) {
    if (isMet(requirement, completion, order)) continue;
    if (requirement === 'enterpriseAgrees') return reject('AGREEMENT_NEEDS_CONTACT', 'HD-3');
    return reject('COMPLETION_FIELD_MISSING', 'HD-3', { field: requirement, type: type.id });
  }
  return undefined;
}

function isMet(requirement: Requirement, { answer, basis, plan }: Completion, order: Order): boolean {
  switch (requirement) {
    case 'result':
      return answer.trim() !== '';
    case 'policyBasis':
    case 'legalBasis':
      return basis.trim() !== '';
    case 'plan':
      return plan.trim() !== '';
    case 'plannedOn':
      return DATE.test(plan);
    case 'enterpriseAgrees':
      return order.reached;
  }
}
