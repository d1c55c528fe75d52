// A service's part of an appeal is one document: state, the seqs it has seen, the events it wrote and has yet
// to publish, and the commands it has answered. One guarded update changes all of it together, so that a
// crash leaves either everything or nothing of a step.

/** An event waiting in (or kept after leaving) the document's own outbox. */
export interface OutboxEntry {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly basis: Readonly<Record<string, number>>;
  readonly commandId: string;
  readonly minReader: number;
  readonly traceparent: string;
  readonly value: Uint8Array;
  /** Where and when the journal acknowledged it; absent while unpublished. */
  readonly acked?: { readonly partition: number; readonly offset: number; readonly at: number };
}

/** The first answer to a command, given again to its repeat. */
export interface Answered {
  readonly commandId: string;
  readonly eventId: string;
  readonly version: number;
}

/** A decider's document. */
export interface AggregateDocument<State> {
  readonly id: string;
  /** Raised by every write; the guard of the next one. */
  readonly version: number;
  /** Seq of the last own event. */
  readonly seq: number;
  /** Time of the last event applied, own or foreign (epoch ms). */
  readonly lastAt: number;
  readonly state: State;
  /** Highest seq seen of each other writer of this key. */
  readonly seen: Readonly<Record<string, number>>;
  /** By seq, ascending. */
  readonly outbox: readonly OutboxEntry[];
  /** The last 32. */
  readonly answered: readonly Answered[];
  /** When the document wants to be looked at again (epoch ms), if ever. */
  readonly nextDueAt: number | null;
  /** Fields to find the document by, beside its id. */
  readonly lookup: Readonly<Record<string, string | number>>;
}

/** How many answers a document remembers. */
export const ANSWERS_KEPT = 32;

/** Unpublished bytes above which further commands are refused with `OUTBOX_FULL`. */
export const OUTBOX_LIMIT_BYTES = 256 * 1024;

/** Largest event in bytes. */
export const EVENT_LIMIT_BYTES = 64 * 1024;

/** How long an acknowledged entry is kept, so that a journal that lost its tail can be mended: 24 h. */
export const KEPT_MS = 24 * 3600 * 1000;

/** Entries not yet acknowledged by the journal, oldest first. */
export function unpublished<S>(document: AggregateDocument<S>): readonly OutboxEntry[] {
  return document.outbox.filter((entry) => entry.acked === undefined);
}

/** A document before anything happened. */
export function blankDocument<S>(id: string, initial: S): AggregateDocument<S> {
  return {
    id,
    version: 0,
    seq: 0,
    lastAt: 0,
    state: initial,
    seen: {},
    outbox: [],
    answered: [],
    nextDueAt: null,
    lookup: {},
  };
}
