// Where the readers of one service stand, which types they handle, and the keys they hold parked.
import { mongo } from 'mongoose';
import type { MongoStore } from './mongo-connection';
import { fromBson, toStored } from './mongo-shape';
import type { ParkedKey, ReaderStore } from './ports';

interface StoredGroup {
  readonly _id: string;
  readonly positions?: Readonly<Record<string, { readonly offset: number; readonly lastId: string }>>;
  readonly types?: readonly string[];
}

interface StoredParked {
  readonly _id: string;
  readonly group: string;
  readonly parked: unknown;
}

const duplicateKey = 11000;

/** The reader store of one service. */
export function mongoReaderStore(store: MongoStore): ReaderStore {
  const { db } = store.connection;
  if (db === undefined) throw new Error('The connection is not open');
  const groups = db.collection<StoredGroup>('reader_groups');
  const parkedKeys = db.collection<StoredParked>('parked_keys');
  const group = (name: string) => store.reached(() => groups.findOne({ _id: name }));
  const set = (name: string, fields: object) =>
    store.reached(() => insisting(() => groups.updateOne({ _id: name }, { $set: fields }, { upsert: true })));
  return {
    positions: async (name) =>
      Object.entries((await group(name))?.positions ?? {})
        .map(([partition, { offset, lastId }]) => ({ partition: Number(partition), offset, lastId }))
        .sort((a, b) => a.partition - b.partition),
    savePosition: async (name, { partition, offset, lastId }) =>
      void (await set(name, { [`positions.${partition}`]: { offset, lastId } })),
    types: async (name) => (await group(name))?.types,
    saveTypes: async (name, types) => void (await set(name, { types: [...types] })),
    forget: async (name) => void (await store.reached(() => groups.deleteOne({ _id: name }))),
    parked: async (name) => {
      const found = await store.reached(() => parkedKeys.find({ group: name }).toArray());
      return found.map(({ parked }) => fromBson(parked) as ParkedKey);
    },
    park: async (name, parked) => {
      const fields = { group: name, parked: toStored(parked) };
      const _id = parkedId(name, parked.key);
      await store.reached(() =>
        insisting(() => parkedKeys.updateOne({ _id }, { $set: fields }, { upsert: true })),
      );
    },
    unpark: async (name, key) =>
      void (await store.reached(() => parkedKeys.deleteOne({ _id: parkedId(name, key) }))),
  };
}

function parkedId(group: string, key: string): string {
  return `${group}/${key}`;
}

/** Two that create the same document at once: the second finds it when it asks again. */
async function insisting<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) throw error;
    return upsert();
  }
}
