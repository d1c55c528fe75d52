// What goes to an enterprise as a short message goes also to the door its appeal came in by, where that door
// can speak (IN-1, IN-7): intake, whose door it is, is told. What is to be told is kept in a table before the
// short message leaves, so that a crash loses nothing, and is tried again while intake or the platform behind
// the door does not answer; the text leaves the row when it was told or given up. The short message goes
// whatever becomes of it.
import type { ServiceHost } from '#platform/host-ports';
import { type ClaimedMessage, LINGER_MS, type Messages, waitingOf } from '../../domain/messages';
import { intakeClient, type IntakePeer } from '../mapping/intake-peer';

/** A text to be told at a door. */
export interface TidingsRow {
  /** The message's id. */
  readonly id: string;
  readonly appealId: string;
  readonly door: string;
  /** Empty once it was told or given up. */
  readonly text: string;
  readonly attempts: number;
  /** When to try, epoch ms; 0 = it is over. */
  readonly tryAt: number;
}

/** What is due. */
const TIDINGS_INDEXES = [['tryAt']] as const;

const DEADLINE_MS = 10_000;
const AT_ONCE = 100;
const MINUTE_MS = 60_000;
/** After so many minutes it is tried again. */
const PAUSES_MINUTES = [5, 15, 60, 240];

/** Keeps and tells. */
export interface DoorTidings {
  /** Keeps what is due for the enterprise of an appeal; nothing for doors that cannot speak. */
  readonly keep: (appealId: string, state: Messages) => Promise<void>;
  /** Tells everything due; what cannot be told waits for its next time. */
  readonly tellDue: () => Promise<void>;
}

/** Opens them on a host. `pastUntil`: where a loaded history ends. */
export function doorTidings(host: ServiceHost, pastUntil: number): DoorTidings {
  const table = host.table<TidingsRow>('door_tidings', TIDINGS_INDEXES);
  const doors = new Set(host.versions.profile().wechat.map(({ door }) => door));
  let intake: IntakePeer | undefined;
  // Until the table was seen without anything open; then nothing is looked for until something is kept.
  let mayWait = true;
  let kept = 0;
  const tell = async (row: TidingsRow): Promise<string> => {
    if ((await host.vault.keys([row.appealId])).get(row.appealId) === 'destroyed') return 'erased';
    intake ??= host.peer(intakeClient, 'intake');
    const request = { appealId: row.appealId, messageId: row.id, text: row.text };
    const told = await intake.tell(request, { deadlineMs: DEADLINE_MS }).catch(() => ({ outcome: 'away' }));
    return told.outcome;
  };
  return {
    keep: async (appealId, state) => {
      const { door } = state.course;
      if (!doors.has(door)) return;
      const due = waitingOf(state, pastUntil).filter((message) => isDue(message, host.now()));
      const known = new Set((await table.get(due.map(({ id }) => id))).map(({ id }) => id));
      const fresh = due.flatMap(({ id, letter }): TidingsRow[] => {
        if (letter === 'erased' || known.has(id)) return [];
        return [{ id, appealId, door, text: letter.text, attempts: 0, tryAt: host.now() }];
      });
      if (fresh.length === 0) return;
      await table.put(fresh);
      kept += 1;
      mayWait = true;
    },
    tellDue: async () => {
      if (!mayWait) return;
      const before = kept;
      const due = { tryAt: { $gt: 0, $lte: host.now() } };
      for (const row of await table.find(due, { sort: { tryAt: 1 }, limit: AT_ONCE })) {
        const outcome = await tell(row);
        host.metrics.add('zt_door_tidings_total', 1, { door: row.door, outcome });
        await table.put([after(row, outcome, host.now())]);
      }
      const open = await table.count({ tryAt: { $gt: 0 } });
      if (kept === before) mayWait = open > 0;
    },
  };
}

/**
 * What goes by e-mail is told as a short message too, or is for staff; what is held back for the day waits
 * here too.
 */
function isDue({ recipient, channel, tryAt }: ClaimedMessage, now: number): boolean {
  return recipient === 'enterprise' && channel === undefined && tryAt <= now + LINGER_MS;
}

function after(row: TidingsRow, outcome: string, now: number): TidingsRow {
  const pause = outcome === 'away' ? PAUSES_MINUTES[row.attempts] : undefined;
  if (pause === undefined) return { ...row, text: '', tryAt: 0 };
  return { ...row, attempts: row.attempts + 1, tryAt: now + pause * MINUTE_MS };
}
