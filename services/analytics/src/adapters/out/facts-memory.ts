// How much memory the facts may take. Keys of the fact tables are held in memory whole (about 1.8 MB for a
// thousand appeals), and so is what one write changes; the rest is read from the file as it is needed.
import { totalmem } from 'node:os';

const MB = 1024 * 1024;
const LEAST_MB = 256;

/**
 * An eighth of what the process may have, at least 256 MB, as the database takes it: of the container's
 * limit where there is one, else of the machine.
 */
export function memoryLimit(machine = totalmem(), container = process.constrainedMemory()): string {
  const has = container !== undefined && container > 0 ? Math.min(machine, container) : machine;
  return `${Math.max(LEAST_MB, Math.floor(has / 8 / MB))}MiB`;
}
