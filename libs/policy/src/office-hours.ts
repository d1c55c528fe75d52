// Office hours 办公时间: the parts of a working day in which rules in working hours and minutes run. They are a
// pack setting; the usual ones of Chinese government offices are the default.
import type { OfficeSpan } from './deadline-types';

/** 08:30–12:00 and 13:30–17:30. */
export const DEFAULT_OFFICE_HOURS: readonly OfficeSpan[] = [
  { from: '08:30', until: '12:00' },
  { from: '13:30', until: '17:30' },
];

/** A part of a day, milliseconds since 00:00, end exclusive. */
export interface Slice {
  readonly from: number;
  readonly until: number;
}

/** Office hours as slices in order, or null if one is empty or they overlap. */
export function officeSlices(spans: readonly OfficeSpan[]): readonly Slice[] | null {
  const slices = spans
    .map((span) => ({ from: msOfDay(span.from), until: msOfDay(span.until) }))
    .sort((a, b) => a.from - b.from);
  const sound = slices.every(
    (slice, i) => slice.from < slice.until && (slices[i - 1]?.until ?? 0) <= slice.from,
  );
  return sound && slices.length > 0 ? slices : null;
}

/** Milliseconds since 00:00 of `HH:MM`; `24:00` is the end of the day. */
export function msOfDay(text: string): number {
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  return (hours * 60 + minutes) * 60_000;
}
