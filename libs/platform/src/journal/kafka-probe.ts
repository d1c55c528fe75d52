// Looks at the journal without consuming it: where it ends, what stands at a place, and all of it from the
// start.
import { fromMessage } from './kafka-codec';
import { type KafkaFetch, isOutOfRange } from './kafka-fetch';
import type { JournalProbe } from './ports';
import type { Position, ReadItem } from './record';

const waitMs = 500;

/** The probe of the journal on Kafka. */
export class KafkaJournalProbe implements JournalProbe {
  constructor(private readonly source: KafkaFetch) {}

  ends(): Promise<ReadonlyMap<number, number>> {
    return this.source.bounds(false);
  }

  async at({ partition, offset }: Position): Promise<ReadItem | undefined> {
    if (offset >= ((await this.ends()).get(partition) ?? 0)) return undefined;
    try {
      const found = (await this.source.fetch(new Map([[partition, offset]]), waitMs)).get(partition)?.[0];
      return found === undefined || Number(found.offset) !== offset
        ? undefined
        : fromMessage(partition, found);
    } catch (error) {
      if (isOutOfRange(error)) return undefined;
      throw error;
    }
  }

  /** The next stretch is fetched while the one before it is handled. */
  async scan(onItems: (items: readonly ReadItem[]) => Promise<void>): Promise<void> {
    const ends = await this.ends();
    const next = new Map(await this.source.bounds(true));
    const unread = () =>
      new Map([...next].filter(([partition, offset]) => offset < (ends.get(partition) ?? 0)));
    let open = unread();
    let coming = open.size === 0 ? undefined : this.source.fetch(open, waitMs);
    while (coming !== undefined) {
      const stretches: ReadItem[][] = [];
      for (const [partition, messages] of await coming) {
        const end = ends.get(partition) ?? 0;
        const items = messages
          .filter(({ offset }) => Number(offset) < end)
          .map((each) => fromMessage(partition, each));
        if (items.length > 0) stretches.push(items);
        const last = items.at(-1);
        if (last !== undefined) next.set(partition, last.offset + 1);
      }
      open = unread();
      coming = open.size === 0 ? undefined : this.source.fetch(open, waitMs);
      coming?.catch(() => {});
      for (const items of stretches) await onItems(items);
    }
  }

  stop(): Promise<void> {
    return this.source.stop();
  }
}
