// Counting the votes of a panel (KB-5). A member who stood aside or is absent has none; below the quorum
// nothing is decided, and an option is decided by the majority of the votes that count. Between two that are
// equal the chair's vote decides, where the pack says so and his vote counts.
import type { Pack } from '#policy/pack';
import type { Vote } from './deliberation';
import type { LapseGround } from './deliberation-events';

/** How a programme lets a panel decide. */
export type Voting = NonNullable<Pack['panel']>['voting'];

/** What the votes come to. */
export type Count =
  | { readonly ruled: true; readonly option: string; readonly votesFor: number; readonly byChair: boolean }
  | { readonly ruled: false; readonly why: LapseGround };

/** Counts the votes that count. */
export function countVotes(votes: readonly Vote[], chair: string, voting: Voting): Count {
  if (votes.length < voting.quorum) return { ruled: false, why: 'no-quorum' };
  const tally = new Map<string, number>();
  for (const { option } of votes) tally.set(option, (tally.get(option) ?? 0) + 1);
  const most = Math.max(...tally.values());
  const first = [...tally].filter(([, count]) => count === most).map(([option]) => option);
  const [only] = first;
  if (only !== undefined && isMajority(most, votes.length, voting.majority))
    return { ruled: true, option: only, votesFor: most, byChair: false };
  if (first.length < 2) return { ruled: false, why: 'no-majority' };
  const chairs = votes.find(({ member }) => member === chair);
  return voting.tie === 'chair' && chairs !== undefined && first.includes(chairs.option)
    ? { ruled: true, option: chairs.option, votesFor: most, byChair: true }
    : { ruled: false, why: 'tied' };
}

/** More than half of the votes cast, or at least two thirds of them. */
function isMajority(count: number, cast: number, majority: Voting['majority']): boolean {
  return majority === 'simple' ? count * 2 > cast : count * 3 >= cast * 2;
}
