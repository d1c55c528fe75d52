// Feeds a folder from the journal. It keeps its own positions in the store, beside what was folded, together
// with the id of the last record: a journal that was put back to an older copy shows at once, and a store
// that was put back is behind by itself. Start-up reads to the end as of now before the service takes
// commands; a bad event parks its key; infrastructure errors stop the partition until they are over.
import type { JournalHandler, JournalProbe, JournalReader } from '../journal/ports';
import { type ReadItem, type ReadRecord, isUnreadable } from '../journal/record';
import type { ParkedKey, ReaderStore } from '../store/ports';
import type { Folder, ParkCause } from './folder';
import { StoreBehindJournal } from './step';

/** Where a loop is may trail: what it reads again after a crash it skips by seq. */
const SAVE_POSITION_MS = 5000;
const MANY_PARKS = 20;
const MANY_PARKS_WITHIN_MS = 60_000;

interface PartitionState {
  phase: 'scan' | 'catch-up' | 'live';
  from: number;
  target: number;
  next: number;
  lastId: string;
  /** Id that the record at `from - 1` must have; checked on the first batch. */
  expect: string;
  savedAt: number;
  readonly lastOwnSeq: Map<string, number>;
}

/** Ports of a loop. */
export interface LoopPorts {
  readonly reader: JournalReader;
  readonly probe: JournalProbe;
  readonly store: ReaderStore;
  readonly now: () => number;
  readonly log: (code: string, fields: Record<string, string | number>) => void;
  /** The process cannot go on as it is and must be started anew; does not return. */
  readonly restart: (reason: string) => never;
}

/** How far a reader is, for readiness, metrics and the supervision of cards. */
export interface LoopStatus {
  readonly group: string;
  readonly ready: boolean;
  readonly parked: number;
  readonly partitions: readonly { partition: number; next: number; phase: string }[];
}

/** One folder, one consumer group. */
export class JournalLoop implements JournalHandler {
  private readonly partitions = new Map<number, PartitionState>();
  private readonly parked = new Map<string, ParkedKey>();
  private recentParks: number[] = [];
  private assignedAll = false;

  constructor(
    private readonly folder: Folder,
    private readonly ports: LoopPorts,
  ) {}

  /** Loads what is parked, rebuilds when the folder handles new types, and starts reading. */
  async start(): Promise<void> {
    const { store } = this.ports;
    const known = await store.types(this.folder.group);
    if (known && this.folder.types.some((type) => !known.includes(type))) {
      this.ports.log('reader-rebuild', { group: this.folder.group, reason: 'handles new types' });
      await this.startOver();
    }
    await store.saveTypes(this.folder.group, this.folder.types);
    for (const parked of await store.parked(this.folder.group)) this.parked.set(parked.key, parked);
    await this.ports.reader.run(this);
  }

  async stop(): Promise<void> {
    await this.ports.reader.stop();
    for (const [partition, state] of this.partitions) await this.save(partition, state, true);
  }

  /** Forgets positions, parked keys and everything folded; the next start builds it from the journal. */
  async startOver(): Promise<void> {
    await this.ports.store.forget(this.folder.group);
    for (const key of this.parked.keys()) await this.ports.store.unpark(this.folder.group, key);
    this.parked.clear();
    await this.folder.clear();
  }

  get status(): LoopStatus {
    const partitions = [...this.partitions].map(([partition, { next, phase }]) => ({
      partition,
      next,
      phase,
    }));
    const ready =
      partitions.length > 0 && this.assignedAll && partitions.every(({ phase }) => phase === 'live');
    return { group: this.folder.group, ready, parked: this.parked.size, partitions };
  }

  /** Keys that wait, with reasons. */
  get parkedKeys(): readonly ParkedKey[] {
    return [...this.parked.values()];
  }

