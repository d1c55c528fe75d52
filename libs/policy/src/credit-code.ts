// The unified social credit code 统一社会信用代码 of GB 32100-2015: 18 characters of which the last checks the
// others. It is the identity of an enterprise at every door (IN-4).

/** Why a text is no credit code; the text for people stands in the door's table. */
export interface CreditCodeProblem {
  readonly code: 'uscc-not-text' | 'uscc-length' | 'uscc-alphabet' | 'uscc-division' | 'uscc-check-digit';
  readonly field: 'uscc';
  readonly params: Readonly<Record<string, string>>;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^i mod 31 for the seventeen characters before the check character. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** null for a valid code (upper case, no blanks), else the first thing that is wrong with it. */
export function creditCodeProblem(text: unknown): CreditCodeProblem | null {
  if (typeof text !== 'string') return problem('uscc-not-text', { type: typeof text });
  if (text.length !== 18) return problem('uscc-length', { length: String(text.length) });
  const strange = [...text].find((character) => !ALPHABET.includes(character));
  if (strange !== undefined) return problem('uscc-alphabet', { character: strange });
  if (!/^\d{6}$/.test(text.slice(2, 8))) return problem('uscc-division', { division: text.slice(2, 8) });
  if (checkCharacter(text.slice(0, 17)) !== text[17]) return problem('uscc-check-digit', {});
  return null;
}

/** The check character of the first seventeen characters of a code. */
export function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + ALPHABET.indexOf(body[i] ?? '0') * weight, 0);
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}

function problem(code: CreditCodeProblem['code'], params: Record<string, string>): CreditCodeProblem {
  return { code, field: 'uscc', params };
}
