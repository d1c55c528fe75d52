/**
 * A process id alone is not an identity: ids are used again, and to end a stranger's process would be the
 * worst of all repairs. An id together with the start time the system gives it is one; both are written down
 * at every start.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that was started at a certain time, in the system's own words. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
}

/** The system's start time of a living process; undefined when there is none (or only its remains). */
export function startTimeOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (columns[0] === 'Z' || columns[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${boot}-${columns[19]}`;
  } catch {
    return undefined;
  }
}

/** The identity of a living process. */
export function identify(pid: number): ProcessIdentity {
  return { pid, startTime: startTimeOf(pid) ?? 'gone' };
}

/** Whether exactly this process is alive. */
export const isAlive = (who: ProcessIdentity): boolean => startTimeOf(who.pid) === who.startTime;

/** Ends a process that is not our child: asks, waits up to `graceMs`, then kills. */
export async function endProcess(who: ProcessIdentity, graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  signal(who, 'SIGTERM');
  while (isAlive(who) && Date.now() < deadline) await sleep(50);
  signal(who, 'SIGKILL');
  while (isAlive(who)) await sleep(20);
}

function signal(who: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isAlive(who)) return;
  try {
    process.kill(who.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
