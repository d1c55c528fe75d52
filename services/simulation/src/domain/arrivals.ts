// When appeals come: mostly on working days and in the hours people are at their desks, more on Mondays, and
// in waves when a campaign calls for them.
import type { WorkingCalendar } from '#working-calendar/calendar';
import { type CivilDay, addDays, dayOfWeek, startOfDay } from '#working-calendar/civil-day';
import { type Draw, between, chosen } from './seeded-draws';

const BY_WEEKDAY: readonly number[] = [1, 1.25, 1.1, 1, 0.95, 0.8, 1];
const DAY_OFF = 0.15;
const BY_HOUR: readonly (readonly [hour: number, weight: number])[] = [
  ...([7, 12, 13, 18, 19, 20, 21] as const).map((hour) => [hour, 0.35] as const),
  ...([8, 11, 14, 17] as const).map((hour) => [hour, 0.9] as const),
  ...([9, 10, 15, 16] as const).map((hour) => [hour, 1.4] as const),
];
const CAMPAIGN = { everyDays: 30, days: 5, factor: 2.5 };

/** The days from `fromOn` to `toOn`, both included. */
export function daysOf(fromOn: CivilDay, toOn: CivilDay): readonly CivilDay[] {
  const days: CivilDay[] = [];
  for (let day = fromOn; day <= toOn; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Instants (epoch ms) of so many arrivals, in order. */
export function arrivalsOf(
  count: number,
  days: readonly CivilDay[],
  draw: Draw,
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
): readonly number[] {
  const weights = days.map((day, index) => {
    const usual = calendar.isWorkingDay(day) ? (BY_WEEKDAY[dayOfWeek(day)] ?? 1) : DAY_OFF;
    return [day, usual * (inCampaign(index, draw) ? CAMPAIGN.factor : 1)] as const;
  });
  const instants = Array.from({ length: count }, (_, index) => {
    const day = chosen(draw('arrivals', 'day', `${index}`), weights);
    const hour = chosen(draw('arrivals', 'hour', `${index}`), BY_HOUR);
    return (
      startOfDay(day) + hour * 3_600_000 + Math.floor(draw('arrivals', 'minute', `${index}`) * 3_600_000)
    );
  });
  return instants.sort((one, other) => one - other);
}

/** One campaign begins somewhere in every full stretch of thirty days. */
function inCampaign(index: number, draw: Draw): boolean {
  const stretch = Math.floor(index / CAMPAIGN.everyDays);
  const last = CAMPAIGN.everyDays - CAMPAIGN.days;
  const begins = Math.floor(between(draw('arrivals', 'campaign', `${stretch}`), 0, last));
  const day = index % CAMPAIGN.everyDays;
  return day >= begins && day < begins + CAMPAIGN.days;
}
