// Who is woken when: a document written as due is handled in the same breath, one that came due by itself or
// whose handling failed with the next sweep.
import { setTimeout as sleep } from 'node:timers/promises';
import { startDueWorker } from './due-worker';
import { type Timers, wallTimers } from './runtime/timers';
import { type AggregateDocument, blankDocument } from './store/document';

const EVERY_MS = 60;

function bench(handle: (id: string) => Promise<void> = async () => {}, timers: Timers = wallTimers) {
  const due = new Map<string, AggregateDocument<null>>();
  const handled: string[] = [];
  const troubles: unknown[] = [];
  let written: (document: AggregateDocument<null>) => void = () => {};
  const documentOf = (id: string, nextDueAt: number | null) => ({ ...blankDocument(id, null), nextDueAt });
  const worker = startDueWorker<null>({
    of: {
      store: { due: async (_now, limit) => [...due.values()].slice(0, limit) },
      onWritten: (listener) => {
        written = listener;
      },
    },
    everyMs: EVERY_MS,
    atOnce: 2,
    now: () => 1000,
    timers,
    handle: async ({ id }) => {
      handled.push(id);
      await handle(id);
      if (!id.startsWith('held')) due.delete(id);
    },
    onTrouble: (error) => troubles.push(error),
  });
  return {
    worker,
    handled,
    troubles,
    write: (id: string, nextDueAt: number | null) => written(documentOf(id, nextDueAt)),
    comesDue: (id: string) => due.set(id, documentOf(id, 900)),
  };
}

it('handles at once what is written as due, and nothing that is due later or never', async () => {
  const { worker, handled, write } = bench();
  await sleep(5);
  write('now', 1000);
  write('later', 1001);
  write('never', null);
  await sleep(5);
  expect(handled).toEqual(['now']);
  await worker.stop();
});

it('finds by sweeping what came due by itself, also while documents keep being written', async () => {
  const { worker, handled, write, comesDue } = bench(() => sleep(10));
  await sleep(5);
  comesDue('quiet');
  for (let turn = 0; turn < 20; turn += 1) {
    write(`busy ${turn}`, 1000);
    await sleep(5);
  }
  expect(handled).toContain('quiet');
  await worker.stop();
});

it('looks past hundreds that stay due, and at each of them once a sweep', async () => {
  let sweep = () => {};
  const byHand: Timers = {
    ...wallTimers,
    every: (_, work) => {
      sweep = work;
      return () => {};
    },
  };
  const { worker, handled, comesDue } = bench(async () => {}, byHand);
  await sleep(5);
  for (let index = 0; index < 1200; index += 1) comesDue(`held ${index}`);
  comesDue('behind them');
  sweep();
  for (let turn = 0; !handled.includes('behind them') && turn < 400; turn += 1) await sleep(5);
  expect(handled.filter((id) => id === 'behind them')).toHaveLength(1);
  expect(handled.filter((id) => id === 'held 7')).toHaveLength(1);
  await worker.stop();
});

it('leaves what failed to the next sweep', async () => {
  let down = true;
  const { worker, handled, troubles, comesDue, write } = bench(async () => {
    if (down) throw new Error('away');
  });
  await sleep(5);
  comesDue('甲');
  write('甲', 900);
  await sleep(5);
  expect([handled, troubles.length]).toEqual([['甲'], 1]);
  down = false;
  await sleep(1.5 * EVERY_MS);
  expect(handled).toEqual(['甲', '甲']);
  await worker.stop();
  expect(troubles).toHaveLength(1);
});
