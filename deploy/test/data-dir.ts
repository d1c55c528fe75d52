/**
 * Data directories of tests that start instances of their own. They lie together, so that `npm test` can end
 * at its close whatever a crashed test left running.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers } from '../launch/instance-home';

/** Names the directory under which a run's data directories lie. */
export const testRootVariable = 'ZT_TEST_ROOT';

/** A new, empty data directory. */
export function freshDataDir(name: string): string {
  const root = process.env[testRootVariable] ?? join(tmpdir(), 'zhitong-tests');
  mkdirSync(root, { recursive: true });
  return mkdtempSync(join(root, `${name}-`));
}

/** Ends every process recorded below `root` and removes the directory. */
export async function clearTestRoot(root: string): Promise<number> {
  const dirs = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const left = await Promise.all(dirs.map(({ name }) => endLeftovers(join(root, name))));
  rmSync(root, { recursive: true, force: true });
  return left.reduce((sum, count) => sum + count, 0);
}
