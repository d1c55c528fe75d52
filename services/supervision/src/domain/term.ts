// The deadline somebody sets for a unit: within a rule counted from now, or until the end of a named day.
// Exactly one of the two is said, so that nobody has to guess which counts.
import { type Rejection, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import { parseRule } from '#policy/rule';
import { DAY_MS, isCivilDay, startOfDay } from '#working-calendar/civil-day';
import type { KnownOversight } from './oversight';
import type { OversightPolicy, OversightRefusal, Term } from './oversight-commands';

/** The exclusive end of a term set at `at` (epoch ms), or the refusal. */
export function deadlineOf(
  { within, dueOn }: Term,
  { packHash }: KnownOversight,
  policy: OversightPolicy,
  at: number,
): number | { readonly ok: false; readonly error: Rejection<OversightRefusal> } {
  if ((within === '') === (dueOn === '')) return reject('DEADLINE_MISSING', 'SV-3');
  if (dueOn !== '') {
    if (!isCivilDay(dueOn)) return reject('DATE_UNREAL', 'SV-3', { field: 'dueOn' });
    const end = startOfDay(dueOn) + DAY_MS;
    return end > at ? end : reject('DATE_PAST', 'SV-3', { field: 'dueOn' });
  }
  const rule = parseRule(within);
  if (!rule.ok) return reject('DEADLINE_MISSING', 'SV-3');
  const { officeHours } = policy.pack(packHash);
  const counted = computeDeadline({
    rule: rule.value,
    startAt: at,
    calendar: policy.calendar(),
    officeHours,
  });
  return counted.deadlineAt ?? reject('DEADLINE_MISSING', 'SV-3');
}
