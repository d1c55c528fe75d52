// Proof that the facts are what the journal makes of them: folded once more from its start, in memory, and
// held against what is kept, appeal by appeal. Used after crashes and restores, and by the operator.

/** One sum over all rows of an appeal, by its key; the same rows give the same sum, in whatever order. */
export type FactSums = ReadonlyMap<string, string>;

/** What came of it; `differing` names keys, at most a hundred. */
interface FactComparison {
  readonly documents: number;
  readonly rebuilt: number;
  readonly differing: readonly { key: string; what: string }[];
}

const MOST_NAMED = 100;

/** Holds the kept sums against the rebuilt ones. */
export function compareFacts(kept: FactSums, rebuilt: FactSums): FactComparison {
  const differing = [...new Set([...kept.keys(), ...rebuilt.keys()])].flatMap((key) => {
    const [is, should] = [kept.get(key), rebuilt.get(key)];
    if (is === should) return [];
    if (is === undefined) return [{ key, what: 'not stored' }];
    return [{ key, what: should === undefined ? 'not in the journal' : 'facts differ' }];
  });
  return { documents: kept.size, rebuilt: rebuilt.size, differing: differing.slice(0, MOST_NAMED) };
}
