// Draws up a ranking: counts the units' shares at the cut-off and puts the units in order, by all figures one
// after the other and by each alone, so that both rankings of YC-9 are shown (AN-2).
import { figuresOf } from '../domain/figures';
import { rankUnits, type UnitShares } from '../domain/ranking';
import type { RankingQuestion } from '../domain/ranking-question';
import { type FigurePorts, getFigures } from './get-figures';

/** A unit in its place, with its share and its rank by each figure alone; a rank of 0 stands apart. */
interface UnitPlace {
  readonly unit: string;
  readonly rank: number;
  readonly figures: readonly {
    readonly name: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly rank: number;
  }[];
}

/** A ranking, and up to when the facts were known. */
export interface RankingAnswer {
  readonly units: readonly UnitPlace[];
  readonly asOf: number;
  readonly stale: boolean;
}

/** Draws the ranking up; appeals of no unit stand in no ranking. */
export async function getRanking(
  { pack, ranking, question }: RankingQuestion,
  covering: string,
  ports: FigurePorts,
): Promise<RankingAnswer> {
  const { by } = ranking;
  const known = figuresOf([pack]);
  const definitions = by.flatMap((name) => known.find((one) => one.name === name) ?? []);
  const { groups, asOf, stale } = await getFigures(definitions, question, covering, ports);
  const units = groups
    .filter(({ group }) => group !== '')
    .map(({ group, figures }): UnitShares => ({ unit: group, shares: figures }));
  const alone = by.map((name, index) => {
    const one = units.map(({ unit, shares }) => ({ unit, shares: shares.slice(index, index + 1) }));
    const ranked = rankUnits(one, { ...ranking, by: [name] });
    return new Map(ranked.map(({ unit, rank }) => [unit, rank]));
  });
  const places = rankUnits(units, ranking).map(({ unit, rank, shares }) => ({
    unit,
    rank,
    figures: shares.map(({ numerator, denominator }, index) => {
      return { name: by[index] ?? '', numerator, denominator, rank: alone[index]?.get(unit) ?? 0 };
    }),
  }));
  return { units: places, asOf, stale };
}
