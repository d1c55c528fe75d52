/**
 * What the data directory says of the history loaded into it. That a loading was begun is on record before
 * its first record is, and until the end: a directory in which it was broken off is neither empty nor whole,
 * and nothing tells the services where the past ends. It is not started.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFailure, badConfiguration } from './launch-failure';

const MARKER = 'history.json';
const BEGUN = 'history.begun';

/** When a history was loaded into the journal of this directory (epoch ms), if one was. */
export function historyMarker(dataDir: string): number | undefined {
  const file = join(dataDir, MARKER);
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { loadedAt: number }).loadedAt;
}

/** The first record is about to be loaded. */
export function loadingBegins(dataDir: string, file: string): void {
  writeFileSync(join(dataDir, BEGUN), JSON.stringify({ file }));
}

/** Everything is loaded: services may start, and the past ends at `loadedAt`. */
export function loadingEnded(dataDir: string, file: string, loadedAt: number): void {
  const marker = join(dataDir, MARKER);
  writeFileSync(`${marker}.new`, JSON.stringify({ file, loadedAt }));
  renameSync(`${marker}.new`, marker);
  rmSync(join(dataDir, BEGUN), { force: true });
}

/** Refuses a directory in which a loading was broken off. */
export function assertLoadedWhole(dataDir: string): void {
  if (!existsSync(join(dataDir, BEGUN)) || existsSync(join(dataDir, MARKER))) return;
  throw new LaunchFailure(
    `数据目录 ${dataDir} 载入历史时中断,内容不全,不能启动。请另选一个新的 --data 重新载入。`,
    `Loading a history into ${dataDir} was broken off, and it is not whole. Load it anew into a new --data.`,
    badConfiguration,
  );
}
