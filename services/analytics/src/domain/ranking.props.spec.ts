import fc from 'fast-check';
import { rankUnits, type UnitShares } from './ranking';

const share = fc
  .nat(6)
  .chain((denominator) => fc.nat(denominator).map((numerator) => ({ numerator, denominator })));
const units = fc
  .array(fc.tuple(share, share), { maxLength: 8 })
  .map((list) => list.map((shares, index): UnitShares => ({ unit: `u${index}`, shares })));
const rule = fc.record({
  by: fc.constant(['completion-rate', 'satisfaction-official']),
  order: fc.constantFrom('descending' as const, 'ascending' as const),
  smallNumbers: fc.record({ below: fc.integer({ min: 1, max: 4 }) }),
  ties: fc.constantFrom('shared-then-gap' as const, 'shared-no-gap' as const),
});
/** The same share, written with other numbers. */
const same = (one: UnitShares, other: UnitShares): boolean =>
  one.shares.every(({ numerator, denominator }, index) => {
    const with_ = other.shares[index] ?? { numerator: 0, denominator: 0 };
    if (denominator === 0 || with_.denominator === 0) return denominator === with_.denominator;
    return numerator / denominator === with_.numerator / with_.denominator;
  });

test('the order in which units are told changes nothing', () => {
  fc.assert(
    fc.property(
      units.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      rule,
      ([list, shuffled], by) => expect(rankUnits(shuffled, by)).toEqual(rankUnits(list, by)),
    ),
  );
});

test('equals share a rank, unequals never do, nobody is lost, and who stands apart has too few cases', () => {
  fc.assert(
    fc.property(units, rule, (list, by) => {
      const ranked = rankUnits(list, by);
      expect(ranked.map(({ unit }) => unit).sort()).toEqual(list.map(({ unit }) => unit).sort());
      for (const one of ranked) {
        expect(one.rank === 0).toBe((one.shares[0]?.denominator ?? 0) < by.smallNumbers.below);
        for (const other of ranked.filter(({ rank }) => rank > 0 && one.rank > 0)) {
          expect(one.rank === other.rank).toBe(same(one, other));
        }
      }
      const ahead = (rank: number) => ranked.filter((other) => other.rank > 0 && other.rank < rank).length;
      if (by.ties === 'shared-then-gap') {
        for (const { rank } of ranked.filter((one) => one.rank > 0)) expect(rank).toBe(ahead(rank) + 1);
      }
    }),
  );
});
