// Texts as people send them. What is stored is what was sent: a text is brought to Unicode NFC, line ends
// become \n and blanks around it go, nothing else is changed. Characters nobody can see are refused rather
// than removed.
import { ok, type Result, refuse } from '#kernel/result';
import { unseenCharacter } from '#kernel/unseen-character';

/** What is wrong with a field; the sentence for people stands in libs/contracts/src/sentences/intake.ts. */
export interface FieldProblem {
  readonly code: string;
  /** Path of the field as the public API names it, e.g. `enterprise.name`. */
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Bounds of a text in characters (code points). */
export interface TextBounds {
  readonly min: number;
  readonly max: number;
  /** A single line: line ends and tabs become one blank. */
  readonly line?: boolean;
}

/** Reads one text of a form. */
export function readText(value: unknown, field: string, bounds: TextBounds): Result<string, FieldProblem> {
  if (value === undefined) return bounds.min > 0 ? problem('FIELD_MISSING', field) : ok('');
  if (typeof value !== 'string') return problem('NOT_TEXT', field, { type: typeof value });
  const even = value.normalize('NFC').replace(/\r\n?/g, '\n');
  const text = (bounds.line ? even.replace(/[\n\t ]+/g, ' ') : even).trim();
  const unseen = unseenCharacter(text);
  if (unseen !== undefined) return problem('UNSEEN_CHARACTER', field, { character: codePoint(unseen) });
  const length = [...text].length;
  if (length === 0 && bounds.min > 0) return problem('FIELD_MISSING', field);
  if (length < bounds.min) return problem('TEXT_TOO_SHORT', field, { min: String(bounds.min) });
  if (length > bounds.max)
    return problem('TEXT_TOO_LONG', field, { max: String(bounds.max), length: String(length) });
  return ok(text);
}

/** Refuses a field. */
export function problem(
  code: string,
  field: string,
  params: Record<string, string> = {},
): { readonly ok: false; readonly error: FieldProblem } {
  return refuse({ code, field, params }) as { readonly ok: false; readonly error: FieldProblem };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
