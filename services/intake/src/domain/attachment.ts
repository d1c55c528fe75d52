// Attachments 附件 of an appeal are named by it, not carried: a file that was handed in here by its id, or a
// link to where a platform keeps it, with what it is. The lists are narrow so that nobody at a desk is ever
// handed a program to open; a link is never followed by us.
import { ok, type Result } from '#kernel/result';
import { type FieldProblem, problem, readText } from './plain-text';

/** A file that belongs to an appeal. */
export interface Attachment {
  /**
   * A file that lies here (stored-file.ts): the rest is then what we know of it. Empty or absent for a link.
   */
  readonly fileId?: string;
  /** SHA-256 of a file that lies here, hexadecimal. */
  readonly digest?: string;
  readonly name: string;
  /** Of a link; empty for a file that lies here. */
  readonly url: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Which file of the problem template it is; empty for any other. */
  readonly purpose: string;
}

/** Most files of one submission. */
const MAX_ATTACHMENTS = 10;
/** Largest file: 50 MB. */
const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024;

/** What may be attached. */
const MEDIA_TYPES: readonly string[] = [
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/jpeg',
  'image/png',
  'text/plain',
  'audio/mpeg',
  'video/mp4',
];

/** Reads the files of a form; every problem is named. */
export function readAttachments(value: unknown): Result<readonly Attachment[], readonly FieldProblem[]> {
  if (!Array.isArray(value)) return { ok: false, error: [problem('NOT_A_LIST', 'attachments').error] };
  if (value.length > MAX_ATTACHMENTS) {
    const tooMany = problem('TOO_MANY_ATTACHMENTS', 'attachments', { max: String(MAX_ATTACHMENTS) });
    return { ok: false, error: [tooMany.error] };
  }
  const read = value.map((one, index) => readAttachment(one as Partial<Attachment>, `attachments[${index}]`));
  const problems = read.flatMap((one) => (one.ok ? [] : [one.error]));
  if (problems.length > 0) return { ok: false, error: problems };
  return ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

function readAttachment(file: Partial<Attachment> | null, field: string): Result<Attachment, FieldProblem> {
  const { fileId } = file ?? {};
  return fileId === undefined || fileId === '' ? readLink(file, field) : readOwn(file, field);
}

/** What else is said of a file that lies here is not read: we know it. */
function readOwn(file: Partial<Attachment> | null, field: string): Result<Attachment, FieldProblem> {
  const fileId = file?.fileId;
  if (typeof fileId !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId))
    return problem('FILE_UNKNOWN', `${field}.fileId`);
  const purpose = readText(file?.purpose, `${field}.purpose`, { min: 0, max: 60, line: true });
  return purpose.ok
    ? ok({ fileId, name: '', url: '', mediaType: '', size: 0, purpose: purpose.value })
    : purpose;
}

function readLink(file: Partial<Attachment> | null, field: string): Result<Attachment, FieldProblem> {
  const name = readText(file?.name, `${field}.name`, { min: 1, max: 200, line: true });
  if (!name.ok) return name;
  const url = readText(file?.url, `${field}.url`, { min: 1, max: 1000, line: true });
  if (!url.ok) return url;
  if (!/^https?:\/\/[^\s/?#]+/i.test(url.value) || !URL.canParse(url.value))
    return problem('URL_WRONG', `${field}.url`);
  const mediaType = file?.mediaType;
  if (typeof mediaType !== 'string' || !MEDIA_TYPES.includes(mediaType))
    return problem('MEDIA_TYPE_NOT_ALLOWED', `${field}.mediaType`);
  const size = file?.size;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > MAX_ATTACHMENT_BYTES)
    return problem('ATTACHMENT_SIZE', `${field}.size`, { max: String(MAX_ATTACHMENT_BYTES) });
  const purpose = readText(file?.purpose, `${field}.purpose`, { min: 0, max: 60, line: true });
  if (!purpose.ok) return purpose;
  return ok({ name: name.value, url: url.value, mediaType, size, purpose: purpose.value });
}
