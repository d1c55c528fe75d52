// Puts the parts of one service together: its deciders with their relays, its read models, their loops, the
// heartbeat and the watch over journal and store. A service says what it decides; everything else is here,
// once.
import type { Heartbeat, Journal } from '../journal/ports';
import { isUnreadable } from '../journal/record';
import type { DocumentStore, ReaderStore } from '../store/ports';
import { Absence } from './absence';
import { Aggregate } from './aggregate';
import type { Vault } from './codec';
import { type Comparison, compareAggregate, compareDocuments } from './compare';
import type { Folder } from './folder';
import { JournalLoop, type LoopStatus } from './loop';
import { memoryFold } from './memory-fold';
import { Projection, type ProjectionSpec } from './projection';
import { Relay } from './relay';
import { type Randomness, systemRandomness } from './randomness';
import type { AggregateSpec } from './step';
import { type Timers, wallTimers } from './timers';
import type { Tracing } from './tracing';

type Typed = { type: string };

const HEARTBEAT_MS = 1000;
const STUCK_MS = 60_000;

/** What a service is given to run on. */
export interface RuntimePorts {
  readonly instance: string;
  readonly service: string;
  readonly journal: Journal;
  readonly documents: <S>(
    collection: string,
    lookups: Readonly<Record<string, 'unique' | 'index'>>,
  ) => DocumentStore<S>;
  readonly readers: ReaderStore;
  readonly vault: Vault;
  readonly tracing: Tracing;
  readonly now: () => number;
  /** The machine's when not given. */
  readonly timers?: Timers;
  /** The machine's when not given. */
  readonly random?: Randomness;
  /**
   * From what time without heartbeats on a writer counts as having been away (ms). Where it is not given, as
   * under a clock that jumps, none does.
   */
  readonly outageFromMs?: number;
  readonly log: (code: string, fields: Record<string, string | number>) => void;
  /** Ends the process so that its supervisor starts it anew. */
  readonly restart: (reason: string) => never;
}

/** State of a service for readiness, metrics and the operator. */
export interface RuntimeStatus {
  readonly ready: boolean;
  readonly loops: readonly (LoopStatus & { lag: number })[];
  readonly behindSince?: number;
  readonly parked: number;
  readonly outboxOldestAt?: number;
}

interface Decides {
  readonly relay: Relay;
  readonly store: DocumentStore<unknown>;
  readonly compare: () => Promise<Comparison>;
}

/** One service at work. */
export class ServiceRuntime {
  private readonly loops = new Map<string, JournalLoop>();
  private readonly folders = new Map<string, Folder>();
  private readonly deciders = new Map<string, Decides>();
  private readonly comparisons = new Map<string, () => Promise<Comparison>>();
  private readonly progress = new Map<string, { lag: number; read: number; since: number }>();
  private stopBeating: () => void = () => {};
  private beating = false;
  private suspect = false;
  private opened = false;
  private readonly absence: Absence | undefined;

  constructor(readonly ports: RuntimePorts) {
    if (ports.outageFromMs !== undefined) this.absence = new Absence(ports.outageFromMs);
  }

  /** Adds a decider; `collection` is its document collection. */
  aggregate<S, C, O extends Typed, F extends Typed, P>(
    spec: AggregateSpec<S, C, O, F, P>,
    collection: string,
    lookups: Readonly<Record<string, 'unique' | 'index'>> = {},
  ): Aggregate<S, C, O, F, P> & { store: DocumentStore<S> } {
    const { journal, vault, tracing, now, instance } = this.ports;
    const { timers = wallTimers, random = systemRandomness } = this.ports;
    const store = this.ports.documents<S>(collection, lookups);
    const anyStore = store as DocumentStore<unknown>;
    const onTrouble = (code: string, error: unknown) =>
      this.ports.log(code, { writer: spec.writer, reason: error instanceof Error ? error.name : 'unknown' });
    const relay = new Relay({
      instance,
      writer: spec.writer,
      store: anyStore,
      journal: journal.writer,
      now,
      timers,
      onTrouble,
    });
    const waits = (key: string) => this.loops.get(spec.writer)?.holds(key) ?? false;
    const aggregate = new Aggregate(spec, { store, relay, vault, tracing, now, random, waits });
    const compare = () => compareAggregate(spec, store, journal.probe, vault);
    this.deciders.set(spec.writer, { relay, store: anyStore, compare });
    this.comparisons.set(spec.writer, compare);
    this.folder(aggregate);
    return Object.assign(aggregate, { store });
  }

