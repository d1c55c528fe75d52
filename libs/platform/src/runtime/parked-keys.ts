// The keys of one reader that wait: a record of each could not be applied, and it and every later one of that
// key stand here, in order, until an operator has them tried again. What waits is written down before it is
// known here, so that a record that is delivered again because the store was away is written down then.
import { type ReadItem, type ReadRecord, isUnreadable } from '../journal/record';
import type { ParkedKey, ReaderStore } from '../store/ports';
import type { ParkCause } from './folder';

const MANY_PARKS = 20;
const MANY_PARKS_WITHIN_MS = 60_000;

/** Ports of the parked keys. */
export interface ParkedKeysPorts {
  readonly store: Pick<ReaderStore, 'parked' | 'park' | 'unpark'>;
  readonly now: () => number;
  readonly log: (code: string, fields: Record<string, string | number>) => void;
}

/** How a parked key is tried again; `skip` leaves out the record that failed, on record. */
export interface Retry {
  readonly skip: boolean;
  readonly apply: (records: readonly ReadRecord[]) => Promise<readonly ParkCause[]>;
}

/** What became of a key that was tried again. */
export type Retried = 'applied' | 'parked again' | 'not parked';

/** The parked keys of one reader group. */
export class ParkedKeys {
  private readonly keys = new Map<string, ParkedKey>();
  private recent: number[] = [];

  constructor(
    private readonly group: string,
    private readonly ports: ParkedKeysPorts,
  ) {}

  /** Takes over what an earlier process left waiting. */
  async load(): Promise<void> {
    for (const parked of await this.ports.store.parked(this.group)) this.keys.set(parked.key, parked);
  }

  get all(): readonly ParkedKey[] {
    return [...this.keys.values()];
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** Parks a key for its first waiting record; one that waits already keeps its reason and waits for more. */
  async park(reason: string, waiting: readonly [ReadItem, ...ReadItem[]]): Promise<void> {
    const [{ key }] = waiting;
    if (this.has(key)) return this.add(key, waiting);
    const now = this.ports.now();
    this.recent = [...this.recent.filter((at) => at > now - MANY_PARKS_WITHIN_MS), now];
    await this.keep(key, reason, now, waiting);
  }

  /** A key that waits waits for these as well; what is delivered again is known by its name. */
  async add(key: string, items: readonly ReadItem[]): Promise<void> {
    const parked = this.keys.get(key);
    if (!parked) return;
    const known = new Set(parked.waiting.map(({ record }) => nameOf(record)));
    const fresh = items.filter((item) => !known.has(nameOf(item)));
    if (fresh.length === 0) return;
    const longer = { ...parked, waiting: [...parked.waiting, ...fresh.map(waitingRecord)] };
    await this.ports.store.park(this.group, longer);
    this.keys.set(key, longer);
  }

  /**
   * Tries a key again from the record that failed, up to the next one that fails or cannot be read. Nothing
   * else of the key's partition may be handled meanwhile.
   */
  async retry(key: string, { skip, apply }: Retry): Promise<Retried> {
    const parked = this.keys.get(key);
    if (!parked) return 'not parked';
    if (skip) this.ports.log('parked-record-skipped', { group: this.group, key, eventId: parked.eventId });
    const items = parked.waiting.map(({ record }) => record).slice(skip ? 1 : 0);
    const end = items.findIndex(isUnreadable);
    const readable = items.slice(0, end < 0 ? items.length : end) as ReadRecord[];
    const [cause] = readable.length > 0 ? await apply(readable) : [];
    const from = cause ? items.findIndex((item) => nameOf(item) === nameOf(cause.record)) : end;
    const [first, ...rest] = from < 0 ? [] : items.slice(from);
    if (first === undefined) {
      await this.ports.store.unpark(this.group, key);
      this.keys.delete(key);
      return 'applied';
    }
    await this.keep(key, cause?.reason ?? unreadableReason(first), parked.sinceAt, [first, ...rest]);
    return 'parked again';
  }

  /** Forgets them all: everything is built again from the journal's start. */
  async clear(): Promise<void> {
    for (const key of this.keys.keys()) await this.ports.store.unpark(this.group, key);
    this.keys.clear();
  }

  /** Throws while many keys were parked within a minute: then it is not the keys that are wrong. */
  refuseAfterMany(): void {
    const now = this.ports.now();
    const recent = this.recent.filter((at) => at > now - MANY_PARKS_WITHIN_MS).length;
    if (recent > MANY_PARKS)
      throw new Error(`${this.group}: ${recent} keys parked within a minute; the reader waits`);
  }

  private async keep(
    key: string,
    reason: string,
    sinceAt: number,
    waiting: readonly [ReadItem, ...ReadItem[]],
  ): Promise<void> {
    const eventId = nameOf(waiting[0]);
    const parked = { key, reason, sinceAt, eventId, waiting: waiting.map(waitingRecord) };
    await this.ports.store.park(this.group, parked);
    this.keys.set(key, parked);
    this.ports.log('key-parked', { group: this.group, key, eventId });
  }
}

/** Why a record that cannot be read waits. */
export function unreadableReason(item: ReadItem): string {
  return isUnreadable(item) ? `UNREADABLE: ${item.unreadable}` : '';
}

/** An event's id, wherever it stands; what cannot be read is known by its place alone. */
function nameOf(item: ReadItem): string {
  return isUnreadable(item) ? `${item.partition}/${item.offset}` : item.id;
}

function waitingRecord(record: ReadItem): ParkedKey['waiting'][number] {
  return { partition: record.partition, offset: record.offset, record };
}
