// A relay never sleeps on an entry: whatever instant a document is handed in at, also that in which the
// sending before it ends, its entries go out without waiting for a sweep.
import { memoryDocumentStore } from '#testkit/memory-store';
import type { JournalRecord } from '../journal/record';
import { type AggregateDocument, type OutboxEntry, blankDocument } from '../store/document';
import { wallTimers } from './timers';
import { Relay } from './relay';

const TURNS = 40;

function entry(id: string, seq: number): OutboxEntry {
  const fixed = { at: 1, basis: {}, commandId: '', minReader: 1, traceparent: '', value: new Uint8Array(1) };
  return { ...fixed, seq, id: `${id}/${seq}`, type: 'test.Summed' };
}

function documentOf(id: string): AggregateDocument<null> {
  return { ...blankDocument(id, null), version: 1, seq: 1, outbox: [entry(id, 1)] };
}

function bench() {
  const sent: string[] = [];
  const relay = new Relay({
    instance: 'test',
    writer: 'ledger.account',
    store: memoryDocumentStore<unknown>(),
    journal: {
      append: async (records: readonly JournalRecord[]) =>
        records.map(({ id }) => ({ partition: 0, offset: sent.push(id) - 1 })),
      stop: async () => {},
    },
    now: () => 1,
    timers: wallTimers,
    onTrouble: () => undefined,
  });
  return { relay, sent };
}

/** Hands the second document in so many microtasks after the first, and answers what was sent. */
async function sentWithGap(microtasks: number): Promise<readonly string[]> {
  const { relay, sent } = bench();
  relay.enqueue(documentOf('甲'));
  for (let turn = 0; turn < microtasks; turn += 1) await Promise.resolve();
  relay.enqueue(documentOf('乙'));
  await new Promise(setImmediate);
  await relay.flush(100);
  return sent;
}

it('sends what is handed in while the sending before it ends', async () => {
  const missed: number[] = [];
  for (let gap = 0; gap < TURNS; gap += 1)
    if ((await sentWithGap(gap)).join() !== '甲/1,乙/1') missed.push(gap);
  expect(missed).toEqual([]);
});

it('tells what was acknowledged, up to which seq and where', async () => {
  const { relay } = bench();
  const told: unknown[] = [];
  relay.onAcknowledged((...acknowledged) => told.push(acknowledged));
  relay.enqueue(documentOf('甲'));
  await relay.flush(100);
  expect(told).toEqual([['甲', 1, { partition: 0, offset: 0, at: 1 }]]);
});
