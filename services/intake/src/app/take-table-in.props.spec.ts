// A process that is killed at any moment while a table is stored or taken in, as often as it likes: the next
// one begins with what stands in the store and ends as if nothing had happened, or says that the table must
// be sent again.
import fc from 'fast-check';
import { memoryTable } from '#testkit/memory-table';
import { memoryVault } from '#testkit/memory-host';
import { packOf, policyOf, SUBMISSION } from '../../test/scenario';
import { storedTables } from '../adapters/out/stored-tables';
import type { Appeal } from '../domain/appeal';
import { appealDecider } from '../domain/appeal-decider';
import type { FiledRow, HandedTable, IntakePorts } from './ports';
import { takeTableIn } from './take-table-in';

const POLICY = policyOf(packOf('suzhou'));
const TOLD = {
  ...{ id: 't', report: 'annex-3', period: '2026Q1', periodEndAt: 9e12, handedInAt: 1 },
  teller: { role: 'handler', id: 'w', unit: 'wtr' },
};
const MOST_LIVES = 40;

/** A row of one of three enterprises; rows of one enterprise are the same matter or not. */
const rowOf = (row: number, enterprise: number, matter: string): FiledRow => ({
  ...{ row, receivedAt: 1_767_542_400_000 + row, answer: '已办结。', satisfaction: '' as const },
  ...{ unitContact: '', unitPhone: '', meaning: `${enterprise}/${row}`, uscc: `U${enterprise}`, region: '' },
  submission: { ...SUBMISSION, channel: 'direct-report', content: matter },
});
const rows = fc
  .array(fc.tuple(fc.nat(2), fc.constantFrom('道路积水请疏通', '留抵退税未到账')), {
    minLength: 1,
    maxLength: 230,
  })
  .map((list) => list.map(([enterprise, matter], at) => rowOf(at + 1, enterprise, matter)));

/** What outlives a process. */
function kept() {
  const tables = new Map<string, unknown>();
  const table = (name: string) => {
    if (!tables.has(name)) tables.set(name, memoryTable());
    return tables.get(name) as never;
  };
  return {
    host: { table, vault: memoryVault() },
    appeals: new Map<string, Appeal>(),
    events: [] as string[],
  };
}

/** A life of so many operations on what is kept. */
function life({ host, appeals, events }: ReturnType<typeof kept>, operations: number) {
  let left = operations;
  const step =
    <A extends readonly unknown[], R>(does: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return does(...given);
    };
  const counted = {
    ...host,
    table: (name: string) => {
      const real = host.table(name) as ReturnType<typeof memoryTable>;
      return { ...real, put: step(real.put) } as never;
    },
  };
  const tables = storedTables(counted, () => undefined);
  const ports = {
    tables,
    codes: {
      appealId: (_: string, number: string) => number,
      rowNumber: (meaning: string) => meaning,
      number: () => 'N',
    },
    now: () => 1_775_000_000_000,
    appeals: {
      admitKey: async () => undefined,
      of: async (uscc: string) =>
        [...appeals].flatMap(([id, appeal]) => {
          const mine =
            appeal.status === 'reported' && appeal.sameAs === '' && appeal.core.given.uscc === uscc;
          return mine ? [{ id, seq: 1, appeal }] : [];
        }),
      execute: step(async ({ id, command, actor }) => {
        const before = appeals.get(id) ?? appealDecider.initial;
        const at = 1_775_000_000_000;
        const decision = { at, actor } as never;
        const decided = appealDecider.decide(command, before, POLICY, decision);
        if (!decided.ok) throw new Error(decided.error.code);
        const recorded = { at, id: 'e', writer: 'w', seq: 1 };
        const state = decided.value.reduce(
          (one, event) => appealDecider.evolve(one, { ...recorded, event }),
          before,
        );
        for (const _ of decided.value) events.push(id);
        appeals.set(id, state);
        return { ok: true, eventId: 'e', version: 1, repeated: false, state };
      }),
    },
  } as unknown as IntakePorts;
  return { tables, ports };
}

/** Lives one after the other until the table is in. */
async function live(filed: readonly FiledRow[], operations: readonly number[]): Promise<HandedTable> {
  const store = kept();
  for (let turn = 0; turn < MOST_LIVES; turn += 1) {
    const { tables, ports } = life(store, operations[turn] ?? 10_000);
    try {
      await tables.begin();
      const found = await tables.get('t');
      if (!found || found.state === 'lost') await tables.file(TOLD, filed);
      for (const table of await tables.atWork()) await takeTableIn(table, ports, () => false);
    } catch (error) {
      if ((error as Error).message !== 'killed') throw error;
    }
    const ended = await tables.get('t');
    if (ended?.state !== 'done') continue;
    expect(new Set(store.events).size).toBe(store.events.length);
    expect(store.events.length).toBe(filed.length);
    return ended;
  }
  throw new Error('never done');
}

test('killed at any moment, every row is there once and counted as without it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.nat(60), { maxLength: 12 }), async (filed, operations) => {
      const { counts, taken } = await live(filed, operations);
      const undisturbed = await live(filed, []);
      expect({ counts, taken }).toEqual({ counts: undisturbed.counts, taken: filed.length });
    }),
    { numRuns: 40 },
  );
});
