// What casework's verbs need of the outside.
import type { Actor, Rejection } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { CaseScope } from '#policy/scopes';
import type { CaseFile } from '../domain/case-file';
import type { CaseSummary } from '../domain/case-summary';
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
