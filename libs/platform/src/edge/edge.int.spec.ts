import type { CommandMeta } from '#contracts/gen/zhitong/command/v1/command';
import { ask } from '../../test/edge/ask';
import { accepted, command, ProbeClient, probeDefinition, StoreAway } from '../../test/edge/probe-service';
import { baseRows } from './config';
import { grpcClient, PeerFailed, PeerUnavailable } from './grpc-client';
import { startGrpcServer } from './grpc-server';
import { bindGrpc } from './grpc-types';
import { ConfigurationError, defineService } from './lifecycle';
import { createLog } from './log';

const lines: string[] = [];
const destination = { write: (line: string): void => void lines.push(line) };
const log = createLog({ service: 'probe', destination });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Execute = (asked: CommandMeta) => Promise<ReturnType<typeof accepted>>;

const serve = (execute: Execute, port = 0) =>
  startGrpcServer({
    port,
    services: [bindGrpc(probeDefinition, { execute })],
    log,
    isInfrastructure: (error) => error instanceof StoreAway,
  });

beforeEach(() => lines.splice(0));

describe('a call from service to service', () => {
  it('brings request and answer across with their types', async () => {
    const server = await serve(async ({ commandId, actor }) => accepted(`${commandId} by ${actor?.role}`));
    const peer = grpcClient(ProbeClient, `127.0.0.1:${server.port}`);
    const answer = await peer.execute({ ...command('c-1'), expectedSeq: 3 });
    expect(answer.outcome).toMatchObject({
      $case: 'accepted',
      value: { version: 7, status: 'c-1 by clerk' },
    });
    peer.close();
    await server.drain();
  });

  it('hides the program from the caller and tells the log', async () => {
    const server = await serve(async () =>
      Promise.reject(new TypeError('张三 19900001234 is not a function')),
    );
    const peer = grpcClient(ProbeClient, `127.0.0.1:${server.port}`);
    const failure: unknown = await peer
      .execute(command('c'), { safe: true })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PeerFailed);
    expect(failure).toMatchObject({ grpcCode: 'INTERNAL', method: 'execute' });
    expect(String(failure)).not.toMatch(/张三|1381234|not a function/);
    expect(lines.join('')).toMatch(/"event":"grpc.failed"/);
    expect(lines.join('')).not.toMatch(/张三|1381234/);
    peer.close();
    await server.drain();
  });

  it('is repeated while the peer lacks its store, if a repeat does no harm', async () => {
    let calls = 0;
    const server = await serve(async () => {
      calls += 1;
      if (calls < 3) throw new StoreAway();
      return accepted('done');
    });
    const peer = grpcClient(ProbeClient, `127.0.0.1:${server.port}`);
    await expect(peer.execute(command('c'))).rejects.toMatchObject({
      name: 'PeerUnavailable',
      reason: 'away',
    });
    expect(calls).toBe(1);
    await expect(peer.execute(command('c'), { safe: true })).resolves.toBeDefined();
    expect(calls).toBe(3);
    peer.close();
    await server.drain();
  });

  it('survives a restart of the peer within its deadline', async () => {
    const first = await serve(async () => accepted('first'));
    const peer = grpcClient(ProbeClient, `127.0.0.1:${first.port}`, { safe: true });
    await peer.execute(command('c'));
    await first.drain();
    const waiting = peer.execute(command('c'));
    await pause(300);
    const second = await serve(async () => accepted('second'), first.port);
    expect((await waiting).outcome).toMatchObject({ value: { status: 'second' } });
    peer.close();
    await second.drain();
  });

  it('ends in PeerUnavailable when nobody is there or nobody answers', async () => {
    const server = await serve(() => pause(400).then(() => accepted('late')));
    const peer = grpcClient(ProbeClient, `127.0.0.1:${server.port}`);
    await expect(peer.execute(command('c'), { deadlineMs: 100, safe: true })).rejects.toMatchObject({
      reason: 'too-slow',
    });
    await server.drain();
    const began = Date.now();
    await expect(peer.execute(command('c'), { deadlineMs: 500, safe: true })).rejects.toBeInstanceOf(
      PeerUnavailable,
    );
    expect(Date.now() - began).toBeLessThan(700);
    peer.close();
  });

  it('is finished before a draining server ends, and no new one is taken', async () => {
    let ended = false;
    const server = await serve(async () => {
      await pause(400);
      ended = true;
      return accepted('done');
    });
    const peer = grpcClient(ProbeClient, `127.0.0.1:${server.port}`);
    const running = peer.execute(command('c'));
    await pause(150);
    const drained = server.drain().then(() => ended);
    await pause(50);
    await expect(peer.execute(command('c'))).rejects.toBeInstanceOf(PeerUnavailable);
    await expect(running).resolves.toBeDefined();
    await expect(drained).resolves.toBe(true);
    peer.close();
  });

  it('is cut when it runs longer than the drain may take', async () => {
    const server = await serve(() => pause(3000).then(() => accepted('late')));
    const peer = grpcClient(ProbeClient, `127.0.0.1:${server.port}`);
    const running = peer.execute(command('c')).catch((error: unknown) => error);
    await pause(100);
    const began = Date.now();
    await server.drain(200);
    expect(Date.now() - began).toBeLessThan(1000);
    expect(await running).toBeInstanceOf(PeerUnavailable);
    peer.close();
  });

  it('cannot be served twice on one port', async () => {
    const server = await serve(async () => accepted('done'));
    await expect(serve(async () => accepted('done'), server.port)).rejects.toThrow(/EADDRINUSE|address/i);
    await server.drain();
  });
});

