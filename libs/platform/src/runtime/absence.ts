// Since when a writer had been away when it came back. A writer says once a second that it lives; what lies
// between two of its heartbeats and is longer than a restart is an outage, whatever it was that failed: the
// process, the store or the broker. The heartbeat by which it comes back tells of it, and is posted before
// any command is taken, so that the outage stands on the board even if the process ends again at once.
import type { Heartbeat } from '../journal/ports';

/** Gaps a heartbeat still tells of; whoever keeps them for good reads the board more often than that. */
const GAPS_KEPT = 20;

/** What a heartbeat says about the writer's own absence. */
export type Presence = Required<Pick<Heartbeat, 'at'>> & Pick<Heartbeat, 'gaps'>;

/** The absences of the writers of one service; a gap longer than `fromMs` counts. */
export class Absence {
  private readonly last = new Map<string, Presence>();
  /** What was posted by an earlier process is known, and what it says of this one is posted. */
  told = false;

  constructor(private readonly fromMs: number) {}

  /** Takes in what earlier processes posted. */
  recall(board: ReadonlyMap<string, Heartbeat>): void {
    for (const [writer, { at, publishedThroughAt, gaps }] of board)
      this.last.set(writer, { at: at ?? publishedThroughAt, ...(gaps && { gaps }) });
  }

  /** What the heartbeat of a writer says that is posted now. */
  presenceAt(writer: string, now: number): Presence {
    const before = this.last.get(writer);
    if (before === undefined) return { at: now };
    const { at, gaps } = before;
    if (now - at <= this.fromMs) return { at: now, ...(gaps && { gaps }) };
    return { at: now, gaps: [...(gaps ?? []), { fromAt: at, toAt: now }].slice(-GAPS_KEPT) };
  }

  /** It was posted. */
  posted(writer: string, presence: Presence): void {
    this.last.set(writer, presence);
  }
}
