// 专家研判: a panel is convened with a question, its members stand aside or vote, and the votes decide (KB-5,
// HD-5; YC-2 派遣研判、办结情况验收; SZ 二-2). It ends as soon as every member with a vote has voted, else when its time
// is over; without quorum or majority it lapses and another may be convened. Dissent, absence and those who
// stood aside stay on record.
import { type Decision, decided, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import {
  type Deliberation,
  type Matter,
  type Panel,
  QUESTIONS,
  type Question,
  isMoot,
  seatedOf,
  silentOf,
} from './deliberation';
import type { DeliberationPolicy, SessionCommand } from './deliberation-commands';
import type { DeliberationEvent } from './deliberation-events';
import { type Voting, countVotes } from './panel-count';
import { concernedAmong, wrongExperts } from './panel-members';
import {
  type SessionAnswer,
  type SessionRefusal,
  endOfDay,
  endOfPeriod,
  namedTwice,
  notOpen,
  sessionPending,
  sittingNow,
  wrongDay,
  wronglyNamed,
} from './session-rules';

type Command<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>;
type PanelSetting = NonNullable<Pack['panel']>;

/** Grounds of a pack on which each question may be put. */
const GROUNDS_OF: Readonly<Record<Question, readonly PanelSetting['when'][number][]>> = {
  responsibility: ['unclear-duty', 'several-units', 'complicated'],
  result: ['result-in-doubt', 'complicated'],
  advice: ['seat-asks'],
};
/** What may be voted for where the question is not a unit. */
const OPTIONS: Readonly<Record<Exclude<Question, 'responsibility'>, readonly string[]>> = {
  result: ['approved', 'rejected'],
  advice: ['advised', 'cannot-say'],
};

/** Convenes a panel on a question the pack foresees. */
export function convenePanel(
  command: Command<'ConvenePanel'>,
  state: Deliberation,
  policy: DeliberationPolicy,
  { at, actor }: Decision,
): SessionAnswer {
  const refused = notOpen(command, state, policy, actor) ?? sessionPending(state);
  if (refused) return refused;
  const { members, chair, dueOn, reason } = command;
  const pack = policy.pack(state.matter.packHash);
  const question = QUESTIONS.find((one) => one === command.question);
  if (pack.panel === undefined || question === undefined || !foreseen(question, pack.panel))
    return reject('QUESTION_NOT_FORESEEN', 'KB-5', { question: command.question.slice(0, 40) });
  const latestAt = endOfPeriod(pack.panel.voting.within, at, pack, policy);
  const wrong =
    wrongStage(question, state) ??
    wrongMembers(members, chair, pack.panel.voting) ??
    wrongExperts(members, state.matter, policy, at) ??
    (dueOn === '' ? undefined : wrongDay(dueOn, 'dueOn', at, latestAt));
  if (wrong) return wrong;
  const dueAt = dueOn === '' ? latestAt : Math.min(endOfDay(dueOn), latestAt);
  const sessionNo = state.matter.sessions + 1;
  const called = { sessionNo, question, members, chair, dueAt, by: actor.id, reason };
  return decided({ type: 'PanelConvened', ...called });
}

function foreseen(question: Question, { when }: PanelSetting): boolean {
  return GROUNDS_OF[question].some((ground) => when.includes(ground));
}

function wrongStage(question: Question, { matter }: Deliberation): SessionRefusal | undefined {
  const answered = matter.stage === 'answered';
  if (question === 'result' && !answered) return reject('NOT_ANSWERED', 'HD-5');
  return question === 'responsibility' && answered ? reject('ALREADY_ANSWERED', 'KB-5') : undefined;
}

function wrongMembers(
  members: readonly string[],
  chair: string,
  { quorum }: Voting,
): SessionRefusal | undefined {
  const twice = namedTwice(members);
  if (twice) return twice;
  if (members.length < quorum) return reject('MEMBERS_TOO_FEW', 'KB-5', { quorum: String(quorum) });
  return members.includes(chair)
    ? undefined
    : reject('CHAIR_NOT_MEMBER', 'KB-5', { chair: chair.slice(0, 40) });
}

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
  if (command.reason.trim() === '') return reject('REASON_MISSING', 'KB-5');
  const { sessionNo, reason } = command;
  const recused: DeliberationEvent = { type: 'RecusalDeclared', sessionNo, member, reason };
  const after = { ...panel, recused: [...panel.recused, member] };
  const over = seatedOf(after).length < voting.quorum || silentOf(after).length === 0;
  return over ? decided(recused, ending(after, voting)) : decided(recused);
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
  const wrong =
    concernedAmong([member], state.matter, policy) ??
    wrongOption(panel.question, option, state.matter, policy);
  if (wrong) return wrong;
  if (reason.trim() === '') return reject('REASON_MISSING', 'KB-5');
  const cast: DeliberationEvent = { type: 'VoteCast', sessionNo, member, option, reason };
  const after = { ...panel, votes: [...panel.votes, { member, option }] };
  return silentOf(after).length === 0 ? decided(cast, ending(after, voting)) : decided(cast);
}

/** The time is over: what was cast is counted. */
export function closePanel(panel: Panel, pack: Pack): DeliberationEvent {
  if (pack.panel === undefined) return lapsed(panel, 'overtaken');
  return ending(panel, pack.panel.voting);
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
): SessionRefusal | undefined {
  if (question === 'responsibility')
    return policy.unitExists(option)
      ? wronglyNamed([option], matter, policy)
      : reject('UNIT_UNKNOWN', 'RT-1', { unit: option.slice(0, 40) });
  const allowed = OPTIONS[question];
  return allowed.includes(option)
    ? undefined
    : reject('OPTION_UNKNOWN', 'KB-5', { option: option.slice(0, 40), allowed: allowed.join(', ') });
}

function ending(panel: Panel, voting: Voting): DeliberationEvent {
  const count = countVotes(panel, voting);
  if (!count.ruled) return lapsed(panel, count.why);
  const { no: sessionNo, question, recused, votes } = panel;
  const { option, votesFor, byChair } = count;
  const dissenting = votes.filter((vote) => vote.option !== option).map(({ member }) => member);
  const counted = { option, votesFor, votesCast: votes.length, byChair, dissenting };
  return { type: 'PanelRuled', sessionNo, question, ...counted, absent: silentOf(panel), recused };
}

/** A session without a ruling. */
export function lapsed(
  panel: Panel,
  why: Extract<DeliberationEvent, { type: 'SessionLapsed' }>['why'],
): DeliberationEvent {
  const { no: sessionNo, question, recused } = panel;
  return { type: 'SessionLapsed', sessionNo, question, why, absent: silentOf(panel), recused };
}
