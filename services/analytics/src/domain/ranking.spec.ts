import { type RankingRule, rankUnits, type UnitShares } from './ranking';

const RULE: RankingRule = {
  by: ['completion-rate', 'satisfaction-official'],
  order: 'descending',
  smallNumbers: { below: 5 },
  ties: 'shared-then-gap',
};

/** `unit a/b c/d` */
const unit = (line: string): UnitShares => {
  const [code = '', ...shares] = line.split(' ');
  return {
    unit: code,
    shares: shares.map((share) => {
      const [numerator = 0, denominator = 0] = share.split('/').map(Number);
      return { numerator, denominator };
    }),
  };
};

const order = (lines: readonly string[], change: Partial<RankingRule> = {}) =>
  rankUnits(lines.map(unit), { ...RULE, ...change }).map((ranked) => `${ranked.rank} ${ranked.unit}`);

/** Counted by hand: 9/10 twice, then told apart by satisfaction; 2/3 = 4/6 in both figures. */
const MAY = ['water 4/6 2/4', 'tax 9/10 3/4', 'market 18/20 4/4', 'grid 6/9 1/2', 'fire 5/8 3/3'];

test('from high to low, the second figure where the first is equal, equals share a rank (YC-9)', () => {
  expect(order(MAY)).toEqual(['1 market', '2 tax', '3 grid', '3 water', '5 fire']);
});
test('without a gap after a shared rank', () => {
  expect(order(MAY, { ties: 'shared-no-gap' })).toEqual(['1 market', '2 tax', '3 grid', '3 water', '4 fire']);
});
test('laggards from low to high (CR 二-6)', () => {
  expect(order(MAY, { order: 'ascending' })).toEqual(['1 fire', '2 grid', '2 water', '4 tax', '5 market']);
});
test('too few cases stand apart, without a rank, however good they are', () => {
  expect(order([...MAY, 'bank 4/4 4/4', 'arts 0/4 0/0'])).toEqual([
    ...['1 market', '2 tax', '3 grid', '3 water', '5 fire'],
    ...['0 arts', '0 bank'],
  ]);
});
test.each(['descending', 'ascending'] as const)('a share of nothing stands behind, %s', (direction) => {
  expect(order(['a 5/5 0/0', 'b 5/5 0/9', 'c 5/5 9/9'], { order: direction }).at(-1)).toBe('3 a');
});
test('a rounded percentage makes nobody equal', () => {
  expect(order(['a 99998/100000 1/1', 'b 99999/100000 0/1'])).toEqual(['1 b', '2 a']);
});
