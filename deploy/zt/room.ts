// Memory for a long simulation: a town of many thousand appeals holds more than a process may take by
// default. The command then starts itself once more with what it needs, or says that the machine has too
// little.
import { spawnSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { ZtFailure } from './speak';

const MB = 1024 * 1024;
/** What a town holds besides its appeals, and for each of them, as measured at 50 000 (MB). */
const TOWN_MB = 900;
const APPEAL_MB = 0.12;

/** The heap a town of so many appeals needs (MB), if this process has less; undefined when it has enough. */
export function roomFor(appeals: number, has = getHeapStatistics().heap_size_limit / MB): number | undefined {
  const needed = Math.ceil(TOWN_MB + appeals * APPEAL_MB);
  return needed <= has ? undefined : needed;
}

/** Runs the same command with that heap; answers its exit code. */
export function inMoreRoom(needed: number, machine = totalmem() / MB): number {
  if (needed > machine * 0.9)
    throw new ZtFailure(
      `约需内存 ${needed} MB，本机共 ${Math.floor(machine)} MB；请减少 --count。`,
      `It takes about ${needed} MB of memory and the machine has ${Math.floor(machine)} MB; take a smaller --count.`,
      78,
    );
  const bootstrap = join(__dirname, '..', 'bootstrap.mjs');
  const args = [`--max-old-space-size=${needed}`, bootstrap, 'zt', ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}
