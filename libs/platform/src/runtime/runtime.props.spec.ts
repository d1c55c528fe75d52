// The promises of the runtime under everything that may happen to it: commands and events in any
// interleaving, appends refused, doubled or acknowledged into the void, restarts, an older copy of a store, a
// journal that lost its tail. Afterwards live documents equal a rebuild, and nothing that was accepted is
// missing or doubled.
import fc from 'fast-check';
import { memoryVault } from '#testkit/memory-host';
import { type MemoryJournal, memoryJournal } from '#testkit/memory-journal';
import { memoryReaderStore } from '#testkit/memory-reader-store';
import { type MemoryDocumentStore, memoryDocumentStore } from '#testkit/memory-store';
import { type Clerk, type Ledger, clerkSpec, ledgerSpec } from '#testkit/two-services';
import { ServiceRuntime } from './service-runtime';
import { untraced } from './tracing';

const ACTOR = { role: 'clerk', id: 'li' };
const vault = memoryVault();

class Bench {
  readonly journal: MemoryJournal;
  readonly stores = { ledger: memoryDocumentStore<Ledger>(), clerk: memoryDocumentStore<Clerk>() };
  readonly readers = { ledger: memoryReaderStore(), clerk: memoryReaderStore() };
  readonly accepted = new Map<string, number>();
  restarts: string[] = [];
  private clock = 1_000_000;
  private count = 0;
  ledger!: ReturnType<Bench['openLedger']>;
  clerk!: ReturnType<Bench['openClerk']>;

  constructor(seed: number, chances: number) {
    const each = chances / 3;
    this.journal = memoryJournal({
      partitions: 2,
      seed,
      stretch: 3,
      chances: { refused: each, 'answer lost': each, doubled: each },
    });
  }

  private runtime(service: 'ledger' | 'clerk', store: () => MemoryDocumentStore<never>) {
    return new ServiceRuntime({
      instance: 'test',
      service,
      journal: this.journal.open(service),
      documents: <S>() => store() as unknown as MemoryDocumentStore<S>,
      readers: this.readers[service],
      vault,
      tracing: untraced,
      now: () => (this.clock += 7),
      log: () => undefined,
      restart: (reason) => {
        this.restarts.push(reason);
        throw new Error(reason);
      },
    });
  }

  private openLedger() {
    this.stores.ledger = this.stores.ledger.reopen();
    const runtime = this.runtime('ledger', () => this.stores.ledger as unknown as MemoryDocumentStore<never>);
    return { runtime, aggregate: runtime.aggregate(ledgerSpec, 'accounts') };
  }

  private openClerk() {
    this.stores.clerk = this.stores.clerk.reopen();
    const runtime = this.runtime('clerk', () => this.stores.clerk as unknown as MemoryDocumentStore<never>);
    return { runtime, aggregate: runtime.aggregate(clerkSpec, 'desks') };
  }

  async start(which: 'ledger' | 'clerk'): Promise<void> {
    if (which === 'ledger') this.ledger = this.openLedger();
    else this.clerk = this.openClerk();
    await this[which].runtime.start();
    await this.journal.settled();
  }

  async sum(key: string, amount: number): Promise<void> {
    await vault.ensure(key);
    const outcome = await this.ledger.aggregate.execute({ id: key, command: { amount }, actor: ACTOR });
    if (outcome.ok) this.accepted.set(key, (this.accepted.get(key) ?? 0) + amount);
  }

  async note(key: string): Promise<void> {
    await vault.ensure(key);
    await this.clerk.aggregate.execute({ id: key, command: { note: `n${this.count++}` }, actor: ACTOR });
  }

