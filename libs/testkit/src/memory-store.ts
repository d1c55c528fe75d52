// The document store in memory: the same promises as the real one, kept in a map, with the faults a test
// wants to plant. One set of documents outlives the process that uses it: `reopen` is the process started
// again, `restore` an older copy put back under a process that lives.
import type { AggregateDocument, OutboxEntry } from '#platform/store/document';
import type { Acknowledgement, DocumentStore, DocumentWrite, WriteOutcome } from '#platform/store/ports';
import { StoreUnavailable } from '#platform/infrastructure-error';
import { DuplicateLookup, StoreTakenBack } from '#platform/store/store-errors';
import { MemoryIndexes } from './memory-indexes';
import { plainCopy } from './plain-copy';

/** How a lookup field is kept. */
export type LookupKind = 'unique' | 'index';

/** What a memory store is made of. */
export interface MemoryStoreOptions {
  readonly lookups?: Readonly<Record<string, LookupKind>>;
  /** Documents per page of `each` and `acknowledgedSince`. */
  readonly page?: number;
  /**
   * A store hands out copies; a simulation, whose states nobody changes in place, saves itself the copying.
   */
  readonly handsOut?: 'copies' | 'originals';
}

/** A copy of all documents at one moment. */
export type MemorySnapshot<S> = readonly AggregateDocument<S>[];

/** Faults and copies beside the port. */
export interface MemoryDocumentStore<S> extends DocumentStore<S> {
  snapshot(): MemorySnapshot<S>;
  /** Puts an older copy back; living handles notice at their next write. */
  restore(snapshot: MemorySnapshot<S>): void;
  /** A new process on the same documents. */
  reopen(): MemoryDocumentStore<S>;
  /** The next writes are done, but their answer is lost. */
  swallowAnswers(count: number): void;
  /** The next operations fail without effect. */
  refuse(count: number): void;
  /** When the next document wants to be looked at (epoch ms), if any does. */
  earliestDue(): number | undefined;
}

interface Held<S> {
  documents: Map<string, AggregateDocument<S>>;
  readonly indexes: MemoryIndexes;
  /** The write each document is of: the same repeated is recognised, and who repeats it still holds it. */
  writes: Map<string, WeakRef<AggregateDocument<S>>>;
  restores: number;
  swallow: number;
  refuse: number;
}

/** A store in memory for one decider. */
export function memoryDocumentStore<S>(options: MemoryStoreOptions = {}): MemoryDocumentStore<S> {
  return new Documents<S>(
    {
      documents: new Map(),
      indexes: new MemoryIndexes(Object.keys(options.lookups ?? {})),
      writes: new Map(),
      restores: 0,
      swallow: 0,
      refuse: 0,
    },
    options,
  );
}

class Documents<S> implements MemoryDocumentStore<S> {
  private last: { id: string; version: number } | undefined;
  private seenRestores: number;
  private readonly copy: <T>(value: T) => T;

  constructor(
    private readonly held: Held<S>,
    private readonly options: MemoryStoreOptions,
  ) {
    this.seenRestores = held.restores;
    this.copy = options.handsOut === 'originals' ? (value) => value : plainCopy;
  }

  async load(ids: readonly string[]) {
    this.reach();
    const found = new Map<string, AggregateDocument<S>>();
    for (const id of ids) {
      const document = this.held.documents.get(id);
      if (document !== undefined) found.set(id, this.copy(document));
    }
    return found;
  }

  async find(field: string, value: string | number, limit: number) {
    this.reach();
    if (this.options.lookups?.[field] === undefined)
      return this.pick((document) => document.lookup[field] === value).slice(0, limit);
    return this.those([...this.held.indexes.find(field, value)].slice(0, limit));
  }

  async write(writes: readonly DocumentWrite<S>[]): Promise<readonly WriteOutcome[]> {
    this.reach();
    this.checkNotTakenBack();
    const outcomes: WriteOutcome[] = [];
    let duplicate: DuplicateLookup | undefined;
    for (const write of writes) {
      const outcome = this.put(write);
      if (outcome instanceof DuplicateLookup) duplicate ??= outcome;
      else outcomes.push(outcome);
    }
    if (duplicate !== undefined) throw duplicate;
    if (this.held.swallow > 0) {
      this.held.swallow -= 1;
      throw new StoreUnavailable('planted: the answer was lost');
    }
    return outcomes;
  }

  async acknowledge(acks: readonly Acknowledgement[]): Promise<void> {
    this.reach();
    for (const ack of acks) {
      const document = this.held.documents.get(ack.id);
      if (document === undefined) continue;
      const outbox = document.outbox.map((entry) => acknowledged(entry, ack));
      this.held.documents.set(ack.id, { ...document, outbox });
      this.held.indexes.noteOutbox({ id: ack.id, outbox });
    }
  }

  async unpublishedBefore(at: number, limit: number) {
    this.reach();
    const waiting = [...this.held.indexes.unpublished()].filter(([, since]) => since < at);
    waiting.sort(([, one], [, other]) => one - other);
    return this.those(waiting.slice(0, limit).map(([id]) => id));
  }

  async oldestUnpublishedAt() {
    this.reach();
    return this.held.indexes.oldestUnpublishedAt();
  }

  async acknowledgedSince(at: number, onPage: (documents: readonly AggregateDocument<S>[]) => Promise<void>) {
    this.reach();
    const late = (entry: OutboxEntry) => entry.acked !== undefined && entry.acked.at >= at;
    await this.pages(
      this.pick((document) => document.outbox.some(late)),
      onPage,
    );
  }

