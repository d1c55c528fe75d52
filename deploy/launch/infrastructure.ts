/**
 * Broker and store of one instance, for whoever needs them: `npm start`, the integration tests, the crash
 * test. Each may be killed and brought back; addresses given by KAFKA_BROKERS and MONGODB_URI are used
 * instead of own processes.
 */
import { brokerProgram, brokerReady, formatBroker } from './broker';
import { type InstanceDirs, type InstanceHome, openHome } from './instance-home';
import { type KeptProgram, type Program, type Watcher, keepRunning } from './kept-program';
import { LaunchFailure } from './launch-failure';
import { assertPortsFree, findFreeBase } from './port-check';
import { type PortPlan, infrastructurePorts, planPorts } from './port-plan';
import { prepareInfrastructure } from './setup';
import { assertStoreReachable, embeddedStoreUri, storeProgram, storeReady } from './store';
import { assertOnlyOne, journalPartitions, prepareTopics } from './topics';

/** What to start, and where. */
export interface InfrastructureOptions {
  readonly dataDir: string;
  /** 0 takes a free span of ports. */
  readonly portBase: number;
  readonly instance: string;
  /** Is told of unexpected ends and restarts; by default nobody is. */
  readonly watcher?: Partial<Watcher>;
}

/** A running broker and a running store. */
export interface Infrastructure {
  readonly brokers: string;
  readonly mongoUri: string;
  readonly ports: PortPlan;
  readonly portBase: number;
  readonly dirs: InstanceDirs;
  /** Kills the broker as a crash would; it stays down until `restartBroker`. */
  killBroker(): Promise<void>;
  killStore(): Promise<void>;
  /** Starts it again on the same port and data and waits until it serves. */
  restartBroker(): Promise<void>;
  restartStore(): Promise<void>;
  stop(): Promise<void>;
}

/** Longest time each is given to end by itself. */
const graceMs = 20_000;

/** Prepares what is missing, takes the data directory and starts both. */
export async function startInfrastructure(options: InfrastructureOptions): Promise<Infrastructure> {
  const home = await openHome(options.dataDir, options.instance);
  try {
    await prepareInfrastructure();
    const raised = await raiseInfrastructure(home, options);
    const stop = async () => {
      await raised.stop();
      home.close();
    };
    return { ...raised, stop };
  } catch (error) {
    home.close();
    throw error;
  }
}

/** Starts both in a directory that is already held. */
export async function raiseInfrastructure(
  home: InstanceHome,
  options: Pick<InfrastructureOptions, 'portBase' | 'watcher'>,
): Promise<Infrastructure> {
  const portBase = options.portBase || (await findFreeBase());
  const ports = planPorts(portBase);
  const brokers = process.env['KAFKA_BROKERS'];
  const mongoUri = process.env['MONGODB_URI'];
  const own = infrastructurePorts(ports).filter(({ use }) => (use === 'store' ? !mongoUri : !brokers));
  await assertPortsFree(own);
  home.note({ portBase, ports });
  const watcher = watcherOf(home, options.watcher);
  const parts = await Promise.allSettled([
    brokers ? external(brokers) : ownBroker(home, ports, watcher),
    mongoUri ? externalStore(mongoUri) : ownStore(home, ports, watcher),
  ]);
  const [broker, store] = parts.map((part) => (part.status === 'fulfilled' ? part.value : undefined));
  const stop = async () => {
    await broker?.stop();
    await store?.stop();
  };
  try {
    const failed = parts.find((part) => part.status === 'rejected');
    if (failed || !broker || !store) throw failed?.reason;
    const partitions = journalPartitions[brokers ? 'cluster' : 'embedded'];
    const topics = () => prepareTopics(broker.address, home.record.instance, partitions);
    await topics();
    if (brokers) await assertOnlyOne(brokers, home.record.instance);
    home.note({ brokers: broker.address, mongoUri: store.address });
    const { kill: killBroker } = broker;
    const restartBroker = async () => {
      await broker.restart();
      await topics();
    };
    const { kill: killStore, restart: restartStore } = store;
    const facts = { brokers: broker.address, mongoUri: store.address, ports, portBase, dirs: home.dirs };
    return { ...facts, killBroker, killStore, restartBroker, restartStore, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A watcher that keeps the home's record and passes on the rest. */
export function watcherOf(home: InstanceHome, told: Partial<Watcher> = {}): Watcher {
  return {
    spawned(name, pid) {
      home.spawned(name, pid);
      told.spawned?.(name, pid);
    },
    exited(name, pid) {
      home.exited(pid);
      told.exited?.(name, pid);
    },
    restarting: (name, ending, delayMs) => told.restarting?.(name, ending, delayMs),
    refused: (name, ending) => told.refused?.(name, ending),
  };
}

interface Part {
  readonly address: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function ownBroker(home: InstanceHome, ports: PortPlan, watcher: Watcher): Promise<Part> {
  await formatBroker(home.dirs.broker, ports);
  const program = brokerProgram(home.dirs.broker, home.dirs.logs);
  return ownPart(program, watcher, `127.0.0.1:${ports.broker}`, (kept) => brokerReady(kept, ports));
}

function ownStore(home: InstanceHome, ports: PortPlan, watcher: Watcher): Promise<Part> {
  const program = storeProgram(home.dirs.store, ports.store, home.dirs.logs);
  return ownPart(program, watcher, embeddedStoreUri(ports.store), (kept) => storeReady(kept, ports.store));
}

async function ownPart(
  program: Program,
  watcher: Watcher,
  address: string,
  ready: (kept: KeptProgram) => Promise<void>,
): Promise<Part> {
  const kept = keepRunning(program, watcher);
  const part: Part = {
    address,
    kill: () => kept.kill9({ hold: true }),
    async restart() {
      await kept.restart();
      await ready(kept);
    },
    stop: () => kept.stop(graceMs),
  };
  try {
    await ready(kept);
    return part;
  } catch (error) {
    await part.stop();
    throw error;
  }
}

function external(address: string): Part {
  const refuse = async () => {
    throw new LaunchFailure(`${address} 不由本程序管理。`, `${address} is not run by this program.`);
  };
  return { address, kill: refuse, restart: refuse, stop: async () => {} };
}

async function externalStore(uri: string): Promise<Part> {
  await assertStoreReachable(uri);
  return external(uri);
}
