/** What the operator does to an instance: is it ready, what waits, build again, prove it right. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Reached, askOps } from './reach';
import { ZtFailure, clockTime, print, printJson, progress, progressDone } from './speak';

interface Ready {
  readonly ready: boolean;
  readonly checks: readonly { name: string; ok: boolean; detail: string }[];
}

interface Status {
  readonly loops?: readonly { group: string; lag: number; ready: boolean; parked: number }[];
  readonly parked?: number;
  readonly behindSince?: number;
  readonly outboxOldestAt?: number;
}

/** `zt status`: exit code 0 when every service is ready. */
export async function status(reached: Reached, flags: { json?: boolean }): Promise<number> {
  const names = Object.keys(reached.ops);
  const services = await Promise.all(
    names.map(async (name) => {
      const base = reached.ops[name] ?? '';
      const [ready, state] = await Promise.all([
        askOps<Ready>(base, '/ready'),
        askOps<Status>(base, '/status'),
      ]);
      return {
        name,
        ready: ready?.ready ?? false,
        reachable: ready !== undefined,
        checks: ready?.checks ?? [],
        ...state,
      };
    }),
  );
  const allReady = services.every(({ ready }) => ready);
  const { address, brokers, mongoUri, dataDir, peers, instance } = reached.record;
  if (flags.json) {
    printJson({ ready: allReady, instance, address, brokers, mongoUri, dataDir, peers, services });
    return allReady ? 0 : 1;
  }
  print(
    `${allReady ? '就绪 ready' : '未就绪 not ready'}  ${instance}  ${address}  Kafka ${brokers}  ${mongoUri}`,
  );
  for (const service of services) {
    const lag = (service.loops ?? []).reduce((sum, loop) => sum + loop.lag, 0);
    const why = service.checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
    const state = service.ready ? '✓' : service.reachable ? `… ${why.join(', ')}` : '✗ 无应答 no answer';
    const behind = service.behindSince ? `  总线中断自 behind since ${clockTime(service.behindSince)}` : '';
    const peer = peers?.[service.name] ?? '';
    print(
      `  ${service.name.padEnd(13)} ${peer.padEnd(16)} 滞后 lag ${lag}  搁置 parked ${service.parked ?? 0}${behind}  ${state}`,
    );
  }
  return allReady ? 0 : 1;
}

async function groupsOf(reached: Reached, service: string): Promise<readonly string[]> {
  const base = reached.ops[service];
  if (!base) throw new ZtFailure(`没有服务 ${service}。`, `There is no service ${service}.`, 2);
  const answer = await askOps<{ groups?: string[] }>(base, '/ops/groups', {});
  if (!answer?.groups) throw new ZtFailure(`服务 ${service} 无应答。`, `Service ${service} does not answer.`);
  return answer.groups;
}

/** `zt rebuild SERVICE`: throws each read group away and waits until it is built from the journal again. */
export async function rebuild(reached: Reached, service: string, only: string | undefined): Promise<number> {
  const groups = (await groupsOf(reached, service)).filter((group) => only === undefined || group === only);
  if (groups.length === 0)
    throw new ZtFailure(`服务 ${service} 没有可重建的内容。`, `${service} has nothing to rebuild.`, 2);
  const base = reached.ops[service] ?? '';
  for (const group of groups) {
    const startedAt = Date.now();
    const answer = await askOps<{ rebuilding?: string }>(base, '/ops/rebuild', { group });
    if (answer?.rebuilding !== group)
      throw new ZtFailure(`${group} 拒绝重建。`, `${group} refused to be rebuilt.`);
    await sleep(1500);
    await untilReady(base, group);
    const state = await askOps<Status>(base, '/status');
    const parked = state?.loops?.find((loop) => loop.group === group)?.parked ?? 0;
    print(`${group} 已重建 rebuilt ${((Date.now() - startedAt) / 1000).toFixed(1)} s  搁置 parked ${parked}`);
  }
  return 0;
}

async function untilReady(base: string, group: string): Promise<void> {
  for (let second = 0; second < 600; second++) {
    if ((await askOps<Ready>(base, '/ready'))?.ready) {
      progressDone();
      return;
    }
    if (second % 5 === 0) progress(`${group} … ${second} s`);
    await sleep(1000);
  }
  throw new ZtFailure(
    `${group} 十分钟内未就绪,见日志。`,
    `${group} was not ready within ten minutes; see its log.`,
  );
}

interface Comparison {
  readonly group: string;
  readonly documents: number;
  readonly rebuilt: number;
  readonly differing: readonly { key: string; what: string }[];
}

/** `zt compare [SERVICE]`: is what is stored what the journal makes of it? Exit code 1 when not. */
export async function compare(
  reached: Reached,
  service: string | undefined,
  flags: { json?: boolean },
): Promise<number> {
  const results: Comparison[] = [];
  for (const [name, base] of Object.entries(reached.ops)) {
    if (service !== undefined && name !== service) continue;
    const answer = await askOps<{ comparisons?: Comparison[] }>(base, '/ops/compare', {});
    if (!answer?.comparisons)
      throw new ZtFailure(`服务 ${name} 无应答。`, `Service ${name} does not answer.`);
    results.push(...answer.comparisons);
  }
  if (flags.json) printJson(results);
  else {
    for (const { group, documents, rebuilt, differing } of results) {
      print(
        `${group.padEnd(24)} 存储 stored ${documents}  重建 rebuilt ${rebuilt}  不同 differing ${differing.length}`,
      );
      for (const { key, what } of differing.slice(0, 10)) print(`    ${key}  ${what}`);
    }
  }
  return results.every(({ differing }) => differing.length === 0) ? 0 : 1;
}

interface Parked {
  readonly group: string;
  readonly key: string;
  readonly reason: string;
  readonly sinceAt: number;
  readonly eventId: string;
  readonly waiting: number;
}

/** `zt parked [list|retry|skip] [KEY]`. */
export async function parked(
  reached: Reached,
  act: string,
  key: string | undefined,
  flags: { json?: boolean },
): Promise<number> {
  const found: (Parked & { base: string })[] = [];
  for (const base of Object.values(reached.ops)) {
    const answer = await askOps<{ parked?: Parked[] }>(base, '/ops/parked', {});
    for (const one of answer?.parked ?? []) found.push({ ...one, base });
  }
  if (act === 'list') {
    if (flags.json) printJson(found.map(({ base: _base, ...one }) => one));
    else if (found.length === 0) print('没有搁置的诉求 · nothing is parked');
    for (const one of flags.json ? [] : found) {
      print(
        `${one.group}  ${one.key}  ${clockTime(one.sinceAt)}  ${one.waiting} 条 waiting  ${one.reason}  ${one.eventId}`,
      );
    }
    return 0;
  }
  if (act !== 'retry' && act !== 'skip')
    throw new ZtFailure('用法:zt parked [list|retry KEY|skip KEY]', 'See usage.', 2);
  const chosen = found.filter((one) => one.key === key);
  if (chosen.length === 0) throw new ZtFailure(`${key ?? ''} 未被搁置。`, `${key ?? ''} is not parked.`, 2);
  for (const { base, group } of chosen) {
    const answer = await askOps<{ result?: string }>(base, `/ops/parked-${act}`, { group, key });
    print(`${group}  ${key}  ${answer?.result ?? '无应答 no answer'}`);
  }
  return 0;
}
