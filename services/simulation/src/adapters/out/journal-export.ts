// A town's journal as a history file, which `npm start -- --history` loads, and its data keys, without which
// nobody could read what the people of the town wrote.
import { closeSync, openSync, writeSync } from 'node:fs';
import { headLine, keyLine, keysFileOf, recordLine } from '#platform/journal/history-file';
import { isUnreadable } from '#platform/journal/record';
import type { Instance } from './instance';

/** The lines of a town's journal. */
export function* journalLines({ journal, instance }: Instance, partitions: number): Generator<string> {
  const numbers = Array.from({ length: partitions }, (_, partition) => partition);
  const records = numbers.reduce((sum, partition) => sum + journal.length(partition), 0);
  yield headLine({ instance, partitions, records });
  for (const partition of numbers) {
    for (const item of journal.items(partition)) {
      if (isUnreadable(item)) throw new Error(`unreadable: ${item.unreadable}`);
      yield recordLine(item);
    }
  }
}

/** The lines of its data keys; a destroyed one has none. */
async function keyLines({ journal, vault }: Instance, partitions: number): Promise<string[]> {
  const ids = new Set<string>();
  for (let partition = 0; partition < partitions; partition += 1)
    for (const { key } of journal.items(partition)) ids.add(key);
  const keys = await vault.keys([...ids].sort());
  return [...keys].flatMap(([id, key]) => (key === 'destroyed' ? [] : [keyLine(id, key)]));
}

/** Writes the history and its keys; answers how many records. */
export async function exportHistory(town: Instance, partitions: number, file: string): Promise<number> {
  writeLines(keysFileOf(file), await keyLines(town, partitions));
  return writeLines(file, journalLines(town, partitions)) - 1;
}

function writeLines(file: string, lines: Iterable<string>): number {
  const descriptor = openSync(file, 'w', 0o600);
  let count = 0;
  try {
    for (const line of lines) {
      writeSync(descriptor, `${line}\n`);
      count += 1;
    }
  } finally {
    closeSync(descriptor);
  }
  return count;
}
