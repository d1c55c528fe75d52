// The first step of every command: it needs nothing but Node, installs the pinned dependencies when the lock
// file has changed, and hands over to the TypeScript program in this same process (so that signals arrive
// once and `zt` starts quickly). Everything it says goes to stderr: stdout belongs to the program.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './install-lock.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const programs = { start: 'launch/start.ts', test: 'test/test.ts', zt: 'zt/zt.ts' };
const stop = (sentence, code = 1) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};

/** Installs exactly what the lock file names; whoever comes later finds the mark. */
function install() {
  process.stderr.write(
    '正在安装依赖(首次约半分钟)… · Installing dependencies (about half a minute at first)…\n',
  );
  const args = ['-y', 'pnpm@10.34.9', 'install', '--frozen-lockfile'];
  const env = { ...process.env, CI: 'true' };
  if (spawnSync('npx', args, { cwd: root, stdio: ['ignore', 2, 2], env }).status !== 0)
    stop(
      '依赖安装失败,原因见上;修正后重新运行。 · Dependencies could not be installed, see above; mend it and run again.',
    );
  writeFileSync(mark, lockHash);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20))
  stop(`需要 Node 20.20 或更高版本 · Node 20.20 or newer is needed (now ${process.versions.node})`);
const program = programs[process.argv[2]];
if (!program) stop('用法:npm start · npm test · npm run -s zt -- <command>');

const lockHash = createHash('sha256')
  .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  .digest('hex');
const mark = join(root, 'node_modules', '.lock-hash');
const installed = () => existsSync(mark) && readFileSync(mark, 'utf8') === lockHash;
if (!installed()) {
  const releaseLock = await takeLock(join(root, '.install.lock'), (pid) =>
    process.stderr.write(
      `另一个启动(pid ${pid})正在安装依赖,请稍候… · Another start (pid ${pid}) is installing the dependencies, waiting…\n`,
    ),
  );
  if (!installed()) install();
  releaseLock();
}
process.argv.splice(1, 2, join(root, 'deploy', program));
const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();
require(process.argv[1]);
