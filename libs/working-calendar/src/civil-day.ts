// A civil day is a date as the office writes it, in Asia/Shanghai. China has kept UTC+8 without summer time
// since 1992, so the day of an instant is arithmetic and never depends on the zone of the machine that
// computes it.

/** A civil date `YYYY-MM-DD` in Asia/Shanghai. */
export type CivilDay = string;

/** Milliseconds of one civil day; every day has 24 hours (+08:00, no summer time). */
export const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** The day an instant (epoch ms) falls on in Asia/Shanghai. */
export function civilDayOf(at: number): CivilDay {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant (epoch ms) of a day: 00:00 +08:00. */
export function startOfDay(day: CivilDay): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET_MS;
}

/** The day `count` days later; negative counts go back. */
export function addDays(day: CivilDay, count: number): CivilDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Day of the week: 0 = Sunday … 6 = Saturday. */
export function dayOfWeek(day: CivilDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Whether a text is an existing date written `YYYY-MM-DD`; 2023-02-29 is not one. */
export function isCivilDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Accepts an instant (epoch ms) or a civil day and answers the day. Throws RangeError on anything else. */
export function toCivilDay(value: CivilDay | number): CivilDay {
  if (typeof value === 'number') return civilDayOf(value);
  if (!isCivilDay(value)) throw new RangeError(`Not a civil day (YYYY-MM-DD): ${value}`);
  return value;
}

/** Prints an instant as ISO 8601 with +08:00; milliseconds only where there are any. */
export function isoShanghai(at: number): string {
  const text = new Date(at + OFFSET_MS).toISOString().slice(0, 23);
  return `${text.endsWith('.000') ? text.slice(0, 19) : text}+08:00`;
}
