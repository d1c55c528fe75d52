// The topics of an instance: the journal, kept for ever, the compacted board of heartbeats, and the second
// place of the data keys. The number of partitions is fixed at creation, because a key must stay in its
// partition for ever.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, ITopicConfig } from 'kafkajs';
import { type KafkaAddress, kafkaClient } from './kafka-client';

/** Largest record the journal takes, in bytes. */
const MAX_RECORD_BYTES = 1024 * 1024;

/** A key that was destroyed is gone from its second place too after a week. */
const ERASED_WITHIN_MS = 7 * 24 * 3_600_000;

/**
 * The board is compacted but for its newest segment, which whoever starts reads whole: an hour of heartbeats
 * and not the broker's usual week.
 */
const BOARD_SEGMENT_MS = 3_600_000;

/** Copies of a topic; fewer where there are fewer brokers. */
const COPIES = 3;

const SERVED_WITHIN_MS = 30_000;

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
  /** Of the journal; the others have one. */
  readonly partitions: number;
}

/** Creates the topics that are missing, as `createMissing` does, on a connection of its own. */
export async function ensureTopics(address: KafkaAddress, shape: TopicShape): Promise<void> {
  const admin = kafkaClient(address).admin();
  await admin.connect();
  try {
    await createMissing(admin, shape);
  } finally {
    await admin.disconnect();
  }
}

/** What is asked of a cluster. */
export type TopicAdmin = Pick<Admin, 'listTopics' | 'describeCluster' | 'createTopics' | 'fetchTopicOffsets'>;

/**
 * Creates the topics that are missing, leaves those that exist as they are, and returns when all of them are
 * served: a broker that has just come back answers before it leads its partitions again. Throws when one is
 * not served within 30 s.
 */
export async function createMissing(admin: TopicAdmin, shape: TopicShape): Promise<void> {
  const [present, { brokers }] = await Promise.all([admin.listTopics(), admin.describeCluster()]);
  const wanted = topicsOf(shape, Math.min(COPIES, brokers.length));
  const topics = wanted.filter(({ topic }) => !present.includes(topic));
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true, timeout: 15_000 });
  const deadline = Date.now() + SERVED_WITHIN_MS;
  for (const { topic } of wanted) await untilServed(admin, topic, deadline);
}

async function untilServed(admin: TopicAdmin, topic: string, deadline: number): Promise<void> {
  for (;;) {
    try {
      await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

function topicsOf({ instance, partitions }: TopicShape, replicationFactor: number): ITopicConfig[] {
  const topic = (name: string, numPartitions: number, settings: Record<string, string>): ITopicConfig => ({
    topic: name,
    numPartitions,
    replicationFactor,
    configEntries: Object.entries(settings).map(([key, value]) => ({ name: key, value })),
  });
  return [
    topic(journalTopic(instance), partitions, {
      'retention.ms': '-1',
      'retention.bytes': '-1',
      'max.message.bytes': String(MAX_RECORD_BYTES),
    }),
    topic(heartbeatsTopic(instance), 1, {
      'cleanup.policy': 'compact',
      'segment.ms': String(BOARD_SEGMENT_MS),
    }),
    topic(dataKeysTopic(instance), 1, {
      'cleanup.policy': 'compact',
      'max.compaction.lag.ms': String(ERASED_WITHIN_MS),
    }),
  ];
}
