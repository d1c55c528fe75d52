// Feeds a folder from the journal. It keeps its own positions in the store, beside what was folded, together
// with the id of the last record: a journal that was put back to an older copy shows at once, and a store
// that was put back is behind by itself. Start-up reads to the end as of now before the service takes
// commands; a bad event parks its key; infrastructure errors stop the partition until they are over.
import type { JournalHandler, JournalProbe, JournalReader } from '../journal/ports';
import { type ReadItem, type ReadRecord, isUnreadable } from '../journal/record';
import type { ParkedKey, ReaderStore } from '../store/ports';
import type { Folder, ParkCause } from './folder';
import { ParkedKeys, type Retried, unreadableReason } from './parked-keys';
import { StoreBehindJournal } from './step';

/** Where a loop is may trail: what it reads again after a crash it skips by seq. */
const SAVE_POSITION_MS = 5000;

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
  private readonly parked: ParkedKeys;
  /** One at a time per partition: the stretches of the journal, and keys tried again between them. */
  private readonly turns = new Map<number, Promise<unknown>>();
  private assignedAll = false;

  constructor(
    private readonly folder: Folder,
    private readonly ports: LoopPorts,
  ) {
    this.parked = new ParkedKeys(folder.group, ports);
  }

  /** Loads what is parked, rebuilds when the folder handles new types, and starts reading. */
  async start(): Promise<void> {
    const { store } = this.ports;
    await this.parked.load();
    const known = await store.types(this.folder.group);
    if (known && this.folder.types.some((type) => !known.includes(type))) {
      this.ports.log('reader-rebuild', { group: this.folder.group, reason: 'handles new types' });
      await this.startOver();
    }
    await store.saveTypes(this.folder.group, this.folder.types);
    await this.ports.reader.run(this);
  }

  async stop(): Promise<void> {
    await this.ports.reader.stop();
    for (const [partition, state] of this.partitions) await this.save(partition, state, true);
  }

  /** Forgets positions, parked keys and everything folded; the next start builds it from the journal. */
  async startOver(): Promise<void> {
    await this.ports.store.forget(this.folder.group);
    await this.parked.clear();
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
    return { group: this.folder.group, ready, parked: this.parked.all.length, partitions };
  }

  /** Keys that wait, with reasons. */
  get parkedKeys(): readonly ParkedKey[] {
    return this.parked.all;
  }

  /** True while the key waits. */
  holds(key: string): boolean {
    return this.parked.has(key);
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

  batch(
    partition: number,
    items: readonly ReadItem[],
    alive: () => Promise<void>,
  ): Promise<number | undefined> {
    return this.inTurn(partition, () => this.stretch(partition, items, alive));
  }

  private inTurn<T>(partition: number, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(partition) ?? Promise.resolve()).then(work);
    this.turns.set(
      partition,
      turn.catch(() => undefined),
    );
    return turn;
  }

  private async stretch(
    partition: number,
    items: readonly ReadItem[],
    alive: () => Promise<void>,
  ): Promise<number | undefined> {
    const state = this.partitions.get(partition);
    if (!state) return undefined;
    this.parked.refuseAfterMany();
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
    if (last === undefined || last.offset + 1 < state.target) return undefined;
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
      if (this.parked.has(item.key)) await this.parked.add(item.key, [item]);
      else if (isUnreadable(item)) await this.parked.park(unreadableReason(item), [item]);
      else flowing.push(item);
    }
    if (flowing.length > 0) await this.parkAll(await apply(flowing), flowing);
  }

  private async parkAll(causes: readonly ParkCause[], batch: readonly ReadRecord[]): Promise<void> {
    for (const { record, reason } of causes) {
      const later = batch.filter(({ key, offset }) => key === record.key && offset > record.offset);
      await this.parked.park(reason, [record, ...later]);
    }
  }

  /** Tries a parked key again from the record that failed; with `skip` that record is left out, on record. */
  async retry(key: string, skip: boolean): Promise<Retried> {
    const parked = this.parked.all.find((each) => each.key === key);
    const [first] = parked?.waiting ?? [];
    if (!first) return 'not parked';
    const apply = (records: readonly ReadRecord[]) => this.folder.apply(records);
    return this.inTurn(first.partition, () => this.parked.retry(key, { skip, apply }));
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
