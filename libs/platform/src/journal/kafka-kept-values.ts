// A compacted topic as a second place for values that must outlive the store: the last value of each id stays
// for ever, an earlier one is gone for good once the broker has compacted.
import { type KafkaFetch, isOutOfRange } from './kafka-fetch';
import type { KafkaSender } from './kafka-sender';
import type { KeptValue, KeptValues } from './ports';

const waitMs = 500;

/** Values kept on Kafka. */
export class KafkaKeptValues implements KeptValues {
  constructor(
    private readonly sender: KafkaSender,
    private readonly source: KafkaFetch,
  ) {}

  async post(values: readonly KeptValue[]): Promise<void> {
    if (values.length > 0) await this.sender.send(values.map(({ id, value }) => ({ key: id, value })));
  }

  /** A stretch that was compacted away meanwhile is begun anew from what there is. */
  async readAll(onPage: (values: readonly KeptValue[]) => Promise<void>): Promise<void> {
    const end = (await this.source.bounds(false)).get(0) ?? 0;
    let next = (await this.source.bounds(true)).get(0) ?? 0;
    while (next < end) {
      try {
        const messages = (await this.source.fetch(new Map([[0, next]]), waitMs)).get(0) ?? [];
        const last = messages.at(-1);
        // The end may be the place of a record that compaction has removed.
        if (!last) return;
        next = Number(last.offset) + 1;
        await onPage(messages.map(({ key, value }) => ({ id: `${key}`, value: `${value}` })));
      } catch (error) {
        if (!isOutOfRange(error)) throw error;
        next = (await this.source.bounds(true)).get(0) ?? end;
      }
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.sender.stop(), this.source.stop()]);
  }
}
