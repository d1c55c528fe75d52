// The part of the store's contract that keeps events until the journal has them, and finds documents.
import { type AggregateDocument, unpublished } from '#platform/store/document';
import type { DocumentStore, DocumentWrite } from '#platform/store/ports';
import { created, type Folder, next, paged, type Test } from './store-contract-fixtures';

const ack = (id: string, seq: number, seqs: readonly number[], offset: number, at: number) => ({
  id,
  seq,
  entries: seqs.map((acked, index) => ({ seq: acked, partition: 2, offset: offset + index, at })),
});

/** Noting acknowledgements and finding what is unpublished. */
export function publishing(test: Test, store: () => DocumentStore<Folder>): void {
  test('notes an acknowledgement without disturbing the next write', async () => {
    const first = created('a');
    await store().write([first]);
    await store().acknowledge([ack('a', 1, [1], 7, 5000)]);
    expect(await store().write([next(first.document, {})])).toEqual(['written']);
    const found = (await store().load(['a'])).get('a') as AggregateDocument<Folder>;
    expect(found.version).toBe(2);
    expect(found.outbox[0]?.acked).toEqual({ partition: 2, offset: 7, at: 5000 });
    expect(unpublished(found).map(({ seq }) => seq)).toEqual([2]);
    expect(found.outbox[1]?.value).toEqual(new Uint8Array([2, 0, 255]));
  });

  test('finds what is unpublished, oldest first, until it is acknowledged', async () => {
    await store().write([
      created('late', {}, 't', 3000),
      created('early', {}, 't', 1000),
      created('new', {}, 't', 9000),
    ]);
    expect(await store().oldestUnpublishedAt()).toBe(1000);
    const ids = async (at: number, limit = 10) =>
      (await store().unpublishedBefore(at, limit)).map(({ id }) => id);
    expect(await ids(9000)).toEqual(['early', 'late']);
    expect(await ids(9001, 1)).toEqual(['early']);
    await store().acknowledge([ack('early', 1, [1], 0, 9500)]);
    expect(await ids(9001)).toEqual(['late', 'new']);
    await store().acknowledge([
      ack('late', 1, [1], 1, 9500),
      ack('new', 1, [1], 2, 9500),
      ack('absent', 1, [1], 3, 9500),
    ]);
    expect(await ids(99_999)).toEqual([]);
    expect(await store().oldestUnpublishedAt()).toBeUndefined();
  });

  test('still finds a document that wrote more while its outbox was being sent', async () => {
    const first = created('a', {}, 't', 1000);
    await store().write([first]);
    await store().write([next(first.document, {}, 2000)]);
    await store().acknowledge([ack('a', 1, [1], 0, 3000)]);
    expect((await store().unpublishedBefore(9000, 10)).map(({ id }) => id)).toEqual(['a']);
    await store().acknowledge([ack('a', 2, [2], 1, 3500)]);
    expect(await store().unpublishedBefore(9000, 10)).toEqual([]);
  });
}

/** What is known of what was published, and its end. */
export function published(test: Test, store: () => DocumentStore<Folder>): void {
  test('knows the latest acknowledged position of each partition, and what came since', async () => {
    expect((await store().latestAcknowledged()).size).toBe(0);
    const a = created('a');
    await store().write([a, created('b'), created('c'), created('never')]);
    await store().write([next(a.document, {})]);
    await store().acknowledge([ack('a', 2, [1, 2], 10, 5000), ack('b', 1, [1], 4, 7000)]);
    await store().acknowledge([
      { id: 'c', seq: 1, entries: [{ seq: 1, partition: 0, offset: 3, at: 6000 }] },
    ]);
    const latest = await store().latestAcknowledged();
    expect(latest).toEqual(
      new Map([
        [0, { offset: 3, id: 'i/c/w/1' }],
        [2, { offset: 11, id: 'i/a/w/2' }],
      ]),
    );
    expect(await paged((page) => store().acknowledgedSince(6000, page))).toEqual(['b', 'c']);
    expect(await paged((page) => store().acknowledgedSince(0, page))).toEqual(['a', 'b', 'c']);
  });

  test('believes the later acknowledgement when a document is published anew', async () => {
    await store().write([created('a')]);
    await store().acknowledge([ack('a', 1, [1], 90, 5000)]);
    await store().acknowledge([ack('a', 1, [1], 3, 6000)]);
    expect(await store().latestAcknowledged()).toEqual(new Map([[2, { offset: 3, id: 'i/a/w/1' }]]));
  });

  test('drops what was acknowledged before the given time and nothing else', async () => {
    const a = created('a');
    await store().write([a, created('b'), created('open')]);
    await store().acknowledge([ack('a', 1, [1], 0, 1000), ack('b', 1, [1], 1, 9000)]);
    await store().write([next(a.document, {})]);
    await store().acknowledge([ack('a', 2, [2], 2, 8000)]);
    expect(await store().prune(5000, 10)).toBe(1);
    expect(await store().prune(5000, 10)).toBe(0);
    const found = await store().load(['a', 'b', 'open']);
    expect([...found.values()].map(({ outbox: kept }) => kept.map(({ seq }) => seq))).toEqual([
      [2],
      [1],
      [1],
    ]);
    expect(await store().write([next(next(a.document, {}).document, {})])).toEqual(['written']);
    expect(await store().prune(99_999, 1)).toBe(1);
    expect(await store().prune(99_999, 10)).toBe(1);
    expect((await store().latestAcknowledged()).size).toBe(0);
    expect(await paged((page) => store().acknowledgedSince(0, page))).toEqual([]);
    expect((await store().unpublishedBefore(99_999, 10)).map(({ id }) => id).sort()).toEqual(['a', 'open']);
  });
}

/** Finding by field, by time, and all. */
export function asking(test: Test, store: () => DocumentStore<Folder>): void {
  test('finds by lookup field', async () => {
    await store().write([
      created('a', { region: 'R' }),
      created('b', { region: 'R' }),
      created('c', { region: 'S' }),
    ]);
    expect((await store().find('region', 'R', 10)).map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(await store().find('region', 'R', 1)).toHaveLength(1);
    expect(await store().find('region', 'T', 10)).toEqual([]);
  });

  test('finds what is due, the earliest first', async () => {
    const due = (id: string, nextDueAt: number | null): DocumentWrite<Folder> => {
      const write = created(id);
      return { ...write, document: { ...write.document, nextDueAt } };
    };
    const writes = [due('later', 300), due('now', 200), due('soon', 100), due('never', null)];
    await store().write(writes);
    expect((await store().due(200, 10)).map(({ id }) => id)).toEqual(['soon', 'now']);
    expect((await store().due(1000, 1)).map(({ id }) => id)).toEqual(['soon']);
    const done = next(writes[2]?.document as AggregateDocument<Folder>, {});
    await store().write([{ ...done, document: { ...done.document, nextDueAt: null } }]);
    expect((await store().due(1000, 10)).map(({ id }) => id)).toEqual(['now', 'later']);
  });

  test('shows every document once, and none after clear', async () => {
    const ids = Array.from({ length: 1203 }, (_, index) => `id-${String(index).padStart(4, '0')}`);
    await store().write(ids.map((id) => created(id)));
    expect(await paged((page) => store().each(page))).toEqual(ids);
    await store().clear();
    expect(await paged((page) => store().each(page))).toEqual([]);
    expect(await store().write([created('id-0000')])).toEqual(['written']);
  });
}
