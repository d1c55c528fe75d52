// What a file is, told from its bytes and never from what its sender calls it: a closed list of kinds that
// people hand in, each with what it begins with, what it must end in, and the endings its name may have.
// Nothing that a desk's computer would run is among them, nor archives, whose content nobody would have seen.
//
// A table of our own: the library for this (file-type) is loadable by `require` only up to 16.5, which is no
// longer looked after, and knows three hundred kinds where ten are allowed. Marks are those of the formats'
// own documents: PDF ISO 32000-1 7.5, PNG 5.2 and 11.2.5, JPEG T.81 B.1, WebP container, HEIF ISO 23008-12,
// [MS-CFB] 2.2.
import { ok, type Result, refuse } from '#kernel/result';

/** Kinds of files that may be handed in. */
export const FILE_KINDS = ['pdf', 'jpg', 'png', 'webp', 'heic', 'docx', 'xlsx', 'doc', 'xls'] as const;
/** One of them. */
export type FileKind = (typeof FILE_KINDS)[number];

/** `archive` is a ZIP: which kind it is, its parts tell. */
export type SniffedKind = FileKind | 'archive';

interface KindRow {
  readonly mediaType: string;
  /** Endings of names, in lower case. */
  readonly endings: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What each kind is called. */
export const KIND_ROWS: Readonly<Record<FileKind, KindRow>> = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  heic: { mediaType: 'image/heic', endings: ['heic', 'heif'] },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'] },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'] },
  doc: { mediaType: 'application/msword', endings: ['doc'] },
  xls: { mediaType: 'application/vnd.ms-excel', endings: ['xls'] },
};

/** Why a file is none of them: of no kind that is allowed, or of one and not whole. */
export type KindProblem = 'FILE_TYPE_NOT_ALLOWED' | 'FILE_DAMAGED';

interface Mark {
  readonly kind: SniffedKind;
  readonly begins: (file: Buffer) => boolean;
  readonly whole: (file: Buffer) => boolean;
}

const PNG_BEGIN = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');
const JPEG_BEGIN = Buffer.from('ffd8ff', 'hex');
const JPEG_END = Buffer.from('ffd9', 'hex');
const ZIP_BEGIN = Buffer.from('504b0304', 'hex');
const COMPOUND_BEGIN = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Names of streams in a compound file, UTF-16LE. */
const WORD = Buffer.from('WordDocument', 'utf16le');
const BOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(`${name}\0`, 'utf16le'));
const HEIF_BRANDS = ['heic', 'heix', 'mif1', 'msf1', 'heim', 'heis'];
/** Readers of PDF look for the end mark in the last kilobyte (ISO 32000-1, annex H, note 18). */
const PDF_TAIL = 1024;
const SECTOR = 512;

const MARKS: readonly Mark[] = [
  {
    kind: 'pdf',
    begins: (file) => text(file, 0, 5) === '%PDF-',
    whole: (file) => file.subarray(-PDF_TAIL).includes('%%EOF'),
  },
  // Nothing may stand behind the end of a PNG; behind that of a JPEG cameras put things of their own.
  {
    kind: 'png',
    begins: (file) => beginsWith(file, PNG_BEGIN),
    whole: (file) => file.subarray(-PNG_END.length).equals(PNG_END),
  },
  {
    kind: 'jpg',
    begins: (file) => beginsWith(file, JPEG_BEGIN),
    whole: (file) => file.lastIndexOf(JPEG_END) > JPEG_BEGIN.length,
  },
  {
    kind: 'webp',
    begins: (file) => text(file, 0, 4) === 'RIFF' && text(file, 8, 12) === 'WEBP',
    whole: (file) => file.length >= 16 && file.readUInt32LE(4) + 8 === file.length,
  },
  {
    kind: 'heic',
    begins: (file) => text(file, 4, 8) === 'ftyp' && HEIF_BRANDS.includes(text(file, 8, 12)),
    whole: boxesFill,
  },
  { kind: 'archive', begins: (file) => beginsWith(file, ZIP_BEGIN), whole: () => true },
  { kind: 'doc', begins: (file) => isCompound(file) && file.includes(WORD), whole: wholeSectors },
  {
    kind: 'xls',
    begins: (file) => isCompound(file) && BOOKS.some((name) => file.includes(name)),
    whole: wholeSectors,
  },
];

/** Which kind a file is by its bytes. */
export function kindOf(file: Buffer): Result<SniffedKind, KindProblem> {
  const found = MARKS.find(({ begins }) => begins(file));
  if (!found)
    return refuse(isCompound(file) && !wholeSectors(file) ? 'FILE_DAMAGED' : 'FILE_TYPE_NOT_ALLOWED');
  return found.whole(file) ? ok(found.kind) : refuse('FILE_DAMAGED');
}

/** Which kind an archive is by the names of its parts (ECMA-376 part 2); one with macros is none of ours. */
export function kindOfArchive(has: (part: string) => boolean): Result<FileKind, KindProblem> {
  const office = has('[Content_Types].xml') && !has('word/vbaProject.bin') && !has('xl/vbaProject.bin');
  if (office && has('word/document.xml')) return ok('docx');
  return office && has('xl/workbook.xml') ? ok('xlsx') : refuse('FILE_TYPE_NOT_ALLOWED');
}

function beginsWith(file: Buffer, mark: Buffer): boolean {
  return file.subarray(0, mark.length).equals(mark);
}

function text(file: Buffer, from: number, to: number): string {
  return file.toString('latin1', from, to);
}

function isCompound(file: Buffer): boolean {
  return beginsWith(file, COMPOUND_BEGIN);
}

/** Header, one table and one directory at the least. */
function wholeSectors(file: Buffer): boolean {
  return file.length % SECTOR === 0 && file.length >= 3 * SECTOR;
}

/** The boxes follow one another to the very end (ISO 14496-12 4.2). */
function boxesFill(file: Buffer): boolean {
  let at = 0;
  while (at + 8 <= file.length) {
    const size = file.readUInt32BE(at);
    const length = size === 1 && at + 16 <= file.length ? Number(file.readBigUInt64BE(at + 8)) : size;
    if (size === 0) return true;
    if (length < 8) return false;
    at += length;
  }
  return at === file.length;
}
