// What every store promises, as one suite that runs over the one in memory and over MongoDB.
import { isInfrastructureError } from '#platform/infrastructure-error';
import type { DocumentStore, ParkedKey } from '#platform/store/ports';
import { DuplicateLookup, StoreTakenBack } from '#platform/store/store-errors';
import {
  created,
  type Folder,
  next,
  notOutage,
  patienceMs,
  persistently,
  type RestorableStoreBench,
  type StoreBench,
  type Test,
} from './store-contract-fixtures';
import { asking, published, publishing } from './store-contract-outbox';

/** Runs the suite over one implementation. */
export function storeContract(name: string, openBench: () => Promise<StoreBench>): void {
  let bench: StoreBench;
  let store: DocumentStore<Folder>;
  const open = async () => {
    bench = await openBench();
    store = await bench.documents();
  };
  const test: Test = (title, run) => it(title, run, patienceMs);
  describe(`store: ${name}`, () => {
    beforeEach(open, patienceMs);
    afterEach(() => bench.close(), patienceMs);
    writing(
      test,
      () => store,
      () => bench,
    );
    grouping(test, () => store);
    publishing(test, () => store);
    published(test, () => store);
    asking(test, () => store);
    faults(test, () => bench);
    readerGroups(test, () => bench);
  });
}

