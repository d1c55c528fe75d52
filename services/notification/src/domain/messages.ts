// The messages 短信 of one appeal: who is told what, and how far each has come. A message is claimed in the
// same write that takes its cause in, handed to the provider once, and either delivered or given up on
// record. Its id is made of its cause, so the same event can never claim it a second time (IN-7, HD-4).

/**
 * Address and text of a message, or `erased` when the person was. `params` are what stands for the variables
 * of the text; a letter claimed before they were kept has none.
 */
export type Letter =
  | { readonly address: string; readonly text: string; readonly params?: Readonly<Record<string, string>> }
  | 'erased';

/** How a message goes out. */
export type Channel = 'sms' | 'email' | 'push';

interface AnyMessage {
  /** `<event id>#<template>#<recipient>`, unique in the world: the provider knows the message by it. */
  readonly id: string;
  readonly template: string;
  /** `enterprise`, `unit`, or a role of the pack. */
  readonly recipient: string;
  /** Unit of the recipient, empty for others. */
  readonly unit: string;
  readonly claimedAt: number;
  /** Absent: a short message; `push`: told to a platform or another system, whose name is the recipient. */
  readonly channel?: 'email' | 'push';
}

/** Waits to be handed to the provider. */
export interface ClaimedMessage extends AnyMessage {
  readonly status: 'claimed';
  readonly letter: Letter;
  /** Attempts that failed. */
  readonly attempts: number;
  /** When to try (epoch ms). */
  readonly tryAt: number;
  /**
   * Handed to this provider then (epoch ms), whose answer nobody knows yet: it is asked before anything else.
   */
  readonly offered?: { readonly provider: string; readonly at: number };
  /**
   * The provider that may have it already although it is sent again: not a third time, and elsewhere first.
   */
  readonly repeated?: string;
  /** Why the last attempt failed. */
  readonly trouble?: string;
  /** Goes as one with what goes to the same address at the same time. */
  readonly digest?: true;
}

/** Who carries a message, and what he calls it. */
interface Carried {
  readonly provider: string;
  readonly providerId: string;
}

/** A message at any point of its way; address and text are let go of once the provider has them. */
export type Message =
  | ClaimedMessage
  | (AnyMessage & { readonly status: 'sent'; readonly sentAt: number; readonly by?: Carried })
  | (AnyMessage & {
      readonly status: 'delivered';
      readonly sentAt: number;
      readonly deliveredAt: number;
      readonly by?: Carried;
    })
  | (AnyMessage & { readonly status: 'given-up'; readonly reason: string; readonly by?: Carried });

/** Words of the appeal that texts may quote, or `erased`. */
export type Words =
  | {
      readonly title: string;
      readonly enterprise: string;
      readonly contact: string;
      readonly phone: string;
      readonly queryCode: string;
    }
  | 'erased';

/** What is known of the appeal for the texts. */
export interface Course {
  readonly number: string;
  /** Its number at the door it came in by; absent in what was kept before it was. */
  readonly sourceNumber?: string;
  /** Where it came in and what kind it was said to be: they decide which pack speaks before admission. */
  readonly door: string;
  readonly kind: string;
  readonly words: Words;
  /** Nobody but the enterprise itself is told who it is (HD-10). */
  readonly protect?: true;
  /** Credit code it was admitted under; absent before, and for an enterprise without one. */
  readonly uscc?: string;
  /** Units of the current dispatch, the lead first. */
  readonly units: readonly string[];
  /** The latest answer of the unit, for the text that goes out when the platform releases it (HD-2). */
  readonly result?: string;
  /** When the unit's clocks began to run last: at the dispatch or a reopening (epoch ms), 0 before. */
  readonly orderedAt: number;
  /** Of the urgent class (RT-6); absent while nobody has said so. */
  readonly urgent?: true;
}

/**
 * Before admission the pack in force for its door and kind speaks; afterwards the one the appeal was admitted
 * under.
 */
export type Messages =
  | { readonly status: 'before-admission'; readonly course: Course; readonly messages: readonly Message[] }
  | {
      readonly status: 'admitted';
      readonly course: Course;
      readonly messages: readonly Message[];
      readonly packHash: string;
    };

/** Before anything happened. */
export const NO_MESSAGES: Messages = {
  status: 'before-admission',
  course: {
    number: '',
    door: '',
    kind: '',
    words: { title: '', enterprise: '', contact: '', phone: '', queryCode: '' },
    units: [],
    orderedAt: 0,
  },
  messages: [],
};

/**
 * How long after its claim a message waits, so that one hand-over takes all that is claimed in one go (ms).
 */
export const LINGER_MS = 300;

/** How long after it was handed over the provider is asked where its answer did not come (ms). */
export const ASK_AFTER_MS = 60_000;

/** Reason of a message of which nobody can tell whether it went out. */
export const UNSURE = 'unsure';

/** Attempts after which a message is given up. */
export const MOST_ATTEMPTS = 6;

const MINUTE = 60_000;
const BACK_OFF_MS: readonly number[] = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE);

/** How long to wait after so many failed attempts (ms): 1, 5, 15, 60, 240 minutes. */
export function backOffMs(attempts: number): number {
  return BACK_OFF_MS[Math.min(attempts, BACK_OFF_MS.length) - 1] ?? MINUTE;
}

/** A platform or a system is tried for about five days: 1, 5, 15 minutes, 1, 4, 12 hours, then daily. */
export const PUSH_PAUSES_MS: readonly number[] = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440].map(
  (minutes) => minutes * MINUTE,
);

/**
 * Messages that wait for the provider; none that was claimed up to `pastUntil` (epoch ms), where a loaded
 * history ends.
 */
export function waitingOf({ messages }: Messages, pastUntil = 0): readonly ClaimedMessage[] {
  return messages.filter(
    (message): message is ClaimedMessage => message.status === 'claimed' && message.claimedAt > pastUntil,
  );
}

/**
 * Of the waiting messages those that may move: what is told to a platform or a system goes in its order, the
 * next when the one before has arrived or was given up.
 */
export function headsOf(state: Messages, pastUntil = 0): readonly ClaimedMessage[] {
  const waiting = waitingOf(state, pastUntil);
  const isFirst = ({ recipient }: ClaimedMessage, at: number) =>
    !waiting.slice(0, at).some((other) => other.channel === 'push' && other.recipient === recipient);
  return waiting.filter((message, at) => message.channel !== 'push' || isFirst(message, at));
}

/** When the next message is to be handed over (epoch ms), if any waits. */
export function nextSendAt(state: Messages, pastUntil = 0): number | null {
  const instants = headsOf(state, pastUntil).map(({ tryAt }) => tryAt);
  return instants.length === 0 ? null : Math.min(...instants);
}
