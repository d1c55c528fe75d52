// What casework's verbs need of the outside.
import type { Actor, Rejection } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { CaseScope } from '#policy/scopes';
import type { CaseFile } from '../domain/case-file';
import type { FiledRequest } from '../domain/case-data-requests';
import type { CaseSummary } from '../domain/case-summary';
import type { DataRequestCommand } from '../domain/data-request-commands';
import type { DataRequests } from '../domain/data-requests';
import type { TimelineRow } from '../domain/timeline';
import type { WorkOrder } from '../domain/work-order';
import type { WorkOrderCommand } from '../domain/work-order-commands';

/** A command with its envelope. Without a commandId a repeat is decided anew. */
interface WorkOrderRequest {
  readonly id: string;
  readonly command: WorkOrderCommand;
  readonly commandId?: string;
  readonly actor: Actor;
  readonly expectedSeq?: number;
}

/** What became of a command. */
type WorkOrderOutcome =
  | { readonly ok: true; eventId: string; version: number; state: WorkOrder }
  | { readonly ok: false; rejection: Rejection; asOf: string };

/** The work orders. Throws while they cannot be decided: not read up yet, or the store is away. */
export interface WorkOrders {
  execute(request: WorkOrderRequest): Promise<WorkOrderOutcome>;
  /** The work order as it stands; undefined when nothing is known of it. */
  find(appealId: string): Promise<WorkOrder | undefined>;
}

/** A case file as far as it has been read. */
export interface ReadCase {
  readonly appealId: string;
  readonly file: CaseFile;
  /** Highest seq seen of each writer. */
  readonly seen: Readonly<Record<string, number>>;
}

/** The case files. */
export interface CaseFiles {
  byIds(appealIds: readonly string[]): Promise<ReadonlyMap<string, ReadCase>>;
  byNumber(number: string): Promise<ReadCase | undefined>;
}

/** The stages of the pack that governs a case; before its admission, of the one its door leads to. */
export type StagesOf = (file: CaseFile) => Pack['stages'];

/** Rows of the course of cases. */
export interface Timeline {
  /** In time order, at most 2000. */
  of(appealId: string): Promise<readonly TimelineRow[]>;
  put(rows: readonly TimelineRow[]): Promise<void>;
  clear(): Promise<void>;
}

/** What the desk is asked for; empty fields ask for everything. */
export interface DeskQuery {
  readonly status: string;
  /** Lead or assisting. */
  readonly unit: string;
  readonly channel: string;
  readonly card: string;
  readonly region: string;
  readonly topic: string;
  /** What the check said of the latest answer. */
  readonly answerVerdict: string;
  /** Part of number, title or enterprise name, in any case of letters. */
  readonly text: string;
  readonly sourceNumbers: readonly string[];
  /** Only those that are, or seem to be, of the urgent class (RT-6). */
  readonly urgent: boolean;
  /** Only cases that one of these holds; none: all. */
  readonly scopes: readonly CaseScope[];
  /** Only these; none: all. */
  readonly appealIds: readonly string[];
  /** Id of a class: cases of it and of those below it (IN-3). */
  readonly underClass: string;
  /** Id of a stage of a pack. */
  readonly stage: string;
  readonly sort: 'newest' | 'deadline';
  /** 1 … 200 */
  readonly limit: number;
  readonly cursor: string;
}

/** A page of the desk. */
export interface DeskPage {
  readonly cases: readonly CaseSummary[];
  /** Empty on the last page. */
  readonly nextCursor: string;
  readonly total: number;
}

/** Counts of the desk. */
interface DeskCounts {
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byUnit: Readonly<Record<string, number>>;
  readonly byCard: Readonly<Record<string, number>>;
  readonly total: number;
}

/** The list of all cases 一屏掌控 (IN-2). */
export interface Desk {
  list(query: DeskQuery): Promise<DeskPage>;
  /** Of the cases that one of the scopes holds; none: of all. */
  counts(scopes: readonly CaseScope[]): Promise<DeskCounts>;
  /** Ids of open cases dispatched to exactly this code, behind `after` in the order of their ids. */
  runningOf(unit: string, after: string, limit: number): Promise<readonly string[]>;
  put(summaries: readonly CaseSummary[]): Promise<void>;
  clear(): Promise<void>;
}

/** A command about data with its envelope. */
export interface DataOrder extends Omit<WorkOrderRequest, 'command'> {
  readonly command: DataRequestCommand;
}

/** What became of it. */
type DataOutcome =
  | { readonly ok: true; eventId: string; version: number; state: DataRequests }
  | { readonly ok: false; rejection: Rejection; asOf: string };

/** The requests for data. Throws like `WorkOrders.execute`. */
export interface DataRequestStore {
  execute(order: DataOrder): Promise<DataOutcome>;
}

/** Where a request stands, as lists look for it. */
export interface DataRequestPlace extends Pick<FiledRequest, 'no' | 'ofUnit' | 'step' | 'overdue' | 'dueAt'> {
  readonly appealId: string;
}

/** Requests by whom they are addressed to. */
export interface DataRequestIndex {
  /** The nearest due first; no unit: of all. */
  find(query: {
    readonly units: readonly string[];
    readonly state: 'open' | 'overdue' | '';
    readonly limit: number;
    /** Of the page before; empty: from the top. */
    readonly cursor: string;
  }): Promise<{ readonly places: readonly DataRequestPlace[]; readonly nextCursor: string }>;
  put(places: readonly DataRequestPlace[]): Promise<void>;
  clear(): Promise<void>;
}

/** A question for requests: those addressed to `unit`, or of one case those of or to `unit`. */
export interface DataRequestQuery {
  readonly appealId: string;
  readonly unit: string;
  /** The unit as one of whose people whoever asks reads; empty: of none. */
  readonly ownUnit: string;
  readonly state: 'open' | 'overdue' | '';
  /** 1 … 500 */
  readonly limit: number;
  /** Of the page before, over all cases; empty: from the top. */
  readonly cursor: string;
}

/** A page of requests; `nextCursor` is empty on the last. */
export interface DataRequestPage {
  readonly requests: readonly DataRequestView[];
  readonly nextCursor: string;
}

/** An entry of the log of readings. */
export interface DataReadingEntry {
  readonly at: number;
  readonly unit: string;
  readonly role: string;
  readonly by: string;
  readonly purpose: string;
}

/** A request as it is shown. */
export interface DataRequestView extends Omit<FiledRequest, 'no' | 'provided'> {
  readonly appealId: string;
  readonly number: string;
  readonly requestNo: number;
  /** Of a list over cases it is empty. */
  readonly log: readonly DataReadingEntry[];
}
