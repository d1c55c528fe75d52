// What a journal loop feeds: something that takes stretches of the journal and makes them have their effect
// once.
import type { ReadRecord } from '../journal/record';

/** A record that could not be applied, and why; its key waits. */
export interface ParkCause {
  readonly record: ReadRecord;
  readonly reason: string;
}

/** Takes records in journal order. Infrastructure errors throw and the stretch comes again. */
export interface Folder {
  /** Consumer group, unique in the instance: `<service>.<what>`. */
  readonly group: string;
  /** Wire types it handles; when the set grows it is rebuilt. */
  readonly types: readonly string[];
  /** Nobody waits for it: it may take more at once, up to a second later. */
  readonly unhurried?: boolean;
  /** For deciders: the writer whose own events also stand in the journal. */
  readonly ownWriter?: string;
  /** Applies a stretch; the answer names the records that could not be. */
  apply(records: readonly ReadRecord[]): Promise<readonly ParkCause[]>;
  /** For deciders: applies a stretch while own events up to `lastOwnSeq` (by key) are known to follow. */
  catchUp?(
    records: readonly ReadRecord[],
    lastOwnSeq: ReadonlyMap<string, number>,
  ): Promise<readonly ParkCause[]>;
  /** For deciders: the end of the known stretch was reached for these keys. */
  caughtUp?(keys: Iterable<string>): Promise<readonly ParkCause[]>;
  /** Throws everything away, so that it is built again from the journal's start. */
  clear(): Promise<void>;
}
