import { percentOf, shareText } from './share';

test.each([
  [5, 7, 1, '71.4%'],
  [1, 3, 0, '33%'],
  [1, 8, 1, '12.5%'],
  [1, 8, 0, '13%'],
  [1, 200, 0, '1%'],
  [1, 2000, 1, '0.1%'],
  [999, 1000, 0, '100%'],
  [2001, 4000, 1, '50.0%'],
  [1, 1, 3, '100.000%'],
  [0, 4, 1, '0.0%'],
  [0, 0, 1, '–'],
])('%d of %d to %d digits is %s', (numerator, denominator, digits, expected) => {
  expect(percentOf(numerator, denominator, { digits })).toBe(expected);
});

test('a half is rounded up though no binary fraction holds it', () => {
  expect(percentOf(10005, 1_000_000, { digits: 3 })).toBe('1.001%');
});

test('the fraction stands beside it', () => expect(shareText(5, 7)).toBe('71.4%（5/7）'));
