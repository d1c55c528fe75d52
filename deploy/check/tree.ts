// The tree a gate looks at: every file git knows or would take in, as paths from the root, so that a finding
// is seen before it is committed and nothing generated or installed is judged.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const root = join(__dirname, '../..');

/** A broken house rule: where it is broken, which rule it is, and what mends it. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly remedy: string;
}

/** Every tracked or addable file below `at` that still stands there. */
export function filesOf(at: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: at,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const files = new Set(listed.split('\0').filter((file) => file !== ''));
  return [...files].filter((file) => existsSync(join(at, file))).sort();
}

/** The folders of `services` that hold source, as paths from the root. */
export function servicesOf(at: string): string[] {
  const folder = join(at, 'services');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'src')))
    .map((name) => `services/${name}`);
}

/** One line per finding, as editors and terminals make them clickable. */
export function listing(findings: readonly Finding[]): string {
  return findings.map((f) => `${f.file}:${f.line}  ${f.rule}: ${f.remedy}`).join('\n');
}
