// What supervision needs of the world around it.
import type { Actor, Rejection } from '#kernel/decider';
import type { Docket } from '../domain/docket';
import type { DocketCommand } from '../domain/docket-commands';
import type { Oversight } from '../domain/oversight';
import type { OversightCommand } from '../domain/oversight-commands';
import type { Outage, OutageCommand, Outages } from '../domain/outages';
import type { OrderSheet, OversightView, RegisterLine } from '../domain/oversight-view';

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

/** The list of outages of the platform. */
export interface OutageList {
  /** Throws when the journal was not read yet, or store or vault cannot be reached. */
  readonly execute: (order: {
    readonly command: OutageCommand;
    readonly commandId?: string;
    readonly actor: Actor;
  }) => Promise<
    | { readonly ok: true; readonly eventId: string; readonly state: Outages }
    | { readonly ok: false; readonly rejection: Rejection; readonly asOf: string }
  >;
  /** In the order in which they were taken down. */
  readonly list: () => Promise<readonly Outage[]>;
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

/** A command to the overseeing of a case with its envelope. */
interface OversightRequest {
  readonly id: string;
  readonly command: OversightCommand;
  readonly commandId?: string;
  readonly actor: Actor;
  readonly expectedSeq?: number;
}

/**
 * What became of it; `eventId` is empty when it changed nothing, `asOf` names the last event of a refusal.
 */
type OversightOutcome =
  | { readonly ok: true; readonly eventId: string; readonly state: Oversight }
  | { readonly ok: false; readonly rejection: Rejection; readonly asOf: string };

/** The overseeing of cases. */
export interface Oversights {
  /** Throws when the journal was not read yet, or store or vault cannot be reached. */
  readonly execute: (request: OversightRequest) => Promise<OversightOutcome>;
  /** What is shown of a case. */
  readonly view: (appealId: string) => Promise<OversightView | undefined>;
}

/** A row of the register 台账 over all cases. */
export interface RegisterRow extends RegisterLine {
  /** Appeal and entry. */
  readonly id: string;
  readonly appealId: string;
}

/** A row of the list of orders. */
export interface OrderRow extends OrderSheet {
  /** Appeal and order. */
  readonly id: string;
  readonly appealId: string;
}

/** What is asked of the register; empty texts ask for all, `toAt` 0 for all times (epoch ms, exclusive). */
export interface RegisterQuery {
  readonly unit: string;
  readonly ground: string;
  readonly state: 'open' | 'cleared' | '';
  readonly fromAt: number;
  readonly toAt: number;
  readonly limit: number;
  /** Where the page before ended; empty: the newest. */
  readonly cursor: string;
}

/** What is asked of the list of orders. */
interface OrderQuery {
  readonly unit: string;
  readonly state: 'open' | 'overdue' | '';
  readonly limit: number;
  readonly cursor: string;
}

/** Rows up to the limit, and where the next page begins; empty on the last. */
interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string;
}

/** The register and the orders over all cases, newest first. */
export interface Register {
  readonly put: (entries: readonly RegisterRow[], orders: readonly OrderRow[]) => Promise<void>;
  /** A page, and how many of all that were asked for are open and cleared, whatever the page. */
  readonly entries: (
    query: RegisterQuery,
  ) => Promise<Page<RegisterRow> & { readonly open: number; readonly cleared: number }>;
  readonly orders: (query: OrderQuery) => Promise<Page<OrderRow>>;
  readonly clear: () => Promise<void>;
}
