/**
 * A program that is kept running: when it dies it is started again, after half a second at first and never
 * after more than ten; when it says that its configuration is wrong (exit 78) it is not, for it would only
 * say so again. Children live in a session of their own, so that Ctrl-C on the terminal reaches the launcher
 * alone, which then stops them in order.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { badConfiguration } from './launch-failure';
import { lastLines, rotate, sizeOf } from './log-file';

/** What to run. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Its output goes to `<logDir>/<name>.log`. */
  readonly logDir: string;
}

/** How a program ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines it wrote in this run; what earlier runs wrote is not repeated. */
  readonly lastWords: (lines: number) => string;
}

/** Who is told what happens to the program. */
export interface Watcher {
  spawned(name: string, pid: number): void;
  exited(name: string, pid: number): void;
  /** It died by itself and is started again after `delayMs`. */
  restarting(name: string, ending: Ending, delayMs: number): void;
  /** It refused its configuration and stays down. */
  refused(name: string, ending: Ending): void;
}

/** A program under care. */
export interface KeptProgram {
  readonly name: string;
  readonly logFile: string;
  /** The last lines of the present run. */
  readonly lastWords: (lines: number) => string;
  /** Of the running process; undefined while it is down. */
  readonly pid: number | undefined;
  /**
   * Kills it as a crash would; with `hold` it stays down until `restart`, otherwise it comes back by itself.
   */
  kill9(how?: { readonly hold?: boolean }): Promise<void>;
  /** Stops it if it runs, and starts it. */
  restart(): Promise<void>;
  /** Asks it to end, kills it after `graceMs`, and does not start it again. */
  stop(graceMs: number): Promise<void>;
}

const firstDelayMs = 500;
const longestDelayMs = 10_000;
/** A program that ran this long before it died starts again with the shortest delay. */
const soundAfterMs = 30_000;
const rotateEveryMs = 5_000;

/** The delay before start number `failures` + 1, 0.5 s doubled each time, at most 10 s. */
export const restartDelayMs = (failures: number): number =>
  Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, failures - 1));

const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGTERM');
});

/** Starts the program and keeps it running until `stop`. */
export function keepRunning(program: Program, watcher: Watcher): KeptProgram {
  const logFile = join(program.logDir, `${program.name}.log`);
  const rotation = setInterval(() => rotate(logFile), rotateEveryMs);
  rotation.unref();
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  let wanted = true;
  let failures = 0;
  let pending: NodeJS.Timeout | undefined;
  let saidBefore = 0;
  const launch = () => {
    clearTimeout(pending);
    const bornAt = Date.now();
    rotate(logFile);
    const from = sizeOf(logFile);
    saidBefore = from;
    const started = spawnInto(logFile, program);
    child = started;
    living.add(started);
    if (started.pid !== undefined) watcher.spawned(program.name, started.pid);
    ended = endOf(started).then((how) => {
      const ending = { ...how, lastWords: (lines: number) => lastLines(logFile, lines, from) };
      living.delete(started);
      child = undefined;
      if (started.pid !== undefined) watcher.exited(program.name, started.pid);
      if (!wanted) return;
      if (ending.code === badConfiguration) {
        wanted = false;
        return watcher.refused(program.name, ending);
      }
      failures = Date.now() - bornAt > soundAfterMs ? 1 : failures + 1;
      const delay = restartDelayMs(failures);
      watcher.restarting(program.name, ending, delay);
      pending = setTimeout(launch, delay);
    });
  };
  const stop = async (graceMs: number) => {
    wanted = false;
    clearTimeout(pending);
    const current = child;
    current?.kill('SIGTERM');
    const timer = setTimeout(() => current?.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };
  launch();
  return {
    name: program.name,
    logFile,
    lastWords: (lines) => lastLines(logFile, lines, saidBefore),
    get pid() {
      return child?.pid;
    },
    async kill9({ hold = false } = {}) {
      if (hold) clearTimeout(pending);
      wanted &&= !hold;
      child?.kill('SIGKILL');
      await ended;
    },
    async restart() {
      await stop(10_000);
      [wanted, failures] = [true, 0];
      launch();
    },
    async stop(graceMs) {
      clearInterval(rotation);
      await stop(graceMs);
    },
  };
}

function spawnInto(logFile: string, program: Program): ChildProcess {
  const out = openSync(logFile, 'a', 0o600);
  try {
    const stdio: ['ignore', number, number] = ['ignore', out, out];
    return spawn(program.command, program.args, { env: program.env, stdio, detached: true });
  } finally {
    closeSync(out);
  }
}

function endOf(child: ChildProcess): Promise<Omit<Ending, 'lastWords'>> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}