  /** Adds a read model. */
  projection<V, E extends Typed>(
    spec: ProjectionSpec<V, E>,
    collection: string,
    lookups: Readonly<Record<string, 'unique' | 'index'>> = {},
  ): DocumentStore<V> {
    const store = this.ports.documents<V>(collection, lookups);
    this.folder(new Projection(spec, store, this.ports.vault));
    this.comparisons.set(spec.group, async () => {
      const bare = { ...spec, rows: async () => undefined };
      const rebuilt = await memoryFold(bare, this.ports.journal.probe, this.ports.vault);
      return compareDocuments(spec.group, store, rebuilt);
    });
    return store;
  }

  /**
   * Adds anything else that reads the journal; `compare` proves that what it keeps is what the journal makes.
   */
  folder(folder: Folder, compare?: () => Promise<Comparison>): void {
    const { journal, readers, now, log, restart } = this.ports;
    const reader = journal.reader(folder.group, { unhurried: folder.unhurried ?? false });
    const ports = { reader, probe: journal.probe, store: readers, now, log, restart };
    this.loops.set(folder.group, new JournalLoop(folder, ports));
    this.folders.set(folder.group, folder);
    if (compare) this.comparisons.set(folder.group, compare);
  }

  /** Mends a journal that lost its tail, then reads it to its end, relays, and says that it lives. */
  async start(): Promise<void> {
    for (const [writer, { relay, store }] of this.deciders) {
      if (await this.journalKeeps(store)) continue;
      const count = await relay.republishKept();
      this.ports.log('journal-mended', { writer, count });
    }
    this.opened = true;
    for (const { relay } of this.deciders.values()) relay.start();
    for (const loop of this.loops.values()) await loop.start();
    this.stopBeating = (this.ports.timers ?? wallTimers).every(HEARTBEAT_MS, () => void this.beat());
    if (this.absence) void this.beat();
  }

  /**
   * True when every loop has read to where the journal ended at start, and what was missed while away is on
   * the board; commands wait for it.
   */
  get ready(): boolean {
    return (
      this.opened &&
      this.absence?.told !== false &&
      [...this.loops.values()].every((loop) => loop.status.ready)
    );
  }

  async status(): Promise<RuntimeStatus> {
    const behind = [...this.deciders.values()].flatMap(({ relay }) => relay.behindSince ?? []);
    const oldest: number[] = [];
    for (const { store } of this.deciders.values()) {
      const at = await store.oldestUnpublishedAt();
      if (at !== undefined) oldest.push(at);
    }
    const loops = [...this.loops.values()].map(({ status }) => {
      return { ...status, lag: this.progress.get(status.group)?.lag ?? 0 };
    });
    return {
      ready: this.ready,
      loops,
      parked: loops.reduce((sum, { parked }) => sum + parked, 0),
      ...(behind.length > 0 && { behindSince: Math.min(...behind) }),
      ...(oldest.length > 0 && { outboxOldestAt: Math.min(...oldest) }),
    };
  }

  /** Records of the journal not yet read, over all loops, as of the last beat. */
  get lag(): number {
    return [...this.progress.values()].reduce((sum, { lag }) => sum + lag, 0);
  }

  get parkedCount(): number {
    return [...this.loops.values()].reduce((sum, { status }) => sum + status.parked, 0);
  }

  /** Loop of a group, for parked keys. */
  loop(group: string): JournalLoop | undefined {
    return this.loops.get(group);
  }

  get groups(): readonly string[] {
    return [...this.loops.keys()];
  }

