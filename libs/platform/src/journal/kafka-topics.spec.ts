import type { ITopicConfig } from 'kafkajs';
import { createMissing, type TopicAdmin } from './kafka-topics';

/** A cluster that keeps what is created and refuses the first questions about it. */
function cluster(brokers: number, present: readonly string[], refusals: number) {
  const created: ITopicConfig[] = [];
  const served: string[] = [];
  let refused = 0;
  const admin: TopicAdmin = {
    listTopics: async () => [...present],
    describeCluster: async () => ({
      brokers: Array.from({ length: brokers }, (_, nodeId) => ({ nodeId, host: 'b', port: 1 })),
      controller: 0,
      clusterId: 'c',
    }),
    createTopics: async ({ topics }) => {
      created.push(...topics);
      return true;
    },
    fetchTopicOffsets: async (topic) => {
      if (refused < refusals) {
        refused += 1;
        throw new Error('This server does not host this topic-partition');
      }
      served.push(topic);
      return [];
    },
  };
  return { admin, created, served };
}

const ALL = ['county.journal.v1', 'county.heartbeats.v1', 'county.datakeys.v1'];

describe('the topics of an instance', () => {
  it('are three: the journal with its partitions and for ever, the other two compacted', async () => {
    const { admin, created } = cluster(1, [], 0);
    await createMissing(admin, { instance: 'county', partitions: 4 });
    const shapes = created.map(({ topic, numPartitions, replicationFactor, configEntries = [] }) => ({
      ...{ topic, numPartitions, replicationFactor },
      ...Object.fromEntries(configEntries.map(({ name, value }) => [name, value])),
    }));
    const one = { numPartitions: 1, replicationFactor: 1, 'cleanup.policy': 'compact' };
    const forEver = { 'retention.ms': '-1', 'retention.bytes': '-1', 'max.message.bytes': '1048576' };
    expect(shapes).toEqual([
      { topic: ALL[0], numPartitions: 4, replicationFactor: 1, ...forEver },
      { topic: ALL[1], ...one, 'segment.ms': '3600000' },
      { topic: ALL[2], ...one, 'max.compaction.lag.ms': '604800000' },
    ]);
  });

  it.each([
    [2, 2],
    [3, 3],
    [5, 3],
  ])('on %i brokers stand %i times', async (brokers, copies) => {
    const { admin, created } = cluster(brokers, [], 0);
    await createMissing(admin, { instance: 'county', partitions: 12 });
    expect(created.map(({ replicationFactor }) => replicationFactor)).toEqual([copies, copies, copies]);
  });

  it('that exist are left as they are, and all are waited for until they are served', async () => {
    const { admin, created, served } = cluster(1, ALL.slice(0, 2), 2);
    await createMissing(admin, { instance: 'county', partitions: 4 });
    expect(created.map(({ topic }) => topic)).toEqual([ALL[2]]);
    expect(served).toEqual(ALL);
  });
});
