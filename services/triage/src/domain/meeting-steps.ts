// 联席会议: units that cannot agree are called together for a day, and what they settle is recorded: who leads,
// who assists, who came (RT-3, SV-3; CR 二-5, SZ 二-3). The record is owed within the pack's period, counted
// from the calling; after it the meeting counts as not held and another may be called. Units that became part
// of others meanwhile are those others: who came and who did not is recorded as they are now, each once.
import { type Decision, decided, reject, rejectFields } from '#kernel/decider';
import { civilDayOf } from '#working-calendar/civil-day';
import { type Deliberation, type Matter, type Meeting, isMoot } from './deliberation';
import type { DeliberationPolicy, SessionCommand } from './deliberation-commands';
import type { DeliberationEvent, LapseGround } from './deliberation-events';
import {
  type SessionAnswer,
  type WrongOnes,
  endOfPeriod,
  inList,
  namedTwice,
  notOpen,
  sessionPending,
  shortened,
  sittingNow,
  unknownUnits,
  unsaid,
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
  const named = inList('units', units);
  const wrong = rejectFields('RT-3', [
    ...namedTwice(named),
    ...unknownUnits(named, policy),
    ...wronglyNamed(named, state.matter, policy),
    ...tooFew(units, 2, 'units'),
    ...wrongDay(heldOn, 'heldOn', at, dueAt),
  ]);
  if (wrong) return wrong;
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
  const attended = command.attended.map((unit) => policy.successorOf(unit));
  const wrong = rejectFields('RT-3', wrongRecord({ ...command, attended }, meeting, state.matter, policy));
  if (wrong) return wrong;
  const { sessionNo, lead, conclusion } = command;
  const assist = [...new Set(command.assist)];
  const absent = calledNow(meeting, policy).filter((unit) => !attended.includes(unit));
  const settled = { sessionNo, lead, assist, attended, absent, by: actor.id, conclusion };
  return decided({ type: 'MeetingRecorded', ...settled });
}

/** A meeting that came to nothing. */
export function meetingLapsed({ no, units }: Meeting, why: LapseGround): DeliberationEvent {
  return { type: 'SessionLapsed', sessionNo: no, question: '', why, absent: units, recused: [] };
}

function wrongRecord(
  { lead, assist, attended, conclusion }: Command<'RecordMeeting'>,
  meeting: Meeting,
  matter: Matter,
  policy: DeliberationPolicy,
): WrongOnes {
  const helping = inList('assist', assist);
  const named = [{ name: lead, field: 'lead' }, ...helping];
  const present = inList('attended', attended);
  const called = calledNow(meeting, policy);
  return [
    ...unknownUnits(named, policy),
    ...wronglyNamed(named, matter, policy),
    ...present.flatMap(({ name, field }): WrongOnes => {
      const isInvited = called.includes(name);
      return isInvited ? [] : [{ code: 'NOT_INVITED', field, params: { unit: shortened(name) } }];
    }),
    ...tooFew(attended, 1, 'attended'),
    ...namedTwice(present),
    ...helping.flatMap(({ name, field }): WrongOnes => {
      return name === lead ? [{ code: 'ASSIST_IS_LEAD', field, params: { unit: lead } }] : [];
    }),
    ...unsaid(conclusion, 'conclusion'),
  ];
}

/** The units called together, as they are now, each once. */
function calledNow({ units }: Meeting, { successorOf }: DeliberationPolicy): readonly string[] {
  return [...new Set(units.map((unit) => successorOf(unit)))];
}

function tooFew(units: readonly string[], least: number, field: string): WrongOnes {
  return units.length < least ? [{ code: 'UNITS_TOO_FEW', field, params: {} }] : [];
}
