// How a service lives: its settings are read or the process says what is wrong and ends with 78; its parts
// start, then its doors open; a signal turns readiness red, lets running work finish within ten seconds and
// ends with 0; a broken program ends with 1; a part that stands still asks for a fresh process with 75. The
// same service runs alone or beside others in one process: starting and stopping is the service's, signals
// and exits are the process's. Telemetry stands first: it hooks http and gRPC as they are loaded.
import { grpcIsTraced, startTelemetry } from './telemetry';
import { Server } from '@grpc/grpc-js';
import type { ConfigOf, ConfigRow, Sentence } from './config';
import { baseRows, environment, readConfig } from './config';
import type { GrpcServer, GrpcServerOptions } from './grpc-server';
import { startGrpcServer } from './grpc-server';
import type { GrpcBinding } from './grpc-types';
import type { Log } from './log';
import { createLog } from './log';
import type { Metrics } from './metrics';
import { processMetrics } from './metrics';
import type { Action, Check, OpsServer } from './ops-server';
import { startOpsServer } from './ops-server';

/** Ends of a process that a supervisor can tell apart. */
export const exitCodes = { stopped: 0, broken: 1, restart: 75, configuration: 78 } as const;

/** What a service is given to start with. */
export interface ServiceContext<Config> {
  readonly name: string;
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Ends the process so that its supervisor starts a fresh one, e.g. when a reader stands still. */
  exitForRestart(reason: string): void;
}

/** What a started service has. */
export interface RunningService {
  readonly grpc?: readonly GrpcBinding[];
  readonly checks?: readonly Check[];
  /** Figures for `zt status`: lags, parked keys, versions. */
  readonly status?: () => object | Promise<object>;
  readonly actions?: Readonly<Record<string, Action>>;
  /** Stops taking new work of its own (HTTP, sweeps) while gRPC still finishes; optional. */
  readonly drain?: () => Promise<void>;
  /** Everything that ran has finished: close bus, store and files. */
  readonly stop: () => Promise<void>;
}

/** A service as its main file describes it. */
export interface ServiceSpec<Rows extends readonly ConfigRow[]> {
  readonly name: string;
  readonly rows: Rows;
  /** Errors of bus and store. */
  readonly isInfrastructure?: (error: unknown) => boolean;
  start(context: ServiceContext<ConfigOf<Rows>>): Promise<RunningService>;
}

/** A service that runs. Ports are those really bound. */
export interface ServiceHandle {
  readonly name: string;
  readonly opsPort: number;
  readonly grpcPort: number | undefined;
  /** Readiness red, running work finished, everything closed. Repeating it waits for the same end. */
  stop(): Promise<void>;
}

/** A service ready to be run, in a process of its own or beside others. */
export interface Service {
  readonly name: string;
  run(env: Env, process?: Partial<Host>): Promise<ServiceHandle>;
}

/** An environment's settings. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What a service may ask of the process it lives in. */
export interface Host {
  exit(code: number): void;
  /** Where log lines go; stdout by default. */
  readonly destination?: { write(line: string): void };
}

/**
 * Settings, pack, profile or calendar do not allow a start; each sentence says what to mend. Ends with 78.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(service: string, sentences: readonly Sentence[]) {
    super(sentences.map(({ zh, en }) => `${service}: ${zh} · ${en}`).join('\n'));
  }
}

const GRPC_DRAIN_MS = 8_000;
const STOP_MS = 10_000;

/** Settings the lifecycle itself needs; every table contains them (`baseRows`). */
type Doors = {
  readonly ZT_OPS_PORT: number;
  readonly ZT_GRPC_PORT?: number;
  readonly ZT_LISTEN_HOST?: string;
  readonly ZT_OPS_TOKEN?: string | undefined;
};

/** Makes a service of its description. */
export function defineService<const Rows extends readonly ConfigRow[]>(spec: ServiceSpec<Rows>): Service {
  return { name: spec.name, run: (env, host = {}) => runIn(spec, env, host) };
}

