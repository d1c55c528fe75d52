// Writing bundles of documents and finding out what became of each. The server answers a bundle with counts
// and with the errors of single items; an answer may also be lost. Every write therefore carries a token,
// drawn once for the write and kept for its repeats, and whoever doubts reads the token that stands in the
// document.
import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';
import type { Log } from '../edge/log';
import type { AggregateDocument } from './document';
import type { MongoStore } from './mongo-connection';
import { newDocument, type StoredDocument, stateFields, storedEntry } from './mongo-shape';
import type { DocumentWrite, WriteOutcome } from './ports';
import { DuplicateLookup, StoreTakenBack } from './store-errors';

const duplicateKey = 11000;
const alarmedBytes = 2 * 1024 * 1024;

/** Index name of a lookup field; its duplicate is recognised by it. */
export function lookupIndex(field: string): string {
  return `lookup_${field}`;
}

type Write = DocumentWrite<unknown>;
type Outcome = WriteOutcome | Error;
type Token = Pick<StoredDocument, '_id' | 'token' | 'version'>;

/** Writes bundles into one collection. */
export class MongoWrites {
  private readonly tokens = new WeakMap<AggregateDocument<unknown>, string>();
  private last: { readonly id: string; readonly version: number } | undefined;
  private checked: number;

  constructor(
    private readonly store: MongoStore,
    private readonly collection: mongo.Collection<StoredDocument>,
    private readonly log?: Pick<Log, 'warn'>,
  ) {
    this.checked = store.troubles();
  }

  /** New documents. */
  async insert(writes: readonly Write[]): Promise<readonly Outcome[]> {
    await this.checkNotTakenBack();
    const documents = writes.map(({ document }) => this.sized(newDocument(document, this.token(document))));
    const failed = await this.attempt(() => this.collection.insertMany(documents, { ordered: false }));
    return failed.size === 0
      ? this.allWritten(writes)
      : this.settled(writes, failed, (index) => failed.has(index));
  }

  /** New versions, each guarded by the version before. */
  async update(writes: readonly Write[]): Promise<readonly Outcome[]> {
    await this.checkNotTakenBack();
    let matched = 0;
    const failed = await this.attempt(async () => {
      const operations = writes.map((write) => ({ updateOne: this.guarded(write) }));
      matched = (await this.collection.bulkWrite(operations, { ordered: false })).matchedCount;
    });
    return matched === writes.length ? this.allWritten(writes) : this.settled(writes, failed, () => true);
  }

  /** The documents are gone on purpose. */
  forget(): void {
    this.last = undefined;
  }

  private guarded({ document, appended }: Write) {
    const set = this.sized(stateFields(document, this.token(document)));
    for (const entry of appended) set[`outbox.${entry.seq}`] = storedEntry(entry);
    const open = appended.find(({ acked }) => acked === undefined);
    return {
      filter: { _id: document.id, version: document.version - 1 },
      update: {
        $set: set,
        ...(document.nextDueAt === null ? { $unset: { nextDueAt: '' } } : {}),
        ...(open === undefined ? {} : { $min: { unpublishedSince: open.at } }),
      } as mongo.UpdateFilter<StoredDocument>,
    };
  }

  /** Runs a bundle; answers the duplicates by index. */
  private async attempt(run: () => Promise<unknown>): Promise<ReadonlyMap<number, string>> {
    try {
      await this.store.reached(run);
      return new Map();
    } catch (error) {
      if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
      const errors = [error.writeErrors].flat();
      const other = errors.find(({ code }) => code !== duplicateKey);
      if (errors.length === 0 || other !== undefined) throw error;
      return new Map(errors.map(({ index, errmsg }) => [index, errmsg ?? '']));
    }
  }

  /** Asks the documents themselves about the writes in doubt. */
  private async settled(
    writes: readonly Write[],
    failed: ReadonlyMap<number, string>,
    doubtful: (index: number) => boolean,
  ): Promise<readonly Outcome[]> {
    const ids = writes.filter((_, index) => doubtful(index)).map(({ document }) => document.id);
    const projection = { token: 1, version: 1 };
    const found = await this.store.reached(() =>
      this.collection.find<Token>({ _id: { $in: ids } }, { projection }).toArray(),
    );
    const standing = new Map(found.map((each) => [each._id, each]));
    return writes.map(({ document }, index) => {
      if (!doubtful(index) || standing.get(document.id)?.token === this.token(document))
        return this.written(document);
      const current = standing.get(document.id)?.version ?? 0;
      const message = failed.get(index);
      const field = message === undefined ? undefined : /index: \S*?lookup_(\S+)/.exec(message)?.[1];
      return field !== undefined && current === document.version - 1
        ? new DuplicateLookup(field, document.id)
        : 'stale';
    });
  }

  private allWritten(writes: readonly Write[]): readonly Outcome[] {
    return writes.map(({ document }) => this.written(document));
  }

  private written({ id, version }: AggregateDocument<unknown>): Outcome {
    this.last = { id, version };
    return 'written';
  }

  /** After any trouble with the server: is what this process wrote last still there? */
  private async checkNotTakenBack(): Promise<void> {
    const troubles = this.store.troubles();
    if (troubles === this.checked) return;
    const { last } = this;
    if (last !== undefined) {
      const found = await this.store.reached(() =>
        this.collection.findOne<Token>({ _id: last.id }, { projection: { version: 1 } }),
      );
      const version = found?.version ?? 0;
      if (version < last.version) {
        throw new StoreTakenBack(this.collection.collectionName, last.id, last.version, version);
      }
    }
    this.checked = troubles;
  }

  private token(document: AggregateDocument<unknown>): string {
    const token = this.tokens.get(document) ?? randomBytes(12).toString('base64url');
    this.tokens.set(document, token);
    return token;
  }

  private sized<T extends object>(fields: T): T {
    const bytes = mongo.BSON.calculateObjectSize(fields);
    if (bytes > alarmedBytes) {
      this.log?.warn('store.document-large', { kind: this.collection.collectionName, bytes });
    }
    return fields;
  }
}
