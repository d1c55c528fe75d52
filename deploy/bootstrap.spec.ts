// Two first starts of one clone: the bootstrap runs in a copy of its own, where `npx` is a slow program that
// notes when it begins and ends and leaves behind what the bootstrap then loads.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const NPX = `#!/bin/sh
echo begin >> installs
sleep 0.7
mkdir -p node_modules/tsx/cjs
echo 'exports.register = () => undefined;' > node_modules/tsx/cjs/api.js
[ -e fail ] && exit 1
echo end >> installs
`;

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'zhitong-clone-'));
  mkdirSync(join(clone, 'deploy', 'launch'), { recursive: true });
  mkdirSync(join(clone, 'bin'));
  for (const file of ['bootstrap.mjs', 'install-lock.mjs'])
    copyFileSync(join(__dirname, file), join(clone, 'deploy', file));
  writeFileSync(join(clone, 'pnpm-lock.yaml'), 'lockfileVersion: 9');
  writeFileSync(join(clone, 'deploy', 'launch', 'start.ts'), 'console.log("started");');
  writeFileSync(join(clone, 'bin', 'npx'), NPX);
  chmodSync(join(clone, 'bin', 'npx'), 0o755);
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function start(): Promise<{ code: number | null; said: string }> {
  const PATH = `${join(clone, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(process.execPath, [join(clone, 'deploy', 'bootstrap.mjs'), 'start'], {
    env: { ...process.env, PATH },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const installs = () => readFileSync(join(clone, 'installs'), 'utf8').trim().split('\n');
const lock = () => join(clone, '.install.lock');

describe('the first start of a clone', () => {
  it('installs once, however many start together; the others say for whom they wait', async () => {
    const ends = await Promise.all([start(), start(), start()]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(ends.every(({ said }) => said.includes('started'))).toBe(true);
    expect(installs()).toEqual(['begin', 'end']);
    const waited = ends.filter(({ said }) => /另一个启动\(pid \d+\).*Another start \(pid \d+\)/.test(said));
    expect(waited).toHaveLength(2);
    expect(existsSync(lock())).toBe(false);
  });

  it('takes over from a start that died, and from one whose pid is another’s now', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const holder of [`${pid} 1`, `${process.pid} 1`, '']) {
      rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
      writeFileSync(lock(), holder);
      const { code, said } = await start();
      expect([code, said.includes('started')]).toEqual([0, true]);
      expect(existsSync(lock())).toBe(false);
    }
    expect(installs()).toHaveLength(6);
  });

  it('lets the next try when an installation fails', async () => {
    writeFileSync(join(clone, 'fail'), '');
    const [one, other] = await Promise.all([start(), start()]);
    expect([one.code, other.code]).toEqual([1, 1]);
    expect(installs()).toEqual(['begin', 'begin']);
    expect(existsSync(lock())).toBe(false);
  });
});