  async assigned(partition: number): Promise<number> {
    // In this order: whoever reads on meanwhile must not make the journal look shorter than what was read.
    const positions = await this.ports.store.positions(this.folder.group);
    const ends = await this.ports.probe.ends();
    const stored = positions.find((position) => position.partition === partition);
    const end = ends.get(partition) ?? 0;
    const takenBack = stored !== undefined && stored.offset > end;
    if (takenBack) this.ports.log('journal-taken-back', { group: this.folder.group, partition, to: end });
    const offset = stored && !takenBack ? stored.offset : 0;
    const state: PartitionState = {
      phase: this.folder.ownWriter === undefined ? 'catch-up' : 'scan',
      from: offset,
      target: end,
      next: offset,
      lastId: offset > 0 ? (stored?.lastId ?? '') : '',
      expect: offset > 0 ? (stored?.lastId ?? '') : '',
      savedAt: 0,
      lastOwnSeq: new Map(),
    };
    this.partitions.set(partition, state);
    this.assignedAll = [...ends.keys()].every((known) => this.partitions.has(known));
    if (offset >= end && state.expect === '') state.phase = 'live';
    return state.expect === '' ? offset : offset - 1;
  }

  async batch(
    partition: number,
    items: readonly ReadItem[],
    alive: () => Promise<void>,
  ): Promise<number | undefined> {
    const state = this.partitions.get(partition);
    if (!state) return undefined;
    this.refuseAfterManyParks();
    let fresh = items;
    if (state.expect !== '') {
      const first = items[0];
      if (first && first.offset === state.from - 1 && !isUnreadable(first) && first.id !== state.expect) {
        return this.readAgain(partition, state);
      }
      state.expect = '';
      fresh = items.filter((item) => item.offset >= state.from);
      if (state.from >= state.target) state.phase = 'live';
    }
    await alive();
    try {
      return await this.take(partition, state, fresh);
    } catch (error) {
      if (!(error instanceof StoreBehindJournal)) throw error;
      await this.ports.store.forget(this.folder.group);
      return this.ports.restart(
        `${this.folder.group}: the store is older than the journal at ${error.message}`,
      );
    }
  }

  private readAgain(partition: number, state: PartitionState): number {
    this.ports.log('journal-taken-back', { group: this.folder.group, partition, to: state.target });
    Object.assign(state, { from: 0, next: 0, lastId: '', expect: '' });
    state.phase = this.folder.ownWriter === undefined ? 'catch-up' : 'scan';
    return 0;
  }

  private async take(
    partition: number,
    state: PartitionState,
    items: readonly ReadItem[],
  ): Promise<number | undefined> {
    if (state.phase === 'scan') return this.scan(state, items);
    if (state.phase === 'catch-up') {
      const known = items.filter((item) => item.offset < state.target);
      await this.applyAll(known, (records) =>
        this.folder.catchUp ? this.folder.catchUp(records, state.lastOwnSeq) : this.folder.apply(records),
      );
      this.moveTo(state, known.at(-1));
      if (state.next < state.target) return undefined;
      await this.parkAll((await this.folder.caughtUp?.(state.lastOwnSeq.keys())) ?? [], []);
      state.phase = 'live';
      state.lastOwnSeq.clear();
    }
    const rest = items.filter((item) => item.offset >= state.next);
    await this.applyAll(rest, (records) => this.folder.apply(records));
    this.moveTo(state, rest.at(-1));
    await this.save(partition, state, false);
    return undefined;
  }

  private scan(state: PartitionState, items: readonly ReadItem[]): number | undefined {
    for (const item of items) {
      if (isUnreadable(item) || item.writer !== this.folder.ownWriter) continue;
      state.lastOwnSeq.set(item.key, Math.max(item.seq, state.lastOwnSeq.get(item.key) ?? 0));
    }
    const last = items.at(-1);
    if (last && last.offset + 1 < state.target) return undefined;
    state.phase = 'catch-up';
    return state.from;
  }

