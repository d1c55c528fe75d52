// A file 附件 that somebody handed in (IN-3, IN-7). Until a scanner has found it clean it is in quarantine: it
// belongs to the appeal and is named there, and nobody is given it. What the scanner says is final; a file
// that no appeal took within a day is erased, and so are the bytes of one that carries a virus.
import { ok, type Result } from '#kernel/result';
import type { ProfileHead } from '#policy/profile';
import { FILE_KINDS, type FileKind, KIND_ROWS } from './file-kind';
import { type FieldProblem, problem, readText } from './plain-text';

/**
 * `storing` until its bytes are durable; `received` waits for the scanner; `unscannable`: the scanner will
 * not look into it (encrypted, nested too deep, too large for it). `erased`: the bytes are gone.
 */
type FileState = 'storing' | 'received' | 'clean' | 'infected' | 'unscannable' | 'erased';

/** What is known of a file. */
export interface StoredFile {
  readonly id: string;
  readonly state: FileState;
  /** Empty once it is erased. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  /** The appeal it belongs to; empty as long as none took it. */
  readonly appealId: string;
  /** What the scanner found, by the scanner's name for it; empty for nothing. */
  readonly finding: string;
}

/** What may be handed in; of the profile. */
export interface FileLimits {
  /** Of one file. */
  readonly bytes: number;
  /** Of one appeal, with all that is added to it. */
  readonly count: number;
  readonly kinds: readonly FileKind[];
}

const MEGABYTE = 1024 * 1024;
/** What travels between the services in one piece; the profile may ask for less. */
const MOST_MEGABYTES = 20;
/** Of one appeal, where the profile says nothing. */
const MOST_FILES = 10;
/** An untaken file is kept this long: the time to finish a form. */
export const UNTAKEN_MS = 24 * 3_600_000;
/** The bytes of a file are stored within this, or its sender has gone. */
export const STORING_MS = 3_600_000;

/** The limits, from what the profile says of them. */
export function fileLimits(said: NonNullable<ProfileHead['files']> = {}): FileLimits {
  const { megabytes = MOST_MEGABYTES, count = MOST_FILES, kinds = FILE_KINDS } = said;
  return {
    bytes: Math.min(megabytes, MOST_MEGABYTES) * MEGABYTE,
    count,
    kinds,
  };
}

/**
 * The name of a file as its sender gave it. One that leads out of a folder, hides characters or has no ending
 * is refused rather than mended: what is shown is what was sent.
 */
export function readFileName(value: unknown): Result<string, FieldProblem> {
  const read = readText(value, 'name', { min: 1, max: 200, line: true });
  if (!read.ok) return read;
  const wrong =
    /[/\\:*?"<>|]/.test(read.value) || /^\.|\.$/.test(read.value) || !/.\.[^.]+$/.test(read.value);
  return wrong ? problem('FILE_NAME_WRONG', 'name') : read;
}

/** Whether a file of that name and kind may be handed in. */
export function fitsName(
  name: string,
  kind: FileKind,
  { kinds }: FileLimits,
): Result<FileKind, FieldProblem> {
  if (!kinds.includes(kind)) return problem('FILE_TYPE_NOT_ALLOWED', 'file', { kinds: kinds.join('、') });
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (!KIND_ROWS[kind].endings.includes(ending)) return problem('FILE_TYPE_DIFFERS', 'name', { kind });
  return ok(kind);
}

/** Whether an appeal may take a file, and how it stands then. */
export function takeFile(file: StoredFile | undefined, appealId: string): Result<StoredFile, string> {
  if (!file || file.state === 'storing' || file.state === 'erased')
    return { ok: false, error: 'FILE_UNKNOWN' };
  if (file.state === 'infected') return { ok: false, error: 'FILE_INFECTED' };
  // Whose it is is not told: to whoever else asks there is no such file.
  if (file.appealId !== '' && file.appealId !== appealId) return { ok: false, error: 'FILE_UNKNOWN' };
  return ok({ ...file, appealId });
}

/** What a scanner says of a file. */
export type Verdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected' | 'unscannable'; readonly finding: string };

/** The file after a scan; only one that waits for it is moved by it. */
export function afterScan(file: StoredFile, said: Verdict): StoredFile {
  if (file.state !== 'received') return file;
  return { ...file, state: said.verdict, finding: said.verdict === 'clean' ? '' : said.finding };
}

/** The file without what it held; whose it was and that it was there stays. */
export function erased(file: StoredFile): StoredFile {
  return { ...file, state: 'erased', name: '' };
}

/** Whether the file may be given out, and if not, why. */
export function givenOut(file: StoredFile | undefined, appealId: string): Result<StoredFile, string> {
  if (!file || file.appealId !== appealId || appealId === '' || file.state === 'storing')
    return { ok: false, error: 'FILE_UNKNOWN' };
  switch (file.state) {
    case 'clean':
      return ok(file);
    case 'received':
      return { ok: false, error: 'FILE_IN_QUARANTINE' };
    case 'infected':
      return { ok: false, error: 'FILE_INFECTED' };
    case 'unscannable':
      return { ok: false, error: 'FILE_UNSCANNABLE' };
    case 'erased':
      return { ok: false, error: 'FILE_ERASED' };
  }
}
