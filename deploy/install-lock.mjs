// One installation of the dependencies at a time in a clone. The lock is a file that names its holder; it
// appears complete or not at all (hard link), and a holder that died without a word is recognised by pid and
// start time. Nothing but Node may be needed here: it runs before there are dependencies.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until the lock is free and takes it; `waiting` is told once, with the pid of who has it. Answers how
 * to give it back; at the latest it is given back when the process exits.
 */
export async function takeLock(file, waiting) {
  const own = `${file}.${process.pid}`;
  const name = identity(process.pid);
  for (let told = false; ; told = true) {
    writeFileSync(own, name);
    const taken = linked(own, file);
    rmSync(own, { force: true });
    if (taken) {
      const release = () => {
        if (read(file) === name) rmSync(file, { force: true });
      };
      process.once('exit', release);
      return release;
    }
    const holder = read(file);
    if (holder === undefined) continue;
    if (identity(Number.parseInt(holder, 10)) !== holder) {
      removeStale(file, holder, `${own}.stale`);
      continue;
    }
    if (!told) waiting(Number.parseInt(holder, 10));
    await sleep(200);
  }
}

/** Pid and, where the system tells it, start time of a living process; undefined when there is none. */
function identity(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return columns[0] === 'Z' ? undefined : `${pid} ${columns[19]}`;
  } catch {
    return `${pid}`;
  }
}

/** Moves the stale lock aside; if another took the lock meanwhile, what was moved is his and is put back. */
function removeStale(file, stale, aside) {
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) linked(aside, file);
  rmSync(aside, { force: true });
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
