// What notification needs of the world around it.
import type { MessageCommand } from '../domain/message-commands';
import type { Messages } from '../domain/messages';

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
  readonly address: string;
  readonly text: string;
  /** Epoch ms. */
  readonly claimedAt: number;
}

/** A message the provider has. */
export interface HandedOver {
  readonly providerId: string;
  readonly delivered: boolean;
}

/** What the provider said to one message; `final` when trying again cannot help. */
export type Handover =
  | ({ readonly outcome: 'sent' } & HandedOver)
  | { readonly outcome: 'failed'; readonly reason: string; readonly final: boolean };

/**
 * Whoever carries short messages. Sending is idempotent by `messageId`. A provider that refuses or does not
 * answer says so as a value; it throws only when our own store behind it cannot be reached, and then the next
 * sweep tries again.
 */
export interface SmsProvider {
  readonly name: string;
  /**
   * Of these ids, those the provider already has: asked before every hand-over, so that a crash sends nothing
   * twice.
   */
  readonly find: (messageIds: readonly string[]) => Promise<ReadonlyMap<string, HandedOver>>;
  /** In the order of the letters. */
  readonly send: (letters: readonly Outgoing[]) => Promise<readonly Handover[]>;
}

/** A message in the visible outbox of the sandbox. */
export interface OutboxRow extends Outgoing {
  /** The message's id. */
  readonly id: string;
  readonly sentAt: number;
}

/** The visible outbox: what would have gone out. */
export interface Outbox {
  readonly ofAppeal: (appealId: string, limit: number) => Promise<readonly OutboxRow[]>;
  readonly latest: (limit: number) => Promise<readonly OutboxRow[]>;
}
