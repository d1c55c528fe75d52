/**
 * How the operator's tool speaks: results on stdout, everything else on stderr; Chinese first, then English.
 */

/** A failure the operator can do something about; the tool ends with `exitCode`. */
export class ZtFailure extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    readonly exitCode = 1,
  ) {
    super(`${zh} · ${en}`);
  }
}

/** Prints a result line. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a result for machines. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Shows progress: one line that is rewritten on a terminal, a plain line elsewhere. */
export function progress(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
}

/** Ends a progress line. */
export function progressDone(): void {
  if (process.stderr.isTTY) process.stderr.write('\n');
}

/** Instant as people here read it: `2026-11-22T15:04:05+08:00`. */
export function clockTime(at: number): string {
  return new Date(at + 8 * 3600_000).toISOString().slice(0, 19).concat('+08:00');
}
