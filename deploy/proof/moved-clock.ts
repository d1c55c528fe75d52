/**
 * The services of an instance in one process, over the real broker and store, with a clock that a test moves.
 * Deciders, folds, relays, sweeps, heartbeats and the gate before every card run as in production, only more
 * often; what they take for the present is said by the test. The vault is in memory.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createCasework } from '#casework/service';
import { createIntake } from '#intake/service';
import { createKnowledge } from '#knowledge/service';
import { createNotification } from '#notification/service';
import { processMetrics } from '#platform/edge/metrics';
import type { Peer } from '#platform/edge/grpc-client';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { openKafkaJournal } from '#platform/journal/kafka-journal';
import { ServiceRuntime } from '#platform/runtime/service-runtime';
import { type Timers, wallTimers } from '#platform/runtime/timers';
import { untraced } from '#platform/runtime/tracing';
import { type MongoStore, openMongoStore } from '#platform/store/mongo-connection';
import { mongoDocumentStore } from '#platform/store/mongo-document-store';
import { mongoReaderStore } from '#platform/store/mongo-reader-store';
import { mongoTable } from '#platform/store/mongo-table';
import type { DocumentStore } from '#platform/store/ports';
import type { VersionBook } from '#platform/version-book';
import { createSupervision } from '#supervision/service';
import { memoryVault } from '#testkit/memory-host';
import { createTriage } from '#triage/service';
import type { Infrastructure } from '../launch/infrastructure';
import { byText, oneFinder } from '../../services/simulation/test/officer';

/** How long everything must have been still to count as settled, and how often that is looked at (ms). */
const STILL_MS = 600;
const LOOK_MS = 100;
/** Longest wait for everything to settle at one instant. */
const PATIENCE_MS = 60_000;
/** How long what is overdue may take before it is held to wait for the gate. */
const OVERDUE_MS = 3000;
const SECOND_MS = 1000;
/** Timers up to this period (ms) only look whether there is something to do. */
const LOOKS_MS = 5000;

/** Whoever moves the clock has no patience with sweeps. */
const HURRIED: Timers = {
  every: (periodMs, work) => wallTimers.every(periodMs <= LOOKS_MS ? LOOK_MS : periodMs, work),
  pause: (ms) => wallTimers.pause(Math.min(ms, LOOK_MS)),
};

type Handlers = Readonly<Record<string, (request: never) => Promise<unknown>>>;

