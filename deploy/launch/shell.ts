/**
 * Runs a program to its end and gives its lines to whoever shows progress; when it fails, the last lines it
 * said are the message. For set-up only: long-lived programs are kept by `kept-program`.
 */
import { spawn } from 'node:child_process';
import { LaunchFailure } from './launch-failure';
import type { Title } from './step-runner';

/** How to run it. */
export interface ShellOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  onText?(text: string): void;
}

/** Runs `command`; throws a LaunchFailure that begins with `what` when it does not exit with 0. */
export async function run(
  what: Title,
  command: string,
  args: string[],
  options: ShellOptions = {},
): Promise<void> {
  const said: string[] = [];
  const code = await new Promise<number | string>((resolve) => {
    const env = { ...process.env, ...options.env };
    const child = spawn(command, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const onProcessExit = () => child.kill('SIGTERM');
    process.once('exit', onProcessExit);
    const hear = (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      said.push(text);
      if (said.length > 200) said.shift();
      options.onText?.(text);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => {
      process.removeListener('exit', onProcessExit);
      resolve(status ?? String(signal));
    });
  });
  if (code === 0) return;
  const tail = said
    .join('')
    .split(/[\r\n]+/)
    .slice(-25)
    .join('\n');
  throw new LaunchFailure(`${what.zh}失败(${code}):`, `${what.en} failed (${code}):\n${tail}`);
}
