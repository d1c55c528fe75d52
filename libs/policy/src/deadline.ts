// Counting deadlines (requirements, How time is counted). "N hours" are elapsed hours. "N working days" from
// t: the day of t is not counted, day 1 is the first working day after it, the deadline is the end of day N,
// that is the next day 00:00 +08:00, exclusive. "N days" is the same over all days. Working hours and minutes
// run inside office hours on working days.
//
// A pause stops the clock while the enterprise must act. For rules in hours and minutes exactly the paused
// time is left out; for rules in days a day that a pause touches after the start, however briefly, is not
// counted, because a unit that had to wait for part of a day did not have that day. While a pause without end
// precedes the deadline there is no deadline. An extension is counted on from the deadline before it:
// workingDays:5 extended by workingDays:3 is the end of the eighth working day.
import type { WorkingCalendar } from '#working-calendar/calendar';
import { addDays, type CivilDay, civilDayOf, DAY_MS, startOfDay } from '#working-calendar/civil-day';
import type {
  Deadline,
  DeadlineInput,
  DerivationDay,
  NearSetting,
  Pause,
  Recomputation,
  RecomputeReason,
} from './deadline-types';
import { DEFAULT_OFFICE_HOURS, officeSlices, type Slice } from './office-hours';
import { type Rule, ruleOf } from './rule';
import { instantAfter, lengthOf, without } from './stretches';

const HOUR_MS = 3_600_000;
const WHOLE_DAY: readonly Slice[] = [{ from: 0, until: DAY_MS }];

/** One rule being counted: where it starts, what may be counted, how much of it. */
interface Leg {
  readonly rule: Rule;
  readonly fromAt: number;
  /** false for an extension, whose first day has already been counted by the rule before it. */
  readonly first: boolean;
  readonly calendar: WorkingCalendar;
  readonly office: readonly Slice[];
  readonly pauses: readonly Pause[];
}

interface Counted {
  readonly endAt: number | null;
  readonly days: readonly DerivationDay[];
}

/**
 * Computes a deadline with its derivation. Throws RangeError on office hours that overlap: a pack has none.
 */
export function computeDeadline(input: DeadlineInput): Deadline {
  const office = slicesOf(input);
  const pauses = soundPauses(input);
  const rules = [input.rule, ...(input.extensions ?? [])];
  const derivation: DerivationDay[] = [];
  let endAt: number | null = input.startAt;
  for (const [i, rule] of rules.entries()) {
    if (endAt === null) break;
    const leg: Leg = { rule, fromAt: endAt, first: i === 0, calendar: input.calendar, office, pauses };
    const counted = countLeg(leg, amountMs(rule));
    derivation.push(...counted.days);
    endAt = counted.endAt;
  }
  return {
    ruleId: input.rule.id,
    startAt: input.startAt,
    deadlineAt: endAt,
    provisional: derivation.some(
      (line) => line.provisional && line.note !== 'start-day' && needsCalendar(line),
    ),
    calendarVersion: input.calendar.version,
    pauses,
    extensions: rules.slice(1).map((rule) => rule.id),
    derivation,
  };
}

/** Computes a deadline again, with what was changed and why; `before` stays what it was. */
export function recomputeDeadline(
  before: Deadline,
  input: DeadlineInput,
  reason: RecomputeReason,
): Recomputation {
  const deadline = computeDeadline(input);
  const then = countedByDay(before);
  const now = countedByDay(deadline);
  const days = [...new Set([...then.keys(), ...now.keys()])].sort();
  return {
    reason,
    previousDeadlineAt: before.deadlineAt,
    previousCalendarVersion: before.calendarVersion,
    deadline,
    changed: deadline.deadlineAt !== before.deadlineAt,
    changedDays: days.filter((day) => then.get(day) !== now.get(day)),
  };
}

/**
 * When a clock is near its end (SV-1), epoch ms; null while the deadline is null. A fraction is of the
 * counted time for rules in hours and minutes and of the elapsed time otherwise; `before` in days means the
 * opening of the office on the Nth (working) day before the last day. Never before the start.
 */
export function nearAt(near: NearSetting, input: DeadlineInput, deadline: Deadline): number | null {
  const { deadlineAt } = deadline;
  if (deadlineAt === null) return null;
  const { startAt, rule, calendar } = input;
  const office = slicesOf(input);
  if ('fraction' in near) {
    if (isDayRule(rule) || (input.extensions ?? []).length > 0) {
      return Math.floor(startAt + near.fraction * (deadlineAt - startAt));
    }
    const leg: Leg = { rule, fromAt: startAt, first: true, calendar, office, pauses: soundPauses(input) };
    return countLeg(leg, Math.floor(amountMs(rule) * near.fraction)).endAt;
  }
  const before = ruleOf(near.before);
  const lastDay = civilDayOf(deadlineAt - 1);
  const opening = office[0]?.from ?? 0;
  switch (before.kind) {
    case 'hours':
      return Math.max(startAt, deadlineAt - before.amount * HOUR_MS);
    case 'naturalDays':
      return Math.max(startAt, startOfDay(addDays(lastDay, -before.amount)) + opening);
    case 'workingDays':
      return Math.max(startAt, startOfDay(nthWorkingDayBefore(lastDay, before.amount, calendar)) + opening);
    case 'workingHours':
    case 'workingMinutes':
      throw new RangeError(`A reminder is set in hours or days before the deadline, not ${before.id}`);
  }
}

/** The Nth working day after a day, not counting it; n ≥ 1. */
export function nthWorkingDayAfter(day: CivilDay, n: number, calendar: WorkingCalendar): CivilDay {
  return nthWorkingDay(day, n, 1, calendar);
}

