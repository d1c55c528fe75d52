// Deadlines of a docket's clocks by the pack's rule, the calendar as known now and the pauses that the course
// of the appeal made (SV-1, How time is counted). A pause is opened by one of the clock's pausing moments and
// ended by the next resuming one.
import { computeDeadline, nearAt } from '#policy/deadline';
import type { Deadline, DeadlineInput, Pause } from '#policy/deadline-types';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import type { WorkingCalendar } from '#working-calendar/calendar';
import type { Clock, Course, KnownDocket, RunningClock } from './docket';
import type { DocketPolicy } from './docket-commands';
import { hasComeForGood } from './moments';

type ClockRule = Pack['clocks'][number];

/** A counted deadline with the time of the reminder before it. */
export interface Counted {
  readonly deadline: Deadline;
  readonly nearAt: number | null;
}

/** The pack's rule of a clock; undefined when the pack does not have it. */
export function ruleOfClock(docket: KnownDocket, clock: string, policy: DocketPolicy): ClockRule | undefined {
  return policy.pack(docket.packHash).clocks.find(({ id }) => id === clock);
}

/** Counts a clock from its start. */
export function count(
  rule: ClockRule,
  startAt: number,
  pack: Pack,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Counted {
  const { officeHours } = pack;
  const input: DeadlineInput = { rule: ruleOf(rule.rule), startAt, calendar, officeHours, pauses };
  const deadline = computeDeadline(input);
  return { deadline, nearAt: rule.near === undefined ? null : nearAt(rule.near, input, deadline) };
}

/** Counts a running clock again with what is known now. */
export function recount(
  clock: RunningClock,
  rule: ClockRule,
  docket: KnownDocket,
  policy: DocketPolicy,
): Counted {
  const pauses = pausesOf(clock, rule, docket.course);
  const pack = policy.pack(docket.packHash);
  const counted = count(rule, clock.startAt, pack, policy.calendar(), pauses);
  const until = docket.course.extended?.[clock.id] ?? 0;
  const { deadlineAt } = counted.deadline;
  if (deadlineAt === null || deadlineAt >= until) return counted;
  const deadline = { ...counted.deadline, deadlineAt: until };
  const input = { rule: ruleOf(rule.rule), startAt: clock.startAt, calendar: policy.calendar(), pauses };
  const near = rule.near && nearAt(rule.near, { ...input, officeHours: pack.officeHours }, deadline);
  return { deadline, nearAt: near ?? null };
}

/** The pauses that the course of the appeal made in a clock. */
export function pausesOf(clock: Clock, rule: ClockRule, course: Course): readonly Pause[] {
  const { pausesOn = [], resumesOn = [] } = rule;
  const on = (list: readonly string[], moment: string) => list.includes(moment);
  const lead = course.leads[clock.dispatchNo];
  const pauses: { fromAt: number; untilAt?: number }[] = [];
  for (const { moment, at, unit } of course.taken) {
    if (at < clock.startAt) continue;
    if (clock.unit !== '' && unit !== '' && unit !== clock.unit && unit !== lead) continue;
    const open = pauses.at(-1)?.untilAt === undefined ? pauses.at(-1) : undefined;
    if (on(pausesOn, moment) && open === undefined) {
      if (!hasComeForGood(resumesOn, course, at)) pauses.push({ fromAt: at });
    } else if (on(resumesOn, moment) && open !== undefined) open.untilAt = at;
  }
  return pauses;
}
