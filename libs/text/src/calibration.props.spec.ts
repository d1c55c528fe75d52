import fc from 'fast-check';
import { fitLogistic, fitSharpness, foldsOf, probability, softmax, thresholdFor } from './calibration';
import { seeded } from './linear-svm';

const judged = fc.array(
  fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }),
);

describe('calibration', () => {
  it('gives probabilities that sum to one and keep the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2 }), (margins) => {
        const chances = softmax(margins, 2);
        expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
        const most = margins.indexOf(Math.max(...margins));
        expect(chances[most]).toBe(Math.max(...chances));
      }),
    );
  });

  it('accepts no more wrong ones than allowed', () => {
    fc.assert(
      fc.property(judged, fc.double({ min: 0, max: 0.5, noNaN: true }), (items, allowed) => {
        const threshold = thresholdFor(items, allowed);
        const accepted = items.filter((item) => item.confidence >= threshold);
        const wrong = accepted.filter((item) => !item.right).length;
        expect(wrong).toBeLessThanOrEqual(allowed * accepted.length);
      }),
    );
  });

  it('keeps the lower of two neighbours out that are a rounding apart', () => {
    const [lower, higher] = [0.9999999999999982, 0.9999999999999983];
    const judgedTwo = [
      { confidence: lower, right: false },
      { confidence: higher, right: true },
    ];
    expect(thresholdFor(judgedTwo, 0)).toBeGreaterThan(lower);
    expect(thresholdFor(judgedTwo, 0)).toBeLessThanOrEqual(higher);
  });

  it('keeps a group in one fold', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), fc.nat(), (groups, seed) => {
        const folds = foldsOf(groups, 3, seeded(seed));
        groups.forEach((group, i) => expect(folds[i]).toBe(folds[groups.indexOf(group)]));
      }),
    );
  });

  it('finds the slope of a logistic curve and sharpens margins that are always right', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [i / 100 - 1]);
    const random = seeded(3);
    const truths = rows.map(([x = 0]) => random() < 1 / (1 + Math.exp(-4 * x)));
    const model = fitLogistic(rows, truths, 0.01);
    expect(model[0]).toBeGreaterThan(2.5);
    expect(model[0]).toBeLessThan(6);
    expect(probability(model, [1])).toBeGreaterThan(0.9);
    const margins = Array.from({ length: 20 }, () => [1, 0]);
    const mostlyRight = margins.map((_, i) => (i % 4 === 0 ? 1 : 0));
    expect(
      fitSharpness(
        margins,
        margins.map(() => 0),
      ),
    ).toBeGreaterThan(fitSharpness(margins, mostlyRight));
    expect(fitSharpness(margins, mostlyRight)).toBeCloseTo(Math.log(3), 0);
  });
});