async function runIn<Rows extends readonly ConfigRow[]>(
  spec: ServiceSpec<Rows>,
  env: Env,
  host: Partial<Host>,
): Promise<ServiceHandle> {
  const read = readConfig(spec.rows, env);
  if (!read.ok) {
    throw new ConfigurationError(
      spec.name,
      read.error.map(({ sentence }) => sentence),
    );
  }
  const doors = read.value as unknown as Doors;
  const log = createLog({
    service: spec.name,
    ...(host.destination ? { destination: host.destination } : {}),
  });
  const metrics = processMetrics().of(spec.name);
  const exitForRestart = (reason: string): void => {
    log.error('process.restart', undefined, { reason });
    (host.exit ?? process.exit)(exitCodes.restart);
  };
  const life: Life = { state: 'starting', running: undefined };
  const ops = await openOps(spec.name, doors, life, log);
  try {
    life.running = await spec.start({ name: spec.name, config: read.value, log, metrics, exitForRestart });
    const grpc = await openGrpc(doors, life.running, {
      log,
      metrics,
      isInfrastructure: spec.isInfrastructure,
    });
    life.state = 'running';
    log.info('service.started', { port: grpc?.port });
    return handleOf(spec.name, life, life.running, ops, grpc, log);
  } catch (error) {
    await life.running?.stop().catch(() => undefined);
    await ops.stop();
    throw error;
  }
}

interface Life {
  state: 'starting' | 'running' | 'draining';
  running: RunningService | undefined;
}

function openOps(name: string, doors: Doors, life: Life, log: Log): Promise<OpsServer> {
  const own: Check = {
    name: 'lifecycle',
    check: () => ({ ok: life.state === 'running', detail: life.state }),
  };
  return startOpsServer({
    service: name,
    port: doors.ZT_OPS_PORT,
    host: doors.ZT_LISTEN_HOST,
    token: doors.ZT_OPS_TOKEN,
    checks: () => [own, ...(life.running?.checks ?? [])],
    status: () => life.running?.status?.() ?? {},
    actions: () => life.running?.actions ?? {},
    metrics: () => processMetrics().text(),
    log,
  });
}

async function openGrpc(
  doors: Doors,
  running: RunningService,
  rest: Pick<GrpcServerOptions, 'log' | 'metrics' | 'isInfrastructure'>,
): Promise<GrpcServer | undefined> {
  if (!running.grpc) return undefined;
  const [port, host] = [doors.ZT_GRPC_PORT ?? 0, doors.ZT_LISTEN_HOST];
  return startGrpcServer({ port, host, services: running.grpc, ...rest });
}

function handleOf(
  name: string,
  life: Life,
  running: RunningService,
  ops: OpsServer,
  grpc: GrpcServer | undefined,
  log: Log,
): ServiceHandle {
  const halt = async (): Promise<void> => {
    life.state = 'draining';
    log.info('service.draining');
    await Promise.all([running.drain?.(), grpc?.drain(GRPC_DRAIN_MS)]);
    await running.stop();
    await ops.stop();
    log.info('service.stopped');
  };
  let ending: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    ending ??= halt();
    return ending;
  };
  return { name, opsPort: ops.port, grpcPort: grpc?.port, stop };
}

/** Runs one service as this process; the whole of a main file. */
export async function runService<const Rows extends readonly ConfigRow[]>(
  spec: ServiceSpec<Rows>,
): Promise<void> {
  await runProcess(spec.name, [{ service: defineService(spec), env: environment() }]);
}

/**
 * The collector's address; one that cannot be used is told by the service's own table, which has the same
 * row.
 */
function collectorOf(env: Env): string | undefined {
  const name = 'OTEL_EXPORTER_OTLP_ENDPOINT';
  const read = readConfig(
    baseRows.filter((row) => row.name === name),
    { [name]: env[name] },
  );
  return read.ok ? read.value[name] : undefined;
}

/**
 * Runs services as this process, started in order and stopped in reverse. Signals and exits are handled here.
 */
export async function runProcess(
  name: string,
  services: readonly { readonly service: Service; readonly env: Env }[],
): Promise<void> {
  const log = createLog({ service: name });
  const handles: ServiceHandle[] = [];
  const telemetry = startTelemetry({
    service: name,
    otlpEndpoint: collectorOf(environment()),
  });
  if (!grpcIsTraced(Server.prototype)) log.warn('telemetry.grpc-untraced');
  let ending = false;
  const broken = (event: string, error: unknown): void => {
    log.error(event, error);
    process.exit(exitCodes.broken);
  };
  const end = async (signal: string): Promise<void> => {
    if (ending) return;
    ending = true;
    log.info('process.stopping', { signal });
    setTimeout(() => broken('process.drain-incomplete', undefined), STOP_MS).unref();
    for (const handle of [...handles].reverse()) await handle.stop();
    await telemetry.stop();
    process.exit(exitCodes.stopped);
  };
  process.on('uncaughtException', (error) => broken('process.broken', error));
  process.on('unhandledRejection', (error) => broken('process.broken', error));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
  try {
    for (const { service, env } of services) {
      if (!ending) handles.push(await service.run(env));
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) broken('process.start-failed', error);
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n`);
    process.exit(exitCodes.configuration);
  }
}
