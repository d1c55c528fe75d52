// An instance within one process: the services as they are shipped, over a journal and stores in memory, with
// each other's doors called directly. Only time, randomness, journal, stores and vault are others than in
// production; what decides, folds, relays and gates is the same code.
import { createCasework } from '#casework/service';
import { createIntake } from '#intake/service';
import { type KnowledgeParts, createKnowledge } from '#knowledge/service';
import { createNotification } from '#notification/service';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import type { RuntimePorts, ServiceRuntime } from '#platform/runtime/service-runtime';
import type { VersionBook } from '#platform/version-book';
import { createSupervision } from '#supervision/service';
import { type MemoryVault, memoryHost, memoryVault } from '#testkit/memory-host';
import { type MemoryJournal, memoryJournal } from '#testkit/memory-journal';
import { type MemoryDocumentStore, memoryDocumentStore } from '#testkit/memory-store';
import { type TriageParts, createTriage } from '#triage/service';
import { finderForSimulation, trainForSimulation } from './schooled-classifier';
import { seededKey, seededRandomness } from './seeded-randomness';
import type { VirtualTime } from './virtual-time';

/** What an instance is made of. */
export interface InstanceParts {
  readonly instance: string;
  readonly seed: number;
  readonly versions: VersionBook;
  readonly time: VirtualTime;
  readonly partitions: number;
  /** Brings another classifier; the one of production when not given. */
  readonly train?: TriageParts['train'];
  /** Brings another finder of answers; the one of production when not given. */
  readonly createFinder?: KnowledgeParts['createFinder'];
  /** Nobody will ask for the course of a case or for its messages: they are not kept. */
  readonly forgetful?: boolean;
}

/** What is written for every event and read by people alone. */
const FORGOTTEN: readonly string[] = ['timeline', 'outbox_sms'];

type Handlers = Record<string, (request: never) => Promise<unknown>>;

const SERVICES = ['knowledge', 'intake', 'triage', 'casework', 'supervision', 'notification'] as const;

/** A running instance. */
export interface Instance {
  /** Its name. */
  readonly instance: string;
  readonly journal: MemoryJournal;
  readonly vault: MemoryVault;
  readonly hosts: Readonly<Record<string, ServiceHost>>;
  /** Calls a method of a service as its peers and the gateway would. */
  readonly call: <Answer>(service: string, method: string, request: unknown) => Promise<Answer>;
  /** When the next document of any service wants to be looked at (epoch ms). */
  readonly dueAt: () => number | undefined;
  /** Resolves when nothing moves any more at this instant. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts an instance with an empty journal. */
export async function startInstance(parts: InstanceParts): Promise<Instance> {
  const { instance, seed, versions, time, partitions, createFinder } = parts;
  const journal = memoryJournal({ partitions, swift: true });
  const vault = memoryVault(seededKey(seed));
  const stores: MemoryDocumentStore<unknown>[] = [];
  const documents: RuntimePorts['documents'] = <S>(
    _collection: string,
    lookups: Readonly<Record<string, 'unique' | 'index'>>,
  ) => {
    const store = memoryDocumentStore<S>({ lookups, handsOut: 'originals' });
    stores.push(store as unknown as MemoryDocumentStore<unknown>);
    return store;
  };
  // Who takes hold of a peer while it is put together itself gets the one that is filled a moment later.
  const peers: Record<string, Handlers> = Object.fromEntries(SERVICES.map((name) => [name, {}]));
  const hosts: Record<string, ServiceHost> = {};
  const host = (service: string): ServiceHost => {
    const random = seededRandomness(seed, service);
    const rows = (table: string) =>
      parts.forgetful && FORGOTTEN.includes(table) ? ('none' as const) : ('originals' as const);
    const shared = { instance, service, journal, vault, versions, documents, peers, random, rows };
    const opened = memoryHost({ ...shared, now: time.now, timers: time });
    hosts[service] = opened;
    return opened;
  };
  const triage = createTriage(host('triage'), { train: parts.train ?? trainForSimulation });
  Object.assign(peers['triage'] ?? {}, triage.handlers);
  const services: Readonly<Record<(typeof SERVICES)[number], Hosted>> = {
    knowledge: createKnowledge(host('knowledge'), { createFinder: createFinder ?? finderForSimulation }),
    intake: createIntake(host('intake')),
    triage,
    casework: createCasework(host('casework')),
    supervision: createSupervision(host('supervision')),
    notification: createNotification(host('notification')),
  };
  const all = Object.entries(services);
  for (const [name, hosted] of all) Object.assign(peers[name] ?? {}, handlersOf(hosted));
  for (const [name, hosted] of all) {
    await hosted.prepare?.();
    await hosts[name]?.runtime.start();
  }
  await journal.settled();
  for (const [, hosted] of all) await hosted.begin?.();
  return {
    instance,
    journal,
    vault,
    hosts,
    call: async <Answer>(service: string, method: string, request: unknown) => {
      const handler = peers[service]?.[method];
      if (handler === undefined) throw new Error(`${service} has no ${method}`);
      return (await handler(request as never)) as Answer;
    },
    dueAt: () => earliest(stores),
    settled: async () => {
      await triage.schooled();
      await journal.settled();
      for (const { runtime } of Object.values(hosts)) if (runtime.parkedCount > 0) throw parkedIn(runtime);
    },
    stop: async () => {
      for (const [name, hosted] of all) {
        await hosted.stop?.();
        await hosts[name]?.runtime.stop();
      }
    },
  };
}

/** In a simulation nothing is broken but what is wrong in the code: it ends and says where. */
function parkedIn(runtime: ServiceRuntime): Error {
  const keys = runtime.groups.flatMap((group) => runtime.loop(group)?.parkedKeys ?? []);
  return new Error(keys.map(({ eventId, reason }) => `${eventId} is parked: ${reason}`).join('; '));
}

function handlersOf(hosted: Hosted): Handlers {
  return Object.assign({}, ...hosted.grpc.map(({ handlers }) => handlers)) as Handlers;
}

function earliest(stores: readonly MemoryDocumentStore<unknown>[]): number | undefined {
  let first: number | undefined;
  for (const store of stores) {
    const at = store.earliestDue();
    if (at !== undefined && (first === undefined || at < first)) first = at;
  }
  return first;
}
