import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDataDir } from '../test/data-dir';
import { projectRoot } from './cache';
import { readRecord } from './instance-home';
import { findFreeBase } from './port-check';
import { isAlive } from './process-identity';
import { type Appeal, sampleAppeals } from '../proof/appeals';

jest.setTimeout(240_000);

/** The command as the operator gives it, in a process group of its own as a terminal would make it. */
function npmStart(dataDir: string, portBase: number, ...flags: readonly string[]) {
  const bootstrap = join(projectRoot, 'deploy', 'bootstrap.mjs');
  const args = [bootstrap, 'start', '--data', dataDir, '--port-base', String(portBase), ...flags];
  const child: ChildProcess = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let heard: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      heard?.();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      heard = () => said.includes(text) && resolve();
      heard();
      void ended.then(() => reject(new Error(`ended without saying "${text}":\n${said}`)));
    });
  children.push(child);
  return { child, ended, says, said: () => said };
}

const children: ChildProcess[] = [];
/** What a failed test left behind is stopped as an operator would. */
afterEach(async () => {
  const left = children
    .splice(0)
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(left.map((child) => child.kill('SIGINT') && once(child, 'close')));
});

type Receipt = { readonly number: string; readonly queryCode: string };

/** Pushes an appeal as its channel does, labels left out. */
async function push(address: string, { id, channel, label: _, ...appeal }: Appeal): Promise<Receipt> {
  const response = await fetch(`${address}/api/v1/channels/${channel}/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sourceNumber: id, ...appeal }),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as Receipt;
}

/** Where an appeal stands, as its enterprise sees it. */
async function statusOf(address: string, { number, queryCode }: Receipt): Promise<string> {
  const response = await fetch(`${address}/api/v1/appeals/${number}?queryCode=${queryCode}`);
  return ((await response.json()) as { status: string }).status;
}

describe('npm start', () => {
  it('survives its own kill -9, says when it already runs, and ends everything on Ctrl-C', async () => {
    const dataDir = freshDataDir('start');
    const base = await findFreeBase();
    const first = npmStart(dataDir, base);
    await first.says('Zhitong is ready');
    const orphans = readRecord(dataDir)?.processes ?? [];
    expect(orphans.map(({ name }) => name)).toEqual(expect.arrayContaining(['kafka', 'store']));
    first.child.kill('SIGKILL');
    await first.ended;
    expect(orphans.every(isAlive)).toBe(true);

    const second = npmStart(dataDir, base);
    await second.says('Zhitong is ready');
    expect(orphans.filter(isAlive)).toEqual([]);
    const running = readRecord(dataDir)?.processes ?? [];
    expect(running.length).toBe(orphans.length);

    const third = npmStart(dataDir, base);
    expect(await third.ended).toBe(1);
    expect(third.said()).toContain(`already running on ${dataDir}`);

    process.kill(-(second.child.pid ?? 0), 'SIGINT');
    process.kill(second.child.pid ?? 0, 'SIGINT');
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain('All stopped');
    expect(running.filter(isAlive)).toEqual([]);
    expect(readRecord(dataDir)).toBeUndefined();
  });

  it('--compact answers the same questions with all services in one process', async () => {
    const dataDir = freshDataDir('compact');
    const base = await findFreeBase();
    const started = npmStart(dataDir, base, '--compact');
    await started.says('Zhitong is ready');
    const running = readRecord(dataDir)?.processes ?? [];
    expect(running.map(({ name }) => name).sort()).toEqual(['compact', 'kafka', 'store']);

    const address = `http://127.0.0.1:${base}`;
    const chosen = ['dispatch', 'direct-answer'].flatMap((wanted) =>
      sampleAppeals()
        .filter(({ channel, label }) => channel === 'web' && label.disposition === wanted)
        .slice(0, 4),
    );
    const receipts = await Promise.all(chosen.map((appeal) => push(address, appeal)));
    const wanted = ['dispatched', 'answered'];
    let statuses: readonly string[] = [];
    for (const until = Date.now() + 20_000; Date.now() < until; await sleep(200)) {
      statuses = await Promise.all(receipts.map((receipt) => statusOf(address, receipt)));
      if (wanted.every((status) => statuses.includes(status))) break;
    }
    expect(statuses).toEqual(expect.arrayContaining(wanted));

    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(started.said()).toContain('All stopped');
    expect(running.filter(isAlive)).toEqual([]);
  });
});
