// What each clause of an answer does: it gives a result, or it thanks, promises without a date, sends the
// enterprise elsewhere, asks it to apply again, reports a telephone call, recites general policy, or says the
// appeal's own words again (答非所问, HD-3). One stock phrase proves nothing, a sound answer is polite too;
// what counts is how much of the text is left when these are taken away.
import { characterGrams, normalise } from '#text/words';
import { CLAUSE_WORDS, type ClauseKind, OUTCOME, WHEN } from './clause-words';

/** One clause, normalised, with its kind. */
export interface Clause {
  readonly text: string;
  readonly kind: ClauseKind;
}

const BOUNDARY = /[。！？；，：!?;,:①②③④⑤⑥]/u;
/** From this share of its three-character runs on, a clause that reports nothing is the appeal's own. */
const COPIED_FROM = 0.5;
const FEWEST_RUNS = 3;

/** The clauses of the answer with their kinds; `appeal` is title and content. */
export function judgeClauses(appeal: string, answer: string): Clause[] {
  const appealRuns = new Set(characterGrams(appeal, 3, 3));
  return answer
    .split(BOUNDARY)
    .map((clause) => normalise(clause).trim())
    .filter((clause) => clause !== '')
    .map((text) => ({ text, kind: kindOf(text, appealRuns) }));
}

function kindOf(clause: string, appealRuns: ReadonlySet<string>): ClauseKind {
  const reports = OUTCOME.test(clause);
  if (!reports && isCopied(clause, appealRuns)) return 'copied';
  for (const [kind, words] of CLAUSE_WORDS) {
    if (!words.test(clause)) continue;
    // A promise with its date is a commitment, and a report may speak of rules, wishes and papers.
    if (kind === 'vague' && WHEN.test(clause)) continue;
    if (reports && (kind === 'recital' || kind === 'vague' || kind === 'reapply')) continue;
    return kind;
  }
  return 'result';
}

function isCopied(clause: string, appealRuns: ReadonlySet<string>): boolean {
  const runs = characterGrams(clause, 3, 3);
  if (runs.length < FEWEST_RUNS) return false;
  return runs.filter((run) => appealRuns.has(run)).length >= COPIED_FROM * runs.length;
}
