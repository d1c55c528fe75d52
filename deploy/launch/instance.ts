/**
 * A whole instance: broker, store and services, each a process of its own (or all services in one,
 * `compact`). `npm start` runs one; tests run several side by side and kill what they like.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pack } from '#policy/pack';
import { rolesOf, sightsOf } from '#policy/scopes';
import { contentOf } from './content';
import { type Credentials, credentialsOf } from './credentials';
import {
  type Infrastructure,
  type InfrastructureOptions,
  raiseInfrastructure,
  watcherOf,
} from './infrastructure';
import { loadHistory } from './history';
import { type InstanceHome, openHome } from './instance-home';
import { type KeptProgram, type Watcher, keepRunning } from './kept-program';
import { LaunchFailure, badConfiguration } from './launch-failure';
import { assertLoadedWhole, historyMarker } from './loaded-history';
import { assertPortsFree } from './port-check';
import { freePortsOf } from './port-freeing';
import { type PortPlan, servicePorts } from './port-plan';
import { type Surroundings, calendarDirOf, defaults, environmentFor, peersOf } from './service-environment';
import { edgeService, serviceRows } from './services';
import { prepareInfrastructure, prepareServices } from './setup';
import { builtServices, bundleOf } from './setup-bundles';

/** What to start, and how. */
export interface InstanceOptions extends InfrastructureOptions {
  /** All services in one process. */
  readonly compact?: boolean;
  /** Names of the services to run; by default every service. */
  readonly services?: readonly string[];
  readonly packDir?: string;
  readonly profileDir?: string;
  /** File of a history to load before the services start; only into an empty journal. */
  readonly history?: string;
  /** Program files by service name; by default the bundles in `dist/`. */
  readonly programFile?: (name: string) => string;
  /** Longest wait until all services are ready; default 120 000 ms. */
  readonly readyWithinMs?: number;
}

/** A service's process, to be killed and restarted by tests. */
export type RunningService = Pick<KeptProgram, 'pid' | 'kill9' | 'restart' | 'logFile'>;

/** A running instance. */
export interface Instance {
  /** `http://127.0.0.1:<port>` of the public API. */
  readonly address: string;
  /** gRPC addresses by service. */
  readonly peers: Readonly<Record<string, string>>;
  /** By role of the packs and of the product itself. */
  readonly tokens: Readonly<Record<string, string>>;
  /** By service name; with `compact` the only key is `compact`. */
  readonly services: Readonly<Record<string, RunningService>>;
  readonly infrastructure: Infrastructure;
  /** Resolves when a service refuses its configuration while the instance runs. */
  readonly refused: Promise<LaunchFailure>;
  /** Drains the web door, then the services, then broker and store; no process is left. */
  stop(): Promise<void>;
  /** Kills everything at once. */
  killAll(): Promise<void>;
}

const drainMs = 15_000;

/** Prepares what is missing, takes the data directory and starts everything. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const home = await openHome(options.dataDir, options.instance);
  try {
    await prepareInfrastructure();
    if (!options.programFile) await prepareServices();
    return await raiseInstance(home, options);
  } catch (error) {
    home.close();
    throw error;
  }
}

/** Starts everything in a directory that is already held; closes the directory at the end. */
export async function raiseInstance(home: InstanceHome, options: InstanceOptions): Promise<Instance> {
  let refuse: (failure: LaunchFailure) => void = () => {};
  const refused = new Promise<LaunchFailure>((resolve) => {
    refuse = resolve;
  });
  const { packDir = defaults.packDir, profileDir = defaults.profileDir } = options;
  const { packs } = contentOf({ packDir, profileDir, calendarDir: calendarDirOf() });
  assertLoadedWhole(home.dirs.data);
  const infrastructure = await raiseInfrastructure(home, options);
  const credentials = credentialsOf(home.dirs.data, rolesOf(packs));
  if (options.history !== undefined)
    await loadHistory(options.history, {
      brokers: infrastructure.brokers,
      instance: options.instance,
      dataDir: home.dirs.data,
      secretFile: credentials.secretFile,
    }).catch(async (error: unknown) => {
      await infrastructure.stop();
      throw error;
    });
  const around = surroundings(home, infrastructure, credentials, options);
  let kept: KeptProgram[] = [];
  const told: Partial<Watcher> = {
    ...options.watcher,
    restarting(name, ending, delayMs) {
      options.watcher?.restarting?.(name, ending, delayMs);
      void freePortsOf(name, infrastructure.ports, kept);
    },
    refused(name, ending) {
      options.watcher?.refused?.(name, ending);
      refuse(refusal(name, ending.lastWords(6)));
    },
  };
  const stop = async () => {
    const last = kept.filter(({ name }) => name === edgeService);
    await Promise.all(last.map((program) => program.stop(drainMs)));
    await Promise.all(kept.map((program) => program.stop(drainMs)));
    await infrastructure.stop();
    home.close();
  };
  try {
    await assertPortsFree(
      servicePorts(infrastructure.ports).filter(({ use }) => usedBy(use, around.services)),
    );
    kept = startServices(around, home, options, watcherOf(home, told));
    const giveUp = new AbortController();
    const ready = allReady(around, kept, options.readyWithinMs ?? 120_000, giveUp.signal);
    const failure = await Promise.race([refused, ready]).finally(() => giveUp.abort());
    if (failure) throw failure;
  } catch (error) {
    await stop();
    throw error;
  }
  const address = `http://127.0.0.1:${infrastructure.ports.http}`;
  const peers = peersOf(around);
  home.note({ address, peers, compact: options.compact === true, reader: readerOf(packs) });
  const services = Object.fromEntries(kept.map((program) => [program.name, program]));
  const killAll = async () => {
    await Promise.all(kept.map((program) => program.stop(0)));
    await Promise.all(
      [infrastructure.killBroker(), infrastructure.killStore()].map((kill) => kill.catch(() => {})),
    );
    home.close();
  };
  return { address, peers, tokens: credentials.tokens, services, infrastructure, refused, stop, killAll };
}

