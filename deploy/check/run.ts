// Runs one of the tools a gate rests on and keeps what it said. A tool that cannot be started is a failed
// gate with its reason, never a passed one.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './tree';

/** What a tool answered: its exit code, what it wrote to stdout, and both streams as a person saw them. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly output: string;
}

/**
 * Runs `tool` of the installed packages, or any other program by name, from `at`; settles when it has ended.
 */
export function run(
  tool: string,
  args: readonly string[],
  at = root,
  environment: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const bin = join(root, 'node_modules/.bin');
  return new Promise((resolve) => {
    const child = spawn(tool, args, {
      cwd: at,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const both: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => {
      stdout.push(piece);
      both.push(piece);
    });
    child.stderr.on('data', (piece: Buffer) => both.push(piece));
    child.on('error', (error) => resolve({ code: 127, stdout: '', output: `${tool}: ${error.message}` }));
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        output: Buffer.concat(both).toString('utf8').trim(),
      }),
    );
  });
}
