// A connection to the store whose every operation ends within about five seconds, done or failed, and that
// notices when the server was away: after that, and only then, it is worth asking whether the store is still
// the one that was written to.
import os from 'node:os';
import { types } from 'node:util';
import { type Connection, createConnection, Error as MongooseError, mongo } from 'mongoose';
import { StoreUnavailable } from '../infrastructure-error';

/** An open store of one service. */
export interface MongoStore {
  readonly connection: Connection;
  /** Rises whenever the server was lost sight of. */
  troubles(): number;
  /** False while the server cannot be reached. */
  reachable(): boolean;
  stop(): Promise<void>;
  /** Runs an operation; an outage becomes StoreUnavailable and counts as trouble. */
  reached<T>(operation: () => Promise<T>): Promise<T>;
}

/** Where the store is. The database's name is `<instance>_<service>`. */
export interface MongoStoreOptions {
  readonly uri: string;
  readonly instance: string;
  readonly service: string;
}

const patienceMs = 5000;

/** What is written is on a majority of disks before it is answered. */
export const durable = { w: 'majority', journal: true, wtimeoutMS: patienceMs } as const;

/** Opens the store; fails with StoreUnavailable when the server cannot be reached within 5 s. */
export async function openMongoStore(options: MongoStoreOptions): Promise<MongoStore> {
  const connection = createConnection(options.uri, {
    dbName: `${options.instance}_${options.service}`,
    serverSelectionTimeoutMS: patienceMs,
    connectTimeoutMS: 2000,
    socketTimeoutMS: patienceMs,
    heartbeatFrequencyMS: 1000,
    minHeartbeatFrequencyMS: 100,
    waitQueueTimeoutMS: patienceMs,
    maxPoolSize: 20,
    // The store finds out itself which of a bundle was written; see the tokens of the documents.
    retryWrites: false,
    retryReads: true,
    writeConcern: durable,
    readConcern: { level: 'majority' },
    // Given here, because the driver would import it in a way that the test runner refuses.
    runtimeAdapters: { os },
    bufferCommands: false,
    autoCreate: false,
    autoIndex: false,
  });
  let troubles = 0;
  let reachable = true;
  await reached(() => connection.asPromise());
  const client = connection.getClient();
  const noticed = () => {
    troubles += 1;
  };
  client.on('serverHeartbeatFailed', () => {
    noticed();
    reachable = false;
  });
  client.on('serverHeartbeatSucceeded', () => {
    reachable = true;
  });
  client.on('connectionPoolCleared', noticed);
  connection.on('disconnected', noticed);
  return {
    connection,
    troubles: () => troubles,
    reachable: () => reachable,
    stop: () => connection.close(),
    reached: async (operation) => {
      try {
        return await reached(operation);
      } catch (error) {
        if (error instanceof StoreUnavailable) noticed();
        throw error;
      }
    },
  };
}

async function reached<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new StoreUnavailable(`The store does not answer: ${(error as Error).message}`, { cause: error });
  }
}

/** Not primary, shutting down, interrupted, timed out, write concern not met. */
const outageCodes = new Set([6, 7, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
const outages = [
  MongooseError.MongooseServerSelectionError,
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoServerClosedError,
  mongo.MongoClientClosedError,
  mongo.MongoOperationTimeoutError,
  mongo.MongoExpiredSessionError,
  mongo.MongoWriteConcernError,
  // The driver lost its footing in the middle of a conversation, e.g. in a handshake that was cut off.
  mongo.MongoRuntimeError,
];
/** The driver does not export the classes of its pool's errors. */
const poolErrors = new Set(['MongoPoolClearedError', 'MongoPoolClosedError', 'MongoWaitQueueTimeoutError']);

/** A socket's own error that the driver lets through as it is, when the server dies while a request is written. */
const socketTrouble =
  /^(EPIPE|ECONNRESET|ECONNREFUSED|ECONNABORTED|ETIMEDOUT|ERR_STREAM_\w+|ERR_SOCKET_\w+)$/;

function isOutage(error: unknown): boolean {
  // Asked of the runtime and not of a class: a socket's error may come from outside the realm of this code.
  if (!types.isNativeError(error)) return false;
  if (outages.some((kind) => error instanceof kind) || poolErrors.has(error.name)) return true;
  // A bundle that was cut off names no single write as failed; one that met a fallen server names its code.
  if (error instanceof mongo.MongoBulkWriteError) {
    return [error.writeErrors].flat().every(({ code }) => outageCodes.has(code));
  }
  const { code } = error as { code?: unknown };
  return (typeof code === 'number' && outageCodes.has(code)) || socketTrouble.test(String(code));
}
