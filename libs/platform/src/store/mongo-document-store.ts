// The documents of one decider in one collection of MongoDB.
import type { mongo } from 'mongoose';
import type { Log } from '../edge/log';
import type { AggregateDocument } from './document';
import { MongoBundle } from './mongo-bundle';
import type { MongoStore } from './mongo-connection';
import { fromStored, type StoredDocument } from './mongo-shape';
import { lookupIndex, MongoWrites } from './mongo-writes';
import type { Acknowledgement, DocumentStore, DocumentWrite, WriteOutcome } from './ports';

/** What the collection is made of. */
export interface MongoDocumentOptions {
  /** Fields of `lookup`, searchable, some of them unique. */
  readonly lookups?: Readonly<Record<string, 'unique' | 'index'>>;
  readonly log?: Pick<Log, 'warn'>;
}

type Filter = mongo.Filter<StoredDocument>;
type Update = mongo.AnyBulkWriteOperation<StoredDocument>;
type OnPage<S> = (documents: readonly AggregateDocument<S>[]) => Promise<void>;

const page = 500;

/** The store of one decider's documents; its indexes are made before the first operation. */
export function mongoDocumentStore<S>(
  store: MongoStore,
  collection: string,
  options: MongoDocumentOptions = {},
): DocumentStore<S> {
  return new MongoDocuments<S>(store, collection, options);
}

class MongoDocuments<S> implements DocumentStore<S> {
  private readonly collection: mongo.Collection<StoredDocument>;
  private readonly writes: MongoWrites;
  private readonly inserts: MongoBundle<DocumentWrite<unknown>, WriteOutcome>;
  private readonly updates: MongoBundle<DocumentWrite<unknown>, WriteOutcome>;
  private indexed: Promise<void> | undefined;

  constructor(
    private readonly store: MongoStore,
    name: string,
    private readonly options: MongoDocumentOptions,
  ) {
    const { db } = store.connection;
    if (db === undefined) throw new Error('The connection is not open');
    this.collection = db.collection<StoredDocument>(name);
    this.writes = new MongoWrites(store, this.collection, options.log);
    this.inserts = new MongoBundle((writes) => this.writes.insert(writes));
    this.updates = new MongoBundle((writes) => this.writes.update(writes));
  }

  async load(ids: readonly string[]) {
    const found = ids.length === 0 ? [] : await this.list({ _id: { $in: [...ids] } });
    return new Map(found.map((document) => [document.id, document]));
  }

  async find(field: string, value: string | number, limit: number) {
    if (this.options.lookups?.[field] === undefined) throw new Error(`"${field}" is not a lookup field`);
    return this.list({ [`lookup.${field}`]: { $eq: value } }, { limit });
  }

  async write(writes: readonly DocumentWrite<S>[]): Promise<readonly WriteOutcome[]> {
    await this.ready();
    const isNew = ({ document }: DocumentWrite<S>) => document.version === 1;
    const [born, grown] = await Promise.all([
      this.inserts.add(writes.filter(isNew)),
      this.updates.add(writes.filter((write) => !isNew(write))),
    ]);
    const [first, second] = [[...born], [...grown]];
    return writes.map((write) => {
      const outcome = (isNew(write) ? first : second).shift();
      if (outcome instanceof Error) throw outcome;
      return outcome ?? 'stale';
    });
  }

  async acknowledge(acks: readonly Acknowledgement[]): Promise<void> {
    const noting = acks.filter(({ entries }) => entries.length > 0);
    if (noting.length === 0) return;
    const settled = await this.bulk(noting.map((ack) => noted(ack, ack.seq, true)));
    // Some have written more since they were sent: those stay unpublished.
    if (settled < noting.length) await this.bulk(noting.map((ack) => noted(ack, { $gt: ack.seq }, false)));
  }

  unpublishedBefore(at: number, limit: number) {
    return this.list({ unpublishedSince: { $lt: at } }, { sort: { unpublishedSince: 1 }, limit });
  }

  async oldestUnpublishedAt() {
    const [oldest] = await this.raw(
      { unpublishedSince: { $gt: 0 } },
      {
        sort: { unpublishedSince: 1 },
        limit: 1,
        projection: { unpublishedSince: 1 },
      },
    );
    return oldest?.unpublishedSince;
  }

  acknowledgedSince(at: number, onPage: OnPage<S>) {
    return this.pages({ ackedFrom: { $gte: 0 }, ackedAt: { $gte: at } }, onPage);
  }

  async latestAcknowledged() {
    const tops = new Map<number, { readonly offset: number; readonly key: string; readonly seq: number }>();
    for (const { _id, lastAck } of await this.raw(
      { ackedFrom: { $gte: 0 } },
      { projection: { lastAck: 1 } },
    )) {
      if (lastAck === undefined || lastAck.offset <= (tops.get(lastAck.partition)?.offset ?? -1)) continue;
      tops.set(lastAck.partition, { offset: lastAck.offset, key: _id, seq: lastAck.seq });
    }
    const documents = await this.load([...tops.values()].map(({ key }) => key));
    const latest = new Map<number, { offset: number; id: string }>();
    for (const [partition, { offset, key, seq }] of tops) {
      const entry = documents.get(key)?.outbox.find((each) => each.seq === seq);
      if (entry !== undefined) latest.set(partition, { offset, id: entry.id });
    }
    return latest;
  }

