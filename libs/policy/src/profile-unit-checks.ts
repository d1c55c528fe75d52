// What must hold among the units of a profile: territories of one tier do not overlap and leave no region out
// (RT-1 属地管理), a unit stands under one of a higher tier (RT-4), and a code that was merged away stands for
// one unit only and for none that still exists.
import type { Checked, FileProblem } from '#working-calendar/source-file';
import { TIERS, type Unit } from './profile';
import { each, twice, unknown } from './profile-checks';
import { type Rows, rowProblem } from './profile-files';

type UnitRow = Checked<Unit>;

/** Everything wrong among the units. */
export function unitProblems(rows: Rows): FileProblem[] {
  const { units } = rows;
  return [
    ...units.flatMap(sectionsTwice),
    ...units.flatMap((row, i) => overlaps(row, units.slice(0, i))),
    ...withoutUnit(rows),
    ...withoutTerritory(rows),
    ...units.flatMap((row) => standing(row, units)),
    ...units.flatMap((row, i) => formerUnits(row, units, units.slice(0, i))),
  ];
}

/** The tier of a unit; who says nothing is of the city. */
export function tierOf({ tier = 'city' }: Pick<Unit, 'tier'>): (typeof TIERS)[number] {
  return tier;
}

function sectionsTwice(row: UnitRow): FileProblem[] {
  const { sections = [] } = row.value;
  const below = sections.map((value, i): Checked<{ code: string }> => {
    const at = (path: readonly PropertyKey[]) => ['sections', i, ...path];
    return {
      ...row,
      value,
      lineOf: (path) => row.lineOf(at(path)),
      placeOf: (path) => row.placeOf(at(path)),
    };
  });
  return twice(below, 'code', ({ code }) => code);
}

function overlaps(row: UnitRow, before: readonly UnitRow[]): FileProblem[] {
  return (row.value.territory ?? []).flatMap((region, i) => {
    const other = before.find(
      ({ value }) => tierOf(value) === tierOf(row.value) && value.territory?.includes(region),
    );
    const params = { region, unit: row.value.code, other: other?.value.code ?? '' };
    return other ? [rowProblem(row, 'territory-overlaps', ['territory', i], params)] : [];
  });
}

/** A profile that divides its regions among units divides them all. */
function withoutUnit({ units, regions }: Rows): FileProblem[] {
  const held = new Set(units.flatMap(({ value }) => value.territory ?? []));
  if (held.size === 0) return [];
  return regions
    .filter(({ value }) => !held.has(value.code))
    .map((row) => rowProblem(row, 'region-without-unit', ['code'], { region: row.value.code }));
}

/** Matters cannot go by region where no unit has one. */
function withoutTerritory({ head, units }: Rows): FileProblem[] {
  const named = head.value.territorialTopics !== undefined;
  if (!named || units.some(({ value }) => value.territory !== undefined)) return [];
  return [rowProblem(head, 'topics-without-territory', ['territorialTopics'], {})];
}

function standing(row: UnitRow, units: readonly UnitRow[]): FileProblem[] {
  const { over } = row.value;
  if (over === undefined) return [];
  const above = units.find(({ value }) => value.code === over);
  if (!above) return unknown(row, new Set(), 'units.json', [['over'], over]);
  const higher = TIERS.indexOf(tierOf(above.value)) < TIERS.indexOf(tierOf(row.value));
  const params = { unit: row.value.code, over, tier: tierOf(row.value) };
  return higher ? [] : [rowProblem(row, 'over-not-above', ['over'], params)];
}

function formerUnits(row: UnitRow, units: readonly UnitRow[], before: readonly UnitRow[]): FileProblem[] {
  const own = row.value.code;
  const codes = each(
    ['formerly'],
    (row.value.formerly ?? []).map(({ code }) => code),
  );
  return codes.flatMap(([path, code]) => {
    if (code === own) return [];
    const place = [...path, 'code'];
    if (units.some(({ value }) => value.code === code))
      return [rowProblem(row, 'former-unit-exists', place, { code, unit: own })];
    const other = before.find(({ value }) => value.formerly?.some((former) => former.code === code));
    if (!other) return [];
    return [rowProblem(row, 'former-unit-twice', place, { code, unit: own, other: other.value.code })];
  });
}
