/**
 * The topics every instance has: the journal, kept for ever, the heartbeats of the relays, of which only the
 * last of each writer counts, and the data keys' second place. The number of partitions is fixed at creation
 * for the life of the instance.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Admin, type ITopicConfig, Kafka, logLevel } from 'kafkajs';
import { LaunchFailure } from './launch-failure';

/** Partitions of the journal: 4 on the embedded broker, 12 on a real cluster. */
export const journalPartitions = { embedded: 4, cluster: 12 } as const;

const servedWithinMs = 30_000;

/** Name of an instance's journal. */
export const journalTopic = (instance: string): string => `${instance}.journal.v1`;
/** Name of an instance's heartbeat topic. */
export const heartbeatTopic = (instance: string): string => `${instance}.heartbeats.v1`;

/** Name of the second place of an instance's data keys. */
export const dataKeysTopic = (instance: string): string => `${instance}.datakeys.v1`;

/** A key that was destroyed is gone from its second place too after a week. */
const erasedWithinMs = 7 * 24 * 3_600_000;

/**
 * Creates what is absent, leaves what exists as it is, and returns when both topics can be written and read.
 */
export async function ensureTopics(brokers: string, instance: string, partitions: number): Promise<void> {
  const retry = { retries: 8, initialRetryTime: 50, maxRetryTime: 2_000 };
  const kafka = new Kafka({
    clientId: 'zhitong-launcher',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    retry,
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const present = await admin.listTopics();
    const nodes = (await admin.describeCluster()).brokers.length;
    const absent = topicsOf(instance, partitions, Math.min(3, nodes)).filter(
      (topic) => !present.includes(topic.topic),
    );
    if (absent.length > 0)
      await admin.createTopics({ topics: absent, waitForLeaders: true, timeout: 15_000 });
    for (const topic of [journalTopic(instance), heartbeatTopic(instance), dataKeysTopic(instance)])
      await untilServed(admin, topic);
  } catch (error) {
    throw new LaunchFailure(
      `无法在 Kafka(${brokers})上准备主题:${(error as Error).message}。请检查 KAFKA_BROKERS 与权限。`,
      `The topics could not be prepared on Kafka (${brokers}): ${(error as Error).message}. ` +
        'Check KAFKA_BROKERS and rights.',
    );
  } finally {
    await admin.disconnect();
  }
}

/** A broker that has just come back answers before it leads its partitions again: waits until it does. */
async function untilServed(admin: Admin, topic: string): Promise<void> {
  const deadline = Date.now() + servedWithinMs;
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

/** The topics with their settings; messages of the journal are at most 1 MiB. */
export function topicsOf(instance: string, partitions: number, replicationFactor: number): ITopicConfig[] {
  const entries = (settings: Record<string, string>) =>
    Object.entries(settings).map(([name, value]) => ({ name, value }));
  const forEver = { 'retention.ms': '-1', 'retention.bytes': '-1', 'max.message.bytes': String(1024 * 1024) };
  return [
    {
      topic: journalTopic(instance),
      numPartitions: partitions,
      replicationFactor,
      configEntries: entries(forEver),
    },
    {
      topic: heartbeatTopic(instance),
      numPartitions: 1,
      replicationFactor,
      configEntries: entries({ 'cleanup.policy': 'compact' }),
    },
    {
      topic: dataKeysTopic(instance),
      numPartitions: 1,
      replicationFactor,
      configEntries: entries({
        'cleanup.policy': 'compact',
        'max.compaction.lag.ms': String(erasedWithinMs),
      }),
    },
  ];
}
