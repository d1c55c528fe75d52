// 回避 in a panel (KB-5): whose people neither sit nor vote. A unit is concerned by a matter that it has or
// had, helped with or was called together about, and by a complaint that is about it (HD-10); which of the
// two a programme minds its pack says, both where it does not. Units are compared as what they are now.
import type { Pack } from './pack';
import type { PANEL_NOT_OF } from './pack-oversight';

/** What a unit has to do with a matter. */
export type Concern = (typeof PANEL_NOT_OF)[number];

/** Codes of the units a matter has to do with. */
export interface UnitsOfMatter {
  /** That have or had it, help or were called together about it. */
  readonly inCharge: readonly string[];
  readonly complainedOf: readonly string[];
}

/** Why people of the unit stand aside; undefined where they need not. Having the matter is told first. */
export function concernOf(
  unit: string,
  matter: UnitsOfMatter,
  { panel }: Pack,
  successorOf: (code: string) => string,
): Concern | undefined {
  const now = successorOf(unit);
  const isAmong = (units: readonly string[]) => units.some((one) => successorOf(one) === now);
  const minds = (kind: Concern) => panel?.notOf?.includes(kind) ?? true;
  if (minds('in-charge') && isAmong(matter.inCharge)) return 'in-charge';
  return minds('complained-of') && isAmong(matter.complainedOf) ? 'complained-of' : undefined;
}
