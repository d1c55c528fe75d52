// What intake's verbs stand on.
import type { Actor, Rejection } from '#kernel/decider';
import type { Result } from '#kernel/result';
import type { Pack } from '#policy/pack';
import type { Appeal } from '../domain/appeal';
import type {
  AppealCommand,
  ClerkCommand,
  EnterpriseCommand,
  HeldPushCommand,
  ProtectionCommand,
} from '../domain/appeal-commands';
import type { IdentitySetting, RegisteredEnterprise } from '../domain/register-finding';
import type { ReportedRow } from '../domain/reported-table';
import type { FiledTable } from '../domain/table-heading';
import type { SubmissionLists } from '../domain/submission';
import type { FilePorts } from './file-ports';

/** A command with its envelope. */
export interface AppealOrder<C = AppealCommand> {
  readonly id: string;
  readonly command: C;
  readonly commandId?: string;
  readonly actor: Actor;
  readonly expectedSeq?: number;
  /** The appeal is hardly there yet: it is tried as new before it is read. */
  readonly opens?: boolean;
}

/** Commands that people give once an appeal exists. */
export type PersonsCommand =
  | Exclude<EnterpriseCommand, { type: 'SubmitAppeal' }>
  | ClerkCommand
  | Exclude<HeldPushCommand, { type: 'HoldPush' }>
  | ProtectionCommand;

/** What became of a command. */
export type AppealOutcome =
  | {
      readonly ok: true;
      readonly eventId: string;
      readonly version: number;
      readonly repeated: boolean;
      readonly state: Appeal;
    }
  | { readonly ok: false; readonly rejection: Rejection; readonly asOf: string; readonly state: Appeal };

/** An appeal with its id and the seq of its last own event. */
export interface FoundAppeal {
  readonly id: string;
  readonly seq: number;
  readonly appeal: Appeal;
}

/** Appeals, durable. */
export interface Appeals {
  /** Makes sure that the words of a new appeal can be sealed. */
  admitKey(id: string): Promise<void>;
  /**
   * Answers `number-taken` when the number of a submission belongs to another appeal; nothing is stored
   * then.
   */
  execute(order: AppealOrder): Promise<AppealOutcome | 'number-taken'>;
  get(id: string): Promise<FoundAppeal | undefined>;
  byNumber(number: string): Promise<FoundAppeal | undefined>;
  /** Appeals whose identity a person must look at, at most so many. */
  inReview(limit: number): Promise<readonly FoundAppeal[]>;
  /** Pushes of a door that are held, at most so many. */
  heldAt(door: string, limit: number): Promise<readonly FoundAppeal[]>;
  /** Open appeals filed under a credit code. */
  openOf(uscc: string): Promise<readonly FoundAppeal[]>;
  /** Appeals that count, open or not, filed under a credit code. */
  of(uscc: string): Promise<readonly FoundAppeal[]>;
}

/** 法人库 */
export interface Register {
  byCode(uscc: string): Promise<RegisteredEnterprise | undefined>;
  byName(name: string): Promise<readonly RegisteredEnterprise[]>;
}

/** What speaks against admitting a text; throws an infrastructure error when nobody can be asked. */
export interface Screening {
  ask(question: {
    readonly title: string;
    readonly content: string;
    readonly kind: string;
    readonly topic: string;
  }): Promise<{ readonly ground: string; readonly words: readonly string[]; readonly score: number }>;
}

/** Who hands a table in, for a unit. */
export interface TableTeller {
  readonly role: string;
  readonly id: string;
  readonly unit: string;
}

/** A row of a table with what the register says of its enterprise; empty where it does not know it. */
export interface FiledRow extends ReportedRow {
  readonly uscc: string;
  readonly region: string;
}

/**
 * What became of rows: counted as closed; the same as one that counts; in an earlier table; handed to the
 * desk; refused at the door because something changed since the table was read.
 */
export type TableCounts = Record<'counted' | 'same' | 'earlier' | 'handedOn' | 'refused', number>;

/** A table that was handed in, and how far it has been taken in. */
export interface HandedTable {
  readonly id: string;
  readonly report: string;
  readonly period: string;
  readonly periodEndAt: number;
  readonly teller: TableTeller;
  readonly handedInAt: number;
  readonly state: 'storing' | 'taking' | 'done' | 'lost';
  readonly rows: number;
  readonly parts: number;
  readonly nextPart: number;
  readonly taken: number;
  readonly counts: Readonly<TableCounts>;
}

/** Tables, durable, and what is known of who hands them in. */
export interface HandedTables {
  /** The packs in force. */
  reports(): readonly Pack[];
  /** What a unit of that code is now: its code, its names of all times, the region it alone answers for. */
  unit(
    code: string,
  ): { readonly code: string; readonly names: readonly string[]; readonly region: string } | undefined;
  /** Lets whatever else waits go first. */
  letOthers(): Promise<void>;
  /** Reads a file; refused whole with a code. */
  read(
    file: Buffer,
  ): Promise<
    Result<FiledTable, { readonly code: string; readonly params: Readonly<Record<string, string>> }>
  >;
  get(id: string): Promise<HandedTable | undefined>;
  put(table: HandedTable): Promise<void>;
  atWork(): Promise<readonly HandedTable[]>;
  /** Stores a table with its rows; from then on it is taken in. */
  file(
    told: Pick<HandedTable, 'id' | 'report' | 'period' | 'periodEndAt' | 'teller' | 'handedInAt'>,
    rows: readonly FiledRow[],
  ): Promise<HandedTable>;
  /** `gone` where the rows were emptied. */
  part(table: HandedTable, part: number): Promise<readonly FiledRow[] | 'gone'>;
  /** Empties the rows. */
  forget(table: HandedTable): Promise<void>;
}

/** Ids, numbers and codes of this instance. */
export interface Codes {
  appealId(channel: string, sourceNumber: string): string;
  /** Another number for each attempt. */
  number(id: string, at: number, attempt: number): string;
  queryCode(id: string): string;
  /** A table by unit, report and period, and by its very bytes. */
  tableId(of: string, file: Buffer): string;
  /** Number of a row at its door, by what the row says. */
  rowNumber(meaning: string): string;
  /** Compares in constant time. */
  same(left: string, right: string): boolean;
}

/** Everything intake's door stands on. */
export interface IntakePorts {
  readonly appeals: Appeals;
  readonly register: Register;
  readonly tables: HandedTables;
  readonly files: FilePorts;
  readonly screening: Screening;
  readonly codes: Codes;
  readonly now: () => number;
  /** The pack in force for a door and a kind. */
  readonly packFor: (door: string, kind: string) => Pack;
  /** Whether somebody shut a door. */
  readonly isShut: (door: string) => boolean;
  readonly lists: () => SubmissionLists;
  readonly identity: (door: string, kind: string) => IdentitySetting;
}
