// A simulated journal as lines of JSON: first the data keys, without which nobody could read what is sealed,
// then every record in the order of its partition. The keys are made of the seed and open only invented
// words.
import { closeSync, openSync, writeSync } from 'node:fs';
import { isUnreadable } from '#platform/journal/record';
import type { Instance } from './instance';

/** The lines of a town's journal. */
export async function* journalLines(
  { journal, vault }: Instance,
  partitions: number,
): AsyncGenerator<string> {
  const keys = new Set<string>();
  for (let partition = 0; partition < partitions; partition += 1)
    for (const { key } of journal.items(partition)) keys.add(key);
  for (const [id, key] of await vault.keys([...keys].sort()))
    if (key !== 'destroyed')
      yield JSON.stringify({ dataKey: id, value: Buffer.from(key).toString('base64') });
  for (let partition = 0; partition < partitions; partition += 1) {
    for (const item of journal.items(partition)) {
      if (isUnreadable(item)) throw new Error(`unreadable: ${item.unreadable}`);
      const { offset: _offset, partition: _partition, value, ...envelope } = item;
      const { id, key, writer, seq, type, at, basis, commandId, minReader, instance, traceparent } = envelope;
      const record = { id, key, writer, seq, type, at, basis, commandId, minReader, instance, traceparent };
      yield JSON.stringify({ ...record, value: Buffer.from(value).toString('base64') });
    }
  }
}

/** Writes the lines to a file; answers how many. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<number> {
  const descriptor = openSync(file, 'w');
  let count = 0;
  try {
    for await (const line of lines) {
      writeSync(descriptor, `${line}\n`);
      count += 1;
    }
  } finally {
    closeSync(descriptor);
  }
  return count;
}