  private moveTo(state: PartitionState, last: ReadItem | undefined): void {
    if (!last) return;
    state.next = last.offset + 1;
    state.lastId = isUnreadable(last) ? '' : last.id;
  }

  private async applyAll(
    items: readonly ReadItem[],
    apply: (records: readonly ReadRecord[]) => Promise<readonly ParkCause[]>,
  ): Promise<void> {
    const flowing: ReadRecord[] = [];
    for (const item of items) {
      if (this.parked.has(item.key)) await this.addToParked(item);
      else if (isUnreadable(item)) await this.park(item, `UNREADABLE: ${item.unreadable}`, [item]);
      else flowing.push(item);
    }
    if (flowing.length > 0) await this.parkAll(await apply(flowing), flowing);
  }

  private async parkAll(causes: readonly ParkCause[], batch: readonly ReadRecord[]): Promise<void> {
    for (const { record, reason } of causes) {
      const rest = batch.filter((item) => item.key === record.key && item.offset >= record.offset);
      await this.park(record, reason, rest.length > 0 ? rest : [record]);
    }
  }

  private async park(item: ReadItem, reason: string, waiting: readonly ReadItem[]): Promise<void> {
    const now = this.ports.now();
    const parked: ParkedKey = {
      key: item.key,
      reason,
      sinceAt: now,
      eventId: isUnreadable(item) ? `${item.partition}/${item.offset}` : item.id,
      waiting: waiting.map((record) => ({ partition: record.partition, offset: record.offset, record })),
    };
    this.parked.set(item.key, parked);
    await this.ports.store.park(this.folder.group, parked);
    this.recentParks = [...this.recentParks.filter((at) => at > now - MANY_PARKS_WITHIN_MS), now];
    this.ports.log('key-parked', { group: this.folder.group, key: item.key, eventId: parked.eventId });
  }

  private async addToParked(item: ReadItem): Promise<void> {
    const parked = this.parked.get(item.key);
    if (
      !parked ||
      parked.waiting.some((known) => known.partition === item.partition && known.offset === item.offset)
    )
      return;
    const waiting = [...parked.waiting, { partition: item.partition, offset: item.offset, record: item }];
    const longer = { ...parked, waiting };
    this.parked.set(item.key, longer);
    await this.ports.store.park(this.folder.group, longer);
  }

  private refuseAfterManyParks(): void {
    const now = this.ports.now();
    const recent = this.recentParks.filter((at) => at > now - MANY_PARKS_WITHIN_MS).length;
    if (recent > MANY_PARKS)
      throw new Error(`${this.folder.group}: ${recent} keys parked within a minute; the reader waits`);
  }

  /** Tries a parked key again from the record that failed; with `skip` that record is left out, on record. */
  async retry(key: string, skip: boolean): Promise<'applied' | 'parked again' | 'not parked'> {
    const parked = this.parked.get(key);
    if (!parked) return 'not parked';
    const items = parked.waiting.map(({ record }) => record).slice(skip ? 1 : 0);
    if (skip)
      this.ports.log('parked-record-skipped', { group: this.folder.group, key, eventId: parked.eventId });
    const readable = items.filter((item): item is ReadRecord => !isUnreadable(item));
    const [cause] = readable.length < items.length ? [undefined] : await this.folder.apply(readable);
    if (readable.length < items.length || cause) {
      if (cause) await this.parkAll([cause], readable);
      return 'parked again';
    }
    this.parked.delete(key);
    await this.ports.store.unpark(this.folder.group, key);
    return 'applied';
  }

  private async save(partition: number, state: PartitionState, force: boolean): Promise<void> {
    if (state.phase !== 'live' || state.lastId === '') return;
    const now = this.ports.now();
    if (!force && now - state.savedAt < SAVE_POSITION_MS) return;
    state.savedAt = now;
    await this.ports.store.savePosition(this.folder.group, {
      partition,
      offset: state.next,
      lastId: state.lastId,
    });
  }
}
