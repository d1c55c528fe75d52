// The gate before every card, over the journal. In this order: what every writer says it has published is
// noted, then where the journal ends, and when supervision has read to there, all that was published by then
// is known here. A card may be shown when that proof was begun after deadline and grace and every writer had
// by then published everything it decided up to the deadline. While any service holds the appeal's key
// parked, there is no card on it.
import type { Heartbeat, JournalProbe } from '#platform/journal/ports';
import type { LoopStatus } from '#platform/runtime/loop';
import type { CardGate } from '../../app/ports';

/** Writers whose events may stop a clock. */
export const CLOCK_WRITERS = [
  'intake.appeal',
  'triage.routing',
  'casework.workorder',
  'notification.messages',
  'knowledge.answering',
] as const;

/** What the gate looks at. */
export interface GateSources {
  readonly heartbeats: () => ReadonlyMap<string, Heartbeat>;
  readonly probe: Pick<JournalProbe, 'ends'>;
  /** The docket's own reading. */
  readonly reading: () => LoopStatus | undefined;
  /** Keys supervision itself holds parked; its heartbeat says so too, a second later. */
  readonly parkedHere: () => readonly string[];
  /**
   * Takes down the outages that the heartbeats tell of. Done before a proof is: whoever came back says since
   * when he was away before he says that he has published anything.
   */
  readonly noteGaps: (board: ReadonlyMap<string, Heartbeat>) => Promise<void>;
  readonly now: () => number;
  readonly graceMs: number;
}

interface Proof {
  /** When the journal's end was asked for (epoch ms). */
  readonly begunAt: number;
  /** Everything decided by then is published, over all writers (epoch ms). */
  readonly publishedThroughAt: number;
  readonly ends: ReadonlyMap<number, number>;
}

/** The gate, which learns by `look`. */
export interface JournalCardGate extends CardGate {
  /** Completes the proof that was begun, if supervision has read that far, and begins the next. */
  readonly look: () => Promise<void>;
}

/** Opens the gate; until the first proof it lets nothing through. */
export function journalCardGate(sources: GateSources): JournalCardGate {
  let begun: Proof | undefined;
  let proven: Proof | undefined;
  const parked = (appealId: string): boolean =>
    sources.parkedHere().includes(appealId) ||
    [...sources.heartbeats().values()].some((heartbeat) => heartbeat.parked.includes(appealId));
  return {
    async look() {
      if (begun !== undefined && hasRead(sources.reading(), begun.ends)) {
        proven = begun;
        begun = undefined;
      }
      begun ??= await begin(sources);
    },
    mayCard: (appealId, passedAt) =>
      proven !== undefined &&
      proven.begunAt > passedAt + sources.graceMs &&
      proven.publishedThroughAt > passedAt &&
      !parked(appealId),
  };
}

async function begin({ heartbeats, noteGaps, probe, now }: GateSources): Promise<Proof> {
  const board = new Map(heartbeats());
  const published = CLOCK_WRITERS.map((writer) => board.get(writer)?.publishedThroughAt ?? 0);
  await noteGaps(board);
  const begunAt = now();
  return { begunAt, publishedThroughAt: Math.min(...published), ends: await probe.ends() };
}

function hasRead(reading: LoopStatus | undefined, ends: ReadonlyMap<number, number>): boolean {
  if (reading?.ready !== true) return false;
  return [...ends].every(([partition, end]) =>
    reading.partitions.some((read) => read.partition === partition && read.next >= end),
  );
}
