/**
 * The topics of an instance, made before its services start: `libs/platform` says which there are; here a
 * cluster that refuses is told in a sentence.
 */
import { instanceSpeaks } from '#platform/journal/kafka-neighbour';
import { ensureTopics } from '#platform/journal/kafka-topics';
import { LaunchFailure, badConfiguration } from './launch-failure';

/** Partitions of the journal: 4 on the embedded broker, 12 on a real cluster. */
export const journalPartitions = { embedded: 4, cluster: 12 } as const;

/** Creates what is absent and returns when all of it can be written and read. */
export async function prepareTopics(brokers: string, instance: string, partitions: number): Promise<void> {
  try {
    await ensureTopics(addressOf(brokers), { instance, partitions });
  } catch (error) {
    throw new LaunchFailure(
      `无法在 Kafka(${brokers})上准备主题:${(error as Error).message}。请检查 KAFKA_BROKERS 与权限。`,
      `The topics could not be prepared on Kafka (${brokers}): ${(error as Error).message}. ` +
        'Check KAFKA_BROKERS and rights.',
    );
  }
}

/** Refuses at once when an instance of this name speaks on the same brokers: none of its processes is ours. */
export async function assertOnlyOne(brokers: string, instance: string): Promise<void> {
  if (!(await instanceSpeaks(addressOf(brokers), instance))) return;
  throw new LaunchFailure(
    `名为“${instance}”的另一实例正在 Kafka(${brokers})上运行:` +
      '其服务刚刚报过心跳。请先停止它,或用 --instance 名称 另起一个名字。',
    `Another instance named "${instance}" runs on Kafka (${brokers}): ` +
      'its services have just given a heartbeat. Stop it first, or name this one otherwise with --instance NAME.',
    badConfiguration,
  );
}

function addressOf(brokers: string) {
  const log = { info: () => {}, warn: () => {} };
  return { clientId: 'zhitong-launcher', brokers: brokers.split(','), log };
}