/** A running instance whose clock stands still until it is moved. */
export interface MovedClock {
  readonly now: () => number;
  /** Lets happen what comes due up to the instant (epoch ms), each at its time. */
  readonly runTo: (at: number) => Promise<void>;
  readonly call: <Answer>(service: string, method: string, request: unknown) => Promise<Answer>;
  /** The clock moves at once, and nothing that comes due on the way happens at its time. */
  readonly jumpTo: (at: number) => Promise<void>;
  /** A service ends; what its heartbeats said last stays on the board. */
  readonly goesAway: (service: string) => Promise<void>;
  /** It starts again, with nothing in hand but store and journal. */
  readonly comesBack: (service: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What an instance is opened with. */
export interface MovedClockParts {
  readonly infrastructure: Pick<Infrastructure, 'brokers' | 'mongoUri'>;
  readonly instance: string;
  readonly versions: VersionBook;
  readonly dataDir: string;
  /** Epoch ms. */
  readonly startAt: number;
  /**
   * By service, from what gap between heartbeats on it was away (ms): longer than the clock is ever moved at
   * once while it runs.
   */
  readonly outagesFromMs?: Readonly<Record<string, number>>;
}

/** Opens it with an empty journal. */
export async function openMovedClock(parts: MovedClockParts): Promise<MovedClock> {
  const ground = new MovedGround(parts);
  await ground.open();
  return ground;
}

const CREATORS: Readonly<Record<string, (host: ServiceHost) => Hosted>> = {
  knowledge: (host) => createKnowledge(host, { createFinder: oneFinder }),
  triage: (host) => createTriage(host, { train: byText }),
  intake: createIntake,
  casework: createCasework,
  supervision: createSupervision,
  notification: createNotification,
};

/** A service at work, with the documents it decides on. */
interface Running {
  readonly host: ServiceHost;
  readonly hosted: Hosted;
  readonly documents: readonly DocumentStore<unknown>[];
}

class MovedGround implements MovedClock {
  private current: number;
  private readonly stores: MongoStore[] = [];
  private readonly running = new Map<string, Running>();
  private readonly peers: Record<string, Handlers> = {};
  private readonly vault = memoryVault();

  constructor(private readonly parts: MovedClockParts) {
    this.current = parts.startAt;
  }

  readonly now = (): number => this.current;

  async open(): Promise<void> {
    for (const name of Object.keys(CREATORS)) await this.create(name);
    for (const { hosted, host } of this.running.values()) {
      await hosted.prepare?.();
      await host.runtime.start();
    }
    await this.settled();
    for (const { hosted } of this.running.values()) await hosted.begin?.();
  }

  private async create(name: string): Promise<Running> {
    const documents: DocumentStore<unknown>[] = [];
    const host = await this.host(name, documents);
    const hosted = (CREATORS[name] as (host: ServiceHost) => Hosted)(host);
    const running = { host, hosted, documents };
    this.running.set(name, running);
    this.peers[name] = Object.assign({}, ...hosted.grpc.map(({ handlers }) => handlers)) as Handlers;
    return running;
  }

  async jumpTo(at: number): Promise<void> {
    this.current = at;
    await this.settled();
  }

  async goesAway(name: string): Promise<void> {
    const running = this.running.get(name);
    this.running.delete(name);
    this.peers[name] = {};
    await running?.hosted.stop?.();
    await running?.host.runtime.stop();
  }

  async comesBack(name: string): Promise<void> {
    const { host, hosted } = await this.create(name);
    await hosted.prepare?.();
    await host.runtime.start();
    await this.settled();
    await hosted.begin?.();
    await this.settled();
  }

  private async host(service: string, made: DocumentStore<unknown>[]): Promise<ServiceHost> {
    const { instance, versions, dataDir, infrastructure } = this.parts;
    const { now, vault } = this;
    const outageFromMs = this.parts.outagesFromMs?.[service];
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const store = await openMongoStore({ uri: infrastructure.mongoUri, instance, service });
    this.stores.push(store);
    const brokers = [infrastructure.brokers];
    const journal = await openKafkaJournal({ brokers, instance, clientId: `${instance}.${service}`, log });
    const runtime = new ServiceRuntime({
      instance,
      service,
      journal,
      documents: <S>(collection: string, lookups: Readonly<Record<string, 'unique' | 'index'>>) => {
        const documents = mongoDocumentStore<S>(store, collection, { lookups, log });
        made.push(documents as unknown as DocumentStore<unknown>);
        return documents;
      },
      readers: mongoReaderStore(store),
      vault,
      tracing: untraced,
      now,
      timers: HURRIED,
      log: () => undefined,
      ...(outageFromMs !== undefined && { outageFromMs }),
      restart: (reason) => {
        throw new Error(reason);
      },
    });
    return {
      ...{ instance, runtime, vault, versions, log, now, dataDir, timers: HURRIED },
      metrics: processMetrics().of(service),
      secret: new Uint8Array(32),
      table: (table, indexes) => mongoTable(store, table, indexes),
      peer: (_client, name) => (this.peers[name] ?? {}) as unknown as Peer<never>,
      setting: () => undefined,
    };
  }

  async call<Answer>(service: string, method: string, request: unknown): Promise<Answer> {
    const handler = this.peers[service]?.[method];
    if (handler === undefined) throw new Error(`${service} has no ${method}`);
    return (await handler(request as never)) as Answer;
  }

  async runTo(endAt: number): Promise<void> {
    await this.settled();
    for (let next = await this.nextDue(endAt); next !== undefined; next = await this.nextDue(endAt)) {
      if (this.current >= endAt) break;
      // What stays due waits for the gate: the clock goes on second by second, as the sweeps do.
      this.current = Math.min(endAt, Math.max(next, this.current) + SECOND_MS);
      await this.settled();
    }
    this.current = Math.max(this.current, endAt);
    await this.settled();
  }

  private async nextDue(until: number): Promise<number | undefined> {
    const stores = [...this.running.values()].flatMap(({ documents }) => documents);
    const due = await Promise.all(stores.map((store) => store.due(until, 500)));
    const instants = due.flat().flatMap(({ nextDueAt }) => nextDueAt ?? []);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  /** Nothing unread, unpublished or overdue for a while; what stays overdue waits for the gate. */
  private async settled(): Promise<void> {
    const begun = Date.now();
    let before = '';
    for (let since = begun; Date.now() - since < STILL_MS; await sleep(LOOK_MS)) {
      const { moving, overdue, read } = await this.unrest();
      const waits = overdue && Date.now() - begun < OVERDUE_MS;
      if (moving || waits || read !== before) since = Date.now();
      before = read;
      if (Date.now() - begun > PATIENCE_MS)
        throw new Error(`Not settled within ${PATIENCE_MS / 1000} s: ${read}`);
    }
  }

  async stop(): Promise<void> {
    for (const { hosted } of this.running.values()) await hosted.stop?.();
    for (const { host } of this.running.values()) await host.runtime.stop();
    for (const store of this.stores) await store.stop();
  }

  private async unrest(): Promise<{ moving: boolean; overdue: boolean; read: string }> {
    const runtimes = [...this.running.values()].map(({ host }) => host.runtime);
    const status = await Promise.all(runtimes.map((runtime) => runtime.status()));
    const ends = await runtimes[0]?.ports.journal.probe.ends();
    const loops = status.flatMap((one) => one.loops);
    const behind = loops.some(
      ({ ready, partitions }) =>
        !ready || partitions.some(({ partition, next }) => next < (ends?.get(partition) ?? 0)),
    );
    const parked = status.reduce((sum, one) => sum + one.parked, 0);
    if (parked > 0) throw new Error(`${parked} keys are parked`);
    const unpublished = status.some(({ outboxOldestAt }) => outboxOldestAt !== undefined);
    const overdue = (await this.nextDue(this.current)) !== undefined;
    const read = loops.map(
      ({ group, partitions }) => `${group} ${partitions.map(({ next }) => next).join()}`,
    );
    return { moving: behind || unpublished, overdue, read: read.join(' ') };
  }
}
