import { memoryReaderStore } from './memory-reader-store';
import { memoryDocumentStore } from './memory-store';
import { storeContract, storeRestoreContract } from './store-contract';
import type { Folder } from './store-contract-fixtures';

const bench = async () => {
  const data = memoryDocumentStore<Folder>({ lookups: { number: 'unique', region: 'index' } });
  const readers = memoryReaderStore();
  return {
    documents: async () => data.reopen(),
    readers: async () => readers,
    loseNextAnswer: async () => data.swallowAnswers(1),
    keepCopy: async () => {
      const copy = data.snapshot();
      return async () => data.restore(copy);
    },
    close: async () => {},
  };
};

storeContract('in memory', bench);
storeRestoreContract('in memory', bench);

it('fails as often as planted and then works', async () => {
  const store = memoryDocumentStore<Folder>();
  store.refuse(2);
  await expect(store.load(['a'])).rejects.toThrow('planted');
  await expect(store.due(1, 1)).rejects.toThrow('planted');
  expect((await store.load(['a'])).size).toBe(0);
});

it('puts reader groups back as they were', async () => {
  const readers = memoryReaderStore();
  await readers.savePosition('g', { partition: 0, offset: 1, lastId: 'a' });
  const copy = readers.snapshot();
  await readers.savePosition('g', { partition: 0, offset: 2, lastId: 'b' });
  readers.restore(copy);
  expect(await readers.positions('g')).toEqual([{ partition: 0, offset: 1, lastId: 'a' }]);
});
