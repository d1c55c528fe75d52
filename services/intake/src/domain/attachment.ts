// Attachments 附件 are named, not carried: a link to where the file lies, with what it is. The lists are
// narrow so that nobody at a desk is ever handed a program to open.
import { ok, type Result } from '#kernel/result';
import { type FieldProblem, problem, readText } from './plain-text';

/** A file that belongs to an appeal. */
export interface Attachment {
  readonly name: string;
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
