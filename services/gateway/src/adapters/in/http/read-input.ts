// Reads what came into the shape its row demands. Shapes only: whether a text is too long or a code is wrong
// is for the service that owns the matter. What is wrong is told at once, up to a bound, and never what was
// sent.
import type { z } from 'zod';
import { unseenCharacter } from '#kernel/unseen-character';
import type { FieldRefusal } from './route';

/** A value of the right shape, or what is wrong with it. */
export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fields: FieldRefusal[] };

type Issue = z.core.$ZodIssue;

/**
 * Most fields one refusal names; a body of nothing but wrong fields is not answered with more than it had.
 */
const MOST_TOLD = 50;

/** Reads `value` by `schema`; without schema there is nothing to read. */
export function readShape(schema: z.ZodType | undefined, value: unknown): Read {
  if (schema === undefined) return { ok: true, value: {} };
  const read = schema.safeParse(value ?? {});
  if (read.success) return { ok: true, value: read.data };
  const fields = read.error.issues.slice(0, MOST_TOLD).flatMap((issue) => fieldsOf(issue, value));
  return { ok: false, fields: fields.slice(0, MOST_TOLD) };
}

/**
 * Reads the words of a command besides: what nobody can see is neither an answer nor a reason, and is
 * refused by field.
 */
export function readWords(schema: z.ZodType | undefined, value: unknown): Read {
  const read = readShape(schema, value);
  if (!read.ok) return read;
  const fields = unseenIn(read.value, []).slice(0, MOST_TOLD);
  return fields.length > 0 ? { ok: false, fields } : read;
}

function unseenIn(value: unknown, path: readonly PropertyKey[]): FieldRefusal[] {
  if (typeof value === 'string') {
    const field = pathOf(path);
    return unseenCharacter(value) === undefined
      ? []
      : [{ code: 'UNSEEN_CHARACTER', field, params: { field } }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    unseenIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function fieldsOf(issue: Issue, value: unknown): FieldRefusal[] {
  const field = pathOf(issue.path);
  const one = (code: string, params: Record<string, string> = {}): FieldRefusal[] => [
    { code, field, params: { field, ...params } },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_TOLD).map((key) => {
        const name = pathOf([...issue.path, /^[\w-]{1,40}$/.test(key) ? key : '…']);
        return { code: 'FIELD_UNKNOWN', field: name, params: { field: name } };
      });
    case 'invalid_type':
      return one(
        at(value, issue.path) === undefined ? 'FIELD_MISSING' : (TYPE_CODES[issue.expected] ?? 'MALFORMED'),
      );
    case 'invalid_value':
      return one(at(value, issue.path) === undefined ? 'FIELD_MISSING' : 'VALUE_NOT_ALLOWED', {
        allowed: issue.values.map(String).join(', '),
      });
    case 'too_big':
      return issue.origin === 'string'
        ? one('TEXT_TOO_LONG', { max: String(issue.maximum) })
        : one('OUT_OF_RANGE');
    case 'too_small':
      return issue.origin === 'string' ? one('FIELD_MISSING') : one('OUT_OF_RANGE');
    default:
      return one('MALFORMED');
  }
}

const TYPE_CODES: Readonly<Record<string, string>> = {
  string: 'NOT_TEXT',
  number: 'NOT_A_NUMBER',
  int: 'NOT_A_NUMBER',
  boolean: 'NOT_A_BOOLEAN',
  array: 'NOT_A_LIST',
  object: 'NOT_AN_OBJECT',
};

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, part) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, part) : undefined),
    value,
  );
}