/** The Nth working day before a day, not counting it; n ≥ 1. */
export function nthWorkingDayBefore(day: CivilDay, n: number, calendar: WorkingCalendar): CivilDay {
  return nthWorkingDay(day, n, -1, calendar);
}

function countedByDay(deadline: Deadline): ReadonlyMap<CivilDay, number> {
  const counted = new Map<CivilDay, number>();
  for (const { day, counted: more } of deadline.derivation) counted.set(day, (counted.get(day) ?? 0) + more);
  return counted;
}

function nthWorkingDay(day: CivilDay, n: number, step: 1 | -1, calendar: WorkingCalendar): CivilDay {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Working days are counted from 1, not ${n}`);
  let found = day;
  for (let counted = 0; counted < n; ) {
    found = addDays(found, step);
    if (calendar.isWorkingDay(found)) counted += 1;
  }
  return found;
}

function countLeg(leg: Leg, amount: number): Counted {
  return isDayRule(leg.rule) ? countDays(leg) : countTime(leg, amount);
}

function countDays(leg: Leg): Counted {
  const days: DerivationDay[] = [];
  let day = civilDayOf(leg.first ? leg.fromAt : leg.fromAt - 1);
  if (leg.first) days.push(line(leg, day, 0, 0, 'start-day'));
  for (let total = 0; total < leg.rule.amount; ) {
    day = addDays(day, 1);
    const touching = leg.pauses.filter((pause) => touches(pause, startOfDay(day), startOfDay(day) + DAY_MS));
    if (touching.some((pause) => pause.untilAt === undefined)) {
      return { endAt: null, days: [...days, line(leg, day, 0, total, 'paused')] };
    }
    const counts = leg.rule.kind === 'naturalDays' || leg.calendar.isWorkingDay(day);
    if (!counts || touching.length > 0) {
      days.push(line(leg, day, 0, total, counts ? 'paused' : 'rest-day'));
      continue;
    }
    total += 1;
    days.push(line(leg, day, 1, total, total === leg.rule.amount ? 'last-day' : 'counted'));
  }
  return { endAt: startOfDay(day) + DAY_MS, days };
}

function countTime(leg: Leg, amount: number): Counted {
  const days: DerivationDay[] = [];
  let total = 0;
  for (let day = civilDayOf(leg.fromAt); ; day = addDays(day, 1)) {
    const midnight = startOfDay(day);
    const works = leg.rule.kind === 'hours' || leg.calendar.isWorkingDay(day);
    const open = works ? openTime(leg, midnight) : [];
    const running = leg.pauses.reduce((spans, pause) => without(spans, pause), open);
    const available = lengthOf(running);
    if (available > 0 && total + available >= amount) {
      const missing = amount - total;
      days.push(line(leg, day, missing, amount, 'last-day'));
      return { endAt: instantAfter(running, missing), days };
    }
    total += available;
    const note = !works ? 'rest-day' : timeNote(lengthOf(open), available);
    days.push(line(leg, day, available, total, note));
    const waits = (pause: Pause): boolean => pause.untilAt === undefined && pause.fromAt < midnight + DAY_MS;
    if (leg.pauses.some(waits)) return { endAt: null, days };
  }
}

function timeNote(
  open: number,
  available: number,
): 'outside-office-hours' | 'paused' | 'partly-paused' | 'counted' {
  if (open === 0) return 'outside-office-hours';
  if (available === 0) return 'paused';
  return available < open ? 'partly-paused' : 'counted';
}

/** The parts of a day, as instants, in which the rule runs and that lie after the start. */
function openTime(leg: Leg, midnight: number): Slice[] {
  return (leg.rule.kind === 'hours' ? WHOLE_DAY : leg.office)
    .map((slice) => ({ from: Math.max(leg.fromAt, midnight + slice.from), until: midnight + slice.until }))
    .filter((slice) => slice.from < slice.until);
}

function touches(pause: Pause, fromAt: number, untilAt: number): boolean {
  return pause.fromAt < untilAt && (pause.untilAt ?? Number.POSITIVE_INFINITY) > fromAt;
}

/** Pauses in order, without empty ones and those over before the start. */
function soundPauses(input: DeadlineInput): readonly Pause[] {
  return (input.pauses ?? [])
    .filter((pause) => pause.untilAt === undefined || Math.max(pause.fromAt, input.startAt) < pause.untilAt)
    .sort((a, b) => a.fromAt - b.fromAt);
}

function slicesOf(input: DeadlineInput): readonly Slice[] {
  const slices = officeSlices(input.officeHours ?? DEFAULT_OFFICE_HOURS);
  if (slices === null) throw new RangeError('Office hours are empty or overlap');
  return slices;
}

function isDayRule(rule: Rule): boolean {
  return rule.kind === 'workingDays' || rule.kind === 'naturalDays';
}

function needsCalendar(day: DerivationDay): boolean {
  return day.ruleId.startsWith('working');
}

/** Milliseconds a rule in hours or minutes asks for; rules in days are counted, not measured. */
function amountMs(rule: Rule): number {
  return rule.amount * (rule.kind === 'workingMinutes' ? 60_000 : HOUR_MS);
}

function line(
  leg: Leg,
  day: CivilDay,
  counted: number,
  total: number,
  note: DerivationDay['note'],
): DerivationDay {
  const { kind, name, notice, provisional } = leg.calendar.dayKind(day);
  const named = { ...(name === undefined ? {} : { name }), ...(notice === undefined ? {} : { notice }) };
  return { day, kind, ...named, provisional, counted, total, note, ruleId: leg.rule.id };
}
