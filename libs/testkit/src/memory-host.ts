// A host in memory: the same runtime as in production over a journal, stores and a vault that live in the
// test. Several services open hosts over one memory journal and form an instance within one process, without
// a socket.
import { randomBytes } from 'node:crypto';
import type { Peer } from '#platform/edge/grpc-client';
import { processMetrics } from '#platform/edge/metrics';
import type { ServiceHost } from '#platform/host-ports';
import type { DataKey, Vault } from '#platform/runtime/codec';
import type { Randomness } from '#platform/runtime/randomness';
import { type RuntimePorts, ServiceRuntime } from '#platform/runtime/service-runtime';
import { type Timers, wallTimers } from '#platform/runtime/timers';
import { untraced } from '#platform/runtime/tracing';
import type { VersionBook } from '#platform/version-book';
import type { MemoryJournal } from './memory-journal';
import { memoryReaderStore } from './memory-reader-store';
import { memoryDocumentStore } from './memory-store';
import { type RowsKept, memoryTable } from './memory-table';

/** A vault in memory; `destroy` makes every box of the id answer `erased`. */
export interface MemoryVault extends Vault {
  destroy(id: string): void;
}

/** A vault that several memory hosts share; its keys are random unless it is told how to make them. */
export function memoryVault(
  makeKey: (id: string) => Uint8Array = () => new Uint8Array(randomBytes(32)),
): MemoryVault {
  const keys = new Map<string, DataKey>();
  return {
    keys: async (ids) => new Map(ids.flatMap((id) => (keys.has(id) ? [[id, keys.get(id) as DataKey]] : []))),
    ensure: async (id) => {
      const key = keys.get(id) ?? makeKey(id);
      keys.set(id, key);
      return key;
    },
    destroy: (id) => void keys.set(id, 'destroyed'),
  };
}

/** What a memory host needs. */
export interface MemoryHostOptions {
  readonly service: string;
  readonly journal: MemoryJournal;
  readonly vault: Vault;
  readonly versions: VersionBook;
  readonly now: () => number;
  /** `test` when not given. */
  readonly instance?: string;
  /** The machine's when not given. */
  readonly timers?: Timers;
  /** The machine's when not given. */
  readonly random?: Randomness;
  /** From what time without heartbeats on it counts as having been away (ms); never when not given. */
  readonly outageFromMs?: number;
  /** Makes the document stores; plain ones in memory when not given. */
  readonly documents?: RuntimePorts['documents'];
  /** How the rows of a table are kept; copied when not given. */
  readonly rows?: (table: string) => RowsKept;
  readonly dataDir?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Handlers of the other services by name, called directly instead of over gRPC. */
  readonly peers?: Readonly<Record<string, Readonly<Record<string, (request: never) => Promise<unknown>>>>>;
}

/** Opens a host for one service. */
export function memoryHost(options: MemoryHostOptions): ServiceHost {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { instance = 'test', timers = wallTimers, random, outageFromMs } = options;
  const runtime = new ServiceRuntime({
    instance,
    service: options.service,
    journal: options.journal.open(options.service),
    documents: options.documents ?? ((_collection, lookups) => memoryDocumentStore({ lookups })),
    readers: memoryReaderStore(),
    vault: options.vault,
    tracing: untraced,
    now: options.now,
    timers,
    ...(random && { random }),
    ...(outageFromMs !== undefined && { outageFromMs }),
    log: () => undefined,
    restart: (reason) => {
      throw new Error(`restart asked: ${reason}`);
    },
  });
  return {
    instance,
    runtime,
    vault: options.vault,
    versions: options.versions,
    log,
    now: options.now,
    timers,
    dataDir: options.dataDir ?? '',
    secret: new Uint8Array(32),
    table: (table) => memoryTable(options.rows?.(table)),
    peer: (_client, service) => (options.peers?.[service] ?? {}) as unknown as Peer<never>,
    metrics: processMetrics().of(options.service),
    setting: (name) => options.settings?.[name],
  };
}
