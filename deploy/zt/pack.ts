/**
 * `zt pack check DIR`: reads a policy pack the way an instance would and prints each thing wrong with file,
 * line, column and remedy; needs no instance.
 */
import { existsSync } from 'node:fs';
import { loadPack, packHash } from '#policy/pack-loader';
import { problemForMachines, problemLine } from './problems';
import { ZtFailure, print, printJson } from './speak';

/** Flags of the command. */
export interface PackFlags {
  readonly json?: boolean;
}

/** Runs the command; the exit code is 1 when something is wrong with the pack. */
export function pack(act: string | undefined, directory: string | undefined, flags: PackFlags): number {
  if (act !== 'check' || directory === undefined) {
    throw new ZtFailure('用法:zt pack check 目录', 'Usage: zt pack check DIR', 2);
  }
  if (!existsSync(directory)) {
    throw new ZtFailure(`目录 ${directory} 不存在。`, `The directory ${directory} does not exist.`, 2);
  }
  const read = loadPack(directory);
  const problems = read.ok ? [] : read.error;
  if (flags.json) printJson({ directory, ok: read.ok, problems: problems.map(problemForMachines) });
  else if (read.ok) print(`${directory} 可用 · in order  ${packHash(read.value)}`);
  else for (const problem of problems) print(problemLine(problem));
  return read.ok ? 0 : 1;
}
