// What the verbs of files stand on. Where the bytes lie, what looks into them for viruses and how an archive
// is opened are settings of the instance; the verbs know none of it.
import type { Result } from '#kernel/result';
import type { FieldProblem } from '../domain/plain-text';
import type { FileLimits, StoredFile, Verdict } from '../domain/stored-file';

/** Where bytes lie, by our own id; what lies there is sealed before it comes here. */
export interface FileStore {
  /** Durable when it resolves; the same id again is replaced as a whole. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Undefined for none. */
  get(id: string): Promise<Uint8Array | undefined>;
  /** Also where there is none. */
  delete(id: string): Promise<void>;
}

/** The bytes of files, open. */
export type FileBytes = FileStore & {
  /** The key of an appeal was destroyed: its files go with it. */
  isForgotten(appealId: string): Promise<boolean>;
};

/** Looks for viruses; throws an infrastructure error when it is away. */
export interface Scanner {
  scan(bytes: Uint8Array): Promise<Verdict>;
}

/** What is known of files, durable. */
export interface FileRecords {
  get(id: string): Promise<StoredFile | undefined>;
  /**
   * Reads, changes and writes one record, and nobody else's change comes in between; answers what `change`
   * answers. Nothing is written where it is the record that was read.
   */
  change<R extends { readonly file: StoredFile | undefined }>(
    id: string,
    change: (file: StoredFile | undefined) => R | Promise<R>,
  ): Promise<R>;
  of(appealId: string): Promise<readonly StoredFile[]>;
  /** Files the scanner has not seen yet, the oldest first. */
  waiting(): Promise<readonly StoredFile[]>;
  /**
   * Files that came before this and that nobody took or whose bytes never arrived; and those that were taken,
   * of the day before it, for who looks whether their appeal came.
   */
  leftBefore(before: { readonly storing: number; readonly untaken: number }): Promise<readonly StoredFile[]>;
  untaken(): Promise<number>;
}

/** Everything the verbs of files stand on. */
export interface FilePorts {
  readonly records: FileRecords;
  readonly bytes: FileBytes;
  /** Undefined where none is set: every file stays in quarantine. */
  readonly scanner: Scanner | undefined;
  readonly limits: () => FileLimits;
  /** Unpacks an archive within bounds and tells which parts it has. */
  readonly openArchive: (file: Buffer) => Promise<Result<(part: string) => boolean, FieldProblem>>;
  readonly digestOf: (file: Buffer) => string;
  readonly newId: () => string;
  /** Signs a text; 43 characters. */
  readonly sign: (text: string) => string;
  /** Compares in constant time. */
  readonly same: (left: string, right: string) => boolean;
  readonly now: () => number;
  /** A file was stored: the scanner has work. */
  readonly onStored: () => void;
}
