// What a service is handed by whoever runs it – its own process, the one-process composition, a test – and
// what it hands back. A service's main.ts is one call of `hostService` with a function from host to hosted.
import type { ServiceDefinition } from '@grpc/grpc-js';
import type { GrpcClientConstructor, Peer } from './edge/grpc-client';
import type { Log } from './edge/log';
import type { Metrics } from './edge/metrics';
import type { Action } from './edge/ops-server';
import type { GrpcBinding } from './edge/grpc-types';
import type { ServiceRuntime } from './runtime/service-runtime';
import type { Timers } from './runtime/timers';
import type { VersionBook } from './version-book';
import type { Vault } from './runtime/codec';

/**
 * Rows a service owns beside its documents: register, articles, timeline. Plain JSON-able rows with a string
 * id.
 */
export interface Table<Row extends { id: string }> {
  /** Inserts or replaces by id. */
  put(rows: readonly Row[]): Promise<void>;
  /** Sets fields of the rows of these ids that are there, in one write whatever their number. */
  mark(ids: readonly string[], fields: Partial<Omit<Row, 'id'>>): Promise<void>;
  get(ids: readonly string[]): Promise<readonly Row[]>;
  /** Rows matching a filter in the store's query language, written by the service's own adapters only. */
  find(
    filter: Readonly<Record<string, unknown>>,
    options: { sort?: Readonly<Record<string, 1 | -1>>; limit: number },
  ): Promise<readonly Row[]>;
  count(filter: Readonly<Record<string, unknown>>): Promise<number>;
  /** Counts by the values of one field. */
  countBy(field: string, filter: Readonly<Record<string, unknown>>): Promise<ReadonlyMap<string, number>>;
  clear(): Promise<void>;
}

/** Everything a service runs on. */
export interface ServiceHost {
  readonly instance: string;
  readonly runtime: ServiceRuntime;
  readonly vault: Vault;
  readonly versions: VersionBook;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly timers: Timers;
  /** Directory of this service's own files (analytics' DuckDB). */
  readonly dataDir: string;
  /** Secret of the instance, for codes derived by HMAC. */
  readonly secret: Uint8Array;
  /** Table of this service; `indexes` are lists of fields, a leading `-` for descending. */
  table<Row extends { id: string }>(name: string, indexes: readonly (readonly string[])[]): Table<Row>;
  /** Promise client of another service: a generated grpc-js client class and the service's name. */
  peer<Definition extends ServiceDefinition>(
    client: GrpcClientConstructor<Definition>,
    service: string,
  ): Peer<Definition>;
  /** Text of a setting of the service's own rows. */
  setting(name: string): string | undefined;
}

/** What a service offers. */
export interface Hosted {
  readonly grpc: readonly GrpcBinding[];
  /** Actions of the operator beside those every service has (rebuild, parked, compare). */
  readonly actions?: Readonly<Record<string, Action>>;
  /** Extra checks of readiness. */
  readonly checks?: () => readonly { name: string; ok: boolean; detail: string }[];
  /** Before the journal is read: load tables, train. */
  readonly prepare?: () => Promise<void>;
  /** After the journal was read to its end: sweeps and senders. */
  readonly begin?: () => Promise<void>;
  readonly stop?: () => Promise<void>;
}
