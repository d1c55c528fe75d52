// 属地管理 (RT-1): matters of some topics belong to the township or county where the enterprise is registered,
// whoever is in charge of the subject. Which topics those are, the profile says; the unit is the one of the
// lowest tier whose territory holds the region.
import { TIERS, type Profile, type Unit } from './profile';

/** The unit that answers for a region, the lowest tier first; undefined when none has it in its territory. */
export function unitOfRegion(units: readonly Unit[], region: string): Unit | undefined {
  const holding = units.filter(({ territory }) => territory?.includes(region));
  const depth = ({ tier = 'city' }: Unit) => TIERS.indexOf(tier);
  return holding.toSorted((a, b) => depth(b) - depth(a))[0];
}

/** The unit to which a matter of that topic belongs by its region; undefined for matters that go by duty. */
export function territorialUnit(
  { units, territorialTopics = [] }: Pick<Profile, 'units' | 'territorialTopics'>,
  topic: string,
  region: string,
): Unit | undefined {
  return territorialTopics.includes(topic) ? unitOfRegion(units, region) : undefined;
}
