// A submission 提交 is what an enterprise says at a door, read into a value every rule can rest on (IN-1,
// IN-3, IN-4). Reading is generous where nothing is lost (blanks, letter case, full-width letters of a
// code) and exact where something would be: what cannot be understood is named field by field, all at once.
import { ok, type Result } from '#kernel/result';
import { creditCodeProblem } from '#policy/credit-code';
import { type Attachment, readAttachments } from './attachment';
import { type FieldProblem, problem, readText, type TextBounds } from './plain-text';

/** Tags 标签 an enterprise may give itself; what the register says stands above them (IN-6). */
/** Tags 标签 an enterprise may carry. */
export const ENTERPRISE_TAGS: readonly string[] = [
  'above-scale',
  'key-enterprise',
  'key-project',
  'sme',
  'individual',
  'high-tech',
  'srdi',
  'foreign-invested',
  'export',
  'startup',
  'listed-reserve',
];

/** A submission that was understood. */
export interface Submission {
  readonly channel: string;
  readonly sourceNumber: string;
  readonly kind: string;
  readonly topic: string;
  readonly title: string;
  readonly content: string;
  readonly enterpriseName: string;
  /** Upper case without blanks; empty when none was given. May still be no valid code: the door decides. */
  readonly uscc: string;
  readonly region: string;
  readonly tags: readonly string[];
  readonly contactName: string;
  /** E.164. */
  readonly contactPhone: string;
  readonly attachments: readonly Attachment[];
  /** Id of the problem template that was chosen; empty for none. */
  readonly template: string;
  /** What was filled in for the template's fields, as it arrived. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** Nobody who works on it is to learn who the enterprise is (HD-10); absent where it did not ask. */
  readonly protect?: true;
}

/** A submission as it arrives; nothing about its types is believed. */
export type RawSubmission = Readonly<Record<string, unknown>>;

/** Closed lists and the phone reader a submission is read with. */
export interface SubmissionLists {
  readonly channels: readonly string[];
  readonly kinds: readonly string[];
  readonly topics: readonly string[];
  readonly regions: readonly string[];
  /** The number in E.164, or undefined when no such number can be dialled. */
  readonly phone: (text: string) => string | undefined;
}

const LINE = { line: true } as const;
const BOUNDS = {
  sourceNumber: { min: 1, max: 100, ...LINE },
  title: { min: 2, max: 100, ...LINE },
  content: { min: 5, max: 5000 },
  name: { min: 2, max: 100, ...LINE },
  person: { min: 1, max: 50, ...LINE },
  phone: { min: 1, max: 30, ...LINE },
  uscc: { min: 0, max: 40, ...LINE },
  code: { min: 0, max: 60, ...LINE },
} as const satisfies Record<string, TextBounds>;

/** Reads a submission; the problems are all there are, in the order of the form. */
export function readSubmission(
  raw: RawSubmission,
  lists: SubmissionLists,
): Result<Submission, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const take = <T>(read: Result<T, FieldProblem>, otherwise: T): T => {
    if (read.ok) return read.value;
    problems.push(read.error);
    return otherwise;
  };
  const text = (value: unknown, field: string, bounds: TextBounds) =>
    take(readText(value, field, bounds), '');
  const enterprise = (raw['enterprise'] ?? {}) as RawSubmission;
  const contact = (raw['contact'] ?? {}) as RawSubmission;
  const submission = {
    channel: take(oneOf(raw['channel'], 'channel', lists.channels, 'CHANNEL_UNKNOWN'), ''),
    sourceNumber: text(raw['sourceNumber'], 'sourceNumber', BOUNDS.sourceNumber),
    kind: take(oneOf(raw['kind'], 'kind', ['', ...lists.kinds], 'KIND_UNKNOWN'), ''),
    topic: take(oneOf(raw['topic'], 'topic', ['', ...lists.topics], 'TOPIC_UNKNOWN'), ''),
    title: text(raw['title'], 'title', BOUNDS.title),
    content: text(raw['content'], 'content', BOUNDS.content),
    enterpriseName: text(enterprise['name'], 'enterprise.name', BOUNDS.name),
    uscc: writtenCode(text(enterprise['uscc'], 'enterprise.uscc', BOUNDS.uscc)),
    region: take(oneOf(enterprise['region'], 'enterprise.region', lists.regions, 'REGION_UNKNOWN'), ''),
    tags: take(readTags(enterprise['tags'] ?? []), []),
    contactName: text(contact['name'], 'contact.name', BOUNDS.person),
    contactPhone: take(readPhone(contact['phone'], lists.phone), ''),
    template: text(raw['template'], 'template', BOUNDS.code),
    filled: take(readFilled(raw['fields'] ?? {}), {}),
  };
  const attachments = readAttachments(raw['attachments'] ?? []);
  if (!attachments.ok) problems.push(...attachments.error);
  if (problems.length > 0 || !attachments.ok) return { ok: false, error: problems };
  const protect = raw['protect'] === true && { protect: true as const };
  return ok({ ...submission, attachments: attachments.value, ...protect });
}

