// 三级督办: the steps of the pack and when each may be taken (SV-3, YC-7). A step is open on its own grounds from
// its time on, counted from the yellow notice to the unit, or from the ground itself where there was no
// notice; on any other ground only when the step below it was raised. The yellow card is the platform's order
// already: no step is proposed on it, and a person may still issue one. Steps rise.
import { type Rejection, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import { type Entry, type KnownOversight, openEntries } from './oversight';
import type { OversightPolicy, OversightRefusal } from './oversight-commands';

/** A step of the pack. */
export type Step = Pack['supervision']['steps'][number];

/** The card that is the platform's own notice. */
const NOTICE = 'yellow';

/** A step that an entry leads to by its own ground, with the time from which it may be taken (epoch ms). */
interface Rung {
  readonly step: Step;
  readonly entry: Entry;
  readonly fromAt: number;
}

/** Every pair of step and open entry that is neither proposed nor taken yet. */
export function waitingRungs(state: KnownOversight, policy: OversightPolicy): readonly Rung[] {
  const { steps } = policy.pack(state.packHash).supervision;
  return openEntries(state).flatMap((entry) =>
    steps
      .filter(({ when }) => entry.ground !== NOTICE && when.includes(entry.ground))
      .filter(({ id }) => !isProposed(state, id, entry) && !isTaken(state, id, entry.cause))
      .map((step) => ({ step, entry, fromAt: earliestAt(step, entry, state, policy) })),
  );
}

/** From when a step may be taken on an entry (epoch ms). */
function earliestAt(
  { after }: Step,
  entry: Entry,
  { course, packHash }: KnownOversight,
  policy: OversightPolicy,
): number {
  const notice = course.cards.findLast(
    ({ colour, revoked, unit, at }) =>
      colour === NOTICE && !revoked && at <= entry.at && (entry.unit === '' || unit === entry.unit),
  );
  const startAt = notice?.at ?? entry.at;
  if (after === undefined) return Math.max(startAt, entry.at);
  const { officeHours } = policy.pack(packHash);
  const counted = computeDeadline({ rule: ruleOf(after), startAt, calendar: policy.calendar(), officeHours });
  return Math.max(entry.at, counted.deadlineAt ?? entry.at);
}

/** Why a step may not be taken on an entry now; undefined when it may. */
export function refusedStep(
  step: Step,
  entry: Entry,
  state: KnownOversight,
  policy: OversightPolicy,
  at: number,
): { readonly ok: false; readonly error: Rejection<OversightRefusal> } | undefined {
  if (isTaken(state, step.id, entry.cause)) return reject('ALREADY_ORDERED', 'SV-3', { level: step.id });
  if (step.when.includes(entry.ground)) {
    const fromAt = earliestAt(step, entry, state, policy);
    return at < fromAt
      ? reject('STEP_TOO_EARLY', 'SV-3', { level: step.id, from: String(fromAt) })
      : undefined;
  }
  const { steps } = policy.pack(state.packHash).supervision;
  const below = steps[steps.findIndex(({ id }) => id === step.id) - 1];
  const raised = state.orders.some(
    (order) => order.entryId === entry.id && order.step === below?.id && order.status === 'raised',
  );
  return raised ? undefined : reject('LOWER_STEP_FIRST', 'SV-3', { level: step.id, below: below?.id ?? '' });
}

/** The step above, if the pack has one. */
export function stepAbove(step: string, { supervision: { steps } }: Pack): Step | undefined {
  const at = steps.findIndex(({ id }) => id === step);
  return at < 0 ? undefined : steps[at + 1];
}

/** Whether a step is proposed on an entry and nobody has taken it. */
export function isProposed({ proposals }: KnownOversight, step: string, { id }: Entry): boolean {
  return proposals.some((proposal) => proposal.step === step && proposal.entryId === id);
}

/** One order or transfer per step and cause. */
function isTaken({ orders, transfers }: KnownOversight, step: string, cause: string): boolean {
  return [...orders, ...transfers].some((taken) => taken.step === step && taken.cause === cause);
}
