// A ZIP archive somebody sent, read part by part. Its directory is held against APPNOTE by yauzl: sizes that
// lie, names that lead out of the archive, half an archive are refused there. What is unpacked counts against
// one bound over all parts, so that a bomb ends after as many bytes as an honest file may have, whatever its
// headers claim; and each part is held against its checksum, which yauzl leaves to its caller.
import { crc32 } from 'node:zlib';
import { open as openFile } from 'node:fs/promises';
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';
import { unreadable, UnreadableFile } from './unreadable-file';

/** Bounds of an archive. */
export interface ArchiveBounds {
  readonly bytes: number;
  /** Of all parts that are read, together. */
  readonly unpackedBytes: number;
}

/** An archive whose directory has been read; nothing is unpacked before it is asked for. */
export interface Archive {
  has(name: string): boolean;
  /** The text of a part as it is unpacked, UTF-8; throws `UnreadableFile`. */
  text(name: string): AsyncGenerator<string>;
  /** Lets go of a file on disk. */
  close(): void;
  /** Unpacks every part and keeps none: the archive is whole and within its bounds, or `UnreadableFile`. */
  proveWhole(): Promise<void>;
}

const MOST_PARTS = 1000;
const ZIP = Buffer.from('PK');
/** Head of the compound files in which the older formats and encrypted workbooks stand ([MS-CFB] 2.2). */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Opens an archive in memory, or by its path on disk; throws `UnreadableFile`. */
export async function openArchive(file: Buffer | string, bounds: ArchiveBounds): Promise<Archive> {
  const { head, length } =
    typeof file === 'string' ? await beginningOf(file) : { head: file, length: file.length };
  if (length === 0) unreadable('FILE_EMPTY');
  if (length > bounds.bytes) unreadable('FILE_TOO_LARGE', { megabytes: megabytes(bounds.bytes) });
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) unreadable('FILE_IS_OLD_FORMAT');
  if (!head.subarray(0, ZIP.length).equals(ZIP)) unreadable('FILE_NOT_WORKBOOK');
  const { zip, entries } = await directoryOf(file).catch(damaged);
  const left = { bytes: bounds.unpackedBytes };
  const tooLarge = () => unreadable('FILE_UNPACKS_TOO_LARGE', { megabytes: megabytes(bounds.unpackedBytes) });
  return {
    has: (name) => entries.has(name),
    text: (name) =>
      textOf(bytesOf(zip, entries.get(name) ?? unreadable('FILE_NOT_WORKBOOK'), left, tooLarge)),
    proveWhole: async () => {
      for (const entry of entries.values()) {
        const parts = bytesOf(zip, entry, left, tooLarge);
        while ((await parts.next()).done !== true);
      }
    },
    close: () => zip.close(),
  };
}

async function beginningOf(path: string): Promise<{ head: Buffer; length: number }> {
  const file = await openFile(path, 'r');
  try {
    const head = Buffer.alloc(COMPOUND.length);
    await file.read(head, 0, head.length, 0);
    return { head, length: (await file.stat()).size };
  } finally {
    await file.close();
  }
}

function directoryOf(file: Buffer | string): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, strictFileNames: true, autoClose: false };
    const opened = (error: Error | null, zip: ZipFile): void => {
      if (error) return reject(error);
      const entries = new Map<string, Entry>();
      zip.on('error', reject);
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: Entry) => {
        if (entries.has(entry.fileName) || entries.size >= MOST_PARTS) return reject(new Error('parts'));
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.readEntry();
    };
    if (typeof file === 'string') open(file, options, opened);
    else fromBuffer(file, options, opened);
  });
}

async function* textOf(parts: AsyncGenerator<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      return unreadable('FILE_NOT_UTF8');
    }
  };
  for await (const part of parts) yield decode(part);
  yield decode();
}

async function* bytesOf(
  zip: ZipFile,
  entry: Entry,
  left: { bytes: number },
  tooLarge: () => never,
): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) unreadable('FILE_ENCRYPTED');
  let checksum = 0;
  try {
    const unpacked = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      left.bytes -= part.length;
      if (left.bytes < 0) tooLarge();
      checksum = crc32(part, checksum);
      yield part;
    }
    if (checksum !== entry.crc32) unreadable('FILE_DAMAGED');
  } catch (error) {
    damaged(error);
  }
}

function damaged(error: unknown): never {
  if (error instanceof UnreadableFile) throw error;
  return unreadable('FILE_DAMAGED');
}

function megabytes(bytes: number): string {
  return String(Math.floor(bytes / 1_000_000));
}
