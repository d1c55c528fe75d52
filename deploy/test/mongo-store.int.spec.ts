import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeProgram } from '../launch/store';
import { mongoFraming, LossyProxy } from '#testkit/lossy-proxy';
import { storeContract, storeRestoreContract } from '#testkit/store-contract';
import { created, type Folder } from '#testkit/store-contract-fixtures';
import { isInfrastructureError } from '#platform/infrastructure-error';
import { type MongoStore, openMongoStore } from '#platform/store/mongo-connection';
import { mongoDocumentStore } from '#platform/store/mongo-document-store';
import { mongoReaderStore } from '#platform/store/mongo-reader-store';

const uri = process.env['ZT_TEST_MONGODB_URI'] ?? '';
const lookups = { number: 'unique', region: 'index' } as const;

beforeAll(() => {
  if (uri === '') throw new Error('ZT_TEST_MONGODB_URI must name a store, e.g. mongodb://127.0.0.1:27017/');
});

/** A server of the test's own, on its own directory, so that it can be killed and put back. */
class PrivateServer {
  private constructor(
    readonly port: number,
    private readonly home: string,
    private child: ChildProcess,
  ) {}

  static async start(): Promise<PrivateServer> {
    const home = mkdtempSync(join(tmpdir(), 'zhitong-store-'));
    const port = await freePort();
    const server = new PrivateServer(port, home, launch(home, port));
    await server.answers();
    return server;
  }

  get uri(): string {
    return `mongodb://127.0.0.1:${this.port}/?directConnection=true`;
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.home, { recursive: true, force: true });
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async revive(): Promise<void> {
    this.child = launch(this.home, this.port);
    await this.answers();
  }

  /** Copies the directory of the stopped server; the answer puts the copy back under it. */
  async keepCopy(): Promise<() => Promise<void>> {
    await this.end('SIGTERM');
    cpSync(join(this.home, 'data'), join(this.home, 'copy'), { recursive: true });
    await this.revive();
    return async () => {
      await this.kill();
      rmSync(join(this.home, 'data'), { recursive: true });
      cpSync(join(this.home, 'copy'), join(this.home, 'data'), { recursive: true });
      await this.revive();
    };
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }

  private async answers(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const store = await openMongoStore({ uri: this.uri, instance: 'probe', service: 'probe' });
        await store.stop();
        return;
      } catch (error) {
        if (attempt === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}

function launch(home: string, port: number): ChildProcess {
  const { command, args } = storeProgram(join(home, 'data'), port, home);
  return spawn(command, [...args], { stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}

let tests = 0;
const newInstance = () => {
  tests += 1;
  return `t${process.pid}_${tests}`;
};

/** A bench on the server behind `proxy`. */
function bench(proxy: LossyProxy) {
  const instance = newInstance();
  const opened: MongoStore[] = [];
  const open = async () => {
    const address = `mongodb://127.0.0.1:${proxy.ownPort}/?directConnection=true`;
    const store = await openMongoStore({ uri: address, instance, service: 'test' });
    opened.push(store);
    return store;
  };
  return {
    documents: async () => mongoDocumentStore<Folder>(await open(), 'folders', { lookups }),
    readers: async () => mongoReaderStore(await open()),
    loseNextAnswer: async () => proxy.loseAnswers(1),
    close: async () => {
      await opened[0]?.connection.dropDatabase();
      await Promise.all(opened.map((store) => store.stop()));
      await proxy.stop();
    },
  };
}

storeContract('on MongoDB', async () => bench(await LossyProxy.start(new URL(uri).host, mongoFraming)));

storeRestoreContract('on MongoDB', async () => {
  const server = await PrivateServer.start();
  const made = bench(await LossyProxy.start(`127.0.0.1:${server.port}`, mongoFraming));
  return {
    ...made,
    keepCopy: () => server.keepCopy(),
    close: async () => {
      await made.close();
      await server.stop();
    },
  };
});

it('fails within seconds while the server is away and works when it is back', async () => {
  const server = await PrivateServer.start();
  const store = await openMongoStore({ uri: server.uri, instance: 'i', service: 's' });
  try {
    const documents = mongoDocumentStore<Folder>(store, 'folders');
    await documents.write([created('a')]);
    await server.kill();
    const began = Date.now();
    const calls = [documents.write([created('b')]), documents.load(['a']), documents.due(1, 1)];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome.status).toBe('rejected');
      const { reason } = outcome as PromiseRejectedResult;
      // Thrown, so that what was not recognised as an outage is told in full.
      if (!isInfrastructureError(reason)) throw reason;
    }
    expect(Date.now() - began).toBeLessThan(12_000);
    expect(store.reachable()).toBe(false);
    await server.revive();
    expect([...(await documents.load(['a'])).keys()]).toEqual(['a']);
    expect(await documents.write([created('c')])).toEqual(['written']);
  } finally {
    await store.stop();
    await server.stop();
  }
}, 60_000);
