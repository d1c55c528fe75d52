// Rows a service keeps beside its documents, in a MongoDB collection: register, timeline, lists. Rows are put
// by id, so that a repeat changes nothing; filters are the service's own, never a caller's.
import type { mongo } from 'mongoose';
import type { Table } from '../host-ports';
import { durable, type MongoStore } from './mongo-connection';

type Stored = { _id: string } & Record<string, unknown>;

const ROWS_AT_ONCE = 1000;

/**
 * Opens a table; `indexes` are lists of fields, a leading `-` for descending. Made before the first
 * operation.
 */
export function mongoTable<Row extends { id: string }>(
  store: MongoStore,
  name: string,
  indexes: readonly (readonly string[])[],
): Table<Row> {
  const { db } = store.connection;
  if (db === undefined) throw new Error('The connection is not open');
  const collection = db.collection<Stored>(name);
  let indexed: Promise<unknown> | undefined;
  const reached = async <T>(operation: () => Promise<T>): Promise<T> => {
    indexed ??= store.reached(() =>
      Promise.all(indexes.map((fields) => collection.createIndex(keyOf(fields)))),
    );
    await indexed.catch((error) => {
      indexed = undefined;
      throw error;
    });
    return store.reached(operation);
  };
  const filterOf = (filter: Readonly<Record<string, unknown>>) => filter as mongo.Filter<Stored>;
  return {
    put: async (rows) => {
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        const part = rows.slice(start, start + ROWS_AT_ONCE).map(toStored);
        await reached(() => putAll(collection, part));
      }
    },
    mark: async (ids, fields) => {
      const filter = { _id: { $in: [...ids] } };
      if (ids.length === 0) return;
      await reached(() => collection.updateMany(filter, { $set: { ...fields } }, { writeConcern: durable }));
    },
    get: async (ids) => {
      if (ids.length === 0) return [];
      return (await reached(() => collection.find({ _id: { $in: [...ids] } }).toArray())).map(toRow<Row>);
    },
    find: async (filter, { sort, limit }) => {
      const query = () =>
        collection
          .find(filterOf(filter))
          .sort({ ...sort })
          .limit(limit)
          .toArray();
      return (await reached(query)).map(toRow<Row>);
    },
    count: (filter) => reached(() => collection.countDocuments(filterOf(filter))),
    countBy: async (field, filter) => {
      const stages = [{ $match: filter }, { $group: { _id: `$${field}`, count: { $sum: 1 } } }];
      const groups = await reached(() =>
        collection.aggregate<{ _id: unknown; count: number }>(stages).toArray(),
      );
      return new Map(groups.map(({ _id, count }) => [String(_id ?? ''), count]));
    },
    clear: async () => {
      await reached(() => collection.deleteMany({}, { writeConcern: durable }));
    },
  };
}

/** New rows go as one insert, which the store syncs once; those that stand already are replaced. */
async function putAll(collection: mongo.Collection<Stored>, rows: Stored[]): Promise<void> {
  const known = await collection
    .find({ _id: { $in: rows.map(({ _id }) => _id) } }, { projection: { _id: 1 } })
    .toArray();
  const old = new Set(known.map(({ _id }) => _id));
  const [fresh, replaced] = [rows.filter(({ _id }) => !old.has(_id)), rows.filter(({ _id }) => old.has(_id))];
  const again = new Map(fresh.map((row) => [row._id, row]));
  if (again.size > 0) {
    await collection
      .insertMany([...again.values()], { ordered: false, writeConcern: durable })
      .catch(unlessThere);
  }
  if (replaced.length === 0) return;
  const operations = replaced.map((row) => ({
    replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
  }));
  await collection.bulkWrite(operations, { ordered: true, writeConcern: durable });
}

/** Another process put the same row a moment before: the same id is the same row. */
function unlessThere(error: unknown): void {
  if ((error as { code?: unknown }).code !== 11000) throw error;
}

function keyOf(fields: readonly string[]): Record<string, 1 | -1> {
  return Object.fromEntries(
    fields.map((field) => (field.startsWith('-') ? [field.slice(1), -1] : [field, 1])),
  );
}

function toStored(row: { id: string }): Stored {
  const { id, ...fields } = row;
  return { _id: id, ...fields };
}

function toRow<Row>(stored: Stored): Row {
  const { _id, ...fields } = stored;
  return { id: _id, ...fields } as Row;
}
