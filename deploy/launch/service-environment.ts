/**
 * What a service is told, and all it is told: its environment is built here and nowhere else. A service reads
 * it in its own `config.ts`.
 */
import { join, resolve } from 'node:path';
import { projectRoot } from './cache';
import type { Credentials } from './credentials';
import type { PortPlan } from './port-plan';
import { edgeService } from './services';

/** What is common to all services of an instance. */
export interface Surroundings {
  readonly instance: string;
  readonly brokers: string;
  readonly mongoUri: string;
  readonly dataDir: string;
  readonly packDir: string;
  readonly profileDir: string;
  readonly credentials: Credentials;
  readonly ports: PortPlan;
  /** When a history was loaded into its journal (epoch ms), if one was. */
  readonly historyLoadedAt: number | undefined;
  /** Names of the services that run, in start order. */
  readonly services: readonly string[];
}

/** The pack, profile and calendar of the demonstration. */
export const defaults = {
  packDir: join(projectRoot, 'deploy', 'packs', 'yicheng'),
  profileDir: join(projectRoot, 'deploy', 'profiles', 'demo'),
  calendarDir: join(projectRoot, 'deploy', 'calendars'),
} as const;

/** Where the notices of the working calendar lie. */
export function calendarDirOf(): string {
  return process.env['ZT_CALENDAR_DIR'] ?? defaults.calendarDir;
}

/** gRPC addresses by service. */
export function peersOf(around: Pick<Surroundings, 'services' | 'ports'>): Record<string, string> {
  return Object.fromEntries(
    around.services.map((name) => [name, `127.0.0.1:${around.ports.services[name]?.grpc}`]),
  );
}

/** Environment of one service, or of the one process that holds them all (`compact`). */
export function environmentFor(name: string, around: Surroundings): NodeJS.ProcessEnv {
  const { ports, services } = around;
  const compact = name === 'compact';
  const own = ports.services[name];
  const list = services.map(
    (service) => `${service}=${ports.services[service]?.grpc}/${ports.services[service]?.ops}`,
  );
  return {
    ...inherited(),
    NODE_ENV: 'production',
    NODE_OPTIONS: '--enable-source-maps',
    ZT_INSTANCE: around.instance,
    KAFKA_BROKERS: around.brokers,
    MONGODB_URI: around.mongoUri,
    ZT_PEERS: Object.entries(peersOf(around))
      .map(([peer, address]) => `${peer}=${address}`)
      .join(','),
    ZT_PACK_DIR: resolve(around.packDir),
    ZT_PROFILE_DIR: resolve(around.profileDir),
    ZT_CALENDAR_DIR: calendarDirOf(),
    ZT_DATA_DIR: around.dataDir,
    ZT_SECRET_FILE: around.credentials.secretFile,
    ZT_TOKENS_FILE: around.credentials.tokensFile,
    ...(around.historyLoadedAt === undefined ? {} : { ZT_HISTORY_LOADED_AT: `${around.historyLoadedAt}` }),
    ...(own ? { ZT_GRPC_PORT: `${own.grpc}`, ZT_OPS_PORT: `${own.ops}` } : {}),
    ...(compact ? { ZT_COMPACT_PORTS: list.join(',') } : {}),
    ...(compact || name === edgeService ? { ZT_HTTP_PORT: `${ports.http}` } : {}),
  };
}

/**
 * From the launcher's own environment: what the system needs, and settings of the product that are not set
 * above.
 */
function inherited(): NodeJS.ProcessEnv {
  const kept =
    /^(PATH|HOME|USER|LANG|LC_.*|TZ|TMPDIR|ZT_(?!TEST_).*|OTEL_.*|(INTAKE|NOTIFICATION)_[A-Z_]+_FILE|INTAKE_SCANNER)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name)));
}
