import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, rotate, sizeOf } from './log-file';

describe('the last lines of a log', () => {
  const dir = mkdtempSync(join(tmpdir(), 'log-file-'));
  const file = join(dir, 'intake.log');
  afterAll(() => rmSync(dir, { recursive: true }));

  it('are those of the present run: an error mended since is not told again', () => {
    writeFileSync(file, 'pack.yaml:85 wrong rule\n');
    const from = sizeOf(file);
    expect(lastLines(file, 6, from)).toBe('');
    appendFileSync(file, 'pack.yaml:30 unknown variable\n');
    expect(lastLines(file, 6, from)).toBe('pack.yaml:30 unknown variable');
    expect(lastLines(file, 6)).toBe('pack.yaml:85 wrong rule\npack.yaml:30 unknown variable');
  });

  it('begin anew when the log was rotated meanwhile', () => {
    const from = sizeOf(file);
    rotate(file, 10);
    appendFileSync(file, 'after\n');
    expect(lastLines(file, 6, from)).toBe('after');
  });

  it('are none of a log that was never written', () => {
    expect(lastLines(join(dir, 'none.log'), 6)).toBe('');
    expect(sizeOf(join(dir, 'none.log'))).toBe(0);
  });
});