/**
 * Door and number alone, read as in a whole submission: an appeal is found again by them whatever else was
 * sent, and even if the door has been closed since.
 */
export function readSource({
  channel,
  sourceNumber,
}: RawSubmission): Pick<Submission, 'channel' | 'sourceNumber'> | undefined {
  const number = readText(sourceNumber, 'sourceNumber', BOUNDS.sourceNumber);
  if (typeof channel !== 'string' || !number.ok) return undefined;
  return { channel: channel.trim(), sourceNumber: number.value };
}

/** What the code of a submission is worth before the register was asked. */
export function codeClaim(uscc: string): 'absent' | 'malformed' | 'well-formed' {
  if (uscc === '') return 'absent';
  return creditCodeProblem(uscc) === null ? 'well-formed' : 'malformed';
}

/**
 * True for an enterprise that cannot have a code yet (SX 四-2): the matter is its establishment, or it calls
 * itself a start-up 初创.
 */
export function isBeingFounded({ topic, tags }: Pick<Submission, 'topic' | 'tags'>): boolean {
  return topic === 'establish' || tags.includes('startup');
}

/**
 * True when the code's division digits lie in the jurisdiction, so that our register must know the
 * enterprise.
 */
export function isHomeCode(uscc: string, regionPrefixes: readonly string[]): boolean {
  return regionPrefixes.some((prefix) => uscc.slice(2, 8).startsWith(prefix));
}

/**
 * What speaks against a code at a door that refuses wrong ones (IN-4), undefined for nothing. A well-formed
 * code of another city is let in: our register cannot know it, a person decides (decision 0003).
 */
export function doorProblem(
  submission: Pick<Submission, 'uscc' | 'topic' | 'tags'>,
  known: { readonly registered: boolean; readonly regionPrefixes: readonly string[] },
): FieldProblem | undefined {
  const field = 'enterprise.uscc';
  switch (codeClaim(submission.uscc)) {
    case 'absent':
      return isBeingFounded(submission) ? undefined : problem('USCC_MISSING', field).error;
    case 'malformed': {
      const found = creditCodeProblem(submission.uscc);
      return problem(String(found?.code).replace(/-/g, '_').toUpperCase(), field, { ...found?.params }).error;
    }
    case 'well-formed': {
      const unknown = !known.registered && isHomeCode(submission.uscc, known.regionPrefixes);
      return unknown ? problem('USCC_UNKNOWN', field).error : undefined;
    }
  }
}

function oneOf(
  value: unknown,
  field: string,
  list: readonly string[],
  code: string,
): Result<string, FieldProblem> {
  if (value !== undefined && typeof value !== 'string')
    return problem('NOT_TEXT', field, { type: typeof value });
  const text = (value ?? '').trim();
  if (list.includes(text)) return ok(text);
  return text === '' ? problem('FIELD_MISSING', field) : problem(code, field, { value: text.slice(0, 40) });
}

function readTags(value: unknown): Result<readonly string[], FieldProblem> {
  if (!Array.isArray(value)) return problem('NOT_A_LIST', 'enterprise.tags');
  const strange = value.find((tag) => !ENTERPRISE_TAGS.includes(tag as string));
  if (strange !== undefined)
    return problem('TAG_UNKNOWN', 'enterprise.tags', { value: String(strange).slice(0, 40) });
  return ok([...new Set(value as string[])]);
}

function readFilled(value: unknown): Result<Readonly<Record<string, unknown>>, FieldProblem> {
  const named = typeof value === 'object' && value !== null && !Array.isArray(value);
  return named ? ok(value as Record<string, unknown>) : problem('NOT_NAMED_FIELDS', 'fields');
}

function readPhone(value: unknown, phone: SubmissionLists['phone']): Result<string, FieldProblem> {
  const text = readText(value, 'contact.phone', BOUNDS.phone);
  if (!text.ok) return text;
  const number = phone(text.value.normalize('NFKC'));
  return number === undefined ? problem('PHONE_WRONG', 'contact.phone') : ok(number);
}

function writtenCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
