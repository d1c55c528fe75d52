// Who is on duty 值班 (HD-9): whom an order of 22:00 reaches that must be contacted within two hours (YC-6). A
// roster names a person of the unit for parts of the week, and for single days, which go before. Where nobody
// stands in it the unit's contact is reached, as everybody is where no roster is kept.
import { addDays, civilDayOf, DAY_MS, dayOfWeek, startOfDay } from '#working-calendar/civil-day';
import { msOfDay } from './office-hours';
import type { Pack } from './pack';
import type { Profile } from './profile';
import { type Duty, type Person, WEEKDAYS } from './profile-people';

const MINUTES_OF_DAY = 1440;
const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

/** A part of a week, minutes since Sunday 00:00; `until` may lie in the next week. */
export interface WeekSpan {
  readonly from: number;
  readonly until: number;
}

/** Somebody to be reached. */
export interface Reached {
  readonly name: string;
  readonly phone: string;
  readonly email?: string | undefined;
}

/**
 * Whom a message to the unit reaches at that instant (epoch ms); undefined for a unit the profile has not.
 */
export function reachedAt(profile: Profile, unit: string, at: number): Reached | undefined {
  const contact = profile.units.find(({ code }) => code === unit)?.contact;
  return contact && (onDutyAt(profile, unit, at) ?? contact);
}

/** Who of the roster is on duty in the unit at that instant; a row of a day goes before one of the week. */
export function onDutyAt(
  { roster, people }: Pick<Profile, 'roster' | 'people'>,
  unit: string,
  at: number,
): Person | undefined {
  const today = civilDayOf(at);
  const rows = roster.filter((row) => row.unit === unit);
  const holds = (row: Duty) =>
    [today, addDays(today, -1)].some((day) => {
      if (row.on !== undefined ? row.on !== day : !row.weekdays?.includes(WEEKDAYS[dayOfWeek(day)] ?? 'sun'))
        return false;
      const since = (at - startOfDay(day)) / (DAY_MS / MINUTES_OF_DAY);
      return since >= minutes(row.from) && since < endOf(row);
    });
  const found = rows.find((row) => row.on !== undefined && holds(row)) ?? rows.find(holds);
  return people.find(({ id }) => id === found?.person);
}

/** Whoever holds a post with that role of a pack; undefined when nobody does. */
export function holderOfRole(
  { posts, people }: Pick<Profile, 'posts' | 'people'>,
  role: string,
): Person | undefined {
  const holder = posts.find((post) => post.role === role)?.holder;
  return people.find(({ id }) => id === holder);
}

/** The parts of the week a row of the week covers, in the order of the week. */
export function weekSpans(row: Duty): readonly WeekSpan[] {
  return (row.weekdays ?? []).map((day) => {
    const start = WEEKDAYS.indexOf(day) * MINUTES_OF_DAY;
    return { from: start + minutes(row.from), until: start + endOf(row) };
  });
}

/** The parts of a week nobody of the unit is on duty. */
export function weekGaps(rows: readonly Duty[]): readonly WeekSpan[] {
  const spans = rows.flatMap(weekSpans).sort((a, b) => a.from - b.from);
  const [first] = spans;
  if (!first) return [{ from: 0, until: MINUTES_OF_WEEK }];
  const gaps: WeekSpan[] = [];
  let covered = first.from;
  for (const { from, until } of [...spans, { from: first.from + MINUTES_OF_WEEK, until: 0 }]) {
    if (from > covered) gaps.push({ from: covered, until: from });
    covered = Math.max(covered, until);
  }
  return gaps;
}

/** An hour of the week in words, e.g. `fri 17:30`. */
export function weekHour(minute: number): string {
  const inWeek = minute % MINUTES_OF_WEEK;
  const day = WEEKDAYS[Math.floor(inWeek / MINUTES_OF_DAY)] ?? '';
  const part = (value: number) => String(value).padStart(2, '0');
  return `${day} ${part(Math.floor((inWeek % MINUTES_OF_DAY) / 60))}:${part(inWeek % 60)}`;
}

/** A unit that somebody must be able to reach at every hour, and an hour at which nobody is on duty. */
export interface RosterGap {
  readonly unit: string;
  readonly from: string;
  readonly until: string;
  readonly pack: string;
  readonly clock: string;
}

/**
 * The first gap of each unit where a pack counts elapsed hours against units; none where no roster is kept at
 * all, because the contacts are then reached round the clock.
 */
export function rosterGaps(
  { units, roster }: Pick<Profile, 'units' | 'roster'>,
  packs: readonly Pick<Pack, 'id' | 'clocks'>[],
): readonly RosterGap[] {
  if (roster.length === 0) return [];
  const hourly = packs.flatMap((pack) =>
    pack.clocks
      .filter(({ appliesTo, rule }) => appliesTo === 'unit' && rule.startsWith('hours:'))
      .map(({ id }) => ({ pack: pack.id, clock: id })),
  )[0];
  if (!hourly) return [];
  return units.flatMap(({ code }) => {
    const [gap] = weekGaps(roster.filter(({ unit }) => unit === code));
    return gap ? [{ unit: code, from: weekHour(gap.from), until: weekHour(gap.until), ...hourly }] : [];
  });
}

function minutes(time: string): number {
  return msOfDay(time) / (DAY_MS / MINUTES_OF_DAY);
}

/** Minutes since 00:00 of the row's day; beyond 1440 on the next. */
function endOf({ from, until }: Duty): number {
  const end = minutes(until);
  return end > minutes(from) ? end : end + MINUTES_OF_DAY;
}
