// What supervision needs of the world around it.
import type { Docket } from '../domain/docket';
import type { DocketCommand } from '../domain/docket-commands';

/** The dockets. */
export interface Dockets {
  /** Throws when the journal was not read yet, or store or vault cannot be reached. */
  readonly execute: (appealId: string, command: DocketCommand) => Promise<void>;
  readonly find: (appealId: string) => Promise<Docket | undefined>;
  /** Every docket, in pages. */
  readonly each: (
    onPage: (dockets: readonly { id: string; docket: Docket }[]) => Promise<void>,
  ) => Promise<void>;
}

/**
 * Whether a card may be shown: nobody is carded because word of what he did in time is still on its way to
 * us. `passedAt` is the instant that must be over everywhere: a deadline, or the end of the time after a
 * notice.
 */
export interface CardGate {
  readonly mayCard: (appealId: string, passedAt: number) => boolean;
}

/** A line of the list of cards. */
export interface CardEntry {
  /** Appeal and card. */
  readonly id: string;
  readonly cardId: string;
  readonly appealId: string;
  readonly clockId: string;
  readonly clock: string;
  readonly unit: string;
  readonly colour: string;
  /** Epoch ms. */
  readonly issuedAt: number;
  readonly revoked: boolean;
}

/** What is asked of the list; empty texts ask for all. */
interface CardQuery {
  readonly unit: string;
  readonly colour: string;
  readonly limit: number;
}

/** The list of cards over all appeals, newest first. */
export interface CardList {
  readonly put: (entries: readonly CardEntry[]) => Promise<void>;
  readonly get: (ids: readonly string[]) => Promise<readonly CardEntry[]>;
  readonly list: (query: CardQuery) => Promise<readonly CardEntry[]>;
  readonly clear: () => Promise<void>;
}
