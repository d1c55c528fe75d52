/**
 * The topics of an instance, made before its services start: `libs/platform` says which there are; here a
 * cluster that refuses is told in a sentence.
 */
import { ensureTopics } from '#platform/journal/kafka-topics';
import { LaunchFailure } from './launch-failure';

/** Partitions of the journal: 4 on the embedded broker, 12 on a real cluster. */
export const journalPartitions = { embedded: 4, cluster: 12 } as const;

/** Creates what is absent and returns when all of it can be written and read. */
export async function prepareTopics(brokers: string, instance: string, partitions: number): Promise<void> {
  const log = { info: () => {}, warn: () => {} };
  const address = { clientId: 'zhitong-launcher', brokers: brokers.split(','), log };
  try {
    await ensureTopics(address, { instance, partitions });
  } catch (error) {
    throw new LaunchFailure(
      `无法在 Kafka(${brokers})上准备主题:${(error as Error).message}。请检查 KAFKA_BROKERS 与权限。`,
      `The topics could not be prepared on Kafka (${brokers}): ${(error as Error).message}. ` +
        'Check KAFKA_BROKERS and rights.',
    );
  }
}
