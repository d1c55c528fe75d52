// 专家研判: the members of a panel stand aside or vote, and the votes decide (KB-5, HD-5; YC-2 派遣研判、办结情况验收; SZ
// 二-2). It ends as soon as every member with a vote has voted, or too few have one to be a quorum, else when
// its time is over; without quorum or majority it lapses and another may be convened. Dissent, absence and
// those who stood aside stay on record.
import { type Decision, decided, reject, rejectFields } from '#kernel/decider';
import { type Deliberation, type Matter, type Panel, type Question, isMoot } from './deliberation';
import type { DeliberationPolicy, SessionCommand } from './deliberation-commands';
import type { DeliberationEvent, LapseGround } from './deliberation-events';
import { type Voting, countVotes } from './panel-count';
import { concernOfMember } from './panel-members';
import { type Seats, isDecided, seatsOf } from './panel-seats';
import {
  type SessionAnswer,
  type SessionRefusal,
  type WrongOnes,
  notOpen,
  shortened,
  sittingNow,
  unknownUnits,
  unsaid,
  wronglyNamed,
} from './session-rules';

type Command<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>;

/** What may be voted for where the question is not a unit. */
const OPTIONS: Readonly<Record<Exclude<Question, 'responsibility'>, readonly string[]>> = {
  result: ['approved', 'rejected'],
  advice: ['advised', 'cannot-say'],
};

/** 回避: a member stands aside with a reason; without quorum among the rest the session is over. */
export function declareRecusal(
  command: Command<'DeclareRecusal'>,
  state: Deliberation,
  policy: DeliberationPolicy,
  decision: Decision,
): SessionAnswer {
  const seat = seatOf(command, state, policy, decision);
  if (!seat.ok) return seat;
  const { panel, voting, member } = seat;
  const { sessionNo, reason } = command;
  const wrong = rejectFields('KB-5', unsaid(reason, 'reason'));
  if (wrong) return wrong;
  const recused: DeliberationEvent = { type: 'RecusalDeclared', sessionNo, member, reason };
  const after = { ...panel, recused: [...panel.recused, member] };
  return decided(recused, ...endedBy(after, state.matter, policy, { voting, at: decision.at }));
}

/** 表决: one vote a member, with a reason; the last one ends the session. */
export function castVote(
  command: Command<'CastVote'>,
  state: Deliberation,
  policy: DeliberationPolicy,
  decision: Decision,
): SessionAnswer {
  const seat = seatOf(command, state, policy, decision);
  if (!seat.ok) return seat;
  const { panel, voting, member } = seat;
  const { sessionNo, option, reason } = command;
  const concerned = concernOfMember(member, state.matter, panel.packHash, policy);
  if (concerned) return reject('EXPERT_CONCERNED', 'KB-5', { expert: concerned.name, units: concerned.unit });
  const wrong = rejectFields('KB-5', [
    ...wrongOption(panel.question, option, state.matter, policy),
    ...unsaid(reason, 'reason'),
  ]);
  if (wrong) return wrong;
  const cast: DeliberationEvent = { type: 'VoteCast', sessionNo, member, option, reason };
  const after = { ...panel, votes: [...panel.votes, { member, option }] };
  return decided(cast, ...endedBy(after, state.matter, policy, { voting, at: decision.at }));
}

/** Whether nobody is waited for any more. */
export function isSettled(panel: Panel, matter: Matter, policy: DeliberationPolicy): boolean {
  const { voting } = policy.pack(panel.packHash).panel ?? {};
  return voting !== undefined && isDecided(seatsOf(panel, matter, policy), voting.quorum);
}

/** What was cast is counted. */
export function closePanel(
  panel: Panel,
  matter: Matter,
  policy: DeliberationPolicy,
  at: number,
): DeliberationEvent {
  const seats = seatsOf(panel, matter, policy);
  const { voting } = policy.pack(panel.packHash).panel ?? {};
  return voting === undefined ? lapsed(panel, seats, 'overtaken', at) : ending(panel, seats, voting, at);
}

function endedBy(
  after: Panel,
  matter: Matter,
  policy: DeliberationPolicy,
  { voting, at }: { readonly voting: Voting; readonly at: number },
): readonly DeliberationEvent[] {
  const seats = seatsOf(after, matter, policy);
  return isDecided(seats, voting.quorum) ? [ending(after, seats, voting, at)] : [];
}

/** The seat of a member who has neither voted nor stood aside. */
function seatOf(
  command: Command<'DeclareRecusal'> | Command<'CastVote'>,
  state: Deliberation,
  policy: DeliberationPolicy,
  { at, actor }: Decision,
): SessionRefusal | { readonly ok: true; panel: Panel; voting: Voting; member: string } {
  const refused = notOpen(command, state, policy, actor);
  if (refused) return refused;
  const sitting = sittingNow('panel', command.sessionNo, state, at);
  if (!sitting.ok) return sitting;
  const { panel: setting } = policy.pack(state.matter.packHash);
  const panel = sitting.session;
  const member = actor.id;
  if (setting === undefined || actor.role !== setting.by || !panel.members.includes(member))
    return reject('NOT_A_MEMBER', 'KB-5');
  if (isMoot(panel, state.matter)) return reject('NO_SESSION', 'KB-5');
  if (panel.recused.includes(member)) return reject('ALREADY_RECUSED', 'KB-5');
  if (panel.votes.some((vote) => vote.member === member)) return reject('ALREADY_VOTED', 'KB-5');
  return { ok: true, panel, voting: setting.voting, member };
}

function wrongOption(
  question: Question,
  option: string,
  matter: Matter,
  policy: DeliberationPolicy,
): WrongOnes {
  const field = 'option';
  if (question === 'responsibility') {
    const named = [{ name: option, field }];
    const unknown = unknownUnits(named, policy);
    return unknown.length > 0 ? unknown : wronglyNamed(named, matter, policy);
  }
  const allowed = OPTIONS[question];
  const params = { option: shortened(option), allowed: allowed.join(', ') };
  return allowed.includes(option) ? [] : [{ code: 'OPTION_UNKNOWN', field, params }];
}

function ending(panel: Panel, seats: Seats, voting: Voting, at: number): DeliberationEvent {
  const { votes } = seats;
  const count = countVotes(votes, panel.chair, voting);
  if (!count.ruled) return lapsed(panel, seats, count.why, at);
  const { no: sessionNo, question } = panel;
  const { option, votesFor, byChair } = count;
  const dissenting = votes.filter((vote) => vote.option !== option).map(({ member }) => member);
  const counted = { option, votesFor, votesCast: votes.length, byChair, dissenting };
  return { type: 'PanelRuled', sessionNo, question, ...counted, ...whoDidNotVote(panel, seats, at) };
}

/** A session without a ruling. */
export function lapsed(panel: Panel, seats: Seats, why: LapseGround, at: number): DeliberationEvent {
  const { no: sessionNo, question } = panel;
  return { type: 'SessionLapsed', sessionNo, question, why, ...whoDidNotVote(panel, seats, at) };
}

/** Nobody is absent before the session was due. */
function whoDidNotVote({ recused, dueAt }: Panel, { silent, concerned }: Seats, at: number) {
  return { absent: at >= dueAt ? silent : [], recused, ...(concerned.length > 0 && { concerned }) };
}
