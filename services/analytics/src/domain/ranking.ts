// 排名: units in the order of a figure, then of the next where the first is equal (AN-2, YC-9, CR 二-6). Shares
// are compared as fractions, never as rounded percentages, so that two units share a rank only when they are
// equal. The order of the input can never matter: equals stand by their code.

/**
 * What of the pack's ranking decides the order; `smallNumbers.below` counts the cases of its first figure.
 */
export interface RankingRule {
  readonly by: readonly string[];
  readonly order: 'descending' | 'ascending';
  readonly smallNumbers: { readonly below: number };
  readonly ties: 'shared-then-gap' | 'shared-no-gap';
}

/** A share of cases; a denominator of 0 is a share of nothing. */
interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** A unit 承办单位 with its shares, one per figure of the rule and in its order. */
export interface UnitShares {
  readonly unit: string;
  readonly shares: readonly Share[];
}

/** A unit in its place; the rank is 0 for one that stands apart, because its cases are too few to compare. */
export interface RankedUnit extends UnitShares {
  readonly rank: number;
}

/** Ranks the units; those that stand apart come last, by their code. */
export function rankUnits(units: readonly UnitShares[], rule: RankingRule): readonly RankedUnit[] {
  const byCode = [...units].sort((one, other) => (one.unit < other.unit ? -1 : 1));
  const enough = ({ shares }: UnitShares) => (shares[0]?.denominator ?? 0) >= rule.smallNumbers.below;
  const compared = byCode.filter(enough).sort((one, other) => difference(one, other, rule.order));
  const ranked: RankedUnit[] = [];
  for (const unit of compared) {
    const before = ranked.at(-1);
    const next = rule.ties === 'shared-then-gap' ? ranked.length + 1 : (before?.rank ?? 0) + 1;
    const equal = before !== undefined && difference(before, unit, rule.order) === 0;
    ranked.push({ ...unit, rank: equal ? before.rank : next });
  }
  return [...ranked, ...byCode.filter((unit) => !enough(unit)).map((unit) => ({ ...unit, rank: 0 }))];
}

/** Negative where `one` stands before `other`. */
function difference(one: UnitShares, other: UnitShares, order: RankingRule['order']): number {
  for (const [index, share] of one.shares.entries()) {
    const found = shareDifference(share, other.shares[index] ?? { numerator: 0, denominator: 0 }, order);
    if (found !== 0) return found;
  }
  return 0;
}

/** A share of nothing is neither high nor low: it stands behind every other, in either order. */
function shareDifference(one: Share, other: Share, order: RankingRule['order']): number {
  if (one.denominator === 0 || other.denominator === 0) {
    return Math.sign(Number(one.denominator === 0) - Number(other.denominator === 0));
  }
  const rise = Math.sign(one.numerator * other.denominator - other.numerator * one.denominator);
  return order === 'ascending' ? rise : -rise;
}
