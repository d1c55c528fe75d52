// Time that the platform itself took from a clock (SV-2: nobody is carded for our own delay). Of an outage
// only what the clock would have counted is lost, in the clock's own kind of time: for rules in working days,
// hours and minutes the office hours of working days, for the others every hour. An outage at night costs no
// working minute. The deadline in law stays where it is; what was lost before it is given again after it, and
// no outage that falls into that time is counted against it either.
import type { WorkingCalendar } from '#working-calendar/calendar';
import { addDays, type CivilDay, civilDayOf, DAY_MS, startOfDay } from '#working-calendar/civil-day';
import type { OfficeSpan, Pause } from './deadline-types';
import { DEFAULT_OFFICE_HOURS, officeSlices, type Slice } from './office-hours';
import type { Rule } from './rule';
import { instantAfter, lengthOf, without } from './stretches';

/** A run of a clock, and when the platform was away. All times epoch ms, ends exclusive. */
export interface RunInput {
  readonly rule: Rule;
  readonly startAt: number;
  /** The deadline in law. */
  readonly deadlineAt: number;
  readonly calendar: WorkingCalendar;
  readonly officeHours?: readonly OfficeSpan[] | undefined;
  /** What stands still anyway cannot be lost. */
  readonly pauses?: readonly Pause[];
  /** In order, none touching another. */
  readonly outages: readonly Slice[];
}

/** What was lost. */
export interface LostTime {
  /** Milliseconds of the clock's own kind of time that were lost before the deadline. */
  readonly lostMs: number;
  /**
   * When as much has run again after the deadline (epoch ms, exclusive); the deadline when nothing was lost.
   */
  readonly untilAt: number;
}

/**
 * Outages as they were noted, overlapping or not, as stretches in order: what two had in common counts once.
 */
export function asOne(outages: readonly Slice[]): readonly Slice[] {
  const one: Slice[] = [];
  for (const { from, until } of [...outages].sort((a, b) => a.from - b.from)) {
    const last = one.at(-1);
    if (last === undefined || last.until < from) one.push({ from, until });
    else one[one.length - 1] = { from: last.from, until: Math.max(last.until, until) };
  }
  return one;
}

/** Measures what a run lost. Throws RangeError on office hours that overlap: a pack has none. */
export function lostTime(input: RunInput): LostTime {
  const { startAt, deadlineAt, outages } = input;
  let lostMs = 0;
  for (const outage of outages) {
    const [from, until] = [Math.max(outage.from, startAt), Math.min(outage.until, deadlineAt)];
    for (let day = civilDayOf(from); from < until && startOfDay(day) < until; day = addDays(day, 1)) {
      const open = openOn(day, input).map((span) => clipped(span, from, until));
      lostMs += lengthOf((input.pauses ?? []).reduce(without, open.filter(isThere)));
    }
  }
  return { lostMs, untilAt: lostMs === 0 ? deadlineAt : ranAgainAt(lostMs, input) };
}

function ranAgainAt(lostMs: number, input: RunInput): number {
  const { deadlineAt, outages } = input;
  let missing = lostMs;
  for (let day = civilDayOf(deadlineAt); ; day = addDays(day, 1)) {
    const open = openOn(day, input).map((span) => clipped(span, deadlineAt, span.until));
    const up = outages
      .map(({ from, until }) => ({ fromAt: from, untilAt: until }))
      .reduce(without, open.filter(isThere));
    if (lengthOf(up) >= missing) return instantAfter(up, missing);
    missing -= lengthOf(up);
  }
}

/** What the clock counts on a day. */
function openOn(day: CivilDay, { rule, calendar, officeHours }: RunInput): Slice[] {
  const midnight = startOfDay(day);
  if (rule.kind === 'hours' || rule.kind === 'naturalDays')
    return [{ from: midnight, until: midnight + DAY_MS }];
  if (!calendar.isWorkingDay(day)) return [];
  const slices = officeSlices(officeHours ?? DEFAULT_OFFICE_HOURS);
  if (slices === null) throw new RangeError('Office hours are empty or overlap');
  return slices.map(({ from, until }) => ({ from: midnight + from, until: midnight + until }));
}

function clipped(span: Slice, from: number, until: number): Slice {
  return { from: Math.max(span.from, from), until: Math.min(span.until, until) };
}

function isThere({ from, until }: Slice): boolean {
  return from < until;
}
