// Who of a panel that sits has a vote, at the instant it is asked (KB-5): everybody seated but those who
// stood aside and those whose unit has come to be concerned by the matter (回避). Nobody waits for a member
// without a vote, and he is not called absent. A vote he cast before does not count, because standing aside
// protects the result and not the member; the record names him, his unit and that vote, and whether there is
// a quorum is asked of the votes that count. Where the concern ends – the dispatch was taken back without a
// mark, the unit turns out to be only named – he has his vote again, as long as the session lasts.
//
// A member whose term of office ends while the panel sits finishes the session he was seated in, and so does
// one the profile no longer knows: he was in office when he was seated, and who rules on a matter is not
// changed in its middle. No programme says so or otherwise; this is our default.
import type { Matter, Panel, Vote } from './deliberation';
import type { DeliberationPolicy } from './deliberation-commands';
import type { StoodAside } from './deliberation-events';
import { concernOfMember } from './panel-members';

/** The seats of a panel as they are now; members in the order in which they were named. */
export interface Seats {
  /** Members with a vote. */
  readonly entitled: readonly string[];
  /** Those of them who have not voted. */
  readonly silent: readonly string[];
  /** The votes that count. */
  readonly votes: readonly Vote[];
  /** Members without a vote for their unit's sake. */
  readonly concerned: readonly StoodAside[];
}

/**
 * The seats of a panel, by the matter and the profile as they are; the rules are those it was convened by.
 */
export function seatsOf(panel: Panel, matter: Matter, policy: DeliberationPolicy): Seats {
  const seated = panel.members.filter((member) => !panel.recused.includes(member));
  const hasVoted = (who: string) => panel.votes.some(({ member }) => member === who);
  const concerned = seated.flatMap((one): readonly StoodAside[] => {
    const found = concernOfMember(one, matter, panel.packHash, policy);
    return found ? [{ member: one, unit: found.unit, why: found.why, voted: hasVoted(one) }] : [];
  });
  const entitled = seated.filter((one) => concerned.every(({ member }) => member !== one));
  return {
    entitled,
    silent: entitled.filter((one) => !hasVoted(one)),
    votes: panel.votes.filter(({ member }) => entitled.includes(member)).map(asItIsNow(panel, policy)),
    concerned,
  };
}

/** A vote for a unit that became part of another is one for that other. */
function asItIsNow({ question }: Panel, { successorOf }: DeliberationPolicy): (vote: Vote) => Vote {
  return (vote) => (question === 'responsibility' ? { ...vote, option: successorOf(vote.option) } : vote);
}

/**
 * Whether there is nobody left to wait for: all who have a vote have voted, or they are no quorum any more.
 */
export function isDecided({ entitled, silent }: Seats, quorum: number): boolean {
  return silent.length === 0 || entitled.length < quorum;
}
