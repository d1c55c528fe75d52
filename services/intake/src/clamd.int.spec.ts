// Debian's own clamd looks at our files over its own protocol. Its signatures are a base of one made here –
// the test file of EICAR by its digest and by its words – since the machines that run this fetch none; what
// is proved is that our client and the real daemon understand each other, not what ClamAV knows.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EICAR } from '#testkit/counterparts/clamd';
import { clamdScanner } from './adapters/out/clamd-scanner';
import { docx, pdf, png } from '../test/handed-files';

const PROGRAM = '/usr/sbin/clamd';
const folder = mkdtempSync(join(tmpdir(), 'zhitong-clamd-'));
const socket = join(folder, 'clamd.ctl');
let daemon: ChildProcess;

beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: apt-get install clamav-daemon`);
  const digest = createHash('md5').update(EICAR).digest('hex');
  writeFileSync(join(folder, 'eicar.hdb'), `${digest}:${EICAR.length}:Eicar-Test-Signature\n`);
  writeFileSync(join(folder, 'eicar.ndb'), `Eicar-In-A-File:0:*:${EICAR.toString('hex')}\n`);
  const settings = ['Foreground yes', `LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, 'User root'];
  const bounds = ['StreamMaxLength 2M', 'MaxThreads 2', 'AlertEncrypted yes'];
  const own = process.getuid?.() === 0 ? settings : settings.slice(0, 3);
  writeFileSync(join(folder, 'clamd.conf'), `${[...own, ...bounds].join('\n')}\n`);
  daemon = spawn(PROGRAM, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  for (let turn = 0; !existsSync(socket); turn += 1) {
    if (daemon.exitCode !== null || turn > 600) throw new Error('clamd does not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});
afterAll(async () => {
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  daemon.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

it.each([
  ['the test file itself', EICAR, 'infected'],
  ['one that calls itself a PDF', pdf(EICAR), 'infected'],
  ['one packed within a document', docx({ 'word/media/a.com': EICAR }), 'infected'],
  ['an honest PDF', pdf('停电三次'), 'clean'],
  ['a picture of a megabyte', png(Buffer.alloc(1_000_000, 7)), 'clean'],
  ['more than it takes', png(Buffer.alloc(3_000_000, 7)), 'unscannable'],
])('%s', async (_, file, verdict) => {
  expect(await clamdScanner(socket).scan(file)).toMatchObject({ verdict });
});

it('nobody there is no verdict', async () => {
  await expect(clamdScanner(join(folder, 'nobody')).scan(EICAR)).rejects.toThrow('the scanner is away');
});

it('is the daemon of Debian', () => {
  expect(spawnSync(PROGRAM, ['--version']).stdout.toString()).toMatch(/^ClamAV \d+\./);
});
