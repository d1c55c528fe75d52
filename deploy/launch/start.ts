/**
 * `npm start`: sets the machine up, starts an instance, says where it is and how to sign in, and stops it in
 * order on Ctrl-C.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { versions } from './cache';
import { type Instance, raiseInstance } from './instance';
import { openHome } from './instance-home';
import type { Watcher } from './kept-program';
import { LaunchFailure } from './launch-failure';
import { type StartOptions, readOptions } from './options';
import { elapsed, progressBoard } from './progress-board';
import { prepareAll } from './setup';
import { needsStoreServer } from './setup-packages';
import { builtServices } from './setup-bundles';
import { onInterrupt } from './signals';
import { roleLabels, tokenLines } from './told-tokens';

/** A service ends with this code to start anew, e.g. when a rebuild was asked for (`exitCodes.restart`). */
const askedToRestart = 75;

const say = (text: string) => process.stdout.write(`${text}\n`);

/**
 * While this lasts an interruption may end everything at once; afterwards processes must be stopped in order.
 */
let preparing = true;

async function main(): Promise<number> {
  const since = Date.now();
  const options = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const home = await openHome(options.dataDir, options.instance);
  let killAll: () => Promise<unknown> = async () => {};
  const interrupted = new Promise<undefined>((resolve) => {
    onInterrupt(
      () => resolve(undefined),
      () => void killAll().finally(() => process.exit(130)),
    );
  });
  const starting = prepareAndRaise(options, home, since);
  const first = await Promise.race([starting, interrupted]).catch((error: unknown) => {
    home.close();
    throw error;
  });
  if (!first) {
    say('\n已中断启动,正在停止… · Interrupted while starting, stopping…');
    const early = preparing ? undefined : await starting.catch(() => undefined);
    await early?.stop();
    home.close();
    return 130;
  }
  killAll = first.killAll;
  await announce(first, options, since);
  const failure = await Promise.race([interrupted, first.refused]);
  say('\n正在停止(再按一次 Ctrl-C 立即结束)… · Stopping (Ctrl-C again ends at once)…');
  const stopSince = Date.now();
  await first.stop();
  if (failure) throw failure;
  say(`已全部停止 · All stopped ${elapsed(Date.now() - stopSince)}`);
  return 0;
}

async function prepareAndRaise(
  options: StartOptions,
  home: Awaited<ReturnType<typeof openHome>>,
  since: number,
): Promise<Instance> {
  const board = progressBoard(process.stdout);
  try {
    await prepareAll(board);
    preparing = false;
    const title = { zh: '启动 Kafka、存储与各项服务', en: 'starting Kafka, store and services' };
    board.started(title);
    const instance = await raiseInstance(home, { ...options, watcher: teller(since) });
    board.finished(title);
    return instance;
  } finally {
    board.close();
  }
}

function teller(since: number): Partial<Watcher> {
  const told = new Set<string>();
  return {
    restarting(name, ending, delayMs) {
      if (ending.code === askedToRestart) {
        return say(`! ${name} 按要求重启(重建) · restarts as asked, for a rebuild`);
      }
      const how = ending.signal ?? `exit ${ending.code}`;
      say(
        `! ${name} 意外结束(${how}),${delayMs / 1000} 秒后重启 · ended unexpectedly, restarts in ${delayMs / 1000} s`,
      );
      if (told.has(name) || Date.now() - since > 600_000) return;
      told.add(name);
      say(ending.lastWords(8).replace(/^/gm, '    '));
    },
  };
}

async function announce(instance: Instance, options: StartOptions, since: number): Promise<void> {
  const { infrastructure } = instance;
  const here = relative(process.cwd(), options.dataDir) || '.';
  const flags = options.portBase === 7100 && here === '.data' ? '' : ` --data ${options.dataDir}`;
  const example = join('deploy', 'profiles', 'demo', 'training', 'appeals.jsonl');
  say(`\n直通已就绪 · Zhitong is ready  (${elapsed(Date.now() - since)})`);
  say(`  网址 address     ${instance.address}   API ${instance.address}/api/openapi.json`);
  say(`  Kafka            ${infrastructure.brokers}`);
  say(`  存储 store       ${infrastructure.mongoUri.replace(/\/\/[^@/]*@/, '//')}`);
  if (needsStoreServer()) {
    say(
      `${' '.repeat(19)}SecantusDB ${versions.store}(测试版 beta,GPL-2.0;生产用 MongoDB · production: MongoDB)`,
    );
  }
  say(
    `  实例 instance    ${options.instance}${options.compact ? '(compact)' : ''}  数据 data ${options.dataDir}`,
  );
  say(
    `  服务 services    ${
      builtServices()
        .map(({ name }) => name)
        .join(' ') || '—'
    }`,
  );
  const labels = await roleLabels(instance.address);
  for (const line of tokenLines(instance.address, instance.tokens, labels)) say(line);
  const file = existsSync(example) ? example : 'FILE.jsonl';
  say(`\n下一步 next        npm run -s zt -- replay ${file}${flags}`);
  say('停止 stop          Ctrl-C');
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof LaunchFailure;
    process.stderr.write(`\n${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exit(known ? error.exitCode : 1);
  },
);
