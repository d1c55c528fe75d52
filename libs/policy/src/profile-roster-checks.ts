// What must hold in a duty roster: whoever stands in it is of that unit, and never two people at one hour,
// for then each would think it was the other's.
import type { Checked, FileProblem } from '#working-calendar/source-file';
import { type WeekSpan, weekHour, weekSpans } from './duty';
import { unknown } from './profile-checks';
import { type Rows, rowProblem } from './profile-files';
import { notOfUnit } from './profile-people-checks';
import type { Duty } from './profile-people';

type DutyRow = Checked<Duty>;
const WEEK = 7 * 1440;

/** Everything wrong in the roster by itself; gaps need the packs, see `rosterGaps`. */
export function rosterProblems(rows: Rows): FileProblem[] {
  const people = new Map(rows.people.map(({ value }) => [value.id, value]));
  const units = new Set(rows.units.map(({ value }) => value.code));
  return rows.roster.flatMap((row, i) => [
    ...unknown(row, units, 'units.json', [['unit'], row.value.unit]),
    ...notOfUnit(row, people, ['person'], row.value.person),
    ...twoAtOnce(
      row,
      rows.roster.slice(0, i).filter(({ value }) => value.unit === row.value.unit),
    ),
  ]);
}

function twoAtOnce(row: DutyRow, before: readonly DutyRow[]): FileProblem[] {
  for (const other of before) {
    const at = sharedHour(row.value, other.value);
    if (at !== undefined) {
      const params = { unit: row.value.unit, person: row.value.person, other: other.value.person, at };
      return [rowProblem(row, 'duty-overlaps', ['from'], params)];
    }
  }
  return [];
}

function sharedHour(one: Duty, other: Duty): string | undefined {
  if (one.on !== undefined || other.on !== undefined) {
    return one.on === other.on && one.from < endOf(other) && other.from < endOf(one) ? one.on : undefined;
  }
  for (const a of weekSpans(one)) {
    const clash = weekSpans(other).find((b) => [-WEEK, 0, WEEK].some((shift) => meet(a, b, shift)));
    if (clash) return weekHour(Math.max(a.from, clash.from));
  }
  return undefined;
}

function meet(a: WeekSpan, b: WeekSpan, shift: number): boolean {
  return a.from < b.until + shift && b.from + shift < a.until;
}

/** End of a row of one day as text; a duty into the next day ends after every hour of this one. */
function endOf({ from, until }: Duty): string {
  return until > from ? until : '24:01';
}
