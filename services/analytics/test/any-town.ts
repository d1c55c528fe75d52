// Random towns: appeals of every kind with whatever may have happened to them.
import fc from 'fast-check';
import type { Line } from './town';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const unit = fc.constantFrom('tax', 'water', 'market');
const soon = fc.integer({ min: 2, max: 30 });
const dispatches = fc
  .array(unit, { maxLength: 3 })
  .map((units) => units.map((one, index) => [one, 2 + index * 2] as const));

const line = fc.record({
  kind: fc.constantFrom('consultation', 'help', 'complaint', 'suggestion'),
  channel: fc.constantFrom('web', 'hotline', 'window'),
  topic: fc.constantFrom('', 'tax', 'water'),
  region: fc.constantFrom('r1', 'r2', 'r3'),
  in: fc.constantFrom(0, 1),
  joined: maybe(fc.constant(1)),
  answered: maybe(soon),
  to: dispatches,
  recalled: maybe(fc.tuple(fc.constantFrom(1, 2), soon)),
  upheld: maybe(fc.tuple(fc.constantFrom(1, 2), soon)),
  due: maybe(soon),
  done: maybe(soon),
  asked: maybe(fc.tuple(soon, fc.boolean(), fc.boolean(), fc.boolean())),
  rated: maybe(fc.tuple(soon, fc.constantFrom('satisfied' as const, 'dissatisfied' as const))),
  lapsed: maybe(fc.tuple(soon, fc.constantFrom('satisfied' as const, 'unrated' as const))),
  reopened: maybe(soon),
});

/** A town of at most so many appeals. */
export function anyTown(most: number): fc.Arbitrary<readonly Line[]> {
  return fc
    .array(line, { minLength: 1, maxLength: most })
    .map((lines) => lines.map((one, index) => ({ ...one, id: `A${index}` }) as Line));
}
