// Reading files is the one impure thing the loaders do; it is a port so that tests give texts instead.
import { readdirSync, readFileSync } from 'node:fs';

/** What a loader needs of a file system. */
export interface FileReader {
  /** The text of a file, or null when it cannot be read. */
  readText(path: string): string | null;
  /** The names in a directory, sorted; null when it cannot be read. */
  list(directory: string): readonly string[] | null;
}

/** The machine's own file system. */
export const diskFiles: FileReader = {
  readText: (path) => orNull(() => readFileSync(path, 'utf8')),
  list: (directory) => orNull(() => readdirSync(directory).sort()),
};

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
