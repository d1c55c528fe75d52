// Counting the votes of a panel (KB-5). A member who stood aside or is absent has none; below the quorum
// nothing is decided, and an option is decided by the majority of the votes that count. Where half of them
// are for one option and half for another 票数相等, the chair's vote decides, if the pack says so and his vote
// counts: it is the one that the simple majority lacks. Between three that are equal it would let fewer than
// half decide, and of two thirds half is too little: there nobody decides, and another panel may be convened.
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
  return chairs !== undefined && mayChairDecide(most, votes.length, voting)
    ? { ruled: true, option: chairs.option, votesFor: most, byChair: true }
    : { ruled: false, why: 'tied' };
}

/** Of several with the most votes each: whether they are two that have half of the votes each. */
function mayChairDecide(most: number, cast: number, { majority, tie }: Voting): boolean {
  return tie === 'chair' && majority === 'simple' && most * 2 === cast;
}

/** More than half of the votes cast, or at least two thirds of them. */
function isMajority(count: number, cast: number, majority: Voting['majority']): boolean {
  return majority === 'simple' ? count * 2 > cast : count * 3 >= cast * 2;
}
