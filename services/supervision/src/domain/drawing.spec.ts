import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { wall } from '../../test/officer';
import { isDrawn, periodOf } from './drawing';

const review = { clause: 'c', by: ['supervisor'], every: 'month' as const, share: 0.1, seed: '2026' };
const MARCH = wall('2026-03-31 23:59');
const APRIL = wall('2026-04-01 00:00');

test('anybody can repeat it with the seed, the period, the id and SHA-256', () => {
  for (const id of Array.from({ length: 50 }, (_, i) => `a-${i}`)) {
    const hash = createHash('sha256').update(`["2026","2026-03","${id}"]`).digest('hex');
    const fraction = Number.parseInt(hash.slice(0, 13), 16) / 2 ** 52;
    expect(isDrawn(review, MARCH, id)).toBe(fraction < 0.1);
  }
});

test('the share of the cases is drawn: 1 in 10 of 20 000, within three standard deviations', () => {
  const drawn = Array.from({ length: 20_000 }, (_, i) => `appeal-${i}`).filter((id) =>
    isDrawn(review, MARCH, id),
  );
  expect(Math.abs(drawn.length - 2000)).toBeLessThan(3 * Math.sqrt(20_000 * 0.1 * 0.9));
});

test('what is drawn stays drawn when the share grows, and the whole is everything', () => {
  fc.assert(
    fc.property(fc.string(), fc.double({ min: 0.01, max: 1, noNaN: true }), (id, share) => {
      if (isDrawn({ ...review, share: share / 2 }, MARCH, id))
        expect(isDrawn({ ...review, share }, MARCH, id)).toBe(true);
      expect(isDrawn({ ...review, share: 1 }, MARCH, id)).toBe(true);
    }),
  );
});

test('another period or seed is another drawing; without a share there is none', () => {
  const ids = Array.from({ length: 400 }, (_, i) => `a-${i}`);
  const drawnBy = (over: object, at = MARCH) => ids.filter((id) => isDrawn({ ...review, ...over }, at, id));
  expect(drawnBy({}, APRIL)).not.toEqual(drawnBy({}));
  expect(drawnBy({ seed: '2027' })).not.toEqual(drawnBy({}));
  expect(drawnBy({ share: undefined })).toEqual([]);
});

test.each([
  ['day', '2026-03-31'],
  ['month', '2026-03'],
  ['quarter', '2026-Q1'],
  ['half-year', '2026-H1'],
  ['year', '2026'],
] as const)('the period of a %s, in Chinese time', (every, period) => {
  expect(periodOf(MARCH, every)).toBe(period);
  expect(periodOf(APRIL, every)).not.toBe(every === 'half-year' || every === 'year' ? '' : period);
});
