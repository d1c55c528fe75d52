// What the runtime needs of a store. There are two: MongoDB, and one in memory with faults. The contract
// suite in testkit runs over both.
import type { ReadItem } from '../journal/record';
import type { AggregateDocument, OutboxEntry } from './document';

/** The document was changed by someone else since it was read; read again and decide again. */
export type WriteOutcome = 'written' | 'stale';

/** One document's write: a new one when `version` is 1, else guarded by `version - 1`. */
export interface DocumentWrite<S> {
  readonly document: AggregateDocument<S>;
  /** Entries of `document.outbox` that are new in this write. */
  readonly appended: readonly OutboxEntry[];
}

/** An acknowledgement to be noted in a document's outbox. */
export interface Acknowledgement {
  readonly id: string;
  /** Seq of the document at the time of sending: when it is still so, nothing is left unpublished. */
  readonly seq: number;
  readonly entries: readonly { seq: number; partition: number; offset: number; at: number }[];
}

/** Documents of one decider. */
export interface DocumentStore<S> {
  load(ids: readonly string[]): Promise<ReadonlyMap<string, AggregateDocument<S>>>;
  /** Finds by one lookup field. */
  find(field: string, value: string | number, limit: number): Promise<readonly AggregateDocument<S>[]>;
  /** Writes each document or says that it is stale; concurrent calls are grouped. */
  write(writes: readonly DocumentWrite<S>[]): Promise<readonly WriteOutcome[]>;
  acknowledge(acks: readonly Acknowledgement[]): Promise<void>;
  /** Documents with entries unpublished since before the given time. */
  unpublishedBefore(at: number, limit: number): Promise<readonly AggregateDocument<S>[]>;
  /** Time of the oldest unpublished entry, if any. */
  oldestUnpublishedAt(): Promise<number | undefined>;
  /** Documents with entries acknowledged since the given time, in pages. */
  acknowledgedSince(
    at: number,
    onPage: (documents: readonly AggregateDocument<S>[]) => Promise<void>,
  ): Promise<void>;
  /** The latest acknowledged position per partition and the event standing there. */
  latestAcknowledged(): Promise<ReadonlyMap<number, { offset: number; id: string }>>;
  /** Drops kept entries acknowledged before the given time; answers how many documents were touched. */
  prune(before: number, limit: number): Promise<number>;
  due(now: number, limit: number): Promise<readonly AggregateDocument<S>[]>;
  /** All documents, in pages; for comparison and rebuilding. */
  each(onPage: (documents: readonly AggregateDocument<S>[]) => Promise<void>): Promise<void>;
  /** Forgets every document. */
  clear(): Promise<void>;
}

/** Where a reader stands. `lastId` proves that the journal is still the one that was read. */
export interface ReaderPosition {
  readonly partition: number;
  /** Next offset to read. */
  readonly offset: number;
  /** Id of the record at `offset - 1`, empty at the very start. */
  readonly lastId: string;
}

/** Positions and parked keys of one reader group. */
export interface ReaderStore {
  positions(group: string): Promise<readonly ReaderPosition[]>;
  savePosition(group: string, position: ReaderPosition): Promise<void>;
  /** Types the reader handled when it last ran; growth means rebuilding. */
  types(group: string): Promise<readonly string[] | undefined>;
  saveTypes(group: string, types: readonly string[]): Promise<void>;
  /** Forgets positions and types of the group, so that it starts over. */
  forget(group: string): Promise<void>;
  parked(group: string): Promise<readonly ParkedKey[]>;
  park(group: string, parked: ParkedKey): Promise<void>;
  unpark(group: string, key: string): Promise<void>;
}

/** A key that waits: this and later events of it, with the reason; all other keys flow. */
export interface ParkedKey {
  readonly key: string;
  readonly reason: string;
  readonly sinceAt: number;
  /** Record that could not be applied. */
  readonly eventId: string;
  /** Waiting records from the failing one on, as JSON-able envelopes. */
  readonly waiting: readonly ParkedRecord[];
}

/** A waiting record, complete enough to be applied later. */
export interface ParkedRecord {
  readonly partition: number;
  readonly offset: number;
  readonly record: ReadItem;
}