function writing(test: Test, store: () => DocumentStore<Folder>, bench: () => StoreBench): void {
  test('gives back exactly what was written, bytes as bytes', async () => {
    const write = created('a', { number: 'N-1' });
    expect(await store().write([write])).toEqual(['written']);
    const found = (await store().load(['a', 'absent'])).get('a');
    expect(found).toEqual(write.document);
    expect(found?.state.pages[0]?.scan).toBeInstanceOf(Uint8Array);
    expect(Buffer.isBuffer(found?.state.pages[0]?.scan)).toBe(false);
    expect(found?.outbox[0]?.value.constructor).toBe(Uint8Array);
    expect((await store().load(['absent'])).size).toBe(0);
    expect((await store().load([])).size).toBe(0);
  });

  test('writes the next version only on top of the version read', async () => {
    const first = created('a');
    await store().write([first]);
    const mine = next(first.document, { title: 'mine' });
    const theirs = next(first.document, { title: 'theirs' });
    expect(await store().write([mine])).toEqual(['written']);
    expect(await store().write([theirs])).toEqual(['stale']);
    expect(await store().write([next(mine.document, { title: 'third' })])).toEqual(['written']);
    const found = (await store().load(['a'])).get('a');
    expect(found).toMatchObject({ version: 3, state: { title: 'third' } });
    expect(found?.outbox.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('lets one of many racing writers win, from several processes', async () => {
    const first = created('a');
    await store().write([first]);
    const other = await bench().documents();
    const racers = Array.from({ length: 12 }, (_, index) =>
      next(first.document, { title: `racer ${index}` }),
    );
    const answers = await Promise.all(
      racers.map((write, index) => (index % 2 ? store() : other).write([write])),
    );
    const winners = racers.filter((_, index) => answers[index]?.[0] === 'written');
    expect(winners).toHaveLength(1);
    expect((await store().load(['a'])).get('a')?.state).toEqual(winners[0]?.document.state);
  });

  test('says stale of a new document whose id exists, and of a version above an absent one', async () => {
    await store().write([created('a', {}, 'first')]);
    expect(await store().write([created('a', {}, 'second'), created('b')])).toEqual(['stale', 'written']);
    expect((await store().load(['a'])).get('a')?.state.title).toBe('first');
    expect(await store().write([next(created('c').document, {})])).toEqual(['stale']);
  });

  test('answers a mixed bundle one by one, in order', async () => {
    const [a, b, c] = [created('a'), created('b'), created('c')];
    await store().write([a, b, c]);
    await store().write([next(b.document, {})]);
    const bundle = [
      next(a.document, {}),
      next(b.document, {}),
      created('d'),
      created('c'),
      next(c.document, {}),
    ];
    expect(await store().write(bundle)).toEqual(['written', 'stale', 'written', 'stale', 'written']);
  });
}

function grouping(test: Test, store: () => DocumentStore<Folder>): void {
  test('groups many concurrent writes without mixing their answers', async () => {
    const firsts = Array.from({ length: 300 }, (_, index) => created(`id-${index}`));
    const born = await Promise.all(firsts.map((write) => store().write([write])));
    expect(born.every(([outcome]) => outcome === 'written')).toBe(true);
    const seconds = firsts.map(({ document }, index) =>
      next(index % 3 ? document : next(document, {}).document, { title: `second ${index}` }),
    );
    const answers = await Promise.all(seconds.map((write) => store().write([write])));
    expect(answers.map(([outcome]) => outcome)).toEqual(
      firsts.map((_, index) => (index % 3 ? 'written' : 'stale')),
    );
  });

  test('names the field of a duplicate that must be unique, and writes the others', async () => {
    await store().write([created('a', { number: 'N-1', region: 'R' })]);
    const bundle = [created('b', { number: 'N-1', region: 'R' })];
    const failure = await store()
      .write(bundle)
      .catch((error) => error);
    expect(failure).toBeInstanceOf(DuplicateLookup);
    expect(failure).toMatchObject({ field: 'number', id: 'b' });
    expect(isInfrastructureError(failure)).toBe(false);
    const c = created('c', { number: 'N-3' });
    const d = created('d', { region: 'R' });
    expect(await store().write([c, d, created('e', { region: 'R' })])).toEqual([
      'written',
      'written',
      'written',
    ]);
    const clash = next({ ...c.document, lookup: { number: 'N-1' } }, {});
    await expect(store().write([clash])).rejects.toMatchObject({ field: 'number' });
    expect([...(await store().load(['a', 'b', 'c', 'd'])).keys()].sort()).toEqual(['a', 'c', 'd']);
  });

  test('does not let the duplicate of one writer trouble another of the same moment', async () => {
    await store().write([created('a', { number: 'N-1' })]);
    const answers = await Promise.allSettled([
      store().write([created('b', { number: 'N-2' })]),
      store().write([created('c', { number: 'N-1' })]),
      store().write([created('d', { number: 'N-4' })]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
}

function faults(test: Test, bench: () => StoreBench): void {
  test('recognises a write whose answer was lost when it is repeated', async () => {
    const store = await bench().documents();
    const first = created('a', { number: 'N-1' });
    await bench().loseNextAnswer();
    expect(await persistently(() => store.write([first]))).toEqual(['written']);
    const second = next(first.document, { title: 'second' });
    await bench().loseNextAnswer();
    expect(await persistently(() => store.write([second]))).toEqual(['written']);
    expect((await store.load(['a'])).get('a')).toMatchObject({ version: 2, state: { title: 'second' } });
  });
}

/** Runs the part of the suite that puts older copies back under living processes. */
export function storeRestoreContract(name: string, openBench: () => Promise<RestorableStoreBench>): void {
  let bench: RestorableStoreBench;
  const test: Test = (title, run) => it(title, run, 2 * patienceMs);
  describe(`store put back: ${name}`, () => {
    beforeEach(async () => {
      bench = await openBench();
    }, patienceMs);
    afterEach(() => bench.close(), patienceMs);
    putBack(test, () => bench);
  });
}

function putBack(test: Test, bench: () => RestorableStoreBench): void {
  test('says when an older copy was put back under a living process, and not to a new one', async () => {
    const store = await bench().documents();
    const first = created('a');
    await store.write([first]);
    const putBack = await bench().keepCopy();
    const second = next(first.document, {});
    expect(await store.write([second, created('b')])).toEqual(['written', 'written']);
    await putBack();
    const failure = await persistently(() => store.write([created('c')]).catch(notOutage));
    expect(failure).toBeInstanceOf(StoreTakenBack);
    const reborn = await bench().documents();
    expect((await persistently(() => reborn.load(['a', 'b', 'c'])))?.get('a')?.version).toBe(1);
    expect(await persistently(() => reborn.write([next(first.document, {})]))).toEqual(['written']);
  });

  test('goes on when the same copy comes back', async () => {
    const store = await bench().documents();
    const first = created('a');
    await store.write([first]);
    const putBack = await bench().keepCopy();
    await putBack();
    expect(await persistently(() => store.write([next(first.document, {})]))).toEqual(['written']);
  });
}

function readerGroups(test: Test, bench: () => StoreBench): void {
  test('keeps positions, types and parked keys of each group apart', async () => {
    const readers = await bench().readers();
    expect(await readers.positions('g')).toEqual([]);
    await readers.savePosition('g', { partition: 1, offset: 5, lastId: 'x' });
    await readers.savePosition('g', { partition: 0, offset: 2, lastId: '' });
    await readers.savePosition('g', { partition: 1, offset: 6, lastId: 'y' });
    await readers.savePosition('h', { partition: 1, offset: 1, lastId: 'z' });
    expect(await readers.positions('g')).toEqual([
      { partition: 0, offset: 2, lastId: '' },
      { partition: 1, offset: 6, lastId: 'y' },
    ]);
    expect(await readers.types('g')).toBeUndefined();
    await readers.saveTypes('g', ['a', 'b']);
    expect(await (await bench().readers()).types('g')).toEqual(['a', 'b']);
    await readers.forget('g');
    expect(await readers.positions('g')).toEqual([]);
    expect(await readers.types('g')).toBeUndefined();
    expect(await readers.positions('h')).toHaveLength(1);
  });

  test('parks a key with what waits, and lets it go', async () => {
    const readers = await bench().readers();
    const value = new Uint8Array([1, 2]);
    const waiting = {
      partition: 1,
      offset: 4,
      record: { unreadable: 'why', key: 'k', partition: 1, offset: 4, value },
    };
    const parked: ParkedKey = { key: 'k', reason: 'why', sinceAt: 100, eventId: 'e', waiting: [waiting] };
    await readers.park('g', parked);
    await readers.park('g', { ...parked, key: 'l' });
    await readers.park('g', { ...parked, waiting: [waiting, { ...waiting, offset: 9 }] });
    const found = await readers.parked('g');
    expect(found.map(({ key }) => key).sort()).toEqual(['k', 'l']);
    const k = found.find(({ key }) => key === 'k');
    expect(k?.waiting.map(({ offset }) => offset)).toEqual([4, 9]);
    expect(k?.waiting[0]?.record.value).toEqual(value);
    await readers.unpark('g', 'k');
    expect((await readers.parked('g')).map(({ key }) => key)).toEqual(['l']);
    expect(await readers.parked('other')).toEqual([]);
  });
}
