// Reading a push 推送: a platform says the same things in other places and other codes, and its mapping says
// where and which (IN-1, YC-3). What a mapping does not know is not guessed at: a code without a meaning is
// told by name, so that a person can give it one.
import { ok, type Result } from '#kernel/result';
import type { FieldSource, PlatformMapping } from '#policy/platform-mapping';
import type { FieldProblem } from './plain-text';
import type { RawSubmission } from './submission';

type Body = Readonly<Record<string, unknown>>;
type CodedField = keyof PlatformMapping['codes'];

/** Where a submission's fields stand in its form, so that problems are told in our own words. */
const PATHS: Readonly<Record<CodedField, string>> = {
  kind: 'kind',
  topic: 'topic',
  region: 'enterprise.region',
};

/**
 * The submission in a push. Its fields are as they arrived and still to be read; only codes were understood.
 * Refused with `CODE_UNMAPPED` for every code the mapping has no meaning for.
 */
export function readPush(
  body: Body,
  mapping: PlatformMapping,
): Result<RawSubmission, readonly FieldProblem[]> {
  const { fields, door } = mapping;
  const problems: FieldProblem[] = [];
  const taken = (field: keyof typeof fields): unknown => {
    const source = fields[field];
    return source === undefined ? undefined : valueAt(body, source);
  };
  const coded = (field: CodedField): unknown => {
    const source = fields[field];
    const value = taken(field);
    const table = mapping.codes[field];
    if (table === undefined || value === undefined || value === '' || typeof source === 'object')
      return value;
    const meaning = Object.hasOwn(table, String(value)) ? table[String(value)] : undefined;
    if (meaning !== undefined) return meaning;
    const params = { value: String(value).slice(0, 40) };
    problems.push({ code: 'CODE_UNMAPPED', field: PATHS[field], params });
    return undefined;
  };
  const raw = {
    ...{ channel: door, sourceNumber: plain(taken('sourceNumber')) },
    ...{ title: taken('title'), content: taken('content') },
    ...{ kind: coded('kind'), topic: coded('topic') },
    enterprise: { name: taken('enterpriseName'), uscc: taken('uscc') ?? '', region: coded('region') },
    contact: { name: taken('contactName'), phone: plain(taken('contactPhone')) },
    attachments: filesIn(body, mapping),
  };
  return problems.length > 0 ? { ok: false, error: problems } : ok(raw);
}

function valueAt(body: Body, source: FieldSource): unknown {
  if (typeof source === 'string') return at(body, source);
  if ('fixed' in source) return source.fixed;
  const text = at(body, source.beginningOf);
  return typeof text === 'string' ? beginningOf(text, source.characters) : text;
}

/** The first line, cut at a whole character; nothing stands in the title that is not in the content. */
function beginningOf(text: string, characters: number): string {
  const [line = ''] = text.trim().split(/[\r\n]/);
  return [...line].slice(0, characters).join('');
}

function at(body: Body, place: string): unknown {
  return place.split('.').reduce<unknown>((inside, name) => {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, name)) return undefined;
    return (inside as Body)[name];
  }, body);
}

/** Numbers of orders and telephones come as numbers from some; they are names, not quantities. */
function plain(value: unknown): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
}

function filesIn(body: Body, { files }: PlatformMapping): unknown {
  if (files === undefined) return [];
  const list = at(body, files.list);
  if (!Array.isArray(list)) return list ?? [];
  return list.map((file: unknown) => {
    const named = typeof file === 'object' && file !== null ? (file as Body) : {};
    const { name, url, mediaType, size } = files;
    return {
      ...{ name: named[name], url: named[url], mediaType: named[mediaType] },
      ...{ size: Number(named[size]), purpose: '' },
    };
  });
}
