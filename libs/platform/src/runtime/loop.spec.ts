// The loop alone, over a folder that remembers what it was given: what happens to the records of a key that
// waits, and where reading begins.
import { memoryReaderStore } from '#testkit/memory-reader-store';
import type { ReadItem, ReadRecord } from '../journal/record';
import type { Folder } from './folder';
import { JournalLoop } from './loop';

const GROUP = 'ledger.account';

function record(key: string, offset: number, writer = 'clerk.desk'): ReadRecord {
  const envelope = { type: 'test.Summed', at: offset, basis: {}, commandId: '', minReader: 1 };
  const place = { partition: 0, offset, instance: 'test', traceparent: '', value: new Uint8Array() };
  return { ...envelope, ...place, id: `test/${key}/${writer}/${offset}`, key, writer, seq: offset + 1 };
}

function unreadable(key: string, offset: number): ReadItem {
  return { unreadable: 'no type', key, partition: 0, offset, value: new Uint8Array() };
}

/** A loop whose folder refuses the offsets in `bad`, over a journal that ends at `end`. */
function loopOver(options: {
  end?: number;
  types?: readonly string[];
  store?: ReturnType<typeof memoryReaderStore>;
}) {
  const store = options.store ?? memoryReaderStore();
  const bad = new Set<number>();
  const applied: number[] = [];
  const told = new Map<string, number>();
  const gate = { pass: Promise.resolve(), entered: () => {} };
  const folder: Folder = {
    group: GROUP,
    ownWriter: GROUP,
    types: options.types ?? ['test.Summed'],
    async apply(records) {
      gate.entered();
      await gate.pass;
      const failing = records.filter(({ offset }) => bad.has(offset));
      const from = failing[0]?.offset ?? Number.POSITIVE_INFINITY;
      for (const { offset } of records) if (offset < from) applied.push(offset);
      return failing.map((each) => ({ record: each, reason: `refused ${each.offset}` }));
    },
    async catchUp(records, lastOwnSeq) {
      for (const [key, seq] of lastOwnSeq) told.set(key, seq);
      return folder.apply(records);
    },
    clear: async () => void applied.splice(0),
  };
  const loop = new JournalLoop(folder, {
    reader: { run: async () => {}, stop: async () => {} },
    probe: {
      ends: async () => new Map([[0, options.end ?? 0]]),
      at: async () => undefined,
      scan: async () => {},
      stop: async () => {},
    },
    store,
    now: () => 1,
    log: () => {},
    restart: (reason) => {
      throw new Error(reason);
    },
  });
  const read = (...items: ReadItem[]) => loop.batch(0, items, async () => {});
  return { loop, store, bad, applied, told, gate, read };
}

describe('a key that waits', () => {
  it('loses no record that arrives while it is tried again', async () => {
    const { loop, bad, applied, gate, read } = loopOver({});
    await loop.start();
    await loop.assigned(0);
    bad.add(0);
    await read(record('甲', 0));
    bad.clear();
    let release = () => {};
    gate.pass = new Promise((resolve) => {
      release = resolve;
    });
    const entered = new Promise<void>((resolve) => {
      gate.entered = resolve;
    });
    const retried = loop.retry('甲', false);
    await entered;
    const arrived = read(record('甲', 1));
    await new Promise(setImmediate);
    release();
    expect(await retried).toBe('applied');
    await arrived;
    if (loop.parkedKeys.length > 0) await loop.retry('甲', false);
    expect(applied).toEqual([0, 1]);
  });

  it('stands in the store although writing it down failed the first time', async () => {
    const { loop, store, bad, read } = loopOver({});
    await loop.start();
    await loop.assigned(0);
    bad.add(0);
    const { park } = store;
    store.park = () => Promise.reject(new Error('the store is away'));
    await expect(read(record('甲', 0))).rejects.toThrow('the store is away');
    store.park = park;
    await read(record('甲', 0));
    store.park = () => Promise.reject(new Error('the store is away'));
    await expect(read(record('甲', 1))).rejects.toThrow('the store is away');
    store.park = park;
    await read(record('甲', 1));
    const [parked] = await store.parked(GROUP);
    expect(parked?.waiting.map(({ offset }) => offset)).toEqual([0, 1]);
  });

  it('gets past every record that cannot be read, one at a time', async () => {
    const { loop, applied, read } = loopOver({});
    await loop.start();
    await loop.assigned(0);
    await read(unreadable('甲', 0), record('甲', 1), unreadable('甲', 2), record('甲', 3));
    expect(await loop.retry('甲', true)).toBe('parked again');
    expect(loop.parkedKeys).toMatchObject([{ reason: 'UNREADABLE: no type', eventId: '0/2' }]);
    expect(await loop.retry('甲', true)).toBe('applied');
    expect(applied).toEqual([1, 3]);
  });

  it('keeps its first record when a later one cannot be applied either', async () => {
    const { loop, bad, applied, read } = loopOver({});
    await loop.start();
    await loop.assigned(0);
    bad.add(0).add(1);
    await read(record('甲', 0), record('甲', 1));
    expect(loop.parkedKeys).toMatchObject([{ reason: 'refused 0' }]);
    bad.delete(0);
    expect(await loop.retry('甲', false)).toBe('parked again');
    expect(loop.parkedKeys).toMatchObject([{ reason: 'refused 1' }]);
    bad.clear();
    expect(await loop.retry('甲', false)).toBe('applied');
    expect(applied).toEqual([0, 1]);
  });

  it('is read from the start again when the reader is built anew', async () => {
    const before = loopOver({});
    await before.loop.start();
    await before.loop.assigned(0);
    before.bad.add(1);
    await before.read(record('甲', 0), record('甲', 1));
    const { loop, applied, read } = loopOver({ store: before.store, types: ['test.Summed', 'test.New'] });
    await loop.start();
    await loop.assigned(0);
    await read(record('甲', 0), record('甲', 1));
    expect(loop.parkedKeys).toEqual([]);
    expect(applied).toEqual([0, 1]);
  });
});

it('knows every own event that follows, also when the first stretch ends where it had read to', async () => {
  const { loop, store, told, read } = loopOver({ end: 3 });
  await store.saveTypes(GROUP, ['test.Summed']);
  await store.savePosition(GROUP, { partition: 0, offset: 1, lastId: record('甲', 0).id });
  await loop.start();
  expect(await loop.assigned(0)).toBe(0);
  const first = await read(record('甲', 0));
  if (first === undefined) expect(await read(record('甲', 1), record('甲', 2, GROUP))).toBe(1);
  await read(record('甲', 1), record('甲', 2, GROUP));
  expect([...told]).toEqual([['甲', 3]]);
});
