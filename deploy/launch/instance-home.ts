/**
 * The data directory of an instance, held by one launcher at a time. `instance.json` in it says what runs:
 * ports and every process with its start time, written at each spawn. The operator's tool and the tests read
 * it, and after a launcher that was killed the next one ends by it what was left over, so that no start is
 * ever blocked by the last.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LaunchFailure } from './launch-failure';
import { tryLock } from './lock';
import type { PortPlan } from './port-plan';
import { type ProcessIdentity, endProcess, identify, isAlive } from './process-identity';

/** A running process of the instance. */
export interface ProcessEntry extends ProcessIdentity {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** What `instance.json` holds. */
export interface InstanceRecord {
  readonly instance: string;
  readonly dataDir: string;
  readonly portBase: number;
  readonly ports: PortPlan;
  readonly launcher: ProcessIdentity;
  readonly startedAt: number;
  readonly brokers?: string;
  readonly mongoUri?: string;
  /** `http://127.0.0.1:7100`, once the services are up. */
  readonly address?: string;
  /** gRPC addresses by service, as in ZT_PEERS. */
  readonly peers?: Readonly<Record<string, string>>;
  readonly compact?: boolean;
  /** The role as which the operator's tool reads cases. */
  readonly reader?: string;
  readonly processes: readonly ProcessEntry[];
}

/** The directories of an instance. */
export interface InstanceDirs {
  readonly data: string;
  readonly logs: string;
  readonly broker: string;
  readonly store: string;
}

/** A data directory that belongs to this launcher until `close`. */
export interface InstanceHome {
  readonly dirs: InstanceDirs;
  readonly record: InstanceRecord;
  note(facts: Partial<InstanceRecord>): void;
  spawned(name: string, pid: number): void;
  exited(pid: number): void;
  close(): void;
}

const recordFile = (dataDir: string) => join(dataDir, 'instance.json');

/** Reads the record of an instance, running or not. */
export function readRecord(dataDir: string): InstanceRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(dataDir), 'utf8')) as InstanceRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Ends what an earlier launcher left running under this directory. */
export async function endLeftovers(dataDir: string): Promise<number> {
  const left = (readRecord(dataDir)?.processes ?? []).filter(isAlive);
  const order = [...left].reverse();
  await Promise.all(order.map((entry) => endProcess(entry, 5_000)));
  return left.length;
}

/**
 * Takes the directory, or says who has it; ends leftovers; keeps the instance name the data were made under.
 */
export async function openHome(dataDir: string, instance: string): Promise<InstanceHome> {
  const data = resolve(dataDir);
  const dirs = { data, logs: join(data, 'logs'), broker: join(data, 'kafka'), store: join(data, 'store') };
  mkdirSync(dirs.logs, { recursive: true });
  const lock = tryLock(join(data, 'launcher.lock'));
  if (!lock.held) {
    throw new LaunchFailure(
      `数据目录 ${data} 上已有一个实例在运行(pid ${lock.by.pid})。先在其窗口按 Ctrl-C 停止,或用 --data 与 --port-base 另开一个。`,
      `An instance is already running on ${data} (pid ${lock.by.pid}). ` +
        'Stop it with Ctrl-C, or start another with --data and --port-base.',
    );
  }
  try {
    assertSameInstance(data, instance);
    await endLeftovers(data);
  } catch (error) {
    lock.release();
    throw error;
  }
  return homeOf(dirs, instance, lock.release);
}

function assertSameInstance(data: string, instance: string): void {
  const file = join(data, 'instance-name');
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (known !== undefined && known !== instance) {
    throw new LaunchFailure(
      `数据目录 ${data} 属于实例「${known}」,不是「${instance}」。请用 --instance ${known},或另选 --data。`,
      `The data in ${data} belong to instance "${known}", not "${instance}". ` +
        `Use --instance ${known}, or another --data.`,
    );
  }
  writeFileSync(file, instance);
}

function homeOf(dirs: InstanceDirs, instance: string, release: () => void): InstanceHome {
  let record: InstanceRecord = {
    instance,
    dataDir: dirs.data,
    portBase: 0,
    ports: { http: 0, broker: 0, controller: 0, store: 0, services: {} },
    launcher: identify(process.pid),
    startedAt: Date.now(),
    processes: [],
  };
  let closed = false;
  const note = (facts: Partial<InstanceRecord>) => {
    record = { ...record, ...facts };
    if (closed) return;
    const file = recordFile(dirs.data);
    writeFileSync(`${file}.new`, JSON.stringify(record, null, 2));
    renameSync(`${file}.new`, file);
  };
  return {
    dirs,
    get record() {
      return record;
    },
    note,
    spawned: (name, pid) =>
      note({ processes: [...record.processes, { name, ...identify(pid), startedAt: Date.now() }] }),
    exited: (pid) => note({ processes: record.processes.filter((entry) => entry.pid !== pid) }),
    close() {
      if (closed) return;
      closed = true;
      rmSync(recordFile(dirs.data), { force: true });
      release();
    },
  };
}
