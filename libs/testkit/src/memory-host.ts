// A host in memory: the same runtime as in production over a journal, stores and a vault that live in the
// test. Several services open hosts over one memory journal and form an instance within one process, without
// a socket.
import { randomBytes } from 'node:crypto';
import type { Peer } from '#platform/edge/grpc-client';
import { processMetrics } from '#platform/edge/metrics';
import type { ServiceHost } from '#platform/host-ports';
import type { DataKey, Vault } from '#platform/runtime/codec';
import { ServiceRuntime } from '#platform/runtime/service-runtime';
import { untraced } from '#platform/runtime/tracing';
import type { VersionBook } from '#platform/version-book';
import type { MemoryJournal } from './memory-journal';
import { memoryReaderStore } from './memory-reader-store';
import { memoryDocumentStore } from './memory-store';
import { memoryTable } from './memory-table';

/** A vault in memory; `destroy` makes every box of the id answer `erased`. */
export interface MemoryVault extends Vault {
  destroy(id: string): void;
}

/** A vault that several memory hosts share. */
export function memoryVault(): MemoryVault {
  const keys = new Map<string, DataKey>();
  return {
    keys: async (ids) => new Map(ids.flatMap((id) => (keys.has(id) ? [[id, keys.get(id) as DataKey]] : []))),
    ensure: async (id) => {
      const key = keys.get(id) ?? new Uint8Array(randomBytes(32));
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
  /** Handlers of the other services by name, called directly instead of over gRPC. */
  readonly peers?: Readonly<Record<string, Readonly<Record<string, (request: never) => Promise<unknown>>>>>;
}

/** Opens a host for one service. */
export function memoryHost(options: MemoryHostOptions): ServiceHost {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const runtime = new ServiceRuntime({
    instance: 'test',
    service: options.service,
    journal: options.journal.open(options.service),
    documents: (_collection, lookups) => memoryDocumentStore({ lookups }),
    readers: memoryReaderStore(),
    vault: options.vault,
    tracing: untraced,
    now: options.now,
    log: () => undefined,
    restart: (reason) => {
      throw new Error(`restart asked: ${reason}`);
    },
  });
  return {
    instance: 'test',
    runtime,
    vault: options.vault,
    versions: options.versions,
    log,
    now: options.now,
    dataDir: '',
    secret: new Uint8Array(32),
    table: () => memoryTable(),
    peer: (_client, service) => (options.peers?.[service] ?? {}) as unknown as Peer<never>,
    metrics: processMetrics().of(options.service),
    setting: () => undefined,
  };
}
