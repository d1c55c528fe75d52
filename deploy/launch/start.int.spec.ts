import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freshDataDir } from '../test/data-dir';
import { projectRoot } from './cache';
import { readRecord } from './instance-home';
import { findFreeBase } from './port-check';
import { isAlive } from './process-identity';

jest.setTimeout(240_000);

/** The command as the operator gives it, in a process group of its own as a terminal would make it. */
function npmStart(dataDir: string, portBase: number) {
  const bootstrap = join(projectRoot, 'deploy', 'bootstrap.mjs');
  const args = [bootstrap, 'start', '--data', dataDir, '--port-base', String(portBase)];
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
  return { child, ended, says, said: () => said };
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
});
