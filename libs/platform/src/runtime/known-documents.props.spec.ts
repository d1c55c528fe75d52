// Two processes that decide on the same documents, each knowing what it wrote last: whatever one of them
// knows may be old, and yet every command is taken or refused as if each had read the store.
import fc from 'fast-check';
import { memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { memoryReaderStore } from '#testkit/memory-reader-store';
import { type MemoryDocumentStore, memoryDocumentStore } from '#testkit/memory-store';
import { ledgerSpec } from '#testkit/two-services';
import { ServiceRuntime } from './service-runtime';
import { untraced } from './tracing';

const vault = memoryVault();
const journal = memoryJournal({ partitions: 2 });

function processOn(store: MemoryDocumentStore<unknown>) {
  const runtime = new ServiceRuntime({
    instance: 'test',
    service: 'ledger',
    journal: journal.open('ledger'),
    documents: <S>() => store as unknown as MemoryDocumentStore<S>,
    readers: memoryReaderStore(),
    vault,
    tracing: untraced,
    now: Date.now,
    log: () => undefined,
    restart: (reason) => {
      throw new Error(reason);
    },
  });
  return runtime.aggregate(ledgerSpec, 'accounts');
}

const order = fc.record({
  by: fc.constantFrom(0, 1),
  key: fc.constantFrom('甲', '乙'),
  amount: fc.integer({ min: -4, max: 5 }),
  repeats: fc.boolean(),
  opens: fc.boolean(),
});

it('is the same as reading first, one command after the other', async () => {
  await vault.ensure('甲');
  await vault.ensure('乙');
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 40 }), async (orders) => {
      const store = memoryDocumentStore<unknown>();
      const processes = [processOn(store), processOn(store)];
      const totals = new Map<string, number>();
      for (const [index, { by, key, amount, repeats, opens }] of orders.entries()) {
        const total = totals.get(key) ?? 0;
        const command = { id: key, command: { amount }, commandId: `${index}`, opens };
        const first = await processes[by]?.execute({ ...command, actor: { role: 'clerk', id: 'li' } });
        expect(first?.ok).toBe(total + amount >= 0);
        if (!first?.ok) continue;
        totals.set(key, total + amount);
        if (!repeats) continue;
        const again = await processes[1 - by]?.execute({ ...command, actor: { role: 'clerk', id: 'li' } });
        expect(again).toMatchObject({ ok: true, repeated: true, eventId: first.eventId });
      }
      for (const [key, total] of totals)
        expect((await store.load([key])).get(key)?.state).toMatchObject({ total });
    }),
    { numRuns: 100 },
  );
});
