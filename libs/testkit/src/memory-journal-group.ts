// Readers that share the partitions of a memory journal. One loop per group serves its members in turn, so
// that the order of deliveries depends on nothing but the order of appends. Whenever a member joins or
// leaves, every partition is assigned anew, as the real broker does.
import type { JournalHandler, JournalReader } from '#platform/journal/ports';
import type { ReadItem } from '#platform/journal/record';
import type { MemoryLog } from './memory-log';

/** What a group sees of the log. */
export interface GroupLog {
  readonly partitions: readonly MemoryLog[];
  /** Nothing new is delivered while true. */
  readonly held: boolean;
  readonly options: {
    readonly stretch?: number;
    readonly pause?: () => Promise<void>;
    readonly swift?: boolean;
  };
}

const turn = setImmediate;

/** Resolves in the next turn of the event loop, also where a test replaced the timers. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    turn(resolve);
  });
}

interface Share {
  readonly handler: JournalHandler;
  offset: number;
}

/** The members of one group. */
export class MemoryGroup {
  private members: JournalHandler[] = [];
  private shares = new Map<number, Share>();
  private stale = false;
  private woken = false;
  private running = false;
  private delivering: { readonly handler: JournalHandler; readonly done: Promise<void> } | undefined;

  constructor(private readonly log: GroupLog) {}

  /** A member that joins when it runs and leaves when it stops. */
  member(): JournalReader {
    let joined: JournalHandler | undefined;
    return {
      run: async (handler) => {
        joined = handler;
        this.members = [...this.members, handler];
        this.rebalance();
      },
      stop: async () => {
        this.members = this.members.filter((member) => member !== joined);
        this.rebalance();
        if (this.delivering?.handler === joined) await this.delivering?.done;
      },
    };
  }

  /** Assigns every partition again before anything more is delivered. */
  rebalance(): void {
    this.stale = true;
    this.wake();
  }

  /** There may be something to deliver. */
  wake(): void {
    this.woken = true;
    if (!this.running) void this.serve();
  }

  /** Nothing is being delivered and nothing could be. */
  calm(): boolean {
    return !this.running;
  }

  private async serve(): Promise<void> {
    this.running = true;
    while (this.woken) {
      this.woken = false;
      await this.turn();
      if (this.stale) await this.assign();
      if (await this.round()) this.woken = true;
    }
    this.running = false;
  }

  private async assign(): Promise<void> {
    this.stale = false;
    this.shares = new Map();
    if (this.members.length === 0) return;
    for (const partition of this.log.partitions.keys()) {
      const handler = this.members[partition % this.members.length] as JournalHandler;
      try {
        this.shares.set(partition, { handler, offset: await handler.assigned(partition) });
      } catch {
        this.rebalance();
        await this.pause();
      }
      if (this.stale) return;
    }
  }

  /** Delivers one stretch of every partition; false when there was none. */
  private async round(): Promise<boolean> {
    let delivered = false;
    for (const [partition, share] of this.shares) {
      const log = this.log.partitions[partition];
      if (this.stale) return true;
      if (log === undefined || this.log.held || share.offset >= log.length) continue;
      delivered = true;
      const done = this.deliver(partition, share, log.from(share.offset, this.stretch));
      this.delivering = { handler: share.handler, done };
      await done;
    }
    return delivered;
  }

  private async deliver(partition: number, share: Share, items: readonly ReadItem[]): Promise<void> {
    try {
      const jump = await share.handler.batch(partition, items, () => this.turn());
      share.offset = jump ?? share.offset + items.length;
    } catch {
      await this.pause();
    }
  }

  private turn(): Promise<void> {
    return this.log.options.swift ? Promise.resolve() : nextTurn();
  }

  private get stretch(): number {
    return this.log.options.stretch ?? 500;
  }

  private pause(): Promise<void> {
    return (this.log.options.pause ?? nextTurn)();
  }
}
