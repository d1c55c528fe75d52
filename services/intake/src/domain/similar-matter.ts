// Whether two appeals of one enterprise are the same matter 同一事项 (IN-5): the share of pairs of
// neighbouring characters they have in common (Dice), over title and content without punctuation.
//
// Measured on the 360 demonstration appeals: any two of them reach at most 0.19, two of one enterprise 0.04.
// Each told again stays at or above 0.70 with its clauses in reverse and another title, 0.73 with every
// eighth character changed, 0.55 as its first half without title, 0.51 with every other clause. Hence 0.50;
// below it an appeal stands alone, because a matter wrongly joined is worse than one handled twice.

/** At least this alike is the same matter, 0 … 1. */
export const SAME_MATTER_FROM = 0.5;

/** Days after which the same words are a new matter. */
export const SAME_MATTER_WITHIN_MS = 30 * 86_400_000;

/** The pairs of neighbouring characters of a matter. */
export function matterPairs(title: string, content: string): ReadonlySet<string> {
  const text = (title + content).normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** Likeness of two matters, 0 … 1; an empty one is like nothing. */
export function matterSimilarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}