/** A role that reads all cases of all packs, for the operator's tool; empty when no pack foresees one. */
function readerOf(packs: readonly Pack[]): string {
  const readsAll = (role: string) => packs.every((pack) => sightsOf(pack, role).has('all'));
  return rolesOf(packs).find(readsAll) ?? '';
}

function surroundings(
  home: InstanceHome,
  infrastructure: Infrastructure,
  credentials: Credentials,
  options: InstanceOptions,
): Surroundings {
  const known = options.programFile ? serviceRows : builtServices();
  const rows = known.filter(({ name }) => options.services?.includes(name) ?? true);
  return {
    instance: options.instance,
    brokers: infrastructure.brokers,
    mongoUri: infrastructure.mongoUri,
    dataDir: home.dirs.data,
    packDir: options.packDir ?? defaults.packDir,
    profileDir: options.profileDir ?? defaults.profileDir,
    credentials,
    ports: infrastructure.ports,
    historyLoadedAt: historyMarker(home.dirs.data),
    services: rows.map(({ name }) => name),
  };
}

function startServices(
  around: Surroundings,
  home: InstanceHome,
  options: InstanceOptions,
  watcher: Watcher,
): KeptProgram[] {
  const names = options.compact ? ['compact'] : around.services;
  const fileOf = options.programFile ?? bundleOf;
  return names.map((name) => {
    const env = environmentFor(name, around);
    return keepRunning(
      { name, command: process.execPath, args: [fileOf(name)], env, logDir: home.dirs.logs },
      watcher,
    );
  });
}

const usedBy = (use: string, services: readonly string[]) =>
  use === 'HTTP' ? services.includes(edgeService) : services.includes(use.split(' ')[0] ?? '');

/**
 * Nothing when every service says it is ready, else the sentence that tells which is not and its last words.
 */
async function allReady(
  around: Surroundings,
  kept: readonly KeptProgram[],
  withinMs: number,
  noLonger: AbortSignal,
): Promise<LaunchFailure | undefined> {
  const deadline = Date.now() + withinMs;
  let waiting = [...around.services];
  for (;;) {
    const answers = await Promise.all(waiting.map((name) => isReady(around.ports, name)));
    waiting = waiting.filter((_, i) => !answers[i]);
    if (waiting.length === 0 || noLonger.aborted) return undefined;
    if (Date.now() > deadline) break;
    await sleep(150);
  }
  const words = kept
    .filter(({ name }) => name === 'compact' || waiting.includes(name))
    .map(({ logFile, lastWords }) => `— ${logFile}\n${lastWords(15)}`)
    .join('\n');
  return new LaunchFailure(
    `服务未能就绪:${waiting.join('、')}。请看其日志的最后几行:`,
    `Not ready in time: ${waiting.join(', ')}. Last lines of the logs:\n${words}`,
  );
}

async function isReady(ports: PortPlan, name: string): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${ports.services[name]?.ops}/ready`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

const refusal = (name: string, words: string) =>
  new LaunchFailure(
    `服务 ${name} 拒绝了配置,全部停止:`,
    `The service ${name} refused its configuration, everything stops:\n${words}`,
    badConfiguration,
  );
