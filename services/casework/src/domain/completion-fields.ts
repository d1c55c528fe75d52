// 办结类型: a case ends solved, explained with its policy, with a plan and date the enterprise agrees to
// (服务确认), or as not solvable with its legal basis; each type has the fields its pack asks for (HD-3). A plan
// has a day that is still to come, an agreement somebody who gave it on a day that has come, and only an
// enterprise that was reached can have agreed.
import { type Rejection, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { isCivilDay } from '#working-calendar/civil-day';
import type { Order } from './work-order';

/** 企业同意: who agreed for the enterprise, and on which civil date. */
export interface Agreement {
  readonly who: string;
  readonly on: string;
}

/** A completion as the unit fills it in. */
export interface Completion {
  readonly completionType: string;
  readonly answer: string;
  readonly basis: string;
  readonly plan: string;
  readonly plannedOn: string;
  readonly agreement: Agreement | null;
}

type Requirement = Pack['completionTypes'][number]['required'][number];
type CompletionRefusal =
  | 'COMPLETION_TYPE_UNKNOWN'
  | 'COMPLETION_FIELD_MISSING'
  | 'AGREEMENT_NEEDS_CONTACT'
  | 'DATE_UNREAL'
  | 'DATE_PAST'
  | 'DATE_AHEAD';
type Refusal = { readonly ok: false; readonly error: Rejection<CompletionRefusal> };

/** The field of a completion in which a demand of its type is met. */
const FIELDS: Readonly<Record<Requirement, keyof Completion | 'enterpriseAgrees'>> = {
  ...{ result: 'answer', policyBasis: 'basis', legalBasis: 'basis', plan: 'plan' },
  ...{ plannedOn: 'plannedOn', enterpriseAgrees: 'enterpriseAgrees' },
};

/**
 * The first thing missing or wrong for the type of completion; undefined when all is there. `today` is the
 * civil date on which it is handed in.
 */
export function completionProblem(
  completion: Completion,
  order: Order,
  types: Pack['completionTypes'],
  today: string,
): Refusal | undefined {
  const type = types.find(({ id }) => id === completion.completionType);
  if (!type)
    return reject('COMPLETION_TYPE_UNKNOWN', 'HD-3', { type: completion.completionType }, 'completionType');
  for (const requirement of type.required) {
    if (requirement === 'enterpriseAgrees' && !order.reached)
      return reject('AGREEMENT_NEEDS_CONTACT', 'HD-3', {}, FIELDS[requirement]);
    if (!isGiven(requirement, completion))
      return reject(
        'COMPLETION_FIELD_MISSING',
        'HD-3',
        { field: requirement, type: type.id },
        FIELDS[requirement],
      );
  }
  return dateProblem(completion, today);
}

function isGiven(
  requirement: Requirement,
  { answer, basis, plan, plannedOn, agreement }: Completion,
): boolean {
  switch (requirement) {
    case 'result':
      return answer.trim() !== '';
    case 'policyBasis':
    case 'legalBasis':
      return basis.trim() !== '';
    case 'plan':
      return plan.trim() !== '';
    case 'plannedOn':
      return plannedOn !== '';
    case 'enterpriseAgrees':
      return agreement !== null && agreement.who.trim() !== '' && agreement.on !== '';
  }
}

/** A date that is given must be real, whether or not the type asks for it. */
export function dateProblem(
  { plannedOn, agreement }: Pick<Completion, 'plannedOn' | 'agreement'>,
  today: string,
): Refusal | undefined {
  const agreedOn = agreement?.on ?? '';
  const dates = { plannedOn, enterpriseAgrees: agreedOn };
  const unreal = Object.entries(dates).find(([, date]) => date !== '' && !isCivilDay(date));
  if (unreal) return reject('DATE_UNREAL', 'HD-3', { field: unreal[0] }, unreal[0]);
  if (plannedOn !== '' && plannedOn < today)
    return reject('DATE_PAST', 'HD-3', { field: 'plannedOn', today }, 'plannedOn');
  if (agreedOn > today)
    return reject('DATE_AHEAD', 'HD-3', { field: 'enterpriseAgrees', today }, 'enterpriseAgrees');
  return undefined;
}
