/**
 * `npm test`: sets the machine up, runs the house's gates, starts one broker and one store for all tests,
 * runs the quick tiers and then those that need the whole machine, stops what it started and ends with one
 * line: `N passed, N failed`. `npm test -- PATTERN` runs the matching tests alone, without the gates.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGates } from '../check/gates';
import { projectRoot } from '../launch/cache';
import { type Infrastructure, startInfrastructure } from '../launch/infrastructure';
import { LaunchFailure } from '../launch/launch-failure';
import { elapsed, progressBoard } from '../launch/progress-board';
import { prepareInfrastructure, prepareServices } from '../launch/setup';
import { onInterrupt } from '../launch/signals';
import { clearTestRoot, testRootVariable } from './data-dir';
import { type JestReport, type Outcome, lastLine, outcomeOfJest, total } from './outcome';
import { browserStep } from './setup-browser';
import { scannerStep } from './setup-scanner';
import { chartToolsStep } from './setup-charts';

const say = (text: string) => process.stdout.write(`${text}\n`);
/** Run by the gate of this name. */
const planted = '/deploy/check/planted-';
const LINGER_MS = 30_000;
const heavy = '\\.(int|e2e)\\.spec\\.ts$';
let jest: ChildProcess | undefined;
let interrupted = false;

async function main(patterns: readonly string[]): Promise<Outcome> {
  const withGates = patterns.length === 0;
  const root = mkdtempSync(join(tmpdir(), 'zhitong-test-'));
  let infrastructure: Infrastructure | undefined;
  const outcomes: Outcome[] = [];
  try {
    outcomes.push(await setUp(withGates));
    if (withGates) outcomes.push(await gates());
    infrastructure = await timed('启动测试用 Kafka 与存储 · starting broker and store for the tests', () =>
      startInfrastructure({ dataDir: join(root, 'shared'), portBase: 0, instance: 'test' }),
    );
    const env = {
      ZT_TEST_BROKERS: infrastructure.brokers,
      ZT_TEST_MONGODB_URI: infrastructure.mongoUri,
      [testRootVariable]: root,
    };
    const elsewhere = withGates ? [heavy, planted] : [heavy];
    // jest leaves a core free by default, and that is half of a small machine.
    const quickArgs = ['--maxWorkers', '100%', '--testPathIgnorePatterns', ...elsewhere];
    outcomes.push(await tier('快速用例 · quick tiers', quickArgs, patterns, env, root));
    const heavyArgs = ['--runInBand', '--testMatch', '**/*.int.spec.ts', '**/*.e2e.spec.ts'];
    outcomes.push(await tier('整机用例 · whole-machine tiers', heavyArgs, patterns, env, root));
  } finally {
    await infrastructure?.stop();
    const left = await clearTestRoot(root);
    if (left > 0)
      outcomes.push({
        passed: 0,
        failed: 1,
        remarks: [`测试遗留了 ${left} 个进程,已结束 · processes left by tests, ended`],
      });
  }
  return total(outcomes);
}

/** Services that do not build are one failure; the tests that need no service are run all the same. */
async function setUp(withGates: boolean): Promise<Outcome> {
  const board = progressBoard(process.stdout);
  try {
    await prepareInfrastructure(board, [
      browserStep(),
      scannerStep(),
      ...(withGates ? [chartToolsStep()] : []),
    ]);
    const failure = await prepareServices(board).catch((error: unknown) => error);
    if (failure === undefined) return { passed: 0, failed: 0, remarks: [] };
    return { passed: 0, failed: 1, remarks: [(failure as Error).message] };
  } finally {
    board.close();
  }
}

async function gates(): Promise<Outcome> {
  const results = await timed('检查 · gates', () => runGates());
  for (const { name, ok, output } of results)
    say(ok ? `  ✓ ${name}` : `  ✗ ${name}\n${output.replace(/^/gm, '    ')}`);
  const passed = results.filter(({ ok }) => ok).length;
  return { passed, failed: results.length - passed, remarks: [] };
}

async function tier(
  name: string,
  args: readonly string[],
  patterns: readonly string[],
  env: Record<string, string>,
  root: string,
): Promise<Outcome> {
  if (interrupted) return { passed: 0, failed: 1, remarks: [`${name}: 已中断 · interrupted`] };
  const outputFile = join(root, `report-${args.includes('--runInBand') ? 'whole' : 'quick'}.json`);
  const program = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const config = join(projectRoot, '.config', 'jest.config.cjs');
  if (patterns.length > 0 && isEmpty([program, '-c', config, ...args, '--listTests', '--', ...patterns])) {
    say(`· ${name}：没有符合的用例 · nothing matches here`);
    return { passed: 0, failed: 0, remarks: [] };
  }
  const flags = ['-c', config, ...args, '--json', `--outputFile=${outputFile}`, '--passWithNoTests'];
  const exitCode = await timed(name, () => runJest([program, ...flags, '--', ...patterns], env, outputFile));
  const report = existsSync(outputFile)
    ? (JSON.parse(readFileSync(outputFile, 'utf8')) as JestReport)
    : undefined;
  return outcomeOfJest({ name, exitCode, report }, patterns.length > 0);
}

/**
 * Whether a pattern leaves a tier without tests; jest would call that by a sentence that sounds like an
 * error.
 */
function isEmpty(args: readonly string[]): boolean {
  const listed = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() === '';
}

/**
 * Jest prints its progress on stderr; its JSON goes to the file and not to the screen. When the report is
 * written and jest is still there half a minute later, a test left something open: it is ended, which counts
 * as a failure.
 */
function runJest(args: readonly string[], env: Record<string, string>, report: string): Promise<number> {
  return new Promise((resolve) => {
    let reportedAt: number | undefined;
    const watch = setInterval(() => {
      if (existsSync(report)) reportedAt ??= Date.now();
      if (reportedAt === undefined || Date.now() - reportedAt < LINGER_MS) return;
      say('  用例结束后仍有未关闭的连接或进程 · a test left something open');
      child.kill('SIGKILL');
    }, 1000);
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    jest = child;
    child.once('error', () => resolve(127));
    child.once('close', (code) => {
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  say(`→ ${what}`);
  const result = await work();
  say(`✓ ${what} ${elapsed(Date.now() - since)}`);
  return result;
}

const interrupt = () => {
  interrupted = true;
  jest?.kill('SIGINT');
};
onInterrupt(interrupt, () => process.exit(130));
const since = Date.now();
void main(process.argv.slice(2))
  .catch((error: unknown): Outcome => {
    const text = error instanceof LaunchFailure ? error.message : ((error as Error).stack ?? String(error));
    return { passed: 0, failed: 1, remarks: [text] };
  })
  .then((outcome) => {
    for (const remark of outcome.remarks) say(`! ${remark}`);
    say(`用时 · took ${elapsed(Date.now() - since)}`);
    process.stdout.write(`${lastLine(outcome)}\n`, () => process.exit(outcome.failed === 0 ? 0 : 1));
  });
