// One entry of the instance's journal as every service sees it: a CloudEvents envelope whose value is a
// protobuf message. Ids, codes and times are in clear; whatever is personal is sealed inside the value under
// the key's own data key. The pair (writer, seq) within a key is what makes reading idempotent.

/** An event as it is published. */
export interface JournalRecord {
  /** `<instance>/<key>/<writer>/<seq>` */
  readonly id: string;
  /** Appeal id, or the id of whatever else the event is about; decides partition and order. */
  readonly key: string;
  /** `<service>.<kind>` */
  readonly writer: string;
  /** Counted per document of the writer, from 1. */
  readonly seq: number;
  /** Full name of the protobuf message, e.g. `zhitong.intake.v1.AppealSubmitted`. */
  readonly type: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Highest seqs of the other writers of this key that the decider had seen. */
  readonly basis: Readonly<Record<string, number>>;
  readonly commandId: string;
  /** A reader of a lower number must stop rather than skip. */
  readonly minReader: number;
  readonly instance: string;
  /** W3C trace context of the command, empty when there was none. */
  readonly traceparent: string;
  readonly value: Uint8Array;
}

/** An event as it is read. */
export interface ReadRecord extends JournalRecord {
  readonly partition: number;
  readonly offset: number;
}

/** A record whose envelope cannot be understood. It parks its key, it never stops the others. */
export interface UnreadableRecord {
  readonly unreadable: string;
  readonly key: string;
  readonly partition: number;
  readonly offset: number;
  readonly value: Uint8Array;
}

/** What the reader delivers. */
export type ReadItem = ReadRecord | UnreadableRecord;

/** Where a record came to stand. */
export interface Position {
  readonly partition: number;
  readonly offset: number;
}

/** Number of the envelope and event vocabulary this build understands; compared with `minReader`. */
export const READER_LEVEL = 1;

/** True for a record whose envelope could not be understood. */
export function isUnreadable(item: ReadItem): item is UnreadableRecord {
  return 'unreadable' in item;
}

/** Builds the id of the event `seq` of `writer` about `key`. */
export function eventId(instance: string, key: string, writer: string, seq: number): string {
  return `${instance}/${key}/${writer}/${seq}`;
}
