// When people act: in office hours on working days, at any sensible hour, or, for a unit that also works at
// weekends, on every day. Deadlines are not counted here; that is for the rules under test.
import { DEFAULT_OFFICE_HOURS, officeSlices } from '#policy/office-hours';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { DAY_MS, civilDayOf, startOfDay } from '#working-calendar/civil-day';

const HOUR = 3_600_000;
const SLICES = officeSlices(DEFAULT_OFFICE_HOURS) ?? [];
const AWAKE = { from: 7 * HOUR, until: 22 * HOUR, again: 8.5 * HOUR };

/** The instant (epoch ms) at which so much office time (ms) has passed. */
export function afterOfficeTime(
  at: number,
  ms: number,
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
  everyDay = false,
): number {
  let left = ms;
  for (let midnight = startOfDay(civilDayOf(at)); ; midnight += DAY_MS) {
    if (!everyDay && !calendar.isWorkingDay(midnight)) continue;
    for (const { from, until } of SLICES) {
      const begins = Math.max(at, midnight + from);
      const open = midnight + until - begins;
      if (open <= 0) continue;
      if (left < open) return Math.round(begins + left);
      left -= open;
    }
  }
}

/** So much later (ms), or the next morning when that is a time to sleep. */
export function atWakingHour(at: number, ms: number): number {
  const then = Math.round(at + ms);
  const midnight = startOfDay(civilDayOf(then));
  const hour = then - midnight;
  if (hour < AWAKE.from) return midnight + AWAKE.again + (hour % HOUR);
  return hour < AWAKE.until ? then : midnight + DAY_MS + AWAKE.again + (hour % HOUR);
}
