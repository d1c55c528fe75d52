// Characters nobody can see: controls, zero-width and direction marks, halves of a surrogate pair, letters
// that are drawn as nothing. They make two equal-looking texts differ, hide words from whoever reads and
// screens them, let an empty answer pass for one, and never come from a keyboard. Line ends and tabs are
// seen, by where the rest stands; selectors of a variant are seen in the character before them.

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u;

/** The first character of `text` that nobody can see; undefined when there is none. */
export function unseenCharacter(text: string): string | undefined {
  return UNSEEN.exec(text.replace(/[\r\n\t]/g, ' '))?.[0];
}
