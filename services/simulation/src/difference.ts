// What another pack would have made of the same appeals and the same people: every number of two reports that
// is not the same, by its path. Names are no results, and a ranking that one of the packs does not draw up is
// held against nothing.
import type { Report } from './report';

/** A number that differs. */
export interface Differing {
  readonly what: string;
  readonly here: number | string;
  readonly there: number | string;
}

/** What only says of what a number speaks, and what is told in another way beside it. */
const NOT_RESULTS = ['name', 'unit', 'ranking', 'period', 'measure', 'beforeNumerator', 'beforeDenominator'];

/**
 * The differences of two reports, in the order of the report; a number that one of them does not have counts
 * as 0, a text as none.
 */
export function differences(here: Report, there: Report): readonly Differing[] {
  const drawn = ({ rankings }: Report) => rankings.map(({ ranking, period }) => `${ranking} ${period}`);
  const both = drawn(here).filter((one) => drawn(there).includes(one));
  const [one, other] = [leavesOf(comparable(here, both)), leavesOf(comparable(there, both))];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((what) => {
    const none = typeof (one.get(what) ?? other.get(what)) === 'string' ? '–' : 0;
    const [a, b] = [one.get(what) ?? none, other.get(what) ?? none];
    return a === b ? [] : [{ what, here: a, there: b }];
  });
}

/** The report with those of its rankings that both have, by their name and period. */
function comparable({ rankings, ...report }: Report, both: readonly string[]): object {
  const drawn = rankings.map(({ ranking, period, units }) => [`${ranking} ${period}`, units] as const);
  return { ...report, rankings: Object.fromEntries(drawn.filter(([name]) => both.includes(name))) };
}

function leavesOf(value: unknown, path = '', leaves = new Map<string, number | string>()) {
  if (typeof value === 'number' || typeof value === 'string') leaves.set(path, value);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) {
      if (NOT_RESULTS.includes(name)) continue;
      const named = part as { readonly name?: string; readonly unit?: string } | null;
      leavesOf(part, `${path}${path && '.'}${named?.name ?? named?.unit ?? name}`, leaves);
    }
  return leaves;
}