  async latestAcknowledged() {
    this.reach();
    const latest = new Map<number, { offset: number; id: string }>();
    for (const document of this.held.documents.values()) {
      for (const { acked, id } of document.outbox) {
        if (acked === undefined) continue;
        if (acked.offset > (latest.get(acked.partition)?.offset ?? -1)) {
          latest.set(acked.partition, { offset: acked.offset, id });
        }
      }
    }
    return latest;
  }

  async prune(before: number, limit: number): Promise<number> {
    this.reach();
    const old = (entry: OutboxEntry) => entry.acked !== undefined && entry.acked.at < before;
    const touched = this.held.indexes.keptBefore(before, limit);
    for (const id of touched) {
      const document = this.held.documents.get(id);
      if (document === undefined) continue;
      const outbox = document.outbox.filter((entry) => !old(entry));
      this.held.documents.set(id, { ...document, outbox });
      this.held.indexes.noteOutbox({ id, outbox });
    }
    return touched.length;
  }

  async due(now: number, limit: number) {
    this.reach();
    return this.those(this.held.indexes.dueBy(now, limit));
  }

  earliestDue(): number | undefined {
    return this.held.indexes.earliestDue();
  }

  async each(onPage: (documents: readonly AggregateDocument<S>[]) => Promise<void>) {
    this.reach();
    await this.pages(
      this.pick(() => true),
      onPage,
    );
  }

  async clear(): Promise<void> {
    this.reach();
    this.held.documents.clear();
    this.held.indexes.clear();
    this.held.writes.clear();
    this.last = undefined;
  }

  snapshot(): MemorySnapshot<S> {
    return [...this.held.documents.values()].map(plainCopy);
  }

  restore(snapshot: MemorySnapshot<S>): void {
    this.held.documents = new Map(snapshot.map((document) => [document.id, plainCopy(document)]));
    this.held.indexes.clear();
    for (const document of this.held.documents.values()) this.held.indexes.put(undefined, document);
    this.held.writes.clear();
    this.held.restores += 1;
  }

  reopen(): MemoryDocumentStore<S> {
    return new Documents<S>(this.held, this.options);
  }

  swallowAnswers(count: number): void {
    this.held.swallow += count;
  }

  refuse(count: number): void {
    this.held.refuse += count;
  }

  private put({ document, appended }: DocumentWrite<S>): WriteOutcome | DuplicateLookup {
    const current = this.held.documents.get(document.id);
    if (this.held.writes.get(document.id)?.deref() === document) return 'written';
    if (document.version === 1 ? current !== undefined : current?.version !== document.version - 1)
      return 'stale';
    const clash = this.clash(document);
    if (clash !== undefined) return clash;
    const outbox = current === undefined ? document.outbox : mergedOutbox(current.outbox, appended);
    const held = this.copy({ ...document, outbox });
    this.held.documents.set(document.id, held);
    this.held.indexes.put(current, held);
    this.held.writes.set(document.id, new WeakRef(document));
    this.last = { id: document.id, version: document.version };
    return 'written';
  }

  private clash(document: AggregateDocument<S>): DuplicateLookup | undefined {
    for (const [field, kind] of Object.entries(this.options.lookups ?? {})) {
      const value = document.lookup[field];
      if (kind !== 'unique' || value === undefined) continue;
      for (const other of this.held.indexes.find(field, value)) {
        if (other !== document.id) return new DuplicateLookup(field, document.id);
      }
    }
    return undefined;
  }

  private checkNotTakenBack(): void {
    if (this.seenRestores === this.held.restores) return;
    this.seenRestores = this.held.restores;
    if (this.last === undefined) return;
    const found = this.held.documents.get(this.last.id)?.version ?? 0;
    if (found < this.last.version) throw new StoreTakenBack('memory', this.last.id, this.last.version, found);
  }

  private reach(): void {
    if (this.held.refuse === 0) return;
    this.held.refuse -= 1;
    throw new StoreUnavailable('planted: the store does not answer');
  }

  private pick(wanted: (document: AggregateDocument<S>) => boolean): AggregateDocument<S>[] {
    return [...this.held.documents.values()].filter(wanted).map((document) => this.copy(document));
  }

  private those(ids: readonly string[]): AggregateDocument<S>[] {
    return ids.flatMap((id) => {
      const document = this.held.documents.get(id);
      return document === undefined ? [] : [this.copy(document)];
    });
  }

  private async pages(
    documents: readonly AggregateDocument<S>[],
    onPage: (documents: readonly AggregateDocument<S>[]) => Promise<void>,
  ): Promise<void> {
    const size = this.options.page ?? 500;
    for (let at = 0; at < documents.length; at += size) await onPage(documents.slice(at, at + size));
  }
}

function mergedOutbox(
  current: readonly OutboxEntry[],
  appended: readonly OutboxEntry[],
): readonly OutboxEntry[] {
  const bySeq = new Map(current.map((entry) => [entry.seq, entry]));
  for (const entry of appended) bySeq.set(entry.seq, entry);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function acknowledged(entry: OutboxEntry, ack: Acknowledgement): OutboxEntry {
  const noted = ack.entries.find(({ seq }) => seq === entry.seq);
  return noted
    ? { ...entry, acked: { partition: noted.partition, offset: noted.offset, at: noted.at } }
    : entry;
}
