/**
 * One launcher per data directory, one builder per cache entry. The lock is a file that names its holder; it
 * appears complete or not at all (hard link), and a holder that died without a word is recognised by pid and
 * start time.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ProcessIdentity, identify, isAlive } from './process-identity';

/** Either the lock, or who has it. */
export type LockAttempt =
  | { readonly held: true; release(): void }
  | { readonly held: false; readonly by: ProcessIdentity };

/** Takes the lock if it is free or its holder is dead. */
export function tryLock(file: string): LockAttempt {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(own, JSON.stringify(identify(process.pid)));
  try {
    for (;;) {
      if (linked(own, file)) return { held: true, release: () => rmSync(file, { force: true }) };
      const holder = holderOf(file);
      if (holder && isAlive(holder)) return { held: false, by: holder };
      if (holder) removeStale(file, holder, `${own}.stale`);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Runs `work` under the lock and waits as long as another process works under it. */
export async function withLock<T>(file: string, waiting: () => void, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = tryLock(file);
    if (lock.held) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    waiting();
    await sleep(300);
  }
}

function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { pid: 0, startTime: 'unreadable' };
    throw error;
  }
}

/** Moves the stale lock aside; if another took the lock meanwhile, what was moved is his and is put back. */
function removeStale(file: string, stale: ProcessIdentity, aside: string): void {
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved && moved.pid !== stale.pid) linked(aside, file);
  rmSync(aside, { force: true });
}
