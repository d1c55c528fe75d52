// Tells platforms and systems what waits for them (IN-1, IN-11). One telling of an appeal to one receiver at
// a time, in its order; nobody waits for a receiver: short messages are sent beside it, and a receiver that
// has failed again and again is left alone by its circuit and costs no connection. At least once: a crash
// between the receiver's answer and our write tells it again, under the same id.
import type { CircuitRule } from '../domain/circuit';
import { admits, answered, CLOSED, failed, probing, USUAL_CIRCUIT } from '../domain/circuit';
import type { Report } from '../domain/message-commands';
import { type ClaimedMessage, headsOf, type Messages } from '../domain/messages';
import type { MessageFiles } from './ports';

/** What a receiver said, or why nothing was heard of it. */
export type Heard =
  | { readonly taken: true; readonly status: number }
  /** `final`: it will never take it (it names the receiver gone from the operator's file). */
  | { readonly taken: false; readonly reason: string; readonly final?: true; readonly down: boolean };

/** One telling. */
export interface Telling {
  readonly id: string;
  readonly receiver: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A line of the delivery log: a telling as it stands. */
export interface DeliveryRow {
  /** The message's id. */
  readonly id: string;
  readonly appealId: string;
  readonly receiver: string;
  readonly number: string;
  readonly stage: string;
  readonly state: 'waiting' | 'delivered' | 'given-up';
  readonly attempts: number;
  /** HTTP status of the last answer, or why there was none. */
  readonly said: string;
  /** When the stage was claimed, when it was tried last (epoch ms). */
  readonly claimedAt: number;
  readonly triedAt: number;
}

/** What it needs. */
export interface TellWaitingPorts {
  readonly files: MessageFiles;
  readonly call: (telling: Telling) => Promise<Heard>;
  readonly log: (row: DeliveryRow) => Promise<void>;
  readonly count: (receiver: string, outcome: string) => void;
  readonly now: () => number;
  readonly pastUntil: number;
}

/** Under way to one receiver at once. */
const AT_ONCE = 4;

/** Tells, beside everything else. */
export interface Teller {
  /** Begins with what is due for an appeal; what is under way already is not begun again. */
  readonly begin: (appealId: string, state: Messages) => void;
  /** When everything that was begun has ended. */
  readonly ended: () => Promise<void>;
}

/** A teller; `onTrouble` hears of a store that is away, and the next round begins anew. */
export function teller(
  ports: TellWaitingPorts,
  onTrouble: (error: unknown) => void,
  rule: CircuitRule = USUAL_CIRCUIT,
): Teller {
  const underWay = new Map<string, Promise<void>>();
  const atWork = new Map<string, number>();
  const circuits = new Map<string, typeof CLOSED>();
  const circuitOf = (receiver: string) => circuits.get(receiver) ?? CLOSED;
  const call = async (telling: Telling): Promise<Heard> => {
    const { receiver } = telling;
    const admitted = admits(circuitOf(receiver), ports.now());
    if (admitted === 'none') return { taken: false, reason: 'left-alone', down: false };
    if (admitted === 'one') circuits.set(receiver, probing(circuitOf(receiver), ports.now(), rule));
    const heard = await ports.call(telling);
    const down = !heard.taken && heard.down;
    circuits.set(receiver, down ? failed(circuitOf(receiver), ports.now(), rule) : answered());
    return heard;
  };
  return {
    begin: (appealId, state) => {
      for (const message of dueOf(state, ports)) {
        const { id, recipient } = message;
        const busy = atWork.get(recipient) ?? 0;
        if (underWay.has(id) || busy >= AT_ONCE) continue;
        atWork.set(recipient, busy + 1);
        const job = tellOne(appealId, message, { ...ports, call })
          .catch(onTrouble)
          .finally(() => {
            underWay.delete(id);
            atWork.set(recipient, (atWork.get(recipient) ?? 1) - 1);
          });
        underWay.set(id, job);
      }
    },
    ended: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}

function dueOf(state: Messages, { now, pastUntil }: TellWaitingPorts): readonly ClaimedMessage[] {
  return headsOf(state, pastUntil).filter(({ channel, tryAt }) => channel === 'push' && tryAt <= now());
}

async function tellOne(
  appealId: string,
  { id, recipient: receiver, template: stage, letter, attempts, claimedAt }: ClaimedMessage,
  { files, call, log, count, now }: TellWaitingPorts,
): Promise<void> {
  const gone = letter === 'erased' || (await files.erased(appealId));
  const params = letter === 'erased' ? {} : (letter.params ?? {});
  const heard: Heard = gone
    ? { taken: false, reason: 'erased', final: true, down: false }
    : await call({ id, receiver, params });
  const after = await files.execute(appealId, {
    type: 'ReportSending',
    reports: [reportOf(id, receiver, heard)],
  });
  const stands = after.messages.find((one) => one.id === id)?.status;
  const state = stands === 'claimed' ? 'waiting' : stands === 'given-up' ? 'given-up' : 'delivered';
  count(receiver, heard.taken ? 'delivered' : state);
  await log({
    ...{ id, appealId, receiver, number: params['number'] ?? '', stage, state },
    ...{ attempts: attempts + 1, said: heard.taken ? String(heard.status) : heard.reason },
    ...{ claimedAt, triedAt: now() },
  });
}

function reportOf(messageId: string, provider: string, heard: Heard): Report {
  if (heard.taken) return { messageId, outcome: 'sent', provider, providerId: messageId, delivered: true };
  return { messageId, outcome: 'failed', reason: heard.reason, final: heard.final === true };
}
