// Files as honest and as hostile senders hand them in, made byte by byte.
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');

/** A PDF with these words in it. */
export const pdf = (words: string | Buffer = '停电三次'): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(words), Buffer.from('\ntrailer\n%%EOF\n')]);

/** A PNG with so many bytes within, and with what stands behind its end. */
export const png = (inside: Buffer = Buffer.alloc(20), behind: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), inside, PNG_END, behind]);

/** A JPEG. */
export const jpg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

/** A program of Windows. */
export const exe = (): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 1)]);

/** A compound file in which a stream of that name stands. */
export const compound = (stream: string): Buffer => {
  const file = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  Buffer.from(`${stream}\0`, 'utf16le').copy(file, 1024);
  return file;
};

/** An archive of these parts; `claims` is the size a part says that it unpacks to. */
export function archive(parts: Readonly<Record<string, Buffer>>, claims?: number): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed]);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(offset, 12);
    const made = Buffer.from([20, 0]);
    directory.push(
      Buffer.concat([Buffer.from('504b0102', 'hex'), made, head, entry.subarray(2), Buffer.from(name)]),
    );
    written.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...written, listed, Buffer.from('504b0506', 'hex'), end]);
}

/** A document of a word processor, with what else stands in it. */
export const docx = (more: Readonly<Record<string, Buffer>> = {}, claims?: number): Buffer =>
  archive(
    { '[Content_Types].xml': Buffer.from('<Types/>'), 'word/document.xml': Buffer.from('<w/>'), ...more },
    claims,
  );

/** SHA-256, hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
