/**
 * The code generated from `proto/` is not committed: it is made again whenever a file of `proto/` or the
 * generator's version has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectRoot } from './cache';
import { withLock } from './lock';
import { run } from './shell';
import type { Step } from './step-runner';

const protoDir = join(projectRoot, 'proto');
const genDir = join(projectRoot, 'libs', 'contracts', 'src', 'gen');
const mark = join(genDir, '.proto-hash');

/** Hash of every file below `dir`, names included, in a fixed order. */
export function hashOfTree(dir: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(file.slice(dir.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Generates `libs/contracts/src/gen` by `proto/buf.gen.yaml`, whose paths start from `proto/`. */
export function contractsStep(): Step {
  const title = { zh: '由 proto 生成代码', en: 'generating code from proto' };
  const template = join(protoDir, 'buf.gen.yaml');
  const lock = join(projectRoot, 'pnpm-lock.yaml');
  const current = () =>
    createHash('sha256').update(hashOfTree(protoDir)).update(readFileSync(lock)).digest('hex');
  const done = async () =>
    !existsSync(template) || (existsSync(mark) && readFileSync(mark, 'utf8') === current());
  return {
    id: 'contracts',
    title,
    done,
    run: (note) =>
      withLock(
        join(projectRoot, 'node_modules', '.contracts.lock'),
        () => note('另一个启动正在生成 · another start is generating'),
        async () => {
          if (await done()) return;
          const hash = current();
          const bin = join(projectRoot, 'node_modules', '.bin');
          rmSync(mark, { force: true });
          await run(title, join(bin, 'buf'), ['generate'], {
            cwd: protoDir,
            env: { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
          });
          writeFileSync(mark, hash);
        },
      ),
  };
}
