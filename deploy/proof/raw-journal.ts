/**
 * The journal as it lies on the broker: every record with its raw value and headers, for proofs that trust
 * no reader.
 */
import type { Log } from '#platform/edge/log';
import { kafkaClient } from '#platform/journal/kafka-client';
import { fromMessage } from '#platform/journal/kafka-codec';
import { KafkaFetch } from '#platform/journal/kafka-fetch';
import { journalTopic } from '#platform/journal/kafka-topics';
import type { ReadItem } from '#platform/journal/record';

/** A record and every byte that stands beside it. */
export interface RawRecord {
  readonly item: ReadItem;
  /** Key, headers and value as bytes in one. */
  readonly bytes: Buffer;
}

const silent: Pick<Log, 'info' | 'warn'> = { info: () => undefined, warn: () => undefined };

/** Reads everything up to now, in order within each partition. */
export async function readJournal(brokers: string, instance: string): Promise<readonly RawRecord[]> {
  const client = () => kafkaClient({ brokers: brokers.split(','), clientId: 'proof', log: silent });
  const source = new KafkaFetch(client, journalTopic(instance));
  const records: RawRecord[] = [];
  try {
    const ends = await source.bounds(false);
    const next = new Map(await source.bounds(true));
    for (;;) {
      const open = new Map([...next].filter(([partition, offset]) => offset < (ends.get(partition) ?? 0)));
      if (open.size === 0) return records;
      for (const [partition, messages] of await source.fetch(open, 500)) {
        for (const message of messages) {
          next.set(partition, Number(message.offset) + 1);
          const headers = Object.entries(message.headers ?? {}).flatMap(([name, value]) => [
            name,
            `${value}`,
          ]);
          const parts = [
            Buffer.from(message.key ?? ''),
            Buffer.from(headers.join('\n')),
            message.value ?? '',
          ];
          const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
          records.push({ item: fromMessage(partition, message), bytes });
        }
      }
    }
  } finally {
    await source.stop();
  }
}
