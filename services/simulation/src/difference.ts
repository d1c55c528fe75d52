// What another pack would have made of the same appeals and the same people: every number of two reports that
// is not the same, by its path.
import type { Report } from './report';

/** A number that differs. */
export interface Differing {
  readonly what: string;
  readonly here: number | string;
  readonly there: number | string;
}

/** The differences of two reports, in the order of the report; what one of them does not have counts as 0. */
export function differences(here: Report, there: Report): readonly Differing[] {
  const [one, other] = [leavesOf(here), leavesOf(there)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((what) => {
    const [a, b] = [one.get(what) ?? 0, other.get(what) ?? 0];
    return a === b ? [] : [{ what, here: a, there: b }];
  });
}

function leavesOf(value: unknown, path = '', leaves = new Map<string, number | string>()) {
  if (typeof value === 'number' || typeof value === 'string') leaves.set(path, value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) {
      const named = part as { readonly name?: string; readonly unit?: string } | null;
      leavesOf(part, `${path}${path && '.'}${named?.name ?? named?.unit ?? name}`, leaves);
    }
  return leaves;
}
