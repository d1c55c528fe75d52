// What stands for a case: the cards in force, what was deducted on it, and the rating that counts (HD-11).
import type { Standing } from './appraisal-events';
import type { KnownOversight } from './oversight';

/** The sum of what stands now; a deduction without points counts as one and adds none. */
export function standingOf({ course, deductions }: KnownOversight): Standing {
  const shown = (colour: string) =>
    course.cards.filter((card) => card.colour === colour && !card.revoked).length;
  const standing = deductions.filter(({ withdrawn }) => !withdrawn);
  const last = course.ratings.at(-1);
  return {
    yellow: shown('yellow'),
    red: shown('red'),
    deductions: standing.length,
    points: standing.reduce((sum, { points }) => sum + points, 0),
    rating: last === undefined || last.excluded ? '' : last.value,
  };
}
