// Between the events of a domain and the bytes of the journal. A service lists one row per event; personal
// fields go through `seal` on the way out and `open` on the way in, where an erased person answers `erased`
// and nothing else changes.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type Randomness, systemRandomness } from './randomness';

/** Encrypts personal bytes of one event. */
export type Seal = (plain: Uint8Array) => Uint8Array;

/** Decrypts them; `erased` when the person's key was destroyed. Empty input answers empty output. */
export type Open = (box: Uint8Array) => Uint8Array | 'erased';

/** A data key of one journal key: 32 bytes, or destroyed for ever. */
export type DataKey = Uint8Array | 'destroyed';

/** Hands out data keys; throws when it cannot be reached, which stops the partition and loses nothing. */
export interface Vault {
  /** Keys of existing ids. */
  keys(ids: readonly string[]): Promise<ReadonlyMap<string, DataKey>>;
  /** Makes the key of a new id, or answers the one made before. */
  ensure(id: string): Promise<DataKey>;
}

/** What ts-proto generates for a message. */
export interface WireMessage<M> {
  encode(message: M): { finish(): Uint8Array };
  decode(bytes: Uint8Array): M;
}

/** One event of the table. */
export interface EventRow<E extends { type: string }> {
  readonly domainType: E['type'];
  encode(event: E, seal: Seal): Uint8Array;
  decode(value: Uint8Array, open: Open): E;
}

/** The events a service writes or reads, by their full wire name. */
export interface EventCodec<E extends { type: string }> {
  readonly types: readonly string[];
  encode(event: E, seal: Seal): { type: string; value: Uint8Array };
  /** Undefined for a type that is not in the table. */
  decode(type: string, value: Uint8Array, open: Open): E | undefined;
}

/** Builds a row from a generated message and two mappings. */
export function eventRow<E extends { type: string }, M>(
  domainType: E['type'],
  message: WireMessage<M>,
  toWire: (event: E, seal: Seal) => M,
  toDomain: (wire: M, open: Open) => E,
): EventRow<E> {
  return {
    domainType,
    encode: (event, seal) => message.encode(toWire(event, seal)).finish(),
    decode: (value, open) => toDomain(message.decode(value), open),
  };
}

/** A row for an event of another service: read here, never written. */
export function readRow<E extends { type: string }, M>(
  domainType: E['type'],
  message: WireMessage<M>,
  toDomain: (wire: M, open: Open) => E,
): EventRow<E> {
  return {
    domainType,
    encode: () => {
      throw new Error(`${domainType} is written by another service`);
    },
    decode: (value, open) => toDomain(message.decode(value), open),
  };
}

/** Builds the rows of the events `E`: each row's mappings know their own event alone, by the row's name. */
export function rowsOf<E extends { type: string }>() {
  return <T extends E['type'], M>(
    domainType: T,
    message: WireMessage<M>,
    toWire: (event: Extract<E, { type: T }>, seal: Seal) => M,
    toDomain: (wire: M, open: Open) => Extract<E, { type: T }>,
  ): EventRow<E> =>
    eventRow<E, M>(
      domainType,
      message,
      (event, seal) => toWire(event as Extract<E, { type: T }>, seal),
      toDomain,
    );
}

/** Builds the codec of a table `wire name → row`. */
export function eventCodec<E extends { type: string }>(
  rows: Readonly<Record<string, EventRow<E>>>,
): EventCodec<E> {
  const byDomain = new Map(
    Object.entries(rows).map(([type, row]) => [row.domainType as string, { type, row }]),
  );
  return {
    types: Object.keys(rows),
    encode(event, seal) {
      const found = byDomain.get(event.type);
      if (!found) throw new Error(`No wire message for event ${event.type}`);
      return { type: found.type, value: found.row.encode(event, seal) };
    },
    decode: (type, value, open) => rows[type]?.decode(value, open),
  };
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under the key's data key; the event id is authenticated with it, so a box cannot be moved. */
export function sealWith(
  key: DataKey | undefined,
  eventId: string,
  random: Pick<Randomness, 'bytes'> = systemRandomness,
): Seal {
  return (plain) => {
    if (key === undefined) throw new Error(`No data key at hand for ${eventId}`);
    if (key === 'destroyed') return new Uint8Array(0);
    const nonce = random.bytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(eventId));
    return new Uint8Array(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  };
}

/** The way back; a forged or moved box throws and parks its key. */
export function openWith(key: DataKey | undefined, eventId: string): Open {
  return (box) => {
    if (key === 'destroyed') return 'erased';
    if (box.length === 0) return box;
    if (key === undefined) throw new Error(`No data key at hand for ${eventId}`);
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(eventId));
    decipher.setAuthTag(box.subarray(box.length - TAG_BYTES));
    const body = box.subarray(NONCE_BYTES, box.length - TAG_BYTES);
    return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]));
  };
}