const env = {
  // What has no default is given a word; the tests' own settings follow.
  ...Object.fromEntries(baseRows.filter((row) => !('default' in row)).map((row) => [row.name, 'x'] as const)),
  ZT_HISTORY_LOADED_AT: '0',
  MONGODB_URI: 'mongodb://127.0.0.1:1',
  ZT_GRPC_PORT: '0',
  ZT_OPS_PORT: '0',
  ZT_LISTEN_HOST: '127.0.0.1',
  ZT_PEERS: 'probe=127.0.0.1:1',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
};

describe('services beside each other in one process', () => {
  const service = (name: string, told: string[]) =>
    defineService({
      name,
      rows: baseRows,
      start: async ({ metrics }) => {
        metrics.add('zt_refused_total', 1, { code: name });
        const execute: Execute = async () => pause(200).then(() => accepted(name));
        return {
          grpc: [bindGrpc(probeDefinition, { execute })],
          checks: [{ name: 'journal', check: () => ({ ok: true, detail: 'lag 0' }) }],
          stop: async () => void told.push(`${name} closed`),
        };
      },
    });

  it('start, count and stop each for itself', async () => {
    const told: string[] = [];
    const one = await service('one', told).run(env, { destination });
    const two = await service('two', told).run(env, { destination });
    expect((await ask(one.opsPort, 'GET', '/ready')).status).toBe(200);
    const peer = grpcClient(ProbeClient, `127.0.0.1:${one.grpcPort}`);
    const running = peer.execute(command('c')).then(() => told.push('one answered'));
    await pause(100);
    const stopping = one.stop();
    expect(await ask(one.opsPort, 'GET', '/ready')).toMatchObject({
      status: 503,
      body: expect.stringContaining('draining'),
    });
    await Promise.all([stopping, running, one.stop()]);
    expect(told).toEqual(['one answered', 'one closed']);
    const figures = (await ask(two.opsPort, 'GET', '/metrics')).body;
    expect(figures).toContain('zt_refused_total{service="one",code="one"} 1');
    const method = 'zhitong.probe.v1.ProbeService/execute';
    expect(figures).toContain(`zt_grpc_duration_ms_count{service="one",method="${method}",status="OK"} 1`);
    expect((await ask(two.opsPort, 'GET', '/ready')).status).toBe(200);
    peer.close();
    await two.stop();
  });

  it('a setting that is missing stops the start and leaves no port open', async () => {
    const start = service('three', []).run({ ...env, ZT_PACK_DIR: '' }, { destination });
    await expect(start).rejects.toBeInstanceOf(ConfigurationError);
    await expect(start).rejects.toThrow(/three: 缺少设置 ZT_PACK_DIR.*ZT_PACK_DIR.*is missing/);
  });

  it('a part that fails to start closes what was opened', async () => {
    const taken = await service('four', []).run(env, { destination });
    const told: string[] = [];
    const clash = { ...env, ZT_GRPC_PORT: String(taken.grpcPort) };
    await expect(service('five', told).run(clash, { destination })).rejects.toThrow(/EADDRINUSE|address/i);
    expect(told).toEqual(['five closed']);
    await taken.stop();
  });
});
