/**
 * Every process writes its output straight into its own file, so that it can speak also when the launcher is
 * dead. A file that has grown past its limit is copied to `.1` and emptied; the writers append, so they need
 * not notice.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs';

/** Size in bytes from which a log is rotated. */
export const rotateAtBytes = 10 * 1024 * 1024;

/** Rotates the file if it is too big. */
export function rotate(file: string, limitBytes = rotateAtBytes): void {
  if (!existsSync(file) || statSync(file).size <= limitBytes) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file, 0);
}

/** Bytes written so far. */
export const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/**
 * The last lines of a log from byte `from` on, at most 16 kB of them; a log that was rotated since begins
 * anew.
 */
export function lastLines(file: string, count: number, from = 0): string {
  if (!existsSync(file)) return '';
  const fd = openSync(file, 'r');
  try {
    const size = fstatSync(fd).size;
    const written = from > size ? size : size - from;
    const bytes = Buffer.alloc(Math.min(written, 16_384));
    readSync(fd, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
  } finally {
    closeSync(fd);
  }
}
