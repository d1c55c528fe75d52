/**
 * Copies of the broker's and the store's directory, taken while both are down, and put back as a restore
 * would.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What can be taken back. */
export type Part = 'kafka' | 'store';

/** Copies a part of the data directory under a name. */
export function keepCopy(dataDir: string, part: Part, name: string): void {
  cpSync(join(dataDir, part), join(dataDir, `${part}.${name}`), { recursive: true });
}

/** Puts the copy in the place of what is there. */
export function putBack(dataDir: string, part: Part, name: string): void {
  rmSync(join(dataDir, part), { recursive: true });
  keepCopyBack(dataDir, part, name);
}

function keepCopyBack(dataDir: string, part: Part, name: string): void {
  cpSync(join(dataDir, `${part}.${name}`), join(dataDir, part), { recursive: true });
}
