import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, Partitioners, logLevel } from 'kafkajs';
import type { mongo } from 'mongoose';
import { heartbeatsTopic, journalTopic } from '#platform/journal/kafka-topics';
import { freshDataDir } from '../test/data-dir';
import { type Infrastructure, type InfrastructureOptions, startInfrastructure } from './infrastructure';
import { readRecord } from './instance-home';
import { isAlive } from './process-identity';
import { storeClient } from './store';
import { assertOnlyOne } from './topics';

jest.setTimeout(180_000);

const retry = { retries: 8, initialRetryTime: 50, maxRetryTime: 1_500 };
const kafkaOf = ({ brokers }: Infrastructure) =>
  new Kafka({ clientId: 'spec', brokers: [brokers], logLevel: logLevel.NOTHING, retry });

async function send(infrastructure: Infrastructure, value: string): Promise<void> {
  const producer = kafkaOf(infrastructure).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic: journalTopic('spec'), acks: -1, messages: [{ key: 'k', value }] });
  await producer.disconnect();
}

async function journalLength(infrastructure: Infrastructure): Promise<number> {
  const admin = kafkaOf(infrastructure).admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(journalTopic('spec'));
  await admin.disconnect();
  return offsets.reduce((sum, { high }) => sum + Number(high), 0);
}

async function inStore<T>(infrastructure: Infrastructure, work: (db: mongo.Db) => Promise<T>): Promise<T> {
  const client = storeClient(infrastructure.mongoUri);
  try {
    return await work(client.db('spec'));
  } finally {
    await client.close();
  }
}

describe('embedded broker and store', () => {
  const dataDir = freshDataDir('infrastructure');
  const started: Infrastructure[] = [];
  const start = async (options: InfrastructureOptions) => {
    const infrastructure = await startInfrastructure(options);
    started.push(infrastructure);
    return infrastructure;
  };
  let running: Infrastructure;
  beforeAll(async () => {
    running = await start({ dataDir, portBase: 0, instance: 'spec' });
  });
  afterAll(() => Promise.all(started.map((infrastructure) => infrastructure.stop())));

  it('lets no second instance of one name in while the first gives heartbeats, and says so', async () => {
    const producer = kafkaOf(running).producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const beat = () =>
      producer.send({ topic: heartbeatsTopic('spec'), messages: [{ key: 'w', value: '{}' }] });
    await beat();
    await assertOnlyOne(running.brokers, 'spec');
    const beating = setInterval(() => void beat(), 500);
    await expect(assertOnlyOne(running.brokers, 'spec')).rejects.toThrow(
      /“spec”的另一实例[^]*--instance NAME/,
    );
    clearInterval(beating);
    await producer.disconnect();
  });

  it('has the journal kept for ever and the compacted heartbeats', async () => {
    const admin = kafkaOf(running).admin();
    await admin.connect();
    const topics = [journalTopic('spec'), heartbeatsTopic('spec')];
    const { topics: metadata } = await admin.fetchTopicMetadata({ topics });
    const partitions = Object.fromEntries(metadata.map((topic) => [topic.name, topic.partitions.length]));
    expect(partitions).toEqual({ 'spec.journal.v1': 4, 'spec.heartbeats.v1': 1 });
    const names = ['retention.ms', 'retention.bytes', 'max.message.bytes', 'cleanup.policy'];
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: topics.map((name) => ({ type: 2, name, configNames: names })),
    });
    const settings = resources.map(({ configEntries }) =>
      Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    );
    expect(settings[0]).toMatchObject({
      'retention.ms': '-1',
      'retention.bytes': '-1',
      'max.message.bytes': '1048576',
      'cleanup.policy': 'delete',
    });
    expect(settings[1]).toMatchObject({ 'cleanup.policy': 'compact' });
    await admin.disconnect();
  });

  it('keeps what it acknowledged through kill -9 of either', async () => {
    await send(running, 'before');
    await inStore(running, (db) => db.collection('things').insertOne({ _id: 'before' as never }));
    await Promise.all([running.killBroker(), running.killStore()]);
    await Promise.all([running.restartBroker(), running.restartStore()]);
    await send(running, 'after');
    await inStore(running, (db) => db.collection('things').insertOne({ _id: 'after' as never }));
    expect(await journalLength(running)).toBe(2);
    expect(await inStore(running, (db) => db.collection('things').countDocuments())).toBe(2);
  });

  it('refuses a second start on the same directory, and the name of another instance', async () => {
    const again = { dataDir, portBase: 0, instance: 'spec' };
    await expect(startInfrastructure(again)).rejects.toThrow(
      `already running on ${dataDir} (pid ${process.pid})`,
    );
    const other = freshDataDir('infrastructure');
    await (await start({ dataDir: other, portBase: 0, instance: 'spec' })).stop();
    await expect(startInfrastructure({ ...again, dataDir: other, instance: 'else' })).rejects.toThrow(
      'belong to instance "spec"',
    );
  });

  it('says which port is taken, and by whom', async () => {
    const second = { dataDir: freshDataDir('infrastructure'), portBase: running.portBase, instance: 'spec' };
    const kafka = readRecord(dataDir)?.processes.find(({ name }) => name === 'kafka');
    await expect(startInfrastructure(second)).rejects.toThrow(
      `Port ${running.ports.broker} (Kafka) is taken by pid ${kafka?.pid}`,
    );
  });

  it('runs beside another, and finds its data again on other ports after a stop', async () => {
    const second = { dataDir: freshDataDir('infrastructure'), portBase: 0, instance: 'spec' };
    const beside = await start(second);
    expect(await journalLength(beside)).toBe(0);
    await send(beside, 'one');
    const pids = readRecord(second.dataDir)?.processes ?? [];
    expect(pids).toHaveLength(2);
    await beside.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    const again = await start(second);
    expect(again.portBase).not.toBe(beside.portBase);
    expect(await journalLength(again)).toBe(1);
    const meta = readFileSync(join(again.dirs.broker, 'log', 'meta.properties'), 'utf8');
    expect(meta).toContain('cluster.id=');
  });
});
