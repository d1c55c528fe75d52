// What of a pack decides how an appeal is counted. It is read once, from the pack the appeal was admitted
// under, and stands with the facts from then on: a new pack changes no figure of an old appeal.
import { natureOf } from '#policy/kinds';
import type { Pack } from '#policy/pack';

/** How the pack counts an appeal of a kind. */
export interface CountingTerms {
  /** What the kind is to the product; empty where nobody knows it. */
  readonly nature: string;
  /** False for suggestions: answered, but outside completion and satisfaction (IN-10). */
  readonly counted: boolean;
  /** Whether an unrated appeal stands in the denominator of the official satisfaction. */
  readonly unratedInDenominator: boolean;
  /** Clocks whose being in time is what the on-time rate counts. */
  readonly completionClocks: readonly string[];
}

/** Moments that end a unit's clock without an answer having been given. */
const ENDS_WITHOUT_ANSWER: readonly string[] = [
  'recalled',
  'objection-ruled',
  'reopened',
  'closed',
  'withdrawn',
];

/** The terms of a kind; one that the pack does not know is not counted. */
export function termsOf(pack: Pack, kind: string): CountingTerms {
  return {
    nature: natureOf(pack, kind),
    counted: pack.kinds.find(({ id }) => id === kind)?.counted ?? false,
    unratedInDenominator: pack.rating.unratedInDenominator,
    completionClocks: pack.clocks.filter(isCompletionClock).map(({ id }) => id),
  };
}

/** A unit's clock that nothing but completion fulfils. */
function isCompletionClock({ appliesTo, stops }: Pack['clocks'][number]): boolean {
  const fulfilling = stops.filter((moment) => !ENDS_WITHOUT_ANSWER.includes(moment));
  return appliesTo === 'unit' && fulfilling.length === 1 && fulfilling[0] === 'completed';
}
