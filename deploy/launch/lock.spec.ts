import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock, withLock } from './lock';
import { identify } from './process-identity';

const freshLock = () => join(mkdtempSync(join(tmpdir(), 'zhitong-lock-')), 'launcher.lock');

describe('lock of a data directory', () => {
  it('is held once and says by whom', () => {
    const file = freshLock();
    const first = tryLock(file);
    expect(first.held).toBe(true);
    expect(tryLock(file)).toEqual({ held: false, by: identify(process.pid) });
    if (first.held) first.release();
    expect(tryLock(file).held).toBe(true);
  });

  it.each([
    ['whose holder is dead', JSON.stringify({ pid: 2 ** 22 + 1, startTime: 'x-1' })],
    [
      'whose holder had the pid before another process got it',
      JSON.stringify({ pid: process.pid, startTime: 'x-1' }),
    ],
    ['that a full disk left empty', ''],
  ])('takes over a lock %s, and leaves nothing behind', (_, content) => {
    const file = freshLock();
    writeFileSync(file, content);
    expect(tryLock(file).held).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual(['launcher.lock']);
  });

  it('lets one worker after the other', async () => {
    const file = freshLock();
    const log: string[] = [];
    const work = (name: string) =>
      withLock(
        file,
        () => log.push(`${name} waits`),
        async () => {
          log.push(`${name} begins`);
          await new Promise((resolve) => setTimeout(resolve, 30));
          log.push(`${name} ends`);
        },
      );
    await Promise.all([work('a'), work('b')]);
    expect(log.filter((line) => !line.includes('waits'))).toEqual([
      'a begins',
      'a ends',
      'b begins',
      'b ends',
    ]);
    expect(log).toContain('b waits');
  });
});
