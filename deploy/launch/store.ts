/**
 * The embedded store: a `mongod` found on the PATH as a replica set of one, otherwise SecantusDB's Rust
 * server, which speaks MongoDB's wire protocol over MongoDB's own storage engine. It is started with a sync
 * on every commit, because without it a killed server loses writes it has acknowledged.
 */
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { findOnPath, storeServer } from './cache';
import type { KeptProgram, Program } from './kept-program';
import { LaunchFailure } from './launch-failure';

const readyWithinMs = 60_000;
const replicaSet = 'zhitong';
const notYetInitialized = 94;

/** Address of the embedded store. */
export const embeddedStoreUri = (port: number): string =>
  `mongodb://127.0.0.1:${port}/?directConnection=true`;

/**
 * A client of the store. The driver loads `os` by a dynamic import, which fails in jest's sandbox and leaves
 * the handshake without the driver's name, whereupon the store refuses it: so `os` is handed over.
 */
export const storeClient = (uri: string, options: mongo.MongoClientOptions = {}): mongo.MongoClient =>
  new mongo.MongoClient(uri, { ...options, runtimeAdapters: { os } });

/** The command that runs the store on `dir`. */
export function storeProgram(dir: string, port: number, logDir: string): Program {
  mkdirSync(dir, { recursive: true });
  const mongod = findOnPath('mongod');
  const where = mongod
    ? ['--bind_ip', '127.0.0.1', '--port', `${port}`, '--dbpath', dir, '--replSet', replicaSet]
    : ['--host', '127.0.0.1', '--port', `${port}`, '--storage-path', dir, '--sync-on-commit'];
  const limits = mongod
    ? ['--wiredTigerCacheSizeGB', '0.25', '--quiet']
    : ['--cache-size', '256M', '--log-file-max', '8MB', '--log-level', 'WARNING'];
  return {
    name: 'store',
    command: mongod ?? storeServer(),
    args: [...where, ...limits],
    env: process.env,
    logDir,
  };
}

/** Waits until the embedded store takes writes. */
export async function storeReady(kept: KeptProgram, port: number): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  let reason = '';
  while (Date.now() < deadline) {
    try {
      if (await takesWrites(embeddedStoreUri(port), port)) return;
    } catch (error) {
      reason = (error as Error).message;
    }
    await sleep(100);
  }
  const tail = kept.lastWords(20);
  throw new LaunchFailure(
    `存储服务器未能就绪(${reason}),日志:${kept.logFile}`,
    `The store did not become ready (${reason}); its last lines:\n${tail}`,
  );
}

/** Checks a store given by address. */
export async function assertStoreReachable(uri: string): Promise<void> {
  let client: mongo.MongoClient | undefined;
  try {
    client = storeClient(uri, { serverSelectionTimeoutMS: 5_000 });
    await client.db('admin').command({ ping: 1 });
  } catch (error) {
    const where = uri.replace(/\/\/[^@/]*@/, '//');
    throw new LaunchFailure(
      `连不上 MongoDB(${where}):${(error as Error).message}。请检查 MONGODB_URI。`,
      `MongoDB (${where}) cannot be reached: ${(error as Error).message}. Check MONGODB_URI.`,
    );
  } finally {
    await client?.close();
  }
}

async function takesWrites(uri: string, port: number): Promise<boolean> {
  const client = storeClient(uri, { serverSelectionTimeoutMS: 1_000, connectTimeoutMS: 1_000 });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return true;
    await formReplicaSet(admin, `127.0.0.1:${port}`);
    return false;
  } finally {
    await client.close();
  }
}

/** A `mongod` of its own: founds the replica set of one, or tells it its new port. */
async function formReplicaSet(admin: mongo.Db, host: string): Promise<void> {
  const members = [{ _id: 0, host }];
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members[0].host === host) return;
    const next = { ...config, members, version: config.version + 1 };
    await admin.command({ replSetReconfig: next, force: true });
  } catch (error) {
    if ((error as mongo.MongoServerError).code !== notYetInitialized) throw error;
    await admin.command({ replSetInitiate: { _id: replicaSet, members } });
  }
}
