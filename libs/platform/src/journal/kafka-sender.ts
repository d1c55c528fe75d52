// A producer that is thrown away when it has failed. It is not idempotent on purpose: when an answer is lost
// and the retries run out, an idempotent producer's next batch is acknowledged at the old place and is not in
// the topic. Without it the worst is a duplicate, which readers skip.
import { type Kafka, type Message, Partitioners, type Producer, type RecordMetadata } from 'kafkajs';
import { JournalUnavailable } from '../infrastructure-error';

/** The partitioner of the journal: murmur2 of the key. It must never change while a journal lives. */
export const journalPartitioner = Partitioners.DefaultPartitioner;

/** Sends to one topic. */
export class KafkaSender {
  private producer: Promise<Producer> | undefined;
  private partitionOf = new WeakMap<object, number>();

  constructor(
    private readonly client: () => Kafka,
    private readonly topic: string,
  ) {}

  /** Sends all or throws; answers the place of each message. */
  async send(messages: readonly Message[]): Promise<readonly { partition: number; offset: number }[]> {
    try {
      this.producer ??= this.connected();
      const producer = await this.producer;
      const answer = await producer.send({ topic: this.topic, acks: -1, messages: [...messages] });
      return this.places(messages, answer);
    } catch (error) {
      this.discard();
      const reason = error instanceof Error ? error.message : String(error);
      throw new JournalUnavailable(`Sending to ${this.topic} failed: ${reason}`, { cause: error });
    }
  }

  /** Leaves; a send under way fails. */
  async stop(): Promise<void> {
    const producer = await this.producer?.catch(() => undefined);
    this.producer = undefined;
    await producer?.disconnect();
  }

  private async connected(): Promise<Producer> {
    const producer = this.client().producer({
      allowAutoTopicCreation: false,
      idempotent: false,
      createPartitioner: () => {
        const choose = journalPartitioner();
        return (choice) => {
          const partition = choose(choice);
          this.partitionOf.set(choice.message, partition);
          return partition;
        };
      },
    });
    await producer.connect();
    return producer;
  }

  private discard(): void {
    const failed = this.producer;
    this.producer = undefined;
    void failed?.then((producer) => producer.disconnect()).catch(() => {});
  }

  /** Within a partition the broker numbers the messages of one request in their order. */
  private places(messages: readonly Message[], answer: readonly RecordMetadata[]) {
    const next = new Map(answer.map((part) => [part.partition, Number(part.baseOffset)]));
    return messages.map((message) => {
      const partition = this.partitionOf.get(message) ?? Number.NaN;
      const offset = next.get(partition);
      if (offset === undefined) throw new Error(`No answer for partition ${partition}`);
      next.set(partition, offset + 1);
      return { partition, offset };
    });
  }
}
