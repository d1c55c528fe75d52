// 联席会议: units that cannot agree are called together for a day, and what they settle is recorded: who leads,
// who assists, who came (RT-3, SV-3; CR 二-5, SZ 二-3). The record is owed within the pack's period, counted
// from the calling; after it the meeting counts as not held and another may be called.
import { type Decision, decided, reject } from '#kernel/decider';
import { civilDayOf } from '#working-calendar/civil-day';
import { type Deliberation, type Meeting, isMoot } from './deliberation';
import type { DeliberationPolicy, SessionCommand } from './deliberation-commands';
import type { DeliberationEvent, LapseGround } from './deliberation-events';
import {
  type SessionAnswer,
  type SessionRefusal,
  endOfPeriod,
  namedTwice,
  notOpen,
  sessionPending,
  sittingNow,
  wrongDay,
  wronglyNamed,
} from './session-rules';

type Command<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>;

/** Calls at least two units together. */
export function conveneMeeting(
  command: Command<'ConveneMeeting'>,
  state: Deliberation,
  policy: DeliberationPolicy,
  { at, actor }: Decision,
): SessionAnswer {
  const refused = notOpen(command, state, policy, actor) ?? sessionPending(state);
  if (refused) return refused;
  const pack = policy.pack(state.matter.packHash);
  if (pack.jointMeeting === undefined) return reject('MEETING_NOT_FORESEEN', 'RT-3');
  if (actor.role !== pack.jointMeeting.by) return reject('ROLE_NOT_ALLOWED', 'RT-3', { role: actor.role });
  if (state.matter.stage === 'answered') return reject('ALREADY_ANSWERED', 'RT-3');
  const { units, heldOn, reason } = command;
  const dueAt = endOfPeriod(pack.jointMeeting.within, at, pack, policy);
  const wrong =
    namedTwice(units) ??
    unknownUnit(units, policy) ??
    wronglyNamed(units, state.matter, policy) ??
    wrongDay(heldOn, 'heldOn', at, dueAt);
  if (wrong) return wrong;
  if (units.length < 2) return reject('UNITS_TOO_FEW', 'RT-3');
  const sessionNo = state.matter.sessions + 1;
  return decided({ type: 'MeetingConvened', sessionNo, units, heldOn, dueAt, by: actor.id, reason });
}

/** Records what was settled, not before the day it is held. */
export function recordMeeting(
  command: Command<'RecordMeeting'>,
  state: Deliberation,
  policy: DeliberationPolicy,
  { at, actor }: Decision,
): SessionAnswer {
  const refused = notOpen(command, state, policy, actor);
  if (refused) return refused;
  const setting = policy.pack(state.matter.packHash).jointMeeting;
  if (actor.role !== setting?.by) return reject('ROLE_NOT_ALLOWED', 'RT-3', { role: actor.role });
  const sitting = sittingNow('joint-meeting', command.sessionNo, state, at);
  if (!sitting.ok) return sitting;
  const meeting = sitting.session;
  if (isMoot(meeting, state.matter)) return reject('NO_SESSION', 'RT-3');
  if (civilDayOf(at) < meeting.heldOn) return reject('MEETING_NOT_YET', 'RT-3', { heldOn: meeting.heldOn });
  const { sessionNo, lead, attended, conclusion } = command;
  const assist = [...new Set(command.assist)];
  const wrong =
    unknownUnit([lead, ...assist], policy) ??
    wronglyNamed([lead, ...assist], state.matter, policy) ??
    strangers(attended, meeting);
  if (wrong) return wrong;
  if (assist.includes(lead)) return reject('ASSIST_IS_LEAD', 'RT-3', { unit: lead });
  if (conclusion.trim() === '') return reject('REASON_MISSING', 'RT-3');
  const absent = meeting.units.filter((unit) => !attended.includes(unit));
  const settled = { sessionNo, lead, assist, attended, absent, by: actor.id, conclusion };
  return decided({ type: 'MeetingRecorded', ...settled });
}

/** A meeting that came to nothing. */
export function meetingLapsed({ no, units }: Meeting, why: LapseGround): DeliberationEvent {
  return { type: 'SessionLapsed', sessionNo: no, question: '', why, absent: units, recused: [] };
}

function unknownUnit(units: readonly string[], policy: DeliberationPolicy): SessionRefusal | undefined {
  const unknown = units.find((unit) => !policy.unitExists(unit));
  return unknown === undefined ? undefined : reject('UNIT_UNKNOWN', 'RT-1', { unit: unknown.slice(0, 40) });
}

function strangers(attended: readonly string[], { units }: Meeting): SessionRefusal | undefined {
  const stranger = attended.find((unit) => !units.includes(unit));
  if (stranger !== undefined) return reject('NOT_INVITED', 'RT-3', { unit: stranger.slice(0, 40) });
  return attended.length === 0 ? reject('UNITS_TOO_FEW', 'RT-3') : namedTwice(attended);
}