  /** Throws a group's documents away and restarts the process, which builds them from the journal. */
  async rebuild(group: string): Promise<never> {
    const loop = this.loops.get(group);
    if (!loop) throw new Error(`No reader group ${group}`);
    const decides = this.deciders.get(group);
    if (decides && !(await decides.relay.flush(10_000)))
      throw new Error('The outbox could not be emptied; nothing was done');
    await loop.stop();
    await loop.startOver();
    return this.ports.restart(`rebuild of ${group}`);
  }

  /** Holds every document against what the journal makes of it. */
  async compare(): Promise<readonly Comparison[]> {
    const results: Comparison[] = [];
    for (const compare of this.comparisons.values()) results.push(await compare());
    return results;
  }

  /** Drains: loops first, then what they left in the outboxes, then the journal. */
  async stop(): Promise<void> {
    this.stopBeating();
    await Promise.all([...this.loops.values()].map((loop) => loop.stop()));
    await Promise.all([...this.deciders.values()].map(({ relay }) => relay.stop()));
    await this.ports.journal.stop();
  }

  private async journalKeeps(store: DocumentStore<unknown>): Promise<boolean> {
    for (const [partition, { offset, id }] of await store.latestAcknowledged()) {
      const item = await this.ports.journal.probe.at({ partition, offset });
      if (!item || isUnreadable(item) || item.id !== id) return false;
    }
    return true;
  }

  /** Once a second: how far we are, how far we have published, and whether the journal is still the same. */
  private async beat(): Promise<void> {
    if (this.beating) return;
    this.beating = true;
    try {
      // Where the loops are is noted first: they read on while the journal is asked where it ends.
      const reading = [...this.loops.values()].map((loop) => loop.status);
      const ends = await this.ports.journal.probe.ends();
      if (this.absence?.told === false) this.absence.recall(await this.ports.journal.heartbeats.read());
      if (this.suspect) await this.checkAfterOutage();
      this.suspect = false;
      for (const status of reading) this.watch(status, ends);
      const parked = [...this.loops.values()].flatMap((loop) => loop.parkedKeys.map(({ key }) => key));
      for (const [writer, { relay }] of this.deciders)
        await this.post({ writer, publishedThroughAt: await relay.publishedThroughAt(), parked });
      if (this.absence) this.absence.told = true;
    } catch (error) {
      if (!this.suspect)
        this.ports.log('journal-unreachable', { reason: error instanceof Error ? error.name : 'unknown' });
      this.suspect = true;
    } finally {
      this.beating = false;
    }
  }

  private async post(heartbeat: Heartbeat): Promise<void> {
    const { heartbeats } = this.ports.journal;
    const { absence } = this;
    if (absence === undefined) return heartbeats.post(heartbeat);
    const presence = absence.presenceAt(heartbeat.writer, this.ports.now());
    await heartbeats.post({ ...heartbeat, ...presence });
    absence.posted(heartbeat.writer, presence);
  }

  private async checkAfterOutage(): Promise<void> {
    for (const [writer, { store }] of this.deciders) {
      if (!(await this.journalKeeps(store)))
        this.ports.restart(`${writer}: the journal was put back to an older copy`);
    }
    this.ports.log('journal-reachable', {});
  }

  private watch({ group, partitions }: LoopStatus, ends: ReadonlyMap<number, number>): void {
    const now = this.ports.now();
    const lags = partitions.map(({ partition, next }) => (ends.get(partition) ?? 0) - next);
    if (lags.some((lag) => lag < 0)) this.ports.restart(`${group}: the journal ends before what was read`);
    const lag = lags.reduce((sum, each) => sum + each, 0);
    const read = partitions.reduce((sum, { next }) => sum + next, 0);
    const before = this.progress.get(group);
    const since = before === undefined || lag === 0 || read !== before.read ? now : before.since;
    this.progress.set(group, { lag, read, since });
    if (now - since > STUCK_MS)
      this.ports.restart(`${group}: no progress for ${STUCK_MS / 1000} s with lag ${lag}`);
  }
}
