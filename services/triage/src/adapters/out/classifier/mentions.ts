/**
 * The units a text names, by official or usual short name, or by what was merged into them. Enterprises write
 * 环保说归住建: who is named beside the lead often has to assist, and three named units are a sign of unclear
 * competence.
 */
import type { UnitProfile } from '../../../app/classifier-port';
import { usualMattersOf } from './teaching';

export class MentionFinder {
  private readonly names: readonly (readonly [name: string, unit: string])[];

  constructor(units: readonly UnitProfile[]) {
    const pairs = units.flatMap((unit) => {
      const official = [unit, ...(unit.formerly ?? [])].flatMap(({ name }) => [
        name,
        name.replace(/^市/, ''),
      ]);
      return [...official, ...(usualMattersOf(unit)?.names ?? [])].map((name) => [name, unit.code] as const);
    });
    this.names = pairs.sort((a, b) => b[0].length - a[0].length);
  }

  /** Codes of the units named, in the order of their first mention; the longest name wins. */
  find(text: string): string[] {
    let left = text;
    const found = new Map<string, number>();
    for (const [name, unit] of this.names) {
      const at = left.indexOf(name);
      if (at < 0) continue;
      found.set(unit, Math.min(found.get(unit) ?? at, at));
      left = left.replaceAll(name, '　'.repeat(name.length));
    }
    return [...found].sort((a, b) => a[1] - b[1]).map(([unit]) => unit);
  }
}
