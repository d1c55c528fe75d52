// A service in production: settings read, store and journal opened, the vault and the versions at hand, the
// runtime started, its doors and the operator's actions open. A service's main.ts is one call of this.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseRows, type ConfigRow } from './edge/config';
import { grpcClient } from './edge/grpc-client';
import {
  ConfigurationError,
  defineService,
  type RunningService,
  type Service,
  type ServiceContext,
} from './edge/lifecycle';
import type { Log } from './edge/log';
import type { Check } from './edge/ops-server';
import { tracing } from './edge/telemetry';
import type { Hosted, ServiceHost } from './host-ports';
import { identityClient } from './identity-peer';
import { isInfrastructureError } from './infrastructure-error';
import type { KafkaAddress } from './journal/kafka-client';
import { openKafkaJournal } from './journal/kafka-journal';
import { operatorActions } from './operator-actions';
import type { Vault } from './runtime/codec';
import { ServiceRuntime } from './runtime/service-runtime';
import { wallTimers } from './runtime/timers';
import { openMongoStore } from './store/mongo-connection';
import { mongoDocumentStore } from './store/mongo-document-store';
import { mongoReaderStore } from './store/mongo-reader-store';
import { mongoTable } from './store/mongo-table';
import { vaultClient } from './vault-client';
import { openVersionBook, type VersionBook } from './version-book';
import { versionSource } from './version-source';

/** How a service differs from the usual. */
export interface HostOptions {
  /** Settings beside the base rows. */
  readonly rows?: readonly ConfigRow[];
  /** Identity holds the vault and the versions itself and asks nobody. */
  readonly standsAlone?: true;
}

type Create = (host: ServiceHost) => Promise<Hosted> | Hosted;
type Config = Readonly<Record<string, unknown>>;

/** Makes a service of the function that builds it. */
export function hostService(name: string, create: Create, options: HostOptions = {}): Service {
  const rows: readonly ConfigRow[] = [...baseRows, ...(options.rows ?? [])];
  return defineService({
    name,
    rows,
    isInfrastructure: isInfrastructureError,
    start: (context) => startHosted(name, create, options, context as unknown as ServiceContext<Config>),
  });
}

async function startHosted(
  name: string,
  create: Create,
  options: HostOptions,
  context: ServiceContext<Config>,
): Promise<RunningService> {
  const { config, log } = context;
  const text = (row: string): string => String(config[row] ?? '');
  const instance = text('ZT_INSTANCE');
  const store = await openMongoStore({ uri: text('MONGODB_URI'), instance, service: name });
  const brokers = config['KAFKA_BROKERS'] as readonly string[];
  const journal = await openKafkaJournal({
    brokers: [...brokers],
    instance,
    clientId: `${instance}.${name}`,
    log,
    ...brokerAccess(text),
  });
  const peers = config['ZT_PEERS'] as Readonly<Record<string, string>>;
  const peer: ServiceHost['peer'] = (client, service) => {
    const address = peers[service];
    if (address === undefined) throw missingPeer(name, service);
    return grpcClient(client, address, { safe: true });
  };
  const shared = options.standsAlone
    ? standingAlone()
    : await fromIdentity(name, peer, text('ZT_PROFILE_DIR'), log);
  const runtime = new ServiceRuntime({
    instance,
    service: name,
    journal,
    documents: (collection, lookups) => mongoDocumentStore(store, collection, { lookups, log }),
    readers: mongoReaderStore(store),
    vault: shared.vault,
    tracing,
    now: Date.now,
    outageFromMs: Number(config['ZT_OUTAGE_FROM_MS']),
    log: (code, fields) => log.info(`runtime.${code}`, fields),
    restart: (reason) => {
      context.exitForRestart(reason);
      throw new Error(reason);
    },
  });
  const host: ServiceHost = {
    instance,
    runtime,
    ...shared,
    log,
    metrics: context.metrics,
    now: Date.now,
    timers: wallTimers,
    dataDir: join(text('ZT_DATA_DIR'), name),
    secret: readFileSync(text('ZT_SECRET_FILE')),
    table: (table, indexes) => mongoTable(store, table, indexes),
    peer,
    setting: (row) => (config[row] === undefined ? undefined : String(config[row])),
  };
  const hosted = await create(host);
  await hosted.prepare?.();
  await runtime.start();
  const waiting = beginWhenReady(runtime, hosted, log);
  return running(context, runtime, hosted, async () => {
    await waiting.stop();
    await hosted.stop?.();
    await runtime.stop();
    await store.stop();
  });
}

/** How the brokers are entered; nothing on the embedded one. */
function brokerAccess(text: (row: string) => string): Pick<KafkaAddress, 'login' | 'authority'> {
  const [username, password, file] = ['KAFKA_USERNAME', 'KAFKA_PASSWORD', 'KAFKA_CA_FILE'].map(text);
  return {
    ...(username && password ? { login: { username, password } } : {}),
    ...(file ? { authority: readFileSync(file, 'utf8') } : {}),
  };
}

function running(
  context: ServiceContext<Config>,
  runtime: ServiceRuntime,
  hosted: Hosted,
  stop: () => Promise<void>,
): RunningService {
  const journalRead: Check = {
    name: 'journal-read',
    check: () => ({ ok: runtime.ready, detail: runtime.ready ? 'to the end' : 'catching up' }),
  };
  const own: readonly Check[] = (hosted.checks?.() ?? []).map(({ name }) => ({
    name,
    check: () => hosted.checks?.().find((check) => check.name === name) ?? { ok: false, detail: 'gone' },
  }));
  context.metrics.observe('zt_journal_lag', () => runtime.lag);
  context.metrics.observe('zt_parked_keys', () => runtime.parkedCount);
  return {
    grpc: hosted.grpc,
    checks: [journalRead, ...own],
    status: () => runtime.status(),
    actions: { ...operatorActions(runtime), ...hosted.actions },
    stop,
  };
}

/** Senders and sweeps start only behind the end of the catch-up. */
function beginWhenReady(runtime: ServiceRuntime, hosted: Hosted, log: Log): { stop(): Promise<void> } {
  let begun: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (!runtime.ready || begun) return;
    clearInterval(timer);
    begun = Promise.resolve(hosted.begin?.()).then(() => log.info('service.caught-up'));
  }, 50);
  return {
    stop: async () => {
      clearInterval(timer);
      await begun;
    },
  };
}

async function fromIdentity(
  name: string,
  peer: ServiceHost['peer'],
  profileDir: string,
  log: Log,
): Promise<{ vault: Vault; versions: VersionBook }> {
  const identity = peer(identityClient, 'identity');
  const source = versionSource(identity, name, profileDir);
  for (let attempt = 1; ; attempt++) {
    try {
      return { vault: vaultClient(identity), versions: await openVersionBook(source) };
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      if (attempt % 10 === 1) log.warn('host.identity-awaited', { attempt });
      if (attempt > 600) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function standingAlone(): { vault: Vault; versions: VersionBook } {
  const absent = (): never => {
    throw new Error('This service stands alone: it has no peer to ask');
  };
  return {
    vault: { keys: async () => new Map(), ensure: absent },
    versions: { pack: absent, packFor: absent, packsInForce: absent, calendar: absent, profile: absent },
  };
}

function missingPeer(name: string, service: string): ConfigurationError {
  return new ConfigurationError(name, [
    {
      zh: `设置 ZT_PEERS 中没有 ${service} 的地址,请补上 ${service}=主机:端口。`,
      en: `Setting ZT_PEERS has no address of ${service}; add ${service}=host:port.`,
    },
  ]);
}
