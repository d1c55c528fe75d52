// Every package we take in is a promise to keep up with it. deploy/docs/dependencies.md says of each why it
// is here and what it saves us; this gate keeps page and package.json one, and versions exact.
import type { Finding } from './tree';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const page = 'deploy/docs/dependencies.md';

/**
 * Compares the manifest's text with the page's text; a row of the page is `| name | why | what it replaces
 * |`.
 */
export function dependencyFindings(manifestText: string, pageText: string): Finding[] {
  const manifest = JSON.parse(manifestText) as Manifest;
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  const rows = new Map<string, { line: number; complete: boolean }>();
  pageText.split('\n').forEach((line, index) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const name = /^`([^`]+)`$/.exec(cells[1] ?? '')?.[1];
    if (name === undefined) return;
    rows.set(name, { line: index + 1, complete: cells.length === 5 && cells[2] !== '' && cells[3] !== '' });
  });
  const found: Finding[] = [];
  for (const [name, version] of Object.entries(wanted)) {
    const row = rows.get(name);
    if (row === undefined) {
      found.push({
        file: page,
        line: 1,
        rule: 'unlisted',
        remedy: `add: | \`${name}\` | why it | what it replaces |`,
      });
    } else if (!row.complete) {
      found.push({
        file: page,
        line: row.line,
        rule: 'incomplete',
        remedy: `say why ${name} and what it replaces`,
      });
    }
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
      found.push({
        file: 'package.json',
        line: 1,
        rule: 'range',
        remedy: `pin ${name} exactly, not "${version}"`,
      });
    }
  }
  for (const [name, { line }] of rows) {
    if (!(name in wanted)) {
      found.push({
        file: page,
        line,
        rule: 'gone',
        remedy: `${name} is not in package.json: delete its row`,
      });
    }
  }
  return found;
}
