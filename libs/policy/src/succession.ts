// Units that were merged or renamed 机构合并更名. Appeals, journals and figures keep the code that was true when
// they were written; a rule that compares two units compares what they are now. The profile says which codes
// became which unit; a code it does not know stays itself, so that an old journal is always readable.
import type { Profile, Unit } from './profile';

/** What a unit was called, and until which civil day (exclusive). */
export interface FormerName {
  readonly name: string;
  readonly until: string;
}

/** Answers which unit a code stands for now. */
export interface Succession {
  /**
   * The code of the unit that does today what the unit of this code did; the code itself if nothing changed.
   */
  successorOf(code: string): string;
  /** Whether both codes stand for the same unit now. */
  same(one: string, other: string): boolean;
  /** The name a code had when it still stood for itself; undefined when it still does or never did. */
  formerly(code: string): FormerName | undefined;
  /** Every former code with its successor. */
  readonly former: readonly (readonly [from: string, to: string])[];
  /** All codes that stand for this unit now, itself first. */
  codesOf(unit: string): readonly string[];
}

/** The succession a profile lays down. Each former code has one successor (`former-unit-twice`). */
export function successionOf(units: readonly Pick<Unit, 'code' | 'formerly'>[]): Succession {
  const former = new Map<string, FormerName & { readonly to: string }>();
  for (const { code: to, formerly = [] } of units) {
    for (const { code, name, until } of formerly) if (code !== to) former.set(code, { name, until, to });
  }
  const successorOf = (code: string) => former.get(code)?.to ?? code;
  return {
    successorOf,
    same: (one, other) => successorOf(one) === successorOf(other),
    formerly: (code) => former.get(code),
    former: [...former].map(([code, { to }]) => [code, to] as const),
    codesOf: (unit) => [unit, ...[...former].filter(([, { to }]) => to === unit).map(([code]) => code)],
  };
}

/** The name of a unit, or the one a former unit had in its day; undefined for a code nobody knows. */
export function nameOfUnit(profile: Pick<Profile, 'units'>, code: string): string | undefined {
  const now = profile.units.find((unit) => unit.code === code)?.name;
  return now ?? successionIn(profile).formerly(code)?.name;
}

const known = new WeakMap<readonly Unit[], Succession>();

/** The succession of a profile, worked out once for each version of it. */
export function successionIn({ units }: Pick<Profile, 'units'>): Succession {
  const found = known.get(units) ?? successionOf(units);
  known.set(units, found);
  return found;
}
