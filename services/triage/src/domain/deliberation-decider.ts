// The rules of a deliberation in one value (KB-5, HD-5, RT-3): what may be asked, what then happens, what it
// makes of the state. What time and events bring about is never refused: where it does not fit it changes
// nothing.
import { type Decider, type Recorded, decided, unreachable } from '#kernel/decider';
import { type Deliberation, NO_DELIBERATION, isMoot } from './deliberation';
import type { DeliberationCommand, DeliberationPolicy, DeliberationRefusal } from './deliberation-commands';
import type { DeliberationCause, DeliberationEvent } from './deliberation-events';
import { evolveDeliberation } from './evolve-deliberation';
import { conveneMeeting, meetingLapsed, recordMeeting } from './meeting-steps';
import { castVote, closePanel, convenePanel, declareRecusal, lapsed } from './panel-steps';
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
        return dissolveSession(state);
      default:
        return unreachable(command);
    }
  },
};

/** The time is over: a panel's votes are counted, a meeting without a record was not held. */
function closeSession(state: Deliberation, policy: DeliberationPolicy, at: number): SessionAnswer {
  if (state.status !== 'sitting' || at < state.session.dueAt) return decided();
  const { session, matter } = state;
  return session.kind === 'panel'
    ? decided(closePanel(session, policy.pack(matter.packHash)))
    : decided(meetingLapsed(session, 'not-held'));
}

/** The appeal went another way: there is nothing left to rule on. */
function dissolveSession(state: Deliberation): SessionAnswer {
  if (state.status !== 'sitting' || !isMoot(state.session, state.matter)) return decided();
  const { session } = state;
  return decided(
    session.kind === 'panel' ? lapsed(session, 'overtaken') : meetingLapsed(session, 'overtaken'),
  );
}

/** What an event of another brings about by itself: a session about what is no longer there is dissolved. */
export function dissolvesSession(
  _cause: Recorded<DeliberationCause>,
  state: Deliberation,
): DeliberationCommand | undefined {
  return state.status === 'sitting' && isMoot(state.session, state.matter)
    ? { type: 'DissolveSession' }
    : undefined;
}
