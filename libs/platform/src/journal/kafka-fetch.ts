// Looking at a topic without a group. The library offers only group consumers, which cost a join of hundreds
// of milliseconds and leave a group behind; beneath them lies the plain fetch request, used here. The version
// of the library is pinned, and the contract suite runs over this file.
import type { Kafka, KafkaMessage } from 'kafkajs';
import { JournalUnavailable } from '../infrastructure-error';

interface Broker {
  fetch(request: unknown): Promise<{ readonly responses: readonly TopicAnswer[] }>;
}

interface TopicAnswer {
  readonly partitions: readonly { readonly partition: number; readonly messages: readonly KafkaMessage[] }[];
}

interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  refreshMetadata(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  findBroker(node: { nodeId: string }): Promise<Broker>;
  findTopicPartitionMetadata(topic: string): readonly { readonly partitionId: number }[];
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Record<string, number[]>;
  fetchTopicsOffset(
    topics: readonly {
      topic: string;
      partitions: readonly { partition: number }[];
      fromBeginning: boolean;
    }[],
  ): Promise<readonly { readonly partitions: readonly { partition: number; offset: string }[] }[]>;
}

/** One message and its partition's number, in the order of the partition. */
export type Fetched = ReadonlyMap<number, readonly KafkaMessage[]>;

const attempts = 4;
const bytesPerPartition = 1024 * 1024;

/** Reads stretches of one topic at given offsets. */
export class KafkaFetch {
  private cluster: Cluster | undefined;

  constructor(
    private readonly client: () => Kafka,
    private readonly topic: string,
  ) {}

  /** First offset (`earliest`) or next offset of every partition. */
  bounds(earliest: boolean): Promise<ReadonlyMap<number, number>> {
    return this.insisting(async (cluster) => {
      const partitions = cluster
        .findTopicPartitionMetadata(this.topic)
        .map(({ partitionId }) => ({ partition: partitionId }));
      if (partitions.length === 0) throw new Error(`The topic ${this.topic} has no partitions`);
      const [answer] = await cluster.fetchTopicsOffset([
        { topic: this.topic, partitions, fromBeginning: earliest },
      ]);
      const found = answer?.partitions ?? [];
      return new Map(
        [...found]
          .sort((a, b) => a.partition - b.partition)
          .map((each) => [each.partition, Number(each.offset)]),
      );
    });
  }

  /**
   * Messages from the given offsets on, about 1 MiB of each partition; waits for at most `waitMs` when there
   * are none.
   */
  fetch(from: ReadonlyMap<number, number>, waitMs: number): Promise<Fetched> {
    return this.insisting(async (cluster) => {
      const leaders = Object.entries(cluster.findLeaderForPartitions(this.topic, [...from.keys()]));
      const answers = await Promise.all(
        leaders.map(async ([nodeId, partitions]) => {
          const broker = await cluster.findBroker({ nodeId });
          return broker.fetch({
            maxWaitTime: waitMs,
            minBytes: 1,
            maxBytes: 8 * bytesPerPartition,
            isolationLevel: 0,
            topics: [
              {
                topic: this.topic,
                partitions: partitions.map((partition) => ({
                  partition,
                  fetchOffset: String(from.get(partition)),
                  maxBytes: bytesPerPartition,
                })),
              },
            ],
          });
        }),
      );
      const parts = answers.flatMap(({ responses }) => responses.flatMap(({ partitions }) => partitions));
      // A stored batch is sent whole, also when only its last message is asked for.
      const asked = (partition: number) => (message: KafkaMessage) =>
        Number(message.offset) >= (from.get(partition) ?? 0);
      return new Map(parts.map(({ partition, messages }) => [partition, messages.filter(asked(partition))]));
    });
  }

  /** Leaves. */
  async stop(): Promise<void> {
    const { cluster } = this;
    this.cluster = undefined;
    await cluster?.disconnect();
  }

  private async insisting<T>(ask: (cluster: Cluster) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      this.cluster ??= clusterOf(this.client());
      try {
        await this.cluster.connect();
        await this.cluster.addTargetTopic(this.topic);
        return await ask(this.cluster);
      } catch (error) {
        if (isOutOfRange(error)) throw error;
        await this.stop().catch(() => {});
        const reason = error instanceof Error ? error.message : String(error);
        if (attempt === attempts)
          throw new JournalUnavailable(`Reading ${this.topic} failed: ${reason}`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
      }
    }
  }
}

/** The offset asked for does not exist (any more, or yet). */
export function isOutOfRange(error: unknown): boolean {
  return error instanceof Error && error.name === 'KafkaJSOffsetOutOfRange';
}

function clusterOf(kafka: Kafka): Cluster {
  const create = Object.getOwnPropertySymbols(kafka).find(({ description }) =>
    description?.endsWith('createCluster'),
  );
  if (create === undefined) throw new Error('This version of kafkajs does not create clusters as expected');
  const make = (kafka as unknown as Record<symbol, (options: object) => Cluster>)[create];
  return (make as (options: object) => Cluster)({ metadataMaxAge: 300_000, allowAutoTopicCreation: false });
}
