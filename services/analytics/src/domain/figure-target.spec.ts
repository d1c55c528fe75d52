import { verdictOf } from './figure-target';

const share = (numerator: number, denominator: number) => ({ numerator, denominator, medianMs: 0 });
const time = (cases: number, medianMs: number) => ({ numerator: cases, denominator: 0, medianMs });

test.each([
  [98, 100, 'met'],
  [97, 100, 'missed'],
  [49, 50, 'met'],
  [979, 1000, 'missed'],
  [0, 0, 'not-measurable'],
] as const)('%d of %d against 98 %% is %s', (numerator, denominator, expected) => {
  expect(verdictOf(share(numerator, denominator), { target: 0.98 }, undefined)).toBe(expected);
});

test('a percentage that only rounds to the target misses it', () => {
  expect(verdictOf(share(97_996, 100_000), { target: 0.98 }, undefined)).toBe('missed');
});

test.each([
  [80, 100, 'met'],
  [80.1, 100, 'missed'],
  [100, 100, 'missed'],
  [1, undefined, 'not-measurable'],
] as const)('a median of %d against %s before, 20 %% less asked, is %s', (median, before, expected) => {
  expect(verdictOf(time(3, median), { reduction: 0.2 }, before)).toBe(expected);
});

test('no case has no time', () =>
  expect(verdictOf(time(0, 0), { reduction: 0.2 }, 100)).toBe('not-measurable'));
test('no target, no verdict', () => expect(verdictOf(share(1, 2), {}, undefined)).toBe(''));
