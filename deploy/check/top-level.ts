// The top of the repository is fixed: whoever opens it sees nine names and knows where everything is. Dot
// files and lock files aside, nothing else may stand there, and none of the nine may be missing.
import type { Finding } from './tree';

const names = [
  'services',
  'proto',
  'deploy',
  'charts',
  'libs',
  'skaffold.yaml',
  'nx.json',
  'package.json',
  'README.md',
];
const aside = /^\.|^pnpm-lock\.yaml$/;

/** Entries of the top level that do not belong there, and those that are missing; `files` from the root. */
export function topLevelFindings(files: readonly string[]): Finding[] {
  const entries = new Set(files.map((file) => file.split('/')[0] ?? file));
  const strange = [...entries].filter((entry) => !names.includes(entry) && !aside.test(entry));
  const missing = names.filter((name) => !entries.has(name));
  return [
    ...strange.map((file) => ({
      file,
      line: 1,
      rule: 'top-level',
      remedy: `move it below ${names.join(' ')}`,
    })),
    ...missing.map((file) => ({ file, line: 1, rule: 'top-level', remedy: 'it is missing: put it back' })),
  ];
}
