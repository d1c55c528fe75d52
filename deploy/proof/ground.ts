/**
 * Proving ground 试验场: a whole instance on free ports, asked over HTTP as people and platforms ask it, and the
 * operator's questions to every service. The proofs differ in what they do to it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Instance, type InstanceOptions, startInstance } from '../launch/instance';
import { type Reached, askOps, reach } from '../zt/reach';

/** An instance under proof. */
export interface Ground {
  readonly dataDir: string;
  readonly instance: Instance;
  readonly reached: Reached;
}

/** Starts an instance on the directory, new or with its data. */
export async function raise(dataDir: string, options: Partial<InstanceOptions> = {}): Promise<Ground> {
  const usual = { dataDir, portBase: 0, instance: 'proof', readyWithinMs: 180_000 };
  const instance = await startInstance({ ...usual, ...options });
  return { dataDir, instance, reached: reach({ data: dataDir }) };
}

/** A request, with who asks. */
export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly role?: string;
  readonly actor?: string;
  readonly unit?: string;
  readonly body?: unknown;
  /** Sent as it is, for bodies that are no JSON. */
  readonly raw?: string;
  /** Idempotency-Key. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  /** Id of the event a command wrote, empty when it wrote none. */
  readonly eventId: string;
}

/** Asks once; throws when the connection breaks. */
export async function ask<T = Record<string, unknown>>(
  ground: Ground,
  question: Question,
): Promise<Reply<T>> {
  const { path, role, actor, unit, body, raw, key } = question;
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const headers: Record<string, string> = { 'accept-language': 'zh', ...question.headers };
  if (text !== undefined) headers['content-type'] = 'application/json';
  if (role !== undefined) headers['authorization'] = `Bearer ${ground.reached.token(role)}`;
  if (actor !== undefined) headers['x-actor'] = actor;
  if (unit !== undefined) headers['x-unit'] = unit;
  if (key !== undefined) headers['idempotency-key'] = key;
  const response = await fetch(`${ground.instance.address}${path}`, {
    method: question.method ?? (text === undefined ? 'GET' : 'POST'),
    headers,
    ...(text !== undefined && { body: text }),
    signal: AbortSignal.timeout(20_000),
  });
  const answer = await response.text();
  return {
    status: response.status,
    body: (answer === '' ? {} : JSON.parse(answer)) as T,
    eventId: response.headers.get('x-event-id') ?? '',
  };
}

/** Asks until the instance answers something else than that it is busy; a command needs a key for that. */
export async function insist<T = Record<string, unknown>>(
  ground: Ground,
  question: Question,
): Promise<Reply<T>> {
  const until = Date.now() + 90_000;
  for (let pauseMs = 50; ; pauseMs = Math.min(1000, pauseMs * 2)) {
    const reply = await ask<T>(ground, question).catch(() => undefined);
    if (reply && reply.status < 500 && reply.status !== 429) return reply;
    if (Date.now() > until) {
      const said = reply ? `${reply.status} ${JSON.stringify(reply.body)}` : 'no answer';
      throw new Error(`${question.path}: ${said} for 90 s`);
    }
    await sleep(pauseMs);
  }
}

/** Waits for a value that is not undefined; `what` names it in the failure. */
export async function eventually<T>(
  what: string,
  withinMs: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`Not within ${withinMs / 1000} s: ${what}`);
    await sleep(150);
  }
}

interface Status {
  readonly ready?: boolean;
  readonly parked?: number;
  readonly outboxOldestAt?: number;
  readonly loops?: readonly { group: string; lag: number; partitions: readonly { next: number }[] }[];
}

/** What a service still has to do; empty when nothing. `read` tells how far it has read. */
async function unrest(ground: Ground, name: string): Promise<{ why: string; read: string }> {
  const base = ground.reached.ops[name] ?? '';
  const status = await askOps<Status>(base, '/status');
  if (!status) return { why: `${name} does not answer`, read: '' };
  const loops = status.loops ?? [];
  const behind = loops.filter(({ lag }) => lag > 0).map(({ group, lag }) => `${group} behind ${lag}`);
  const reasons = [
    ...(status.ready === false ? ['not ready'] : []),
    ...behind,
    ...(status.outboxOldestAt === undefined ? [] : ['unpublished events']),
  ];
  const read = loops.map(({ group, partitions }) => `${group} ${partitions.map(({ next }) => next).join()}`);
  return { why: reasons.map((reason) => `${name}: ${reason}`).join('; '), read: read.join(' ') };
}

const STILL_MS = 3000;

/** Waits until nothing is unread or unpublished and nobody has read anything new for three seconds. */
export async function quiet(ground: Ground, withinMs: number): Promise<void> {
  const names = Object.keys(ground.instance.services);
  const until = Date.now() + withinMs;
  let before = '';
  let since = Date.now();
  for (;;) {
    const all = await Promise.all(names.map((name) => unrest(ground, name)));
    const why = all.flatMap((one) => (one.why === '' ? [] : [one.why]));
    const read = all.map((one) => one.read).join(' ');
    if (why.length > 0 || read !== before) since = Date.now();
    before = read;
    if (Date.now() - since >= STILL_MS) return;
    if (Date.now() > until) throw new Error(`Still at work after ${withinMs / 1000} s: ${why.join('; ')}`);
    await sleep(250);
  }
}

interface Comparison {
  readonly group: string;
  readonly documents: number;
  readonly differing: readonly { key: string; what: string }[];
}

interface Parked {
  readonly group: string;
  readonly key: string;
  readonly reason: string;
}

/** Where a service's documents are not what the journal makes of them, and what it holds parked. */
export async function differences(ground: Ground): Promise<string[]> {
  const found: string[] = [];
  for (const name of Object.keys(ground.instance.services)) {
    const base = ground.reached.ops[name] ?? '';
    const compared = await askOps<{ comparisons?: Comparison[] }>(base, '/ops/compare', {});
    if (!compared?.comparisons) found.push(`${name}: no comparison: ${JSON.stringify(compared)}`);
    for (const { group, differing } of compared?.comparisons ?? [])
      for (const { key, what } of differing) found.push(`${group} ${key}: ${what}`);
    const { parked = [] } = (await askOps<{ parked?: Parked[] }>(base, '/ops/parked', {})) ?? {};
    for (const { group, key, reason } of parked) found.push(`${group} ${key} is parked: ${reason}`);
  }
  return found;
}

/** Name and text of every log file of the instance. */
export function logsOf(ground: Ground): readonly { name: string; text: string }[] {
  const { logs } = ground.instance.infrastructure.dirs;
  if (!existsSync(logs)) return [];
  return readdirSync(logs).map((name) => ({ name, text: readFileSync(join(logs, name), 'utf8') }));
}
