// Reads the journal as one member of a group. Kafka decides which partitions are this member's; where to read
// is the handler's word alone, asked again after every (re)join, because only the reader's own store knows
// what it has done. Offsets committed to Kafka are for those who watch the lag. Nothing a handler does can
// crash the consumer.
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { JournalUnavailable } from '../infrastructure-error';
import type { Log } from '../edge/log';
import { patientRetry } from './kafka-client';
import { fromMessage } from './kafka-codec';
import type { JournalHandler, JournalReader } from './ports';

const heartbeatMs = 1000;
const commitEveryMs = 5000;
const firstBackOffMs = 200;
const longestBackOffMs = 5000;

/** Delay before attempt number `failures` + 1: 0.2 s doubled each time, at most 5 s. */
export function backOffMs(failures: number): number {
  return Math.min(longestBackOffMs, firstBackOffMs * 2 ** Math.max(0, failures - 1));
}

/** What is known of a partition since the last join. */
interface Share {
  readonly partition: number;
  /** Next offset to hand over; undefined until the handler has said. */
  expected: number | undefined;
  positioned: Promise<void>;
  failures: number;
  /** Batches in a row that did not begin where they should. */
  strays: number;
  committedAt: number;
}

/** The reader of the journal on Kafka. */
export class KafkaJournalReader implements JournalReader {
  private consumer: Consumer | undefined;
  private shares = new Map<number, Share>();
  private handler: JournalHandler | undefined;
  private starting: Promise<void> = Promise.resolve();
  private stopped = false;
  /** Ends the waits under way. */
  private readonly wakes = new Set<() => void>();

  constructor(
    private readonly client: () => Kafka,
    private readonly topic: string,
    private readonly member: { readonly groupId: string; readonly unhurried: boolean },
    private readonly log: Pick<Log, 'info' | 'warn'>,
  ) {}

  /** Answers at once; joining goes on in the background until the brokers can be reached. */
  async run(handler: JournalHandler): Promise<void> {
    this.handler = handler;
    this.starting = this.start();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.shares = new Map();
    for (const wake of this.wakes) wake();
    await this.starting;
    await this.consumer?.disconnect().catch(() => {});
  }

