import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { journalContract } from '#testkit/journal-contract';
import { record } from '#testkit/journal-contract-fixtures';
import { kafkaFraming, LossyProxy } from '#testkit/lossy-proxy';
import { isInfrastructureError } from '../infrastructure-error';
import { kafkaClient } from './kafka-client';
import { type KafkaJournal, type KafkaJournalOptions, openKafkaJournal } from './kafka-journal';
import { ensureTopics, journalTopic } from './kafka-topics';

const brokers = process.env['ZT_TEST_BROKERS']?.split(',') ?? [];
const log = { info: () => {}, warn: () => {} };
const partitions = 4;

beforeAll(() => {
  if (brokers.length === 0) throw new Error('ZT_TEST_BROKERS must name a Kafka broker, e.g. 127.0.0.1:9092');
});

async function newInstance(): Promise<KafkaJournalOptions> {
  const options = { brokers, instance: `t-${randomUUID()}`, clientId: 'test', log };
  await ensureTopics(options, { instance: options.instance, partitions });
  return options;
}

async function administer(options: KafkaJournalOptions, recreate: boolean): Promise<void> {
  const admin = kafkaClient(options).admin();
  await admin.connect();
  await admin.deleteTopics({ topics: [journalTopic(options.instance)] });
  await admin.disconnect();
  if (recreate) await ensureTopics(options, { instance: options.instance, partitions });
}

journalContract('on Kafka', async () => {
  const options = await newInstance();
  const proxy = await LossyProxy.start(brokers[0] ?? '', kafkaFraming);
  const opened: KafkaJournal[] = [];
  return {
    instance: options.instance,
    partitions,
    open: async () => {
      const journal = await openKafkaJournal({ ...options, socketFactory: proxy.socketFactory });
      opened.push(journal);
      return journal;
    },
    loseNextAnswer: async () => proxy.loseAnswers(1),
    takeBack: () => administer(options, true),
    appendUnreadable: async (key) => {
      const producer = kafkaClient(options).producer({ createPartitioner: () => () => 0 });
      await producer.connect();
      await producer.send({ topic: journalTopic(options.instance), messages: [{ key, value: 'nothing' }] });
      await producer.disconnect();
    },
    close: async () => {
      await Promise.all(opened.map((journal) => journal.stop()));
      await proxy.stop();
      await administer(options, false);
    },
  };
});

describe('the writer on Kafka', () => {
  it('fails and says since when while the brokers are away, then recovers', async () => {
    const options = await newInstance();
    let away = true;
    const proxy = await LossyProxy.start(brokers[0] ?? '', kafkaFraming);
    const journal = await openKafkaJournal({
      ...options,
      socketFactory: (args) =>
        away ? net.connect({ host: '127.0.0.1', port: 1 }) : proxy.socketFactory(args),
    });
    const before = Date.now();
    const failure = await journal.writer.append([record(options, 'a', 1)]).catch((error) => error);
    expect(isInfrastructureError(failure)).toBe(true);
    expect(journal.writer.behindSince).toBeGreaterThanOrEqual(before);
    away = false;
    await journal.writer.append([record(options, 'a', 1)]);
    expect(journal.writer.behindSince).toBeUndefined();
    await journal.stop();
    await proxy.stop();
    await administer(options, false);
  }, 60_000);

  it('sends many small appends in few requests, and reads them back fast', async () => {
    const options = await newInstance();
    const journal = await openKafkaJournal(options);
    const appends = 20_000;
    await journal.writer.append([record(options, 'warm', 1)]);
    const sent = Date.now();
    await Promise.all(
      Array.from({ length: appends }, (_, index) =>
        journal.writer.append([record(options, `k-${index % 500}`, index + 1)]),
      ),
    );
    const sendMs = Date.now() - sent;
    const scanned = Date.now();
    let count = 0;
    await journal.probe.scan(async (items) => {
      count += items.length;
    });
    const scanMs = Date.now() - scanned;
    const looked = Date.now();
    expect(await journal.probe.at({ partition: 0, offset: 10 })).toMatchObject({ partition: 0, offset: 10 });
    const lookMs = Date.now() - looked;
    const perSecond = (ms: number) => Math.round((appends / ms) * 1000);
    console.log(`append ${perSecond(sendMs)}/s, scan ${perSecond(scanMs)}/s, at ${lookMs} ms`);
    expect(count).toBe(appends + 1);
    expect(lookMs).toBeLessThan(1000);
    expect(perSecond(sendMs)).toBeGreaterThan(500);
    expect(perSecond(scanMs)).toBeGreaterThan(2000);
    await journal.stop();
    await administer(options, false);
  }, 60_000);
});
