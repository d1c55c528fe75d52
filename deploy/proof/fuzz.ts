/**
 * `npx tsx deploy/proof/fuzz.ts [--examples N] [--seed N]`: the fuzz proof. An instance of its own with
 * appeals in it is asked everything its OpenAPI document knows, by schemathesis, as each kind of person and
 * as nobody; no answer may be a 5xx or another than the document says. Installs schemathesis into the cache
 * by pip.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheDir } from '../launch/cache';
import { clearTestRoot, freshDataDir } from '../test/data-dir';
import { manyAppeals, push } from './appeals';
import { type Ground, ask, quiet, raise } from './ground';

const VERSION = '4.32.5';
const CHECKS = 'not_a_server_error,response_schema_conformance,content_type_conformance';
/** A stream never ends, so that no case on it would. */
const STREAMS = 'live';

const { values } = parseArgs({ options: { examples: { type: 'string' }, seed: { type: 'string' } } });
/** Drawn for each operation beside those that cover its schema. */
const examples = values.examples ?? '3';
const seed = Number(values.seed ?? 1);
const tell = (line: string) => void process.stdout.write(`${line}\n`);

/** The program, installed once into the cache. */
function schemathesis(): string {
  const home = join(cacheDir(), `schemathesis-${VERSION}`);
  const program = join(home, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  tell(`→ 安装 schemathesis ${VERSION} · installing it into ${home}`);
  execFileSync('python3', ['-m', 'venv', home]);
  execFileSync(join(home, 'bin', 'pip'), ['install', '-q', `schemathesis==${VERSION}`]);
  return program;
}

interface Listed {
  readonly cases: readonly { readonly appealId: string; readonly number: string; readonly lead: string }[];
}

/** Who asks: a role, with the unit that has the case in hand, and a case of theirs. */
async function askers(ground: Ground): Promise<readonly (readonly string[])[]> {
  const { body } = await ask<Listed>(ground, { path: '/api/v1/cases?limit=50', role: 'clerk', actor: 'c' });
  const inHand = body.cases.find(({ lead }) => lead !== '');
  if (inHand === undefined) throw new Error('No case is in the hands of a unit');
  const config = join(ground.dataDir, 'schemathesis.toml');
  const { appealId, number, lead } = inHand;
  writeFileSync(config, `[parameters]\n"path.case" = "${appealId}"\n"path.number" = "${number}"\n`);
  const as = (role: string, ...more: readonly string[]) => {
    const headers = [`Authorization: Bearer ${ground.reached.token(role)}`, 'X-Actor: fuzz-1', ...more];
    return [config, role, ...headers.flatMap((header) => ['-H', header])];
  };
  const everybody = ['clerk', 'supervisor', 'leader', 'ops', 'channel'].map((role) => as(role));
  return [[config, 'nobody'], as('handler', `X-Unit: ${lead}`), ...everybody];
}

/** Cases tried and failures found as one of them. */
function fuzzAs([config = '', role = '', ...headers]: readonly string[], ground: Ground) {
  const log = join(ground.dataDir, `fuzz-${role}.log`);
  const { address } = ground.instance;
  const run = spawnSync(
    schemathesis(),
    [
      ...['--config-file', config, 'run', `${address}/api/openapi.json`, '--url', address, ...headers],
      ...['--checks', CHECKS, '--exclude-path-regex', STREAMS, '--phases', 'coverage,fuzzing'],
      ...['--max-examples', examples, '--seed', String(seed), '--request-timeout', '20'],
      '--continue-on-failure',
    ],
    { cwd: ground.dataDir, encoding: 'utf8', maxBuffer: 1e8, timeout: 900_000 },
  );
  writeFileSync(log, run.stdout + run.stderr);
  const cases = Number(/(\d+) generated/.exec(run.stdout)?.[1] ?? 0);
  const failures =
    run.status === 0 ? 0 : Math.max(1, Number(/found (\d+) unique/.exec(run.stdout)?.[1] ?? 1));
  tell(`${failures === 0 ? '✓' : '✗'} ${role}: ${cases} cases, ${failures} failures`);
  if (failures > 0) tell(readFileSync(log, 'utf8').split('FAILURES')[1]?.slice(0, 4000) ?? run.stderr);
  return { cases, failures };
}

async function main(): Promise<number> {
  const ground = await raise(freshDataDir('fuzz'));
  let sum = { cases: 0, failures: 0 };
  try {
    for (const appeal of manyAppeals(30)) await push(ground, appeal);
    await quiet(ground, 60_000);
    const all = await askers(ground);
    for (const who of all) {
      const { cases, failures } = fuzzAs(who, ground);
      sum = { cases: sum.cases + cases, failures: sum.failures + failures };
    }
  } finally {
    await ground.instance.stop();
  }
  tell(JSON.stringify({ seed, ...sum }));
  await clearTestRoot(ground.dataDir);
  return sum.failures === 0 ? 0 : 1;
}

void main().then((code) => process.exit(code));
