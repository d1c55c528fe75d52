// Reading a push 推送: a platform says the same things in other places and other codes, and its mapping says
// where and which (IN-1, YC-3). What a mapping does not know is not guessed at: a code without a meaning is
// told by field, so that a person can give it one.
import type { FieldSource, PlatformMapping } from '#policy/platform-mapping';
import type { CodedField, Unmapped } from './appeal';
import type { RawSubmission } from './submission';

type Body = Readonly<Record<string, unknown>>;

/** A push as its mapping reads it. */
export interface ReadPush {
  /** Its fields are as they arrived and still to be read; only codes were understood. */
  readonly raw: RawSubmission;
  /** Codes the mapping has no meaning for, their beginning. */
  readonly unmapped: Unmapped;
}

/** More of a code than this is told to nobody. */
const CODE_SHOWN = 40;

/** Reads a push. */
export function readPush(body: Body, mapping: PlatformMapping): ReadPush {
  const { fields, door } = mapping;
  const unmapped: Partial<Record<CodedField, string>> = {};
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
    unmapped[field] = typeof value === 'object' ? '?' : String(value).slice(0, CODE_SHOWN);
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
  return { raw, unmapped };
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
