/**
 * A taken port is told before anything starts: which port, what for, who holds it where the system tells, and
 * what to do. Otherwise it would appear minutes later as a service that dies again and again.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { LaunchFailure } from './launch-failure';
import { type NamedPort, infrastructurePorts, planPorts, portSpan, servicePorts } from './port-plan';

/** Whether somebody listens on the port on this machine. */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen({ port, host: '0.0.0.0', exclusive: true }, () => probe.close(() => resolve(false)));
  });
}

/** Stops the start with one sentence when any of the ports is taken. */
export async function assertPortsFree(ports: readonly NamedPort[]): Promise<void> {
  for (const { port, use } of ports) {
    if (!(await isPortTaken(port))) continue;
    const holder = holderOf(port);
    throw new LaunchFailure(
      `端口 ${port}(${use})已被占用${holder ? `:${holder}` : ''}。请停止该进程,或用 --port-base 另选一段端口。`,
      `Port ${port} (${use}) is taken${holder ? ` by ${holder}` : ''}. ` +
        'Stop that process, or choose other ports with --port-base.',
    );
  }
}

/**
 * A base whose whole span is free now; below the range from which the system takes ports for outgoing
 * connections.
 */
export async function findFreeBase(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const base = 10_000 + Math.floor(Math.random() * 500) * portSpan;
    const plan = planPorts(base);
    const taken = await Promise.all(
      [...infrastructurePorts(plan), ...servicePorts(plan)].map((p) => isPortTaken(p.port)),
    );
    if (!taken.includes(true)) return base;
  }
  throw new LaunchFailure('找不到一段空闲端口。', 'No free span of ports was found.');
}

/** `pid 123 (java …)`, or nothing where the system does not tell. */
function holderOf(port: number): string | undefined {
  try {
    const pid = process.platform === 'linux' ? linuxHolder(port, 'listens') : lsofHolder(port);
    if (!pid) return undefined;
    const command = process.platform === 'linux' ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
    return `pid ${pid} ${command.split('\0').join(' ').trim().slice(0, 80)}`.trim();
  } catch {
    return undefined;
  }
}

/**
 * The process one of whose connections comes from this port; undefined where none does or the system does not
 * tell.
 */
export function connectedFrom(port: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const pid = linuxHolder(port, 'is-connected');
    return pid === undefined ? undefined : Number(pid);
  } catch {
    return undefined;
  }
}

function linuxHolder(port: number, how: 'listens' | 'is-connected'): string | undefined {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((table) => readFileSync(table, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((column) => column[1]?.endsWith(wanted) && (column[3] === '0A') === (how === 'listens'))
    .map((column) => `socket:[${column[9]}]`);
  if (sockets.length === 0) return undefined;
  const holds = (pid: string) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).some((fd) =>
        sockets.includes(readlinkSync(`/proc/${pid}/fd/${fd}`)),
      );
    } catch {
      return false;
    }
  };
  return readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holds(entry));
}

function lsofHolder(port: number): string | undefined {
  const pids = execFileSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { encoding: 'utf8' });
  return pids.split('\n')[0];
}
