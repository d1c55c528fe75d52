// The board on which every writer says once a second up to when its events are published. The topic is
// compacted: only the last word of each writer counts, and whoever starts reads the whole board.
import type { KafkaMessage } from 'kafkajs';
import { type KafkaFetch, isOutOfRange } from './kafka-fetch';
import type { KafkaSender } from './kafka-sender';
import type { Heartbeat, HeartbeatBoard } from './ports';

const waitMs = 1000;

/** The board on Kafka. */
export class KafkaHeartbeatBoard implements HeartbeatBoard {
  private readonly board = new Map<string, Heartbeat>();
  private following: Promise<void> | undefined;
  private next: number | undefined;
  private stopped = false;

  constructor(
    private readonly sender: KafkaSender,
    private readonly source: KafkaFetch,
  ) {}

  async post(heartbeat: Heartbeat): Promise<void> {
    await this.sender.send([{ key: heartbeat.writer, value: JSON.stringify(heartbeat) }]);
  }

  /**
   * Answers once the board has been read for the first time, or could not be; a writer not on it is unknown.
   */
  async follow(): Promise<ReadonlyMap<string, Heartbeat>> {
    if (this.following === undefined) {
      await this.turn(1);
      this.following = this.keepFollowing();
    }
    return this.board;
  }

  async read(): Promise<ReadonlyMap<string, Heartbeat>> {
    const board = new Map<string, Heartbeat>();
    const end = (await this.source.bounds(false)).get(0) ?? 0;
    let next = (await this.source.bounds(true)).get(0) ?? 0;
    while (next < end) {
      const messages = (await this.source.fetch(new Map([[0, next]]), waitMs)).get(0) ?? [];
      if (messages.length === 0) break;
      for (const message of messages) {
        next = Number(message.offset) + 1;
        const heartbeat = heartbeatOf(message);
        if (heartbeat !== undefined) board.set(heartbeat.writer, heartbeat);
      }
    }
    return board;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.source.stop();
    await this.following;
    await this.sender.stop();
  }

  private async keepFollowing(): Promise<void> {
    while (!this.stopped) {
      if (!(await this.turn(waitMs)) && !this.stopped)
        await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    await this.source.stop().catch(() => {});
  }

  private async turn(wait: number): Promise<boolean> {
    try {
      this.next ??= (await this.source.bounds(true)).get(0) ?? 0;
      for (const message of (await this.source.fetch(new Map([[0, this.next]]), wait)).get(0) ?? []) {
        this.next = Number(message.offset) + 1;
        const heartbeat = heartbeatOf(message);
        if (heartbeat !== undefined) this.board.set(heartbeat.writer, heartbeat);
      }
      return true;
    } catch (error) {
      if (isOutOfRange(error)) this.next = undefined;
      return false;
    }
  }
}

/** A heartbeat that says nothing intelligible is no heartbeat. */
function heartbeatOf({ value }: KafkaMessage): Heartbeat | undefined {
  try {
    const said = JSON.parse(value?.toString() ?? '') as Partial<Heartbeat>;
    const { writer, publishedThroughAt, parked, at, gaps } = said;
    const sound =
      typeof writer === 'string' && typeof publishedThroughAt === 'number' && Array.isArray(parked);
    if (!sound) return undefined;
    return {
      ...{ writer, publishedThroughAt, parked: parked.map(String) },
      ...(typeof at === 'number' && { at }),
      ...(Array.isArray(gaps) && { gaps: gaps.map(({ fromAt, toAt }) => ({ fromAt, toAt })) }),
    };
  } catch {
    return undefined;
  }
}
