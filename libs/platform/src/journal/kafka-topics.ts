// The topics of an instance: the journal, kept for ever, the compacted board of heartbeats, and the second
// place of the data keys. The number of partitions is fixed at creation, because a key must stay in its
// partition for ever.
import type { ITopicConfig } from 'kafkajs';
import { type KafkaAddress, kafkaClient } from './kafka-client';

/** Largest record the journal takes, in bytes. */
export const MAX_RECORD_BYTES = 1024 * 1024;

/** A key that was destroyed is gone from its second place too after a week. */
const ERASED_WITHIN_MS = 7 * 24 * 3_600_000;

/** Name of an instance's journal. */
export function journalTopic(instance: string): string {
  return `${instance}.journal.v1`;
}

/** Name of an instance's board of heartbeats. */
export function heartbeatsTopic(instance: string): string {
  return `${instance}.heartbeats.v1`;
}

/** Name of the second place of an instance's data keys. */
export function dataKeysTopic(instance: string): string {
  return `${instance}.datakeys.v1`;
}

/** What the topics of an instance are made of. */
export interface TopicShape {
  readonly instance: string;
  readonly partitions: number;
  readonly replication: number;
}

/** Creates the topics that are missing and leaves those that exist as they are. */
export async function ensureTopics(address: KafkaAddress, shape: TopicShape): Promise<void> {
  const admin = kafkaClient(address).admin();
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const topics = shapes(shape).filter(({ topic }) => !present.has(topic));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true, timeout: 15_000 });
  } finally {
    await admin.disconnect();
  }
}

function shapes({ instance, partitions, replication }: TopicShape): ITopicConfig[] {
  return [
    {
      topic: journalTopic(instance),
      numPartitions: partitions,
      replicationFactor: replication,
      configEntries: [
        { name: 'retention.ms', value: '-1' },
        { name: 'retention.bytes', value: '-1' },
        { name: 'max.message.bytes', value: String(MAX_RECORD_BYTES) },
      ],
    },
    {
      topic: heartbeatsTopic(instance),
      numPartitions: 1,
      replicationFactor: replication,
      configEntries: [{ name: 'cleanup.policy', value: 'compact' }],
    },
    {
      topic: dataKeysTopic(instance),
      numPartitions: 1,
      replicationFactor: replication,
      configEntries: [
        { name: 'cleanup.policy', value: 'compact' },
        { name: 'max.compaction.lag.ms', value: String(ERASED_WITHIN_MS) },
      ],
    },
  ];
}
