// Calendars, packs and profiles are files written by people. What is wrong with one is told the way a
// colleague would: which file, which line, what is wrong, what to do. This is the one place where a text
// becomes checked data; YAML and JSON are read by the same parser because only that one knows the lines.
import { LineCounter, parseDocument } from 'yaml';
import type { ZodType, z } from 'zod';
import { ok, type Result, refuse } from '#kernel/result';

/** A file's text with the path to quote in problems. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** One thing wrong with a file. `line` counts from 1; 0 means the file as a whole. */
export interface FileProblem {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  /** Counts from 1; absent where only the line is known. */
  readonly column?: number;
  /** Where in the data, e.g. `clocks.2.rule`; empty for the whole. */
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A place in a file, both counted from 1. */
interface Place {
  readonly line: number;
  readonly column?: number;
}

/** A file taken apart: its data, and where each part of it stands. */
export interface Parsed {
  readonly file: string;
  readonly data: unknown;
  lineOf(path: Path): number;
  placeOf(path: Path): Place;
}

/** A checked file. */
export interface Checked<T> extends Omit<Parsed, 'data'> {
  readonly value: T;
}

/** The setting of a line whose colon was typed with a Chinese keyboard, the commonest slip. */
function fullWidthColon(line: string): string | undefined {
  return /^\s*(?:- )?(?:\{ *)?([\w-]+)：/.exec(line)?.[1];
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Problems told of one file; more would only hide the first. */
const MOST_PROBLEMS = 20;

/** Takes a YAML or JSON text apart. */
export function parseSource(source: SourceText): Result<Parsed, readonly FileProblem[]> {
  const broken = source.file.endsWith('.json') ? jsonProblem(source) : null;
  if (broken !== null) return refuse([broken]);
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return refuse(
      document.errors.slice(0, MOST_PROBLEMS).map((error) => {
        const place = placeAt(lines, error.pos[0]);
        const code = error.code === 'DUPLICATE_KEY' ? 'duplicate-setting' : 'not-readable';
        const setting = fullWidthColon(source.text.split('\n')[place.line - 1] ?? '');
        const said =
          setting === undefined
            ? { code, params: { detail: error.message } }
            : { code: 'full-width-colon', params: { setting } };
        return { ...said, file: source.file, ...place, field: '' };
      }),
    );
  }
  const placeOf = (path: Path): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range?.[0] !== undefined) return placeAt(lines, node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const lineOf = (path: Path): number => placeOf(path).line;
  return ok({ file: source.file, data: document.toJS() as unknown, lineOf, placeOf });
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col: column } = lines.linePos(offset);
  return { line, column };
}

/** Checks the data of a file against a schema; every issue becomes a problem with its line. */
export function checkSource<T>(
  parsed: Parsed,
  schema: ZodType<T>,
): Result<Checked<T>, readonly FileProblem[]> {
  const result = schema.safeParse(parsed.data);
  if (result.success)
    return ok({ file: parsed.file, value: result.data, lineOf: parsed.lineOf, placeOf: parsed.placeOf });
  return refuse(
    result.error.issues.slice(0, MOST_PROBLEMS).map((issue) => fileProblem(parsed, issue, issue.path)),
  );
}

/** Reads and checks a YAML or JSON file in one step. */
export function readSource<T>(
  source: SourceText,
  schema: ZodType<T>,
): Result<Checked<T>, readonly FileProblem[]> {
  const parsed = parseSource(source);
  return parsed.ok ? checkSource(parsed.value, schema) : parsed;
}

/** Reads a file of one JSON object per line; a bad row is told with its line and does not hide the others. */
export function readRows<T>(
  source: SourceText,
  schema: ZodType<T>,
): Result<readonly Checked<T>[], readonly FileProblem[]> {
  const rows: Checked<T>[] = [];
  const problems: FileProblem[] = [];
  source.text.split(/\r?\n/).forEach((text, i) => {
    if (text.trim() === '') return;
    const row = readRow({ file: source.file, text }, i + 1, schema);
    if (row.ok) rows.push(row.value);
    else problems.push(...row.error);
  });
  return problems.length === 0 ? ok(rows) : refuse(problems.slice(0, MOST_PROBLEMS));
}

function readRow<T>(
  source: SourceText,
  line: number,
  schema: ZodType<T>,
): Result<Checked<T>, readonly FileProblem[]> {
  try {
    const data: unknown = JSON.parse(source.text);
    return checkSource({ file: source.file, data, lineOf: () => line, placeOf: () => ({ line }) }, schema);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refuse([{ code: 'not-readable', file: source.file, line, field: '', params: { detail } }]);
  }
}

/** JSON is stricter than YAML, and its own parser points at the character where a comma is missing. */
function jsonProblem(source: SourceText): FileProblem | null {
  try {
    JSON.parse(source.text);
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(detail)?.[1] ?? String(source.text.length);
    const line = source.text.slice(0, Number(position)).split('\n').length;
    return { code: 'not-readable', file: source.file, line, field: '', params: { detail } };
  }
}

function fileProblem(parsed: Parsed, issue: Issue, path: Path): FileProblem {
  const at = { file: parsed.file, ...parsed.placeOf(path), field: path.map(String).join('.') };
  const value = valueAt(parsed.data, path);
  const shown = show(value);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const below = [...path, key];
    return {
      ...at,
      ...parsed.placeOf(below),
      code: 'unknown-setting',
      params: { setting: issue.keys.join(', ') },
    };
  }
  if (value === undefined) return { ...at, code: 'missing-setting', params: {} };
  switch (issue.code) {
    case 'invalid_value':
      return {
        ...at,
        code: 'not-in-list',
        params: { value: shown, allowed: issue.values.map(String).join(' ') },
      };
    case 'invalid_type':
      return { ...at, code: 'wrong-type', params: { value: shown, expected: issue.expected } };
    case 'too_small':
    case 'too_big':
      return { ...at, code: 'out-of-bounds', params: { value: shown, bound: boundOf(issue) } };
    case 'custom':
      return { ...at, code: issue.message, params: { value: shown } };
    case 'invalid_format':
      return { ...at, code: 'wrong-form', params: { value: shown, form: issue.pattern ?? issue.format } };
    default:
      return { ...at, code: 'no-form-fits', params: { value: shown } };
  }
}

function boundOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const sign = issue.code === 'too_small' ? '>' : '<';
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  return `${sign}${issue.inclusive === false ? '' : '='} ${bound}`;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
