// What panels and joint meetings come to under a pack, asked the way a convener or an expert would ask; every
// answer comes from the deciders that run in production.
import { deepEqual, equal } from 'node:assert/strict';
import type { Pack } from '#policy/pack';
import type { SessionCommand } from '#triage/domain/deliberation-commands';
import {
  CONVENE,
  SESSIONS,
  type SessionPast,
  expert,
  inSession,
  sessionAfter,
  voting,
} from '../../../services/triage/test/sessions';
import type { Proof } from './proof';

/** What calling a panel or a meeting leads to, by a role on Monday at nine. */
export function sessionLeadsTo(
  past: keyof typeof SESSIONS,
  role: string,
  command: SessionCommand,
  expected: string,
): Proof {
  return (pack) => {
    const reply = inSession(SESSIONS[past], { role, id: 'x' }, command, 0, pack);
    equal(reply.refused || reply.types.join(' '), expected);
  };
}

/** Convening with the question, three experts unless others are named. */
export function panelOn(question: string, members: readonly string[] = CONVENE.members): SessionCommand {
  return { ...CONVENE, question, members };
}

/** That only experts of the profile are convened on the question, in office on the day. */
export function onlyExperts(question: string): Proof {
  return (pack) => {
    const convenes = (one: string) => convened(pack, 'dispatched', question, one);
    deepEqual(['cheng', 'zhu', 'lao', 'xin'].map(convenes), [
      'PanelConvened',
      ...['EXPERT_UNKNOWN', 'EXPERT_NOT_IN_OFFICE', 'EXPERT_NOT_IN_OFFICE'],
    ]);
  };
}

/**
 * That nobody of a unit that has the matter, or of the one complained of, is convened on the question, and
 * that whose unit gets it while the panel sits has no vote left.
 */
export function concernedStandAside(question: string): Proof {
  return (pack) => {
    const refused = [
      convened(pack, 'dispatched', question, 'shui'),
      convened(pack, 'dispatched', question, 'shang'),
      convened(pack, 'complained', question, 'pai'),
    ];
    deepEqual(refused, ['EXPERT_CONCERNED', 'EXPERT_CONCERNED', 'EXPERT_CONCERNED']);
    equal(convened(pack, 'complained', question, 'shui'), 'PanelConvened');
    const called = panelOn(question, ['an', 'bo', 'cheng', 'shui']);
    const past = inSession(SESSIONS.admitted, { role: 'clerk', id: 'x' }, called, 0, pack).past;
    const given = { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] } as const;
    const [end] = inSession(
      [...past, [1, given]],
      expert('x'),
      { type: 'CloseSession' },
      24 * 30,
      pack,
    ).events;
    const aside = end?.type === 'SessionLapsed' ? end.concerned : undefined;
    deepEqual(aside, [{ member: 'shui', unit: 'tax', why: 'in-charge', voted: false }]);
  };
}

/** What convening an, bo and one more leads to. */
function convened(pack: Pack, past: keyof typeof SESSIONS, question: string, one: string): string {
  const command = panelOn(question, ['an', 'bo', one]);
  const reply = inSession(SESSIONS[past], { role: 'clerk', id: 'x' }, command, 0, pack);
  return reply.refused || reply.types.join(' ');
}

/** Calling two units together for Wednesday. */
export const MEETING: SessionCommand = {
  type: 'ConveneMeeting',
  units: ['tax', 'market'],
  heldOn: '2026-03-04',
  reason: '协商不成',
};

/** Until when a session that begins on Monday at nine lasts. */
export function sessionLasts(command: SessionCommand, role: string, until: string): Proof {
  return (pack) => {
    const { session } = sitting(inSession(SESSIONS.dispatched, { role, id: 'x' }, command, 0, pack).past);
    equal(session.dueAt, Date.parse(`${until}+08:00`));
  };
}

/** How a session on whose duty it is ends, by the votes of its members in order; `-` for a silent one. */
export function votesEnd(votes: readonly string[], expected: string): Proof {
  return (pack) => {
    const members = ['an', 'bo', 'cheng', 'dai', 'en'].slice(0, votes.length);
    const past = sessionOf(pack, panelOn('responsibility', members));
    const cast = votes.flatMap((vote, i) => (vote === '-' ? [] : [[members[i] ?? '', vote] as const]));
    const voted = voting(past, cast, pack);
    const over = inSession(voted.past, expert('x'), { type: 'CloseSession' }, 24 * 30, pack);
    const [last] = [...over.events, ...[...voted.events].reverse()];
    const end = last?.type === 'PanelRuled' ? last.option : last?.type === 'SessionLapsed' && last.why;
    equal(end, expected);
  };
}

/** That the role of the panel may vote on a question. */
export function votesAs(role: string, question: string, option: string): Proof {
  return (pack) => {
    const past = sessionOf(pack, panelOn(question));
    const vote = { type: 'CastVote', sessionNo: 1, option, reason: '依职责清单' } as const;
    const reply = inSession(past, expert('an', role), vote, 1, pack);
    equal(reply.refused || reply.types.join(' '), 'VoteCast');
  };
}

function sessionOf(pack: Pack, command: SessionCommand): readonly SessionPast[] {
  return inSession(SESSIONS.dispatched, { role: 'clerk', id: 'x' }, command, 0, pack).past;
}

function sitting(past: readonly SessionPast[]) {
  const state = sessionAfter(past);
  if (state.status !== 'sitting') throw new Error('no session sits');
  return state;
}
