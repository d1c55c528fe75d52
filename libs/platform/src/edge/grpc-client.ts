// Asking another service. A peer that is away is a normal state of the instance, not a surprise: a call has a
// deadline, is repeated within it while the peer is away if a repeat does no harm, and ends in
// `PeerUnavailable`.
import type {
  ChannelCredentials,
  ChannelOptions,
  Client,
  ServiceDefinition,
  ServiceError,
} from '@grpc/grpc-js';
import { credentials, logVerbosity, Metadata, setLogVerbosity, status } from '@grpc/grpc-js';
import type { RequestOf, ResponseOf } from './grpc-types';

/** The peer could not be reached, is draining, or lacks its own bus or store. Whoever asked may ask again. */
export class PeerUnavailable extends Error {
  override readonly name = 'PeerUnavailable';
  readonly code = 'PEER_UNAVAILABLE';
  constructor(
    readonly peer: string,
    readonly method: string,
    readonly reason: 'away' | 'too-slow',
  ) {
    super(`${method} at ${peer}: ${reason}`);
  }
}

/** The peer answered that it failed; asking again would fail again. `grpcCode` is the name of the status. */
export class PeerFailed extends Error {
  override readonly name = 'PeerFailed';
  readonly code = 'PEER_FAILED';
  constructor(
    readonly peer: string,
    readonly method: string,
    readonly grpcCode: string,
    details: string,
  ) {
    super(`${method} at ${peer}: ${grpcCode} ${details}`);
  }
}

/** How a call is made. */
export interface PeerCall {
  /** Whole time including repeats; default 5 000. */
  readonly deadlineMs?: number;
  /** A repeat does no harm: queries, and commands with a commandId. Default false. */
  readonly safe?: boolean;
}

/** A generated client class. */
export interface GrpcClientConstructor<Definition> {
  new (address: string, credentials: ChannelCredentials, options?: Partial<ChannelOptions>): Client;
  readonly service: Definition;
}

/** One async function for every rpc, and `close`. */
export type Peer<Definition> = {
  readonly [Name in keyof Definition]: (
    request: RequestOf<Definition[Name]>,
    how?: PeerCall,
  ) => Promise<ResponseOf<Definition[Name]>>;
} & { close(): void };

// Every failure reaches the caller as an error; the library's own lines on stderr would only repeat it.
setLogVerbosity(logVerbosity.NONE);

const DEADLINE_MS = 5000;
const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 800;

/** A file that somebody handed in travels in one piece: its 20 MB, and what stands around it. */
export const LARGEST_MESSAGE_BYTES = 22 * 1024 * 1024;

const channel: ChannelOptions = {
  'grpc.max_receive_message_length': LARGEST_MESSAGE_BYTES,
  'grpc.keepalive_time_ms': 20_000,
  'grpc.keepalive_timeout_ms': 5_000,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // Peers are inside the instance: a proxy of the machine must not come between.
  'grpc.enable_http_proxy': 0,
};

/**
 * Opens a client to `address` (host:port); nothing is connected before the first call. `usual` holds for all
 * calls.
 */
export function grpcClient<Definition extends ServiceDefinition>(
  Constructor: GrpcClientConstructor<Definition>,
  address: string,
  usual: PeerCall = {},
): Peer<Definition> {
  const client = new Constructor(address, credentials.createInsecure(), channel);
  const peer: Record<string, unknown> = { close: () => client.close() };
  for (const name of Object.keys(Constructor.service)) {
    peer[name] = (request: unknown, how: PeerCall = {}) =>
      repeated(client, name, request, address, { ...usual, ...how });
  }
  return peer as Peer<Definition>;
}

async function repeated(client: Client, name: string, request: unknown, address: string, how: PeerCall) {
  const deadline = performance.now() + (how.deadlineMs ?? DEADLINE_MS);
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await once(client, name, request, deadline - performance.now());
    } catch (error) {
      const failure = error as Partial<ServiceError>;
      if (failure.code === status.DEADLINE_EXCEEDED) throw new PeerUnavailable(address, name, 'too-slow');
      // A draining peer that cuts a call at its time limit answers CANCELLED; nobody here cancels.
      if (failure.code !== status.UNAVAILABLE && failure.code !== status.CANCELLED) {
        if (failure.code === undefined) throw error;
        throw new PeerFailed(address, name, status[failure.code], failure.details ?? '');
      }
      const wait = pause * (0.5 + Math.random());
      if (!how.safe || performance.now() + wait >= deadline) throw new PeerUnavailable(address, name, 'away');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

type Unary = (
  request: unknown,
  metadata: Metadata,
  options: { deadline: number },
  callback: (error: ServiceError | null, response: unknown) => void,
) => void;

function once(client: Client, name: string, request: unknown, remainingMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const method = (client as unknown as Record<string, Unary>)[name] as Unary;
    const options = { deadline: Date.now() + Math.max(1, remainingMs) };
    method.call(client, request, new Metadata(), options, (error, response) =>
      error ? reject(error) : resolve(response),
    );
  });
}
