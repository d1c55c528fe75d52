// The edge as a real process: hooks that must be installed before anything else is loaded, signals and exits.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { command, ProbeClient } from '../../test/edge/probe-service';
import { baseRows } from './config';
import { grpcClient } from './grpc-client';

jest.setTimeout(60_000);

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** Waits for a line of the log and answers it. */
  line(event: string): Promise<Record<string, unknown>>;
}

// Bundled as a service is, with packages left outside: below node_modules they are found.
const cache = join(__dirname, '../../../../node_modules/.cache');
let bundles = '';
beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  bundles = mkdtempSync(join(cache, 'edge-'));
  const entryPoints = ['traced-program.ts', 'small-service.ts'].map((name) =>
    join(__dirname, '../../test/edge', name),
  );
  const how = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  } as const;
  buildSync({ ...how, entryPoints, outdir: bundles, outExtension: { '.js': '.cjs' } });
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function run(program: string, env: Record<string, string>): Run {
  const file = join(bundles, program.replace('.ts', '.cjs'));
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [file], { env: { PATH, ...env } });
  children.push(child);
  let closed = false;
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      closed = true;
      resolve(code ?? signal ?? '');
    });
  });
  const line = async (event: string): Promise<Record<string, unknown>> => {
    for (let tries = 0; tries < 600; tries += 1) {
      const found = jsonLines(out).find((candidate) => candidate['event'] === event);
      if (found) return found;
      if (closed) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`no line ${event} in:\n${out}\n${err}`);
  };
  return { child, out: () => out, err: () => err, ended, line };
}

function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((found) => found.startsWith('{'))
    .map((found) => JSON.parse(found) as Record<string, unknown>);
}

describe('one trace', () => {
  it('runs from HTTP through gRPC to the step that continues from an event', async () => {
    const probe = run('traced-program.ts', {});
    expect([await probe.ended, probe.err()]).toEqual([0, '']);
    const spans = jsonLines(probe.out()).filter((found) => 'spanId' in found && 'name' in found);
    const named = (name: string, kind: number) =>
      spans.find((found) => found['kind'] === kind && String(found['name']).endsWith(name));
    const chain = [
      named('GET', 1),
      named('ProbeService/Execute', 2),
      named('ProbeService/Execute', 1),
      named('decide', 0),
      named('apply', 4),
      named('publish', 3),
    ];
    expect(new Set(spans.map((found) => found['traceId'])).size).toBe(1);
    expect(chain.map((found) => found?.['parent'])).toEqual([
      undefined,
      ...chain.slice(0, -1).map((found) => found?.['spanId']),
    ]);
    const logged = await probe.line('probe.executed');
    expect([logged['traceId'], logged['spanId']]).toEqual([chain[2]?.['traceId'], chain[2]?.['spanId']]);
    expect(jsonLines(probe.out())).toContainEqual({ grpcIsTraced: true });
    expect(probe.out()).toContain('/api/v1/appeals/1');
    expect(probe.out()).not.toContain('SECRET7');
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

async function started(): Promise<{ service: Run; peer: ReturnType<typeof open> }> {
  const service = run('small-service.ts', env);
  const { port } = await service.line('service.started');
  return { service, peer: open(Number(port)) };
}

const open = (port: number) => grpcClient(ProbeClient, `127.0.0.1:${port}`);

describe('a service as a process', () => {
  it('says in two languages what is missing, malformed or unknown, and ends with 78', async () => {
    const wrong = { ZT_COLOUR: 'red', OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' };
    const service = run('small-service.ts', { ...env, ZT_PACK_DIR: '', ZT_OPS_PORT: 'web', ...wrong });
    expect(await service.ended).toBe(78);
    const sentences = service.err().trim().split('\n');
    expect(sentences.map((found) => /[A-Z]+_[A-Z_]+/.exec(found)?.[0])).toEqual([
      'ZT_OPS_PORT',
      'ZT_PACK_DIR',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'ZT_COLOUR',
    ]);
    for (const sentence of sentences) expect(sentence).toMatch(/^probe: \S.*。 · \S.*\.$/);
  });

  it('says what is wrong with a pack and ends with 78', async () => {
    const service = run('small-service.ts', { ...env, ZT_PACK_DIR: 'broken' });
    expect(await service.ended).toBe(78);
    expect(service.err()).toBe('probe: 规则包第 3 行有误。 · Line 3 of the pack is wrong.\n');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes a running call on %s and ends with 0', async (signal) => {
    const { service, peer } = await started();
    const running = peer.execute(command('slow'));
    await service.line('probe.slow-began');
    service.child.kill(signal);
    await expect(running).resolves.toBeDefined();
    expect(await service.ended).toBe(0);
    const events = jsonLines(service.out()).map((found) => found['event']);
    expect(events.slice(-4)).toEqual([
      'process.stopping',
      'service.draining',
      'probe.closed',
      'service.stopped',
    ]);
    expect(service.err()).toBe('');
    peer.close();
  });

  it('gives every call a trace id without a collector', async () => {
    const { service, peer } = await started();
    const answer = await peer.execute(command('slow'));
    const { traceId } = await service.line('probe.slow-began');
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    const { outcome } = answer;
    expect(outcome?.$case === 'accepted' ? outcome.value.eventId : '').toContain(String(traceId));
    peer.close();
  });

  it.each([
    ['restart', 75, 'process.restart'],
    ['break', 1, 'process.broken'],
  ])('asked to %s it ends with %s and says so', async (what, code, event) => {
    const { service, peer } = await started();
    await peer.execute(command(what)).catch(() => undefined);
    expect(await service.ended).toBe(code);
    await service.line(event);
    peer.close();
  });

  it('killed during a call, it is unavailable to the caller', async () => {
    const { service, peer } = await started();
    const running = peer.execute(command('slow'));
    await service.line('probe.slow-began');
    service.child.kill('SIGKILL');
    await expect(running).rejects.toMatchObject({ name: 'PeerUnavailable', reason: 'away' });
    peer.close();
  });
});
