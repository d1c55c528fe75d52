/** The flags of `npm start`, and the sentences for wrong ones. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './cache';
import { LaunchFailure } from './launch-failure';
import { portSpan } from './port-plan';
import { defaults } from './service-environment';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly dataDir: string;
  readonly portBase: number;
  readonly compact: boolean;
  readonly instance: string;
  readonly packDir: string;
  readonly profileDir: string;
  /** A history to load into the empty journal before the services start. */
  readonly history?: string;
}

const usage =
  'npm start -- [--data DIR] [--port-base N] [--compact] [--instance NAME] [--pack DIR] [--profile DIR] [--history FILE]';
const highestBase = 65_535 - portSpan;

/** Reads the flags; relative directories are taken from `cwd`. */
export function readOptions(args: readonly string[], cwd: string): StartOptions {
  const flags = parse(args);
  if (flags.help) throw new LaunchFailure(`用法:${usage}`, `Usage: ${usage}`, 0);
  const portBase = Number(flags['port-base'] ?? 7100);
  if (!Number.isInteger(portBase) || portBase < 1024 || portBase > highestBase) {
    throw new LaunchFailure(
      `--port-base 应为 1024 到 ${highestBase} 之间的整数。`,
      `--port-base must be a whole number from 1024 to ${highestBase}.`,
    );
  }
  const instance = flags.instance ?? 'demo';
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(instance)) {
    throw new LaunchFailure(
      '--instance 只能用小写字母、数字和连字符,以字母开头,至多 31 个字符。',
      '--instance takes lower-case letters, digits and hyphens, begins with a letter, at most 31 characters.',
    );
  }
  return {
    dataDir: resolve(cwd, flags.data ?? join(projectRoot, '.data')),
    portBase,
    compact: flags.compact ?? false,
    instance,
    packDir: directory('--pack', resolve(cwd, flags.pack ?? defaults.packDir), flags.pack !== undefined),
    profileDir: directory(
      '--profile',
      resolve(cwd, flags.profile ?? defaults.profileDir),
      flags.profile !== undefined,
    ),
    ...(flags.history !== undefined && { history: historyFile(resolve(cwd, flags.history)) }),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: text,
        'port-base': text,
        compact: { type: 'boolean' },
        instance: text,
        pack: text,
        profile: text,
        history: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new LaunchFailure(`参数有误。用法:${usage}`, `${(error as Error).message}\nUsage: ${usage}`);
  }
}

function historyFile(path: string): string {
  if (existsSync(path)) return path;
  throw new LaunchFailure(`--history:文件 ${path} 不存在。`, `--history: the file ${path} does not exist.`);
}

function directory(flag: string, path: string, given: boolean): string {
  if (given && !existsSync(path)) {
    throw new LaunchFailure(
      `${flag}:目录 ${path} 不存在。`,
      `${flag}: the directory ${path} does not exist.`,
    );
  }
  return path;
}
