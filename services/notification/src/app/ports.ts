// What notification needs of the world around it.
import type { MessageCommand } from '../domain/message-commands';
import type { Channel, Messages } from '../domain/messages';

/** The messages by appeal. */
export interface MessageFiles {
  /** Throws when the journal was not read yet, or store or vault cannot be reached. */
  readonly execute: (appealId: string, command: MessageCommand) => Promise<Messages>;
  readonly find: (appealId: string) => Promise<Messages | undefined>;
  /** Whether the person of the appeal was erased. */
  readonly erased: (appealId: string) => Promise<boolean>;
}

/** A message as it is handed to the provider. */
export interface Outgoing {
  readonly messageId: string;
  readonly appealId: string;
  readonly template: string;
  readonly recipient: string;
  readonly unit: string;
  readonly channel: Channel;
  /** A phone number, or an e-mail address. */
  readonly address: string;
  readonly text: string;
  /** What stands for the variables of the text; empty for a letter claimed before they were kept. */
  readonly params: Readonly<Record<string, string>>;
  /** Goes as one with what goes to the same address at the same time. */
  readonly digest?: true;
  /** Epoch ms. */
  readonly claimedAt: number;
}

/** A message the provider has. */
interface HandedOver {
  readonly providerId: string;
  readonly delivered: boolean;
  /** The network's code where it could not deliver. */
  readonly undelivered?: string;
}

/**
 * Where a refusal lies: `recipient` nobody can reach that number; `message` this provider does not carry this
 * text; `later` the provider limits what the number may get; `provider` it does not work at present.
 */
export type Fault = 'recipient' | 'message' | 'later' | 'provider';

/**
 * What the provider said to one message. Refused, it surely has not gone out; unsure, it may have.
 */
export type Handover =
  | ({ readonly outcome: 'sent' } & HandedOver)
  | {
      readonly outcome: 'refused';
      readonly fault: Fault;
      readonly reason: string;
      /** When the limit ends (epoch ms), where the provider says it. */
      readonly againAt?: number;
    }
  | { readonly outcome: 'unsure'; readonly reason: string };

/** A message a provider is asked for, and when it was handed over (epoch ms). */
export interface Asked extends Pick<Outgoing, 'messageId' | 'template' | 'channel' | 'address'> {
  readonly offeredAt: number;
}

/**
 * What the provider knows of it: `later` too early to tell, `unknown` it cannot tell, `silent` it did not
 * answer.
 */
export type Found = HandedOver | 'not-taken' | 'later' | 'unknown' | 'silent';

/**
 * Whoever carries messages. One that refuses or does not answer says so as a value; it throws only when our
 * own store behind it cannot be reached, and then the next sweep tries again.
 */
export interface Provider {
  readonly name: string;
  /** Sending the same id again changes nothing: nobody has to be asked. */
  readonly idempotent: boolean;
  /** It can tell what the network made of a message. */
  readonly receipts: boolean;
  /** Whether a text is set up with it. */
  readonly carries: (letter: Pick<Outgoing, 'template' | 'channel'>) => boolean;
  /** In the order of the letters. */
  readonly send: (letters: readonly Outgoing[]) => Promise<readonly Handover[]>;
  /** In the order of the letters. */
  readonly find: (letters: readonly Asked[]) => Promise<readonly Found[]>;
}

/**
 * A message a provider has taken. Its number leaves the row with the network's receipt, or when nobody asks
 * for one any more.
 */
export interface Receipt extends Omit<Outgoing, 'params' | 'text'> {
  /** The message's id. */
  readonly id: string;
  readonly provider: string;
  readonly providerId: string;
  readonly sentAt: number;
  /** How often its provider was asked. */
  readonly asked: number;
  readonly stands: 'waits' | 'delivered' | 'undelivered' | 'untold';
  /** When to ask next (epoch ms). */
  readonly askAt: number;
  /** The network's code where it could not deliver. */
  readonly trouble?: string;
}

/** The messages providers have taken. */
export interface Receipts {
  readonly put: (rows: readonly Receipt[]) => Promise<void>;
  /** Those to be asked for, the earliest first. */
  readonly due: (now: number, limit: number) => Promise<readonly Receipt[]>;
  readonly latest: (limit: number) => Promise<readonly Receipt[]>;
}

/** A message in the visible outbox of the sandbox. */
export interface OutboxRow extends Omit<Outgoing, 'params' | 'channel'> {
  /** Absent in rows written before there was another: a short message. */
  readonly channel?: Channel;
  /** The message's id. */
  readonly id: string;
  readonly sentAt: number;
}

/** Name of the provider behind the visible outbox. */
export const SANDBOX = 'sandbox';

/** The visible outbox: what would have gone out. */
export interface Outbox {
  readonly ofAppeal: (appealId: string, limit: number) => Promise<readonly OutboxRow[]>;
  readonly latest: (limit: number) => Promise<readonly OutboxRow[]>;
}