  async quiet(): Promise<void> {
    for (const service of [this.ledger, this.clerk]) {
      for (let i = 0; i < 50; i++) {
        const status = await service.runtime.status();
        await this.journal.settled();
        if (status.outboxOldestAt === undefined) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    await this.journal.settled();
  }

  async stop(): Promise<void> {
    await this.ledger.runtime.stop();
    await this.clerk.runtime.stop();
  }
}

const KEYS = ['甲', '乙', '丙'];
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('sum'),
      key: fc.constantFrom(...KEYS),
      amount: fc.integer({ min: -3, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('note'), key: fc.constantFrom(...KEYS), amount: fc.constant(0) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('hold', 'release', 'turn'),
      key: fc.constant(''),
      amount: fc.constant(0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('restart-ledger', 'restart-clerk', 'rebalance'),
      key: fc.constant(''),
      amount: fc.constant(0),
    }),
  },
);

async function act(
  bench: Bench,
  { act: what, key, amount }: { act: string; key: string; amount: number },
): Promise<void> {
  if (what === 'sum') await bench.sum(key, amount);
  else if (what === 'note') await bench.note(key);
  else if (what === 'hold') bench.journal.hold();
  else if (what === 'release') bench.journal.release();
  else if (what === 'turn') await new Promise(setImmediate);
  else if (what === 'rebalance') bench.journal.rebalance();
  else {
    const which = what === 'restart-ledger' ? 'ledger' : 'clerk';
    bench.journal.release();
    await bench[which].runtime.stop();
    await bench.start(which);
  }
}

async function started(seed: number, chances: number): Promise<Bench> {
  const bench = new Bench(seed, chances);
  await bench.start('ledger');
  await bench.start('clerk');
  return bench;
}

async function expectSound(bench: Bench): Promise<void> {
  bench.journal.release();
  await bench.quiet();
  const totals = new Map((await bench.stores.ledger.load(KEYS)) as ReadonlyMap<string, { state: Ledger }>);
  for (const [key, total] of bench.accepted) expect(totals.get(key)?.state.total).toBe(total);
  for (const service of [bench.ledger, bench.clerk]) {
    const [comparison] = await service.runtime.compare();
    expect(comparison?.differing).toEqual([]);
    expect((await service.runtime.status()).parked).toBe(0);
  }
  const clerks = await bench.stores.clerk.load(KEYS);
  for (const [key, total] of bench.accepted) expect(clerks.get(key)?.state.total ?? 0).toBe(total);
}

describe('live state equals rebuilt state', () => {
  it('in every interleaving, with appends refused, doubled and acknowledged into the void', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(step, { maxLength: 40 }), async (seed, steps) => {
        const bench = await started(seed, 0.15);
        for (const one of steps) await act(bench, one);
        await expectSound(bench);
        await bench.stop();
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('after an older copy of a store was put back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(step, { maxLength: 20 }),
        fc.array(step, { maxLength: 20 }),
        fc.constantFrom<'ledger' | 'clerk'>('ledger', 'clerk'),
        async (seed, before, after, which) => {
          const bench = await started(seed, 0);
          for (const one of before) await act(bench, one);
          bench.journal.release();
          await bench.quiet();
          const copy = bench.stores[which].snapshot() as never;
          const positions = bench.readers[which].snapshot();
          for (const one of after) await act(bench, one);
          bench.journal.release();
          await bench.quiet();
          await bench[which].runtime.stop();
          bench.stores[which].restore(copy);
          bench.readers[which].restore(positions);
          await bench.start(which);
          for (const one of after) await act(bench, one);
          await expectSound(bench);
          await bench.stop();
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('after the journal lost its tail', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(step, { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 0, max: 30 }),
        fc.array(step, { maxLength: 15 }),
        async (seed, before, kept, after) => {
          const bench = await started(seed, 0);
          for (const one of before) await act(bench, one);
          bench.journal.release();
          await bench.quiet();
          await bench.stop();
          for (const partition of [0, 1]) bench.journal.truncate(partition, kept);
          await bench.start('clerk');
          await bench.start('ledger');
          for (const one of after) await act(bench, one);
          await expectSound(bench);
          await bench.stop();
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('after an older copy of a store and then a shorter journal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(step, { minLength: 4, maxLength: 20 }),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom<'ledger' | 'clerk'>('ledger', 'clerk'),
        async (seed, steps, kept, which) => {
          const bench = await started(seed, 0);
          const copy = bench.stores[which].snapshot() as never;
          const positions = bench.readers[which].snapshot();
          for (const one of steps) await act(bench, one);
          bench.journal.release();
          await bench.quiet();
          await bench[which].runtime.stop();
          bench.stores[which].restore(copy);
          bench.readers[which].restore(positions);
          await bench.start(which);
          await bench.quiet();
          await bench.stop();
          for (const partition of [0, 1]) bench.journal.truncate(partition, kept);
          await bench.start('ledger');
          await bench.start('clerk');
          await expectSound(bench);
          await bench.stop();
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
