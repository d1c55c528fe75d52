import fc from 'fast-check';
import type { JournalRecord, ReadRecord } from '#platform/journal/record';
import type { FactChange, FactFolding, Seen } from '../../app/ports';
import { recordsOf } from '../../../test/others';
import { eventsOf } from '../../../test/town';
import { anyTown } from '../../../test/any-town';
import { YICHENG } from '../../../test/world';
import { FactsReader } from './facts-reader';

/** Facts in maps: what is written to a column stays until it is written again. */
function mapFacts(): FactFolding & { rows: () => Record<string, unknown> } {
  const rows = new Map<string, Record<string, unknown>>();
  const seen = new Map<string, Seen>();
  return {
    seen: async (keys) => [...seen.values()].filter(({ key }) => keys.includes(key)),
    foldedTo: async () => [],
    write: async (change: FactChange) => {
      for (const { table, id, key, columns } of change.writes) {
        const name = `${table} ${id}`;
        rows.set(name, { ...rows.get(name), key, ...columns });
      }
      for (const one of change.seen) seen.set(`${one.key} ${one.writer}`, one);
    },
    startRebuild: async () => rows.clear(),
    finishRebuild: async () => undefined,
    rows: () => Object.fromEntries([...rows].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/**
 * The records in another order between the writers of a key, each writer's own kept, some delivered again.
 */
function shuffled(records: readonly JournalRecord[], draws: readonly number[]): readonly ReadRecord[] {
  const queues = new Map<string, JournalRecord[]>();
  for (const record of records) {
    const name = `${record.key} ${record.writer}`;
    queues.set(name, [...(queues.get(name) ?? []), record]);
  }
  const order: JournalRecord[] = [];
  for (let turn = 0; queues.size > 0; turn++) {
    const names = [...queues.keys()];
    const name = names[(draws[turn % draws.length] ?? 0) % names.length] ?? '';
    const queue = queues.get(name) ?? [];
    order.push(...queue.splice(0, 1));
    if (queue.length === 0) queues.delete(name);
    if ((draws[turn % draws.length] ?? 0) % 5 === 0) order.push(...order.slice(-3));
  }
  return order.map((record, offset) => ({ ...record, partition: 0, offset }));
}

async function fold(records: readonly ReadRecord[], stretch: number) {
  const facts = mapFacts();
  const reader = new FactsReader(facts, () => YICHENG);
  for (let from = 0; from < records.length; from += stretch) {
    expect(await reader.apply(records.slice(from, from + stretch))).toEqual([]);
  }
  return facts.rows();
}

describe('facts', () => {
  it('are the same in any order between writers, whatever comes again, in any stretches', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTown(4),
        fc.array(fc.nat(999), { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        async (town, draws, stretch) => {
          const records = recordsOf(town.flatMap(eventsOf));
          const inOrder = records.map((record, offset) => ({ ...record, partition: 0, offset }));
          const expected = await fold(inOrder, inOrder.length);
          expect(Object.keys(expected).length).toBeGreaterThanOrEqual(town.length);
          expect(await fold(shuffled(records, draws), stretch)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});
