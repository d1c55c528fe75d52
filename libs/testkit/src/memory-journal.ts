// The journal in memory: partitions, groups and positions as the real one has them, without timers, so that a
// test or the simulation runs the same way every time. Faults are planted: an append that is refused, one
// that is stored while its answer is lost, one stored twice, a tail that is lost, a delivery that is held
// back.
import { JournalUnavailable } from '#platform/infrastructure-error';
import type { Heartbeat, Journal, JournalProbe, JournalWriter, KeptValue } from '#platform/journal/ports';
import type { JournalRecord, Position, ReadItem } from '#platform/journal/record';
import { type GroupLog, MemoryGroup, nextTurn } from './memory-journal-group';
import { MemoryLog } from './memory-log';

/** What may happen to an append. */
export type AppendFault = 'refused' | 'answer lost' | 'doubled';

/** What a memory journal is made of. */
export interface MemoryJournalOptions {
  readonly partitions: number;
  /** With `chances`: the same seed gives the same faults. */
  readonly seed?: number;
  /** Probability of each fault for every append, 0 … 1. */
  readonly chances?: Readonly<Partial<Record<AppendFault, number>>>;
  /** Most items of one delivered stretch; 500 when not given. */
  readonly stretch?: number;
  /** Waits before a failed stretch is delivered again; the next turn of the event loop when not given. */
  readonly pause?: () => Promise<void>;
  /**
   * Readers go on within the same turn of the event loop, and records are kept as they are handed in. A
   * simulation, which makes millions of stretches of one record and changes no record, saves itself turns
   * and copies.
   */
  readonly swift?: boolean;
}

/** One log, opened by as many services as a test wants. */
export interface MemoryJournal {
  open(writer: string): Journal;
  /** The next `count` appends meet the fault. */
  plant(fault: AppendFault, count?: number): void;
  /** Appends a record whose envelope cannot be understood. */
  plantUnreadable(key: string, why: string): Position;
  /** Loses everything of the partition from `offset` on, as a restored disk would. */
  truncate(partition: number, offset: number): void;
  /** Readers get nothing new until `release`. */
  hold(): void;
  release(): void;
  /** Makes every group assign its partitions anew. */
  rebalance(): void;
  /** Resolves when every running reader has read everything (or delivery is held). */
  settled(): Promise<void>;
  /** A copy of what stands in a partition. */
  partition(partition: number): readonly ReadItem[];
  /** How much stands in a partition. */
  length(partition: number): number;
  /** What stands in a partition, one after the other. */
  items(partition: number): Iterable<ReadItem>;
}

/** A journal in memory. */
export function memoryJournal(options: MemoryJournalOptions): MemoryJournal {
  return new InMemory(options);
}

/**
 * Turns of the event loop in which nothing moves before all is taken to be still: who joins what comes within
 * a turn, as a sender does, needs one for each step.
 */
const CALM_TURNS = 3;

class InMemory implements MemoryJournal, GroupLog {
  readonly partitions: MemoryLog[];
  held = false;
  private readonly groups = new Map<string, MemoryGroup>();
  private readonly planted: AppendFault[] = [];
  private readonly heartbeats = new Map<string, Heartbeat>();
  private readonly dataKeys: KeptValue[] = [];
  private readonly random: () => number;
  private appends = 0;

  constructor(readonly options: MemoryJournalOptions) {
    this.partitions = Array.from({ length: options.partitions }, () => new MemoryLog());
    this.random = seeded(options.seed ?? 1);
  }

  open(_writer: string): Journal {
    const probe = this.probe();
    const writer: JournalWriter = { append: async (records) => this.append(records), stop: async () => {} };
    const stops: (() => Promise<void>)[] = [];
    return {
      writer,
      probe,
      reader: (name) => {
        const member = this.group(name).member();
        stops.push(() => member.stop());
        return member;
      },
      heartbeats: {
        post: async (heartbeat) => void this.heartbeats.set(heartbeat.writer, { ...heartbeat }),
        follow: async () => this.heartbeats,
        read: async () => new Map(this.heartbeats),
      },
      dataKeys: {
        post: async (values) => void this.dataKeys.push(...values),
        readAll: async (onPage) => onPage([...this.dataKeys]),
      },
      stop: async () => {
        for (const stop of stops) await stop();
      },
    };
  }

