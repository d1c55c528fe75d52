// What a service is handed by whoever runs it – its own process, the one-process composition, a test – and what it
// hands back. A service's main.ts is one call of `hostService` with a function from host to hosted.
import type { ServiceRuntime } from './runtime/service-runtime';
import type { VersionBook } from './version-book';
import type { Vault } from './runtime/codec';

/** Rows a service owns beside its documents: register, articles, timeline. Plain JSON-able rows with a string id. */
export interface Table<Row extends { id: string }> {
  /** Inserts or replaces by id. */
  put(rows: readonly Row[]): Promise<void>;
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

/** Log of codes and whitelisted scalar fields; no personal data. */
export interface HostLog {
  info(code: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
  warn(code: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

/** Everything a service runs on. */
export interface ServiceHost {
  readonly instance: string;
  readonly runtime: ServiceRuntime;
  readonly vault: Vault;
  readonly versions: VersionBook;
  readonly log: HostLog;
  readonly now: () => number;
  /** Directory of this service's own files (analytics' DuckDB). */
  readonly dataDir: string;
  /** Secret of the instance, for codes derived by HMAC. */
  readonly secret: Uint8Array;
  /** Table of this service; `indexes` are lists of fields, a leading `-` for descending. */
  table<Row extends { id: string }>(name: string, indexes: readonly (readonly string[])[]): Table<Row>;
  /** Promise client of another service: a ts-proto grpc-js client class and the service's name. */
  peer<Client>(client: abstract new (...args: never[]) => Client, service: string): PeerOf<Client>;
}

/** A generated grpc-js client with promises instead of callbacks. */
export type PeerOf<Client> = {
  [Method in keyof Client as Client[Method] extends (request: infer _R, callback: infer _C) => unknown
    ? Method
    : never]: Client[Method] extends {
    (request: infer Request, callback: (error: never, response: infer Response) => void): unknown;
  }
    ? (request: Request, options?: { deadlineMs?: number; safe?: boolean }) => Promise<Response>
    : never;
};

/** One gRPC service: the ts-proto definition and a plain object of async handlers by method name. */
export interface HostedGrpc {
  readonly definition: object;
  readonly handlers: Readonly<Record<string, (request: never) => Promise<unknown>>>;
}

/** What a service offers. */
export interface Hosted {
  readonly grpc: readonly HostedGrpc[];
  /** Actions of the operator beside those every service has (rebuild, parked, compare). */
  readonly actions?: Readonly<Record<string, (input: Readonly<Record<string, string>>) => Promise<unknown>>>;
  /** Extra checks of readiness. */
  readonly checks?: () => readonly { name: string; ok: boolean; detail: string }[];
  /** Before the journal is read: load tables, train. */
  readonly prepare?: () => Promise<void>;
  /** After the journal was read to its end: sweeps and senders. */
  readonly begin?: () => Promise<void>;
  readonly stop?: () => Promise<void>;
}
