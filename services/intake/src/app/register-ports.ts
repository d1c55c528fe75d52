// What importing files of the legal-person register 法人库 (IN-4) stands on.
import type { Places } from '../domain/domicile';
import type { RegisteredEnterprise } from '../domain/register-finding';
import type { CellProblem } from '../domain/register-row';

/** Formats of a file. */
export const IMPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
/** One of `IMPORT_FORMATS`. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What an import is to do. */
export interface ImportOrder {
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
  readonly format: ImportFormat;
  /** `full`: what the file does not have has left the register; `delta`: it adds and changes. */
  readonly mode: 'full' | 'delta';
  /** One bad row refuses the whole file before anything is taken. */
  readonly strict: boolean;
  /** A full import may take out more than it brings. */
  readonly shrinks: boolean;
}

/** A bad row, told once for each cell. */
export interface RowProblem extends CellProblem {
  /** Line of a text file, row of a sheet, from 1. */
  readonly row: number;
}

/** An import and how far it is; kept for ever as the register's history. */
export interface RegisterImport extends ImportOrder {
  readonly id: string;
  /** Marks the rows it brought; the same file for the same has the same. */
  readonly edition: string;
  readonly openedAt: number;
  readonly openedBy: string;
  /** Epoch ms; 0 while it runs. */
  readonly endedAt: number;
  /**
   * `receiving` parts of the file; `checking` digest and, where strict, every row; `taking` rows; `done`;
   * `refused` with `refusal`; `lost`: the file is gone, send it again. Rows that were taken stay.
   */
  readonly state: 'receiving' | 'checking' | 'taking' | 'done' | 'refused' | 'lost';
  readonly refusal?: { readonly code: string; readonly params: Readonly<Record<string, string>> };
  /** Bytes received. */
  readonly received: number;
  /** Rows looked at in this state. */
  readonly rows: number;
  readonly taken: number;
  readonly bad: number;
  /** Bad rows whose code cannot be read, so that nobody knows whom they are about. */
  readonly illegible: number;
  /** Taken rows of which no region of ours is known. */
  readonly unplaced: number;
  /** Taken rows that were not in the register before. */
  readonly fresh: number;
  /** Enterprises in the register when this import began to take. */
  readonly stood: number;
  /** Enterprises that left the register with this full import. */
  readonly gone: number;
  /** Why a full import took nobody out; empty where it did. */
  readonly goneHeld: '' | 'illegible-rows' | 'more-than-it-brings';
  /** Headings that were not taken in. */
  readonly passedOver: readonly string[];
  /** The first of them. */
  readonly problems: readonly RowProblem[];
}

/** A row as written, by the words of the heading; or why it is none. */
export type WrittenRow =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly row: number; readonly problem: string };

/** A whole file that cannot be read, or stops being readable. */
export class RefusedFile extends Error {
  constructor(readonly refusal: NonNullable<RegisterImport['refusal']>) {
    super(refusal.code);
  }
}

/** Imports, their files, and the rows they fill. */
export interface RegisterImports {
  get(id: string): Promise<RegisterImport | undefined>;
  put(one: RegisterImport): Promise<void>;
  /** Enterprises in the register, as the imports so far tell. */
  standing(): Promise<number>;
  /** Editions that brought rows, other than this one. */
  otherEditions(edition: string): Promise<readonly string[]>;
  /** Opened last, first. */
  latest(limit: number): Promise<readonly RegisterImport[]>;
  /** Begun and not ended, oldest first. */
  atWork(): Promise<readonly RegisterImport[]>;
  /** Tells the worker that there is something to do. */
  begin(): void;
  readonly files: {
    /** Bytes that stand; undefined where there is no file. */
    size(id: string): Promise<number | undefined>;
    write(id: string, offset: number, bytes: Uint8Array): Promise<void>;
    /** Puts the file safely on disk and answers its SHA-256. */
    seal(id: string): Promise<string>;
    /** Throws `RefusedFile`. */
    rows(id: string, format: ImportFormat): AsyncIterable<WrittenRow>;
    drop(id: string): Promise<void>;
  };
  readonly register: {
    /** Inserts and changes rows; answers how many of them were not in the register. */
    take(enterprises: readonly RegisteredEnterprise[], edition: string): Promise<number>;
    /** Counts known enterprises as part of an edition without changing them. */
    keep(codes: readonly string[], edition: string): Promise<void>;
    /** Takes the first rows out that are of these editions; answers how many, 0 when there are none. */
    takeOut(editions: readonly string[]): Promise<number>;
  };
  readonly places: Places;
  /** Whether some pack in force lets this role import. */
  allows(role: string): boolean;
}