  plant(fault: AppendFault, count = 1): void {
    for (let i = 0; i < count; i += 1) this.planted.push(fault);
  }

  plantUnreadable(key: string, why: string): Position {
    const partition = this.partitionOf(key);
    const log = this.log(partition);
    const position = { partition, offset: log.length };
    log.push({ unreadable: why, key, ...position, value: new Uint8Array([1, 2, 3]) });
    this.wake();
    return position;
  }

  truncate(partition: number, offset: number): void {
    this.log(partition).truncate(offset);
    this.rebalance();
  }

  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    this.wake();
  }

  rebalance(): void {
    for (const group of this.groups.values()) group.rebalance();
  }

  async settled(): Promise<void> {
    for (let [calm, known] = [0, this.appends]; calm < CALM_TURNS; known = this.appends) {
      await nextTurn();
      const still = known === this.appends && [...this.groups.values()].every((group) => group.calm());
      calm = still ? calm + 1 : 0;
    }
  }

  partition(partition: number): readonly ReadItem[] {
    return [...this.items(partition)];
  }

  length(partition: number): number {
    return this.log(partition).length;
  }

  items(partition: number): Iterable<ReadItem> {
    return this.log(partition).items();
  }

  private log(partition: number): MemoryLog {
    const log = this.partitions[partition];
    if (log === undefined) throw new Error(`No partition ${partition}`);
    return log;
  }

  private append(records: readonly JournalRecord[]): readonly Position[] {
    const fault = this.planted.shift() ?? this.chance();
    if (fault === 'refused') throw new JournalUnavailable('planted: the append was refused');
    const positions = this.store(records);
    if (fault === 'doubled') this.store(records);
    this.wake();
    if (fault === 'answer lost') throw new JournalUnavailable('planted: the answer was lost');
    return positions;
  }

  private store(records: readonly JournalRecord[]): readonly Position[] {
    this.appends += 1;
    return records.map((record) => {
      const partition = this.partitionOf(record.key);
      const log = this.log(partition);
      const position = { partition, offset: log.length };
      const own = this.options.swift
        ? record
        : { ...record, basis: { ...record.basis }, value: Uint8Array.from(record.value) };
      log.push({ ...own, ...position });
      return position;
    });
  }

  private chance(): AppendFault | undefined {
    for (const [fault, probability] of Object.entries(this.options.chances ?? {})) {
      if (this.random() < probability) return fault as AppendFault;
    }
    return undefined;
  }

  private probe(): JournalProbe {
    return {
      ends: async () => new Map(this.partitions.map((log, partition) => [partition, log.length])),
      at: async ({ partition, offset }) => this.partitions[partition]?.at(offset),
      scan: async (onItems) => {
        const ends = this.partitions.map((log) => log.length);
        const size = this.options.stretch ?? 500;
        for (const [partition, log] of this.partitions.entries()) {
          const end = ends[partition] as number;
          for (let at = 0; at < end; ) {
            const some = log.from(at, Math.min(size, end - at));
            if (some.length === 0) break;
            await onItems(some);
            at += some.length;
          }
        }
      },
      stop: async () => {},
    };
  }

  private group(name: string): MemoryGroup {
    const group = this.groups.get(name) ?? new MemoryGroup(this);
    this.groups.set(name, group);
    return group;
  }

  private wake(): void {
    for (const group of this.groups.values()) group.wake();
  }

  /** FNV-1a; only that one key always comes to one partition matters here. */
  private partitionOf(key: string): number {
    let hash = 2166136261;
    for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619);
    return (hash >>> 0) % this.partitions.length;
  }
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
