import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDataDir } from '../test/data-dir';
import { type Instance, startInstance } from './instance';
import { readRecord } from './instance-home';
import { isAlive } from './process-identity';

jest.setTimeout(180_000);

/**
 * A stand-in for a service: answers /ready, writes its environment down, and does what `<name>.todo` says.
 */
const standIn = (name: string, dir: string) => `
const fs = require('node:fs');
const todo = '${dir}/${name}.todo';
const order = fs.existsSync(todo) ? fs.readFileSync(todo, 'utf8') : '';
if (order === 'refuse') { console.error('ZT_PACK_DIR: no pack there'); process.exit(78); }
if (order === 'die') { fs.rmSync(todo); console.error('boom'); process.exit(3); }
fs.writeFileSync('${dir}/${name}.env', JSON.stringify(process.env));
require('node:http').createServer((q, a) => a.end('{}')).listen(process.env.ZT_OPS_PORT, '127.0.0.1');
process.on('SIGTERM', () => {
  fs.appendFileSync('${dir}/ended', '${name}\\n');
  setTimeout(() => process.exit(0), 100);
});
`;

async function until(what: () => boolean, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!what()) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms`);
    await sleep(20);
  }
}

describe('an instance and its services', () => {
  const scripts = freshDataDir('scripts');
  const services = ['identity', 'intake', 'gateway'];
  const restarts: { name: string; code: number | null; signal: string | null; delayMs: number }[] = [];
  const options = (dataDir: string) => ({
    dataDir,
    portBase: 0,
    instance: 'spec',
    services,
    programFile(name: string) {
      const file = join(scripts, `${name}.cjs`);
      writeFileSync(file, standIn(name, scripts));
      return file;
    },
    watcher: {
      restarting: (
        name: string,
        { code, signal }: { code: number | null; signal: string | null },
        delayMs: number,
      ) => restarts.push({ name, code, signal, delayMs }),
    },
  });
  const dataDir = freshDataDir('instance');
  let instance: Instance;
  beforeAll(async () => {
    writeFileSync(join(scripts, 'intake.todo'), 'die');
    instance = await startInstance(options(dataDir));
  });
  afterAll(() => instance?.stop());
  const environment = (name: string) => JSON.parse(readFileSync(join(scripts, `${name}.env`), 'utf8'));

  it('started a service again that died at first', () => {
    expect(restarts).toContainEqual({ name: 'intake', code: 3, signal: null, delayMs: 500 });
    expect(readFileSync(instance.services['intake']?.logFile ?? '', 'utf8')).toBe('boom\n');
  });

  it('tells each service where it is, and nothing it need not know', () => {
    const { infrastructure } = instance;
    const intake = environment('intake');
    expect(intake).toMatchObject({
      ZT_INSTANCE: 'spec',
      KAFKA_BROKERS: infrastructure.brokers,
      MONGODB_URI: infrastructure.mongoUri,
      ZT_GRPC_PORT: String(infrastructure.ports.services['intake']?.grpc),
      ZT_PEERS: services
        .map((name) => `${name}=127.0.0.1:${infrastructure.ports.services[name]?.grpc}`)
        .join(','),
      ZT_DATA_DIR: dataDir,
    });
    expect(intake.ZT_HTTP_PORT).toBeUndefined();
    expect(environment('gateway').ZT_HTTP_PORT).toBe(String(infrastructure.ports.http));
    expect(statSync(intake.ZT_SECRET_FILE).size).toBe(32);
    expect(statSync(intake.ZT_SECRET_FILE).mode & 0o777).toBe(0o600);
    expect(statSync(intake.ZT_TOKENS_FILE).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(intake.ZT_TOKENS_FILE, 'utf8'))).toEqual(instance.tokens);
  });

  it('brings a killed service back by itself, later each time', async () => {
    const identity = instance.services['identity'];
    restarts.length = 0;
    for (const turn of [1, 2]) {
      const before = identity?.pid;
      await identity?.kill9();
      await until(() => identity?.pid !== undefined && identity.pid !== before, 5_000);
      expect(restarts).toHaveLength(turn);
    }
    expect(restarts.map(({ delayMs }) => delayMs)).toEqual([500, 1000]);
    expect(restarts[0]?.signal).toBe('SIGKILL');
    expect(
      readRecord(dataDir)
        ?.processes.map(({ name }) => name)
        .sort(),
    ).toEqual(['gateway', 'identity', 'intake', 'kafka', 'store'].sort());
  });

  it('does not restart one that refuses its configuration, and says why', async () => {
    const intake = instance.services['intake'];
    writeFileSync(join(scripts, 'intake.todo'), 'refuse');
    await intake?.kill9();
    const failure = await instance.refused;
    expect(failure.exitCode).toBe(78);
    expect(failure.message).toContain('ZT_PACK_DIR: no pack there');
    await sleep(1_500);
    expect(intake?.pid).toBeUndefined();
  });

  it('stops everything when a service refuses at start, and leaves no process', async () => {
    writeFileSync(join(scripts, 'identity.todo'), 'refuse');
    const other = freshDataDir('instance');
    await expect(startInstance(options(other))).rejects.toThrow('no pack there');
    expect(readRecord(other)).toBeUndefined();
  });

  it('closes the web door first and leaves no process', async () => {
    const processes = readRecord(dataDir)?.processes ?? [];
    expect(processes.filter(isAlive).length).toBeGreaterThanOrEqual(4);
    writeFileSync(join(scripts, 'ended'), '');
    await instance.stop();
    expect(readFileSync(join(scripts, 'ended'), 'utf8').split('\n')[0]).toBe('gateway');
    expect(processes.filter(isAlive)).toEqual([]);
  });
});
