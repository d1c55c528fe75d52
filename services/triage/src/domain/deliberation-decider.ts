// The rules of a deliberation in one value (KB-5, HD-5, RT-3): what may be asked, what then happens, what it
// makes of the state. What time and events bring about is never refused: where it does not fit it changes
// nothing.
import { type Decider, type Recorded, decided, unreachable } from '#kernel/decider';
import { type Deliberation, NO_DELIBERATION, isMoot } from './deliberation';
import type { DeliberationCommand, DeliberationPolicy, DeliberationRefusal } from './deliberation-commands';
import type { DeliberationCause, DeliberationEvent } from './deliberation-events';
import { evolveDeliberation } from './evolve-deliberation';
import { conveneMeeting, meetingLapsed, recordMeeting } from './meeting-steps';
import { convenePanel } from './panel-convening';
import { seatsOf } from './panel-seats';
import { castVote, closePanel, declareRecusal, isSettled, lapsed } from './panel-steps';
import type { SessionAnswer } from './session-rules';

/** Writer of the deliberation's events in the journal. */
export const DELIBERATION_WRITER = 'triage.deliberation';

/** 会商 */
export const deliberationDecider: Decider<
  Deliberation,
  DeliberationCommand,
  DeliberationEvent,
  DeliberationCause,
  DeliberationPolicy,
  DeliberationRefusal
> = {
  initial: NO_DELIBERATION,
  evolve: evolveDeliberation,
  decide(command, state, policy, decision) {
    switch (command.type) {
      case 'ConvenePanel':
        return convenePanel(command, state, policy, decision);
      case 'DeclareRecusal':
        return declareRecusal(command, state, policy, decision);
      case 'CastVote':
        return castVote(command, state, policy, decision);
      case 'ConveneMeeting':
        return conveneMeeting(command, state, policy, decision);
      case 'RecordMeeting':
        return recordMeeting(command, state, policy, decision);
      case 'CloseSession':
        return closeSession(state, policy, decision.at);
      case 'DissolveSession':
        return dissolveSession(state, policy, decision.at);
      default:
        return unreachable(command);
    }
  },
};

/** The time is over, or nobody is waited for any more; a meeting without a record was not held. */
function closeSession(state: Deliberation, policy: DeliberationPolicy, at: number): SessionAnswer {
  if (state.status !== 'sitting') return decided();
  const { session, matter } = state;
  const isDue = at >= session.dueAt;
  if (session.kind === 'panel')
    return isDue || isSettled(session, matter, policy)
      ? decided(closePanel(session, matter, policy, at))
      : decided();
  return isDue ? decided(meetingLapsed(session, 'not-held')) : decided();
}

/** The appeal went another way: there is nothing left to rule on. */
function dissolveSession(state: Deliberation, policy: DeliberationPolicy, at: number): SessionAnswer {
  if (state.status !== 'sitting' || !isMoot(state.session, state.matter)) return decided();
  const { session, matter } = state;
  return decided(
    session.kind === 'panel'
      ? lapsed(session, seatsOf(session, matter, policy), 'overtaken', at)
      : meetingLapsed(session, 'overtaken'),
  );
}

/**
 * What an event of another brings about by itself: a session about what is no longer there is dissolved, and
 * a panel ends whose last silent member stands aside from now on, because his unit got the matter.
 */
export function reactToHappening(
  _cause: Recorded<DeliberationCause>,
  state: Deliberation,
  policy: DeliberationPolicy,
): DeliberationCommand | undefined {
  if (state.status !== 'sitting') return undefined;
  const { session, matter } = state;
  if (isMoot(session, matter)) return { type: 'DissolveSession' };
  return session.kind === 'panel' && isSettled(session, matter, policy)
    ? { type: 'CloseSession' }
    : undefined;
}