  private async start(): Promise<void> {
    for (let failures = 1; !this.stopped; failures += 1) {
      const consumer = this.newConsumer();
      this.consumer = consumer;
      try {
        await consumer.connect();
        await consumer.subscribe({ topics: [this.topic], fromBeginning: true });
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: 4,
          eachBatch: (payload) => this.eachBatch(payload),
        });
        return;
      } catch (error) {
        this.log.warn('journal.join-failed', { group: this.member.groupId, message: messageOf(error) });
        await consumer.disconnect().catch(() => {});
        await this.pause(backOffMs(failures));
      }
    }
  }

  private newConsumer(): Consumer {
    const consumer = this.client().consumer({
      groupId: this.member.groupId,
      sessionTimeout: 10_000,
      rebalanceTimeout: 15_000,
      heartbeatInterval: heartbeatMs,
      maxBytesPerPartition: 1024 * 1024,
      ...(this.member.unhurried ? { minBytes: 256 * 1024, maxWaitTimeInMs: 1000 } : { maxWaitTimeInMs: 500 }),
      allowAutoTopicCreation: false,
      retry: { ...patientRetry, restartOnFailure: async () => !this.stopped },
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      if (consumer === this.consumer) this.joined(payload.memberAssignment[this.topic] ?? []);
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.shares = new Map();
      this.log.warn('journal.reader-crashed', {
        group: this.member.groupId,
        message: messageOf(payload.error),
      });
      if (!payload.restart && !this.stopped) this.starting = this.start();
    });
    return consumer;
  }

  private joined(partitions: readonly number[]): void {
    this.shares = new Map();
    for (const partition of partitions) {
      const share: Share = {
        partition,
        expected: undefined,
        positioned: Promise.resolve(),
        failures: 0,
        strays: 0,
        committedAt: Date.now(),
      };
      this.shares.set(partition, share);
      share.positioned = this.position(share);
    }
  }

  /** Asks the handler where to read, until it says so or the partition is no longer ours. */
  private async position(share: Share): Promise<void> {
    share.strays = 0;
    for (let failures = 1; this.holds(share); failures += 1) {
      try {
        const offset = await this.handler?.assigned(share.partition);
        if (offset === undefined || !this.holds(share)) return;
        this.seek(share, offset);
        return;
      } catch (error) {
        this.log.warn('journal.position-unknown', this.fields(share, error));
        await this.pause(backOffMs(failures));
      }
    }
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const share = this.shares.get(payload.batch.partition);
    if (share === undefined) return;
    const beating = setInterval(() => void payload.heartbeat().catch(() => {}), heartbeatMs);
    try {
      await share.positioned;
      if (payload.isRunning() && !payload.isStale() && this.holds(share)) await this.hand(share, payload);
    } finally {
      clearInterval(beating);
    }
    // Says that a rebalance has begun by throwing; the consumer then joins anew.
    await payload.heartbeat();
  }

  private async hand(share: Share, payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const { expected } = share;
    const first = Number(batch.messages[0]?.offset ?? Number.NaN);
    if (expected === undefined || first !== expected) return this.stray(share);
    share.strays = 0;
    const items = batch.messages.map((message) => fromMessage(share.partition, message));
    try {
      const jump = await this.handler?.batch(share.partition, items, () => this.alive(share, payload));
      if (!this.holds(share)) return;
      share.failures = 0;
      if (jump === undefined) {
        share.expected = expected + items.length;
        payload.resolveOffset(batch.lastOffset());
      } else this.seek(share, jump);
      this.commit(share);
    } catch (error) {
      if (this.holds(share)) this.again(share, payload, error);
    }
  }

  /** A batch that begins elsewhere: fetched before the seek, or the journal is not the one that was read. */
  private stray(share: Share): void {
    share.strays += 1;
    if (share.strays === 1 && share.expected !== undefined) this.seek(share, share.expected);
    else share.positioned = this.position(share);
  }

  /** Delivers the same stretch later; the other partitions go on meanwhile. */
  private again(share: Share, payload: EachBatchPayload, error: unknown): void {
    share.failures += 1;
    const waitMs = backOffMs(share.failures);
    this.log.warn('journal.stretch-failed', {
      ...this.fields(share, error),
      attempt: share.failures,
      waitMs,
    });
    const resume = payload.pause();
    this.seek(share, share.expected ?? 0);
    void this.pause(waitMs).then(() => {
      if (!this.stopped) quietly(resume);
    });
  }

  private async alive(share: Share, payload: EachBatchPayload): Promise<void> {
    try {
      await payload.heartbeat();
    } catch (error) {
      throw new JournalUnavailable('The partitions are being shared out anew', { cause: error });
    }
    if (!this.holds(share) || !payload.isRunning())
      throw new JournalUnavailable('The partition is no longer ours');
  }

  private seek(share: Share, offset: number): void {
    share.expected = offset;
    quietly(() =>
      this.consumer?.seek({ topic: this.topic, partition: share.partition, offset: String(offset) }),
    );
  }

  private commit(share: Share): void {
    if (share.expected === undefined || Date.now() - share.committedAt < commitEveryMs) return;
    share.committedAt = Date.now();
    const offset = String(share.expected);
    void this.consumer
      ?.commitOffsets([{ topic: this.topic, partition: share.partition, offset }])
      .catch(() => {});
  }

  private holds(share: Share): boolean {
    return !this.stopped && this.shares.get(share.partition) === share;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, this.stopped ? 0 : ms);
      this.wakes.add(wake);
    });
  }

  private fields({ partition }: Share, error: unknown) {
    return { group: this.member.groupId, partition, message: messageOf(error) };
  }
}

/**
 * A consumer that is just restarting refuses to be steered; the join that follows asks for the position
 * anyway.
 */
function quietly(steer: () => void): void {
  try {
    steer();
  } catch {
    return;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
