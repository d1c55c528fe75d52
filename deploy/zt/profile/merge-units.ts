/**
 * 机构合并: units become part of another. Their codes stay known as former ones, so that running appeals and
 * figures go over (see succession.ts of the policy library); duties, territory, sections, people and posts
 * are moved, the roster of the unit that stays is kept and those of the others end.
 */
import type { Unit } from '#policy/profile';
import { ZtFailure } from '../speak';
import { type Desk, eachRow, edited, unitAt } from './edits';
import type { Texts } from './profile-files';
import { type Row, withValue } from './row-text';

/** Merges the units into one that exists; it may be among them. */
export function mergeUnits(desk: Desk, codes: readonly string[], into: string): Texts {
  const { profile, today } = desk;
  const merged = [...new Set(codes)].filter((code) => code !== into);
  if (merged.length === 0)
    throw new ZtFailure('请写明并入的单位。', 'Name at least one unit that becomes part of the other.');
  const units = merged.map((code) => profile.units[unitAt(profile, code)] as Unit);
  const successor = profile.units[unitAt(profile, into)] as Unit;
  const moved = movedPeople(desk, units, successor);
  const fields = fieldsOf(successor, units, today);
  const gone = new Set(merged);
  const grown = edited(moved, 'units.json', (list) =>
    Object.entries(fields).reduce(
      (text, [field, value]) => withValue(text, unitAt(profile, into), [field], value),
      list,
    ),
  );
  return eachRow(grown, 'units.json', profile.units, ({ code, over }) => {
    if (gone.has(code)) return null;
    return over !== undefined && gone.has(over) ? { over: into } : {};
  });
}

function fieldsOf(successor: Unit, units: readonly Unit[], until: string): Row {
  const all = [successor, ...units];
  const territory = union(all.flatMap((unit) => unit.territory ?? []));
  const sections = all.flatMap((unit) =>
    (unit.sections ?? []).map(({ code, name }) => ({ code: sectionCode(successor, unit, code), name })),
  );
  const formerly = [
    ...(successor.formerly ?? []),
    ...units.flatMap(({ code, name, formerly: before = [] }) => [...before, { code, name, until }]),
  ];
  return {
    duties: union(all.flatMap(({ duties }) => duties)),
    ...(sections.length > 0 && { sections }),
    ...(territory.length > 0 && { territory }),
    formerly,
  };
}

/** Sections keep their code; one the successor has already takes its old unit's in front. */
function sectionCode(successor: Unit, unit: Unit, code: string): string {
  const taken = unit.code !== successor.code && successor.sections?.some((one) => one.code === code);
  return taken ? `${unit.code}-${code}` : code;
}

function movedPeople({ profile, texts }: Desk, units: readonly Unit[], successor: Unit): Texts {
  const { code: into } = successor;
  const seat = ({ unit, section }: { unit?: string | undefined; section?: string | undefined }): Row => {
    const from = units.find(({ code }) => code === unit);
    if (!from) return {};
    return { unit: into, ...(section !== undefined && { section: sectionCode(successor, from, section) }) };
  };
  const gone = new Set(units.map(({ code }) => code));
  let moved = eachRow(texts, 'people.yaml', profile.people, seat);
  moved = eachRow(moved, 'posts.yaml', profile.posts, seat);
  moved = eachRow(moved, 'experts.yaml', profile.experts, seat);
  moved = eachRow(moved, 'roster.yaml', profile.roster, ({ unit }) => (gone.has(unit) ? null : {}));
  return eachRow(moved, 'groups.yaml', profile.groups, ({ units: members }) =>
    members.some((code) => gone.has(code))
      ? { units: union(members.map((code) => (gone.has(code) ? into : code))) }
      : {},
  );
}

function union(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