  async prune(before: number, limit: number): Promise<number> {
    const old = await this.raw({ ackedFrom: { $lt: before } }, { limit });
    return old.length === 0 ? 0 : this.bulk(old.map((stored) => pruned(stored, before)));
  }

  due(now: number, limit: number) {
    return this.list({ nextDueAt: { $lte: now } }, { sort: { nextDueAt: 1 }, limit });
  }

  each(onPage: OnPage<S>) {
    return this.pages({}, onPage);
  }

  async clear(): Promise<void> {
    await this.ready();
    this.writes.forget();
    await this.store.reached(() => this.collection.deleteMany({}));
  }

  private async raw(filter: Filter, options: mongo.FindOptions = {}): Promise<StoredDocument[]> {
    await this.ready();
    return this.store.reached(() => this.collection.find<StoredDocument>(filter, options).toArray());
  }

  private async list(filter: Filter, options: mongo.FindOptions = {}): Promise<AggregateDocument<S>[]> {
    return (await this.raw(filter, options)).map((stored) => fromStored<S>(stored));
  }

  private async pages(filter: Filter, onPage: OnPage<S>): Promise<void> {
    await this.ready();
    const cursor = this.collection.find(filter, { batchSize: page });
    try {
      for (;;) {
        const documents: StoredDocument[] = [];
        await this.store.reached(async () => {
          while (documents.length < page && (await cursor.hasNext()))
            documents.push(...cursor.readBufferedDocuments());
        });
        if (documents.length === 0) return;
        await onPage(documents.map((stored) => fromStored<S>(stored)));
      }
    } finally {
      await cursor.close().catch(() => {});
    }
  }

  private async bulk(updates: readonly Update[]): Promise<number> {
    await this.ready();
    const run = () => this.collection.bulkWrite([...updates], { ordered: false });
    return (await this.store.reached(run)).matchedCount;
  }

  private ready(): Promise<void> {
    this.indexed ??= this.store
      .reached(() => this.collection.createIndexes(indexes(this.options.lookups ?? {})))
      .then(
        () => {},
        (error) => {
          this.indexed = undefined;
          throw error;
        },
      );
    return this.indexed;
  }
}

function indexes(lookups: Readonly<Record<string, 'unique' | 'index'>>): mongo.IndexDescription[] {
  const times = ['nextDueAt', 'unpublishedSince', 'ackedFrom'];
  return [
    ...times.map((field) => ({ key: { [field]: 1 }, name: field, sparse: true })),
    ...Object.entries(lookups).map(([field, kind]) => ({
      key: { [`lookup.${field}`]: 1 },
      name: lookupIndex(field),
      sparse: true,
      ...(kind === 'unique' ? { unique: true } : {}),
    })),
  ] as mongo.IndexDescription[];
}

/** Notes an acknowledgement where every entry of it is still kept. */
function noted(
  { id, entries }: Acknowledgement,
  seq: number | { $gt: number },
  allPublished: boolean,
): Update {
  const last = entries.at(-1) as Acknowledgement['entries'][number];
  const times = entries.map(({ at }) => at);
  const kept = entries.map((entry) => [`outbox.${entry.seq}.seq`, entry.seq]);
  const acked = entries.map(({ seq: own, ...place }) => [`outbox.${own}.acked`, place]);
  return {
    updateOne: {
      filter: { _id: id, seq, ...Object.fromEntries(kept) } as Filter,
      update: {
        $set: {
          ...Object.fromEntries(acked),
          'lastAck.partition': last.partition,
          'lastAck.offset': last.offset,
          'lastAck.seq': last.seq,
        },
        $max: { ackedAt: Math.max(...times) },
        $min: { ackedFrom: Math.min(...times) },
        ...(allPublished ? { $unset: { unpublishedSince: '' } } : {}),
      } as mongo.UpdateFilter<StoredDocument>,
    },
  };
}

/** Drops old entries, unless something was acknowledged since the document was read. */
function pruned({ _id, outbox, ackedAt }: StoredDocument, before: number): Update {
  const entries = Object.values(outbox);
  const old = entries.filter(({ acked }) => acked !== undefined && acked.at < before);
  const kept = entries.flatMap(({ acked }) => (acked === undefined || acked.at < before ? [] : [acked.at]));
  const dropped = Object.fromEntries(old.map(({ seq }) => [`outbox.${seq}`, '']));
  const none = { ackedFrom: '', ackedAt: '', lastAck: '' };
  return {
    updateOne: {
      filter: { _id, ackedAt } as Filter,
      update: {
        $unset: { ...dropped, ...(kept.length === 0 ? none : {}) },
        ...(kept.length === 0 ? {} : { $set: { ackedFrom: Math.min(...kept) } }),
      } as mongo.UpdateFilter<StoredDocument>,
    },
  };
}
