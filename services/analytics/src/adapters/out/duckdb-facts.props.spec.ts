// Each run opens a database of its own.
import fc from 'fast-check';
import { anyTown } from '../../../test/any-town';
import { recordsOf } from '../../../test/others';
import { day, eventsOf } from '../../../test/town';
import { YICHENG } from '../../../test/world';
import type { Grouping } from '../../domain/figure-query';
import { figuresOf } from '../../domain/figures';
import { FactsReader } from '../in/facts-reader';
import { FactsFile } from './facts-file';

jest.setTimeout(90_000);

const FIGURES = figuresOf([YICHENG]);

async function factsOfTown(town: Parameters<typeof eventsOf>[0][]): Promise<FactsFile> {
  const facts = new FactsFile('');
  await facts.open();
  const records = recordsOf(town.flatMap(eventsOf));
  const reader = new FactsReader(facts, () => YICHENG);
  await reader.apply(records.map((record, offset) => ({ ...record, partition: 0, offset })));
  return facts;
}

/** Sum over the groups of numerator and denominator, by figure. */
async function totals(
  facts: FactsFile,
  by: Grouping,
  cutOff: number,
): Promise<readonly (readonly number[])[]> {
  const question = { fromAt: day(1), toAt: day(25), cutOffAt: day(cutOff), by, pack: '' };
  const { values } = await facts.count(FIGURES, question);
  return values.map((groups) =>
    groups.reduce(
      ([hits = 0, cases = 0], { numerator, denominator }) => [hits + numerator, cases + denominator],
      [0, 0],
    ),
  );
}

describe('figures', () => {
  it('add up over any grouping to the figure over all; nothing has more hits than cases', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTown(12),
        fc.integer({ min: 5, max: 40 }),
        fc.constantFrom<Grouping>('unit', 'topic', 'channel', 'region', 'class-2'),
        async (town, cutOff, by) => {
          const facts = await factsOfTown([...town]);
          const all = await totals(facts, 'all', cutOff);
          expect(await totals(facts, by, cutOff)).toEqual(all);
          for (const [index, [hits = 0, cases = 0]] of all.entries()) {
            if (FIGURES[index]?.measure === 'rate') expect(hits).toBeLessThanOrEqual(cases);
          }
          await facts.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('do not count a joined appeal or, in completion and satisfaction, a suggestion', async () => {
    await fc.assert(
      fc.asyncProperty(anyTown(8), async (town) => {
        const outside = town.map((line, index) =>
          index % 2 === 0 ? { ...line, joined: 1 } : { ...line, kind: 'suggestion' as const },
        );
        const facts = await factsOfTown(outside);
        const question = { fromAt: 0, toAt: day(50), cutOffAt: day(50), by: 'all', pack: '' } as const;
        const { values } = await facts.count(FIGURES, question);
        const counted = FIGURES.filter((_figure, index) => (values[index]?.length ?? 0) > 0);
        const rates = counted.filter(({ measure }) => measure === 'rate').map(({ name }) => name);
        expect(rates).toEqual([]);
        const joined = values[FIGURES.findIndex(({ name }) => name === 'joined')]?.[0]?.numerator;
        expect(joined).toBe(outside.filter(({ joined: day }) => day !== undefined).length);
        await facts.close();
      }),
      { numRuns: 10 },
    );
  });
});
