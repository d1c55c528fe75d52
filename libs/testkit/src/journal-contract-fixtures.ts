// Records, waits and the bench on which the journal's contract suite is run.
import type { Journal, JournalHandler } from '#platform/journal/ports';
import {
  eventId,
  isUnreadable,
  type JournalRecord,
  type ReadItem,
  type ReadRecord,
} from '#platform/journal/record';

/** A journal of its own for one test, with the faults the suite plants. */
export interface JournalBench {
  readonly instance: string;
  readonly partitions: number;
  open(writer: string): Promise<Journal>;
  /** The next append is stored, but its answer is lost on the way. */
  loseNextAnswer(): Promise<void>;
  /** The journal comes back empty, as after a restore of an old disk. */
  takeBack(): Promise<void>;
  /** Appends a record whose envelope says nothing. */
  appendUnreadable(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Longest wait for something to be delivered; groups and coordinators of a fresh broker need seconds. */
export const patienceMs = 30_000;

/** A record of the suite: everything is filled, so that everything must come back. */
export function record({ instance }: { readonly instance: string }, key: string, seq: number): JournalRecord {
  const writer = 'intake.appeal';
  return {
    id: eventId(instance, key, writer, seq),
    key,
    writer,
    seq,
    type: 'zhitong.intake.v1.AppealSubmitted',
    at: 1_700_000_000_000 + seq,
    basis: { 'triage.routing': seq, 'casework.order': 2 },
    commandId: `command-${seq}`,
    minReader: 1,
    instance,
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    value: new Uint8Array([seq % 256, 0, 255]),
  };
}

/** Everything a scan shows. */
export async function scanned(journal: Journal): Promise<ReadItem[]> {
  const read: ReadItem[] = [];
  await journal.probe.scan(async (items) => {
    read.push(...items);
  });
  return read;
}

/** Sends again until it is accepted, as a relay does. */
export async function untilAccepted(journal: Journal, records: readonly JournalRecord[]): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await journal.writer.append(records);
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Seqs of one key in the order delivered. */
export function seqsOf(items: readonly ReadItem[], key: string): number[] {
  return items
    .filter((item): item is ReadRecord => !isUnreadable(item) && item.key === key)
    .map(({ seq }) => seq);
}

/** Waits until it is so. */
export async function until(reached: () => boolean): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!reached()) {
    if (Date.now() > deadline) throw new Error('Waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * A handler that notes what it got; `early` counts deliveries of partitions that were never assigned to it.
 */
export function follow(
  rules: {
    readonly assigned?: (partition: number) => number;
    readonly batch?: (items: readonly ReadItem[]) => number | undefined;
  } = {},
) {
  const items: ReadItem[] = [];
  const assigned: number[] = [];
  const seen = { early: 0 };
  const handler: JournalHandler = {
    assigned: async (partition) => {
      assigned.push(partition);
      return rules.assigned?.(partition) ?? 0;
    },
    batch: async (partition, stretch) => {
      if (!assigned.includes(partition)) seen.early += 1;
      const jump = rules.batch?.(stretch);
      items.push(...stretch);
      return jump;
    },
  };
  return {
    handler,
    items,
    assigned,
    until,
    get early() {
      return seen.early;
    },
  };
}

/** Declares one test. */
export type Test = (title: string, run: () => Promise<void>) => void;
