// The journal on Apache Kafka, opened for one service: one topic per instance, one board of heartbeats beside
// it.
import { type KafkaAddress, kafkaClient } from './kafka-client';
import { KafkaFetch } from './kafka-fetch';
import { KafkaHeartbeatBoard } from './kafka-heartbeats';
import { KafkaKeptValues } from './kafka-kept-values';
import { KafkaJournalProbe } from './kafka-probe';
import { KafkaJournalReader } from './kafka-reader';
import { KafkaSender } from './kafka-sender';
import { dataKeysTopic, heartbeatsTopic, journalTopic } from './kafka-topics';
import { KafkaJournalWriter } from './kafka-writer';
import type { Journal, JournalReader } from './ports';

/** What the journal is opened with. */
export interface KafkaJournalOptions extends KafkaAddress {
  readonly instance: string;
}

/** The journal on Kafka; its writer says since when nothing gets through. */
export interface KafkaJournal extends Journal {
  readonly writer: KafkaJournalWriter;
}

/** Opens the journal. It answers also while the brokers are away: whatever needs them then fails or waits. */
export async function openKafkaJournal(options: KafkaJournalOptions): Promise<KafkaJournal> {
  const client = () => kafkaClient(options);
  const brief = () => kafkaClient(options, { initialRetryTime: 50, maxRetryTime: 500, retries: 2 });
  const journal = journalTopic(options.instance);
  const board = heartbeatsTopic(options.instance);
  const writer = new KafkaJournalWriter(new KafkaSender(client, journal));
  const probe = new KafkaJournalProbe(new KafkaFetch(brief, journal));
  const heartbeats = new KafkaHeartbeatBoard(new KafkaSender(brief, board), new KafkaFetch(brief, board));
  const keys = dataKeysTopic(options.instance);
  const dataKeys = new KafkaKeptValues(new KafkaSender(brief, keys), new KafkaFetch(brief, keys));
  const readers: JournalReader[] = [];
  return {
    writer,
    probe,
    heartbeats,
    dataKeys,
    reader: (group, { unhurried = false } = {}) => {
      const groupId = `${options.instance}.${group}`;
      const reader = new KafkaJournalReader(client, journal, { groupId, unhurried }, options.log);
      readers.push(reader);
      return reader;
    },
    stop: async () => {
      await Promise.all(readers.map((reader) => reader.stop()));
      await Promise.all([writer.stop(), probe.stop(), heartbeats.stop(), dataKeys.stop()]);
    },
  };
}
