// How a document lies in the store. The outbox is an object by seq, so that an acknowledgement is a few
// dotted paths and meets no other write; the entry itself is one value, for the server need not look into it.
// Times that are searched by stand at the top. `token` names the last
// write: by it a write whose answer was lost, or that was one of a bundle, is recognised as done.
import { mongo } from 'mongoose';
import type { AggregateDocument, OutboxEntry } from './document';

/** A document as stored. */
export interface StoredDocument {
  readonly _id: string;
  readonly version: number;
  readonly token: string;
  readonly outbox: Readonly<Record<string, StoredEntry>>;
  /** Time of the oldest unpublished entry; absent when all is published. */
  readonly unpublishedSince?: number;
  /** Earliest and latest acknowledgement among the kept entries; absent when there are none. */
  readonly ackedFrom?: number;
  readonly ackedAt?: number;
  /** The last position noted. */
  readonly lastAck?: { readonly partition: number; readonly offset: number; readonly seq: number };
}

/** `entry`: everything of the entry that never changes, in BSON. */
type StoredEntry = Pick<OutboxEntry, 'seq' | 'acked'> & { readonly entry: mongo.Binary };

/** The fields that every write sets. */
export function stateFields<S>(document: AggregateDocument<S>, token: string): Record<string, unknown> {
  const { id: _, outbox: __, nextDueAt, ...fields } = document;
  return { ...(toStored(fields) as object), token, ...(nextDueAt === null ? {} : { nextDueAt }) };
}

/** A new document. */
export function newDocument<S>(document: AggregateDocument<S>, token: string): StoredDocument {
  const open = document.outbox.find(({ acked }) => acked === undefined);
  const entries = document.outbox.map((entry) => [String(entry.seq), storedEntry(entry)]);
  const acks = document.outbox.flatMap(({ acked, seq }) => (acked === undefined ? [] : [{ ...acked, seq }]));
  const last = acks.at(-1);
  const times = acks.map(({ at }) => at);
  return {
    ...stateFields(document, token),
    _id: document.id,
    outbox: Object.fromEntries(entries),
    ...(open === undefined ? {} : { unpublishedSince: open.at }),
    ...(last === undefined
      ? {}
      : {
          ackedFrom: Math.min(...times),
          ackedAt: Math.max(...times),
          lastAck: { partition: last.partition, offset: last.offset, seq: last.seq },
        }),
  } as unknown as StoredDocument;
}

/** The document as the rules know it. */
export function fromStored<S>(stored: StoredDocument): AggregateDocument<S> {
  const {
    _id,
    token: _,
    outbox,
    unpublishedSince: __,
    ackedFrom: ___,
    ackedAt: ____,
    lastAck: _____,
    ...rest
  } = stored;
  const fields = fromBson(rest) as unknown as AggregateDocument<S>;
  const entries = Object.values(outbox).map(entryOf);
  entries.sort((a, b) => a.seq - b.seq);
  return { ...fields, id: _id, outbox: entries, nextDueAt: fields.nextDueAt ?? null };
}

/** An entry of the outbox as it is stored. */
export function storedEntry({ seq, acked, ...rest }: OutboxEntry): StoredEntry {
  const entry = new mongo.Binary(mongo.BSON.serialize(toStored(rest) as Record<string, unknown>));
  return { seq, entry, ...(acked && { acked }) };
}

function entryOf({ seq, entry, acked }: StoredEntry): OutboxEntry {
  const rest = mongo.BSON.deserialize(entry.buffer.subarray(0, entry.position));
  return { ...(fromBson(rest) as Omit<OutboxEntry, 'seq' | 'acked'>), seq, ...(acked && { acked }) };
}

/** Plain values as the store takes them: bytes as Binary. What is absent stays absent. */
export function toStored(value: unknown): unknown {
  if (value instanceof Uint8Array) return new mongo.Binary(value);
  if (Array.isArray(value)) return value.map(toStored);
  if (value === null || typeof value !== 'object') return value;
  const stored: Record<string, unknown> = {};
  for (const [field, held] of Object.entries(value)) if (held !== undefined) stored[field] = toStored(held);
  return stored;
}

/** Plain values as the rules know them: bytes as Uint8Array. */
export function fromBson(value: unknown): unknown {
  if (value instanceof mongo.Binary) return new Uint8Array(value.buffer.subarray(0, value.position));
  if (Array.isArray(value)) return value.map(fromBson);
  if (value === null || typeof value !== 'object') return value;
  const plain: Record<string, unknown> = {};
  for (const [field, held] of Object.entries(value)) plain[field] = fromBson(held);
  return plain;
}
