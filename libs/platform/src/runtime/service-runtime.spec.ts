// The watch of a service over its journal: a journal that ends before what was read was put back, and the
// process starts anew; one that is merely asked while others write is not.
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryVault } from '#testkit/memory-host';
import { type MemoryJournal, memoryJournal } from '#testkit/memory-journal';
import { memoryReaderStore } from '#testkit/memory-reader-store';
import { memoryDocumentStore } from '#testkit/memory-store';
import { ledgerSpec } from '#testkit/two-services';
import type { HeartbeatBoard, JournalProbe } from '../journal/ports';
import { ServiceRuntime } from './service-runtime';
import { untraced } from './tracing';

const vault = memoryVault();
const BEAT_MS = 1000;

/** A service over the journal whose question for the ends is answered by `ends`. */
function serviceOver(
  journal: MemoryJournal,
  ends: (real: JournalProbe) => ReturnType<JournalProbe['ends']>,
  board?: HeartbeatBoard,
) {
  const restarts: string[] = [];
  const opened = journal.open('ledger');
  const runtime = new ServiceRuntime({
    instance: 'test',
    service: 'ledger',
    journal: {
      ...opened,
      ...(board && { heartbeats: board }),
      probe: { ...opened.probe, ends: () => ends(opened.probe) },
    },
    documents: () => memoryDocumentStore(),
    readers: memoryReaderStore(),
    vault,
    tracing: untraced,
    now: Date.now,
    ...(board && { outageFromMs: 120_000 }),
    log: () => undefined,
    restart: (reason) => {
      restarts.push(reason);
      throw new Error(reason);
    },
  });
  const ledger = runtime.aggregate(ledgerSpec, 'accounts');
  const sum = async (key: string) => {
    await vault.ensure(key);
    await ledger.execute({ id: key, command: { amount: 1 }, actor: { role: 'clerk', id: 'li' } });
  };
  return { runtime, sum, restarts };
}

it('does not take a journal for shorter because others wrote while it was asked', async () => {
  const journal = memoryJournal({ partitions: 1 });
  let slow = false;
  const service = serviceOver(journal, async (probe) => {
    const ends = await probe.ends();
    if (slow) {
      await service.sum('甲');
      await sleep(50);
    }
    return ends;
  });
  await service.runtime.start();
  await service.sum('甲');
  slow = true;
  await sleep(2.5 * BEAT_MS);
  await service.runtime.stop();
  expect(journal.partition(0).length).toBeGreaterThan(2);
  expect(service.restarts).toEqual([]);
});

it('starts anew when the journal ends before what was read', async () => {
  const journal = memoryJournal({ partitions: 1 });
  let takenBack = false;
  const service = serviceOver(journal, async (probe) => (takenBack ? new Map([[0, 1]]) : probe.ends()));
  await service.runtime.start();
  await service.sum('甲');
  await service.sum('甲');
  await journal.settled();
  takenBack = true;
  await sleep(1.5 * BEAT_MS);
  await service.runtime.stop();
  expect(service.restarts[0]).toBe('ledger.account: the journal ends before what was read');
});

it('takes no command on a key that waits for an operator', async () => {
  const journal = memoryJournal({ partitions: 1 });
  const service = serviceOver(journal, (probe) => probe.ends());
  await service.runtime.start();
  await service.sum('甲');
  journal.plantUnreadable('甲', 'no type');
  const refused = () =>
    service.sum('甲').then(
      () => '',
      (error: Error) => error.message,
    );
  let told = await refused();
  for (let turn = 0; told === '' && turn < 200; turn += 1) {
    await sleep(25);
    told = await refused();
  }
  expect(told).toContain('parked, waits for an operator');
  await service.sum('乙');
  await service.runtime.stop();
});

it('is not ready before what it missed while away stands on the board', async () => {
  const journal = memoryJournal({ partitions: 1 });
  const others = journal.open('others');
  const writer = 'ledger.account';
  const at = Date.now() - 600_000;
  await others.heartbeats.post({ writer, publishedThroughAt: at, parked: [], at });
  let boardAway = true;
  const read = async () => {
    if (boardAway) throw new Error('The board is away');
    return others.heartbeats.read();
  };
  const service = serviceOver(journal, (probe) => probe.ends(), { ...others.heartbeats, read });
  await service.runtime.start();
  await journal.settled();
  expect(service.runtime.ready).toBe(false);
  boardAway = false;
  await sleep(1.5 * BEAT_MS);
  expect(service.runtime.ready).toBe(true);
  const told = (await others.heartbeats.read()).get(writer);
  expect(told?.gaps).toEqual([{ fromAt: at, toAt: expect.any(Number) }]);
  await service.runtime.stop();
});
