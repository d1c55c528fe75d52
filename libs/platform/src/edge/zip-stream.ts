// A ZIP archive written as it is made, so that a table of any length passes through without ever standing in
// memory. Each entry is compressed on the way and tells its size and checksum behind its content; all carry
// the same date, so that the same content gives the same bytes.
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive. */
export interface ZipEntry {
  /** Path within the archive, `/` between its parts. */
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** Sizes are told in 32 bits. */
const LARGEST_BYTES = 0xffff_ffff;
/** Names in UTF-8, size and checksum behind the content. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980, the first day the format knows. */
const DATE = 0x0021;

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** The archive in parts; throws RangeError where it grows beyond 4 GiB, which the format cannot tell. */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const header = localHeader(Buffer.from(name));
    yield header;
    const told = { crc: 0, size: 0 };
    const deflate = createDeflateRaw();
    // A broken source breaks the compressor, and so whoever reads from it.
    pipeline(Readable.from(measured(content, told)), deflate, () => undefined);
    let packed = 0;
    for await (const part of deflate as AsyncIterable<Buffer>) {
      packed += part.length;
      yield part;
    }
    const descriptor = numbers([4, 0x0807_4b50], [4, told.crc], [4, packed], [4, told.size]);
    yield descriptor;
    written.push({ name: Buffer.from(name), offset, crc: told.crc, packed, size: told.size });
    offset += header.length + packed + descriptor.length;
    if (offset > LARGEST_BYTES || told.size > LARGEST_BYTES)
      throw new RangeError('The archive exceeds 4 GiB');
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  const count = written.length;
  yield numbers([4, 0x0605_4b50], [4, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0]);
}

async function* measured(
  content: ZipEntry['content'],
  told: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text);
    told.crc = crc32(bytes, told.crc);
    told.size += bytes.length;
    yield bytes;
  }
}

function localHeader(name: Buffer): Buffer {
  const about = numbers([4, 0x0403_4b50], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE]);
  return Buffer.concat([about, numbers([4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]), name]);
}

function directoryEntry({ name, offset, crc, packed, size }: Written): Buffer {
  const versions = numbers([4, 0x0201_4b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATED]);
  const sizes = numbers([2, 0], [2, DATE], [4, crc], [4, packed], [4, size], [2, name.length]);
  const place = numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return Buffer.concat([versions, sizes, place, name]);
}

/** Little-endian numbers one after the other, each with its width in bytes. */
function numbers(...list: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(list.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of list) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}
