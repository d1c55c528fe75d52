// What the runtime needs of a journal. There are two: Kafka, and one in memory with faults for tests and the
// simulation. The contract suite in testkit runs over both.
import type { JournalRecord, Position, ReadItem } from './record';

/**
 * Publishes. One call has one answer: a place for each record or an error; after an error nothing is known
 * and it is repeated.
 */
export interface JournalWriter {
  append(records: readonly JournalRecord[]): Promise<readonly Position[]>;
  stop(): Promise<void>;
}

/** Looks at the journal without consuming it. */
export interface JournalProbe {
  /** Next offset of every partition (0 = empty). */
  ends(): Promise<ReadonlyMap<number, number>>;
  /** The record at exactly that position, if there is one. */
  at(position: Position): Promise<ReadItem | undefined>;
  /** Everything of all partitions up to the ends at the time of the call, in order within each partition. */
  scan(onItems: (items: readonly ReadItem[]) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Called by a running reader. */
export interface JournalHandler {
  /** The partition was (re)assigned: answer the offset to read from. Called before any batch of it. */
  assigned(partition: number): Promise<number>;
  /**
   * A stretch of one partition in order. When it returns, the stretch is done with; when it throws, it is
   * delivered again. Answers an offset to jump to, or nothing to go on.
   */
  batch(
    partition: number,
    items: readonly ReadItem[],
    alive: () => Promise<void>,
  ): Promise<number | undefined>;
}

/** Reads the journal as one member of a group. */
export interface JournalReader {
  run(handler: JournalHandler): Promise<void>;
  stop(): Promise<void>;
}

/** All of a journal, opened for one service. */
export interface Journal {
  readonly writer: JournalWriter;
  readonly probe: JournalProbe;
  /** `unhurried`: nobody waits for it; it may gather for a second and take more at once. */
  reader(group: string, options?: { readonly unhurried?: boolean }): JournalReader;
  readonly heartbeats: HeartbeatBoard;
  /** Second place of the vault's data keys. */
  readonly dataKeys: KeptValues;
  stop(): Promise<void>;
}

/** A value under its id. */
export interface KeptValue {
  readonly id: string;
  readonly value: string;
}

/**
 * Values that are kept beside the store, so that a store put back to an older copy can be completed from
 * them.
 */
export interface KeptValues {
  /** All of them, or an error. The last value posted under an id counts. */
  post(values: readonly KeptValue[]): Promise<void>;
  /** Everything posted up to now, in pages and in order; an id may come more than once. */
  readAll(onPage: (values: readonly KeptValue[]) => Promise<void>): Promise<void>;
}

/** What a service says about its own publishing, once a second; supervision cards nobody behind its back. */
export interface Heartbeat {
  readonly writer: string;
  /** Everything decided at or before this instant (epoch ms) is published. */
  readonly publishedThroughAt: number;
  /** Keys this writer's service holds parked; no card is issued on them. */
  readonly parked: readonly string[];
  /** When it was posted (epoch ms); absent in those of earlier builds. */
  readonly at?: number;
  /**
   * When the writer was away, the last of all times; absent while it never was. A heartbeat tells of its own
   * gap, so that nobody sees the writer back without seeing since when it had been gone.
   */
  readonly gaps?: readonly Gap[];
}

/** Time without heartbeats of a writer: from the last one before to the first one after (epoch ms). */
export interface Gap {
  readonly fromAt: number;
  readonly toAt: number;
}

/** The compacted board of heartbeats. */
export interface HeartbeatBoard {
  post(heartbeat: Heartbeat): Promise<void>;
  /** Starts following; the map is live. */
  follow(): Promise<ReadonlyMap<string, Heartbeat>>;
  /** The board as it is, read to its end; throws when it cannot be. */
  read(): Promise<ReadonlyMap<string, Heartbeat>>;
}
