// How an answer is received, and how a case ends. Somebody else than the handler asks (HD-4 回访), the
// enterprise rates or disputes, silence lapses, and what an answer nobody is content with leads to is the
// pack's choice: back to the unit for another round, before a person, or final. An answer from the library
// that does not hold goes back to triage: it is reopened without a unit.
import { type Decided, type Decision, decided, reject, unreachable } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { reachOf } from '#policy/scopes';
import { closedWhenFree, closing, isHeard, keptOpen } from './closing';
import { obeyPanel } from './panel-on-result';
import { ratingLapsesAt } from './rating-time';
import { type Finished, type WorkOrder, isFinished, orderOf } from './work-order';
import type { VerdictCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import { CLOSING_GROUNDS, type ReopeningGround, type WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;
type Command<T extends VerdictCommand['type']> = Extract<VerdictCommand, { type: T }>;

/** Grounds that only the rules themselves give. */
const OWN_GROUNDS: readonly string[] = ['rated', 'unrated', 'withdrawn'];

/** Decides everything that comes after an answer. */
export function decideVerdictStep(
  command: VerdictCommand,
  state: WorkOrder,
  policy: WorkOrderPolicy,
  decision: Decision,
): Answer {
  if (command.type === 'GrantWithdrawal') return grantWithdrawal(state);
  if (command.type === 'ObeyPanel') return obeyPanel(command.approved, state, policy);
  if (command.type === 'ReopenAfterCheck') return reopenAfterCheck(state, command.by);
  if (command.type === 'ReopenAppeal') return reopenByRuling(command, state, policy, decision);
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  if (!isFinished(state)) return reject('NOT_COMPLETED', 'HD-3');
  const pack = policy.pack(state.file.packHash);
  switch (command.type) {
    case 'FollowUpAppeal':
      return closedWhenFree(state, pack, followUp(command, state, pack, decision));
    case 'RateAppeal':
      return closedWhenFree(state, pack, rate(command, state, pack, decision));
    case 'DisputeAnswer':
      return dispute(command, state, pack, decision);
    case 'CloseAppeal':
      return closeByPerson(command, state, pack, decision);
    case 'LapseRating':
      return lapse(state, policy, decision);
    default:
      return unreachable(command);
  }
}

/** 回访: contacted? really solved? satisfied? Asked by another than the handler (HD-4, YC-6). */
function followUp(
  command: Command<'FollowUpAppeal'>,
  state: Finished,
  pack: Pack,
  { actor }: Decision,
): Answer {
  const { contacted, solved, satisfied, reasons } = command;
  if (actor.role !== pack.followUp.by) return reject('ROLE_NOT_ALLOWED', 'HD-4', { role: actor.role });
  if (state.status === 'completed' && actor.id === state.completedBy) return reject('SAME_PERSON', 'HD-4');
  if (state.verdict.followUp !== null && !asksAgain(state, pack))
    return reject('ALREADY_FOLLOWED_UP', 'HD-4');
  if (!contacted && (solved || satisfied)) return reject('FOLLOW_UP_CONTRADICTS', 'HD-4');
  const { round } = state.file;
  const followedUp: WorkOrderEvent = {
    type: 'AppealFollowedUp',
    contacted,
    solved,
    satisfied,
    by: actor.id,
    round,
    reasons,
  };
  if (!contacted) return decided(followedUp);
  const spoke = state.verdict.rating?.by === 'enterprise';
  if (solved && satisfied)
    return spoke
      ? decided(followedUp, closing('rated', actor.id))
      : decided(followedUp, heard('satisfied', round));
  const asked = spoke ? [followedUp] : [followedUp, heard(satisfied ? 'satisfied' : 'dissatisfied', round)];
  return decided(...asked, ...afterDiscontent(state, pack, solved ? 'dissatisfied' : 'unsolved', actor.id));
}

/**
 * Where the pack answers discontent with another follow-up, it may be asked again until it is content (SZ
 * 二-2).
 */
function asksAgain({ verdict }: Finished, { dissatisfied }: Pack): boolean {
  const discontent =
    verdict.disputed || verdict.rating?.value === 'dissatisfied' || verdict.followUp?.content === false;
  return discontent && dissatisfied.ways.includes('follow-up');
}

/** What the enterprise said at the follow-up stands as its rating until it rates itself. */
function heard(rating: 'satisfied' | 'dissatisfied', round: number): WorkOrderEvent {
  return { type: 'AppealRated', rating, by: 'follow-up', round, comment: '' };
}

/** The enterprise's own rating 满意度评价, once a round; it replaces what the follow-up heard. */
function rate(command: Command<'RateAppeal'>, state: Finished, pack: Pack, { actor }: Decision): Answer {
  if (actor.role !== 'enterprise') return reject('ROLE_NOT_ALLOWED', 'HD-4', { role: actor.role });
  if (state.verdict.rating?.by === 'enterprise') return reject('ALREADY_RATED', 'HD-4');
  const { rating, comment } = command;
  const rated: WorkOrderEvent = {
    type: 'AppealRated',
    rating,
    by: 'enterprise',
    round: state.file.round,
    comment,
  };
  if (rating === 'dissatisfied')
    return decided(rated, ...afterDiscontent(state, pack, 'dissatisfied', actor.id));
  return isHeard(state, pack) ? decided(rated, closing('rated', actor.id)) : decided(rated);
}

function dispute(
  command: Command<'DisputeAnswer'>,
  state: Finished,
  pack: Pack,
  { actor }: Decision,
): Answer {
  if (actor.role !== 'enterprise') return reject('ROLE_NOT_ALLOWED', 'HD-4', { role: actor.role });
  if (state.verdict.disputed) return reject('ALREADY_DISPUTED', 'HD-4');
  if (command.reason.trim() === '') return reject('REASON_MISSING', 'HD-4');
  const disputed: WorkOrderEvent = {
    type: 'AnswerDisputed',
    round: state.file.round,
    reason: command.reason,
  };
  return decided(disputed, ...afterDiscontent(state, pack, 'disputed', actor.id));
}

/**
 * The pack's first way: `reopen` acts at once, `review` waits for a person, `follow-up` for another call,
 * `final` leaves the answer as it is.
 */
function afterDiscontent(
  state: Finished,
  pack: Pack,
  why: ReopeningGround,
  by: string,
): readonly WorkOrderEvent[] {
  return pack.dissatisfied.ways[0] === 'reopen' ? [reopening(state, why, by, '')] : [];
}

/** 重新办理 by ruling of the desk, from any answer and from the closed file; a withdrawn one stays withdrawn. */
function reopenByRuling(
  command: Command<'ReopenAppeal'>,
  state: WorkOrder,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Answer {
  const { packHash } = state.file;
  if (packHash === '') return reject('NOT_COMPLETED', 'HD-3');
  if (reachOf(policy.pack(packHash), actor.role, command.type) === 'none')
    return reject('ROLE_NOT_ALLOWED', 'HD-4', { role: actor.role });
  if (state.status === 'closed' ? state.why === 'withdrawn' : !isFinished(state)) {
    return state.status === 'closed'
      ? reject('CLOSED', 'HD-1', { why: state.why })
      : reject('NOT_COMPLETED', 'HD-3');
  }
  if (command.why.trim() === '') return reject('REASON_MISSING', 'HD-4');
  return decided(reopening(state, 'ruled', actor.id, command.why));
}

/**
 * 敷衍的重新办理: a spot check found the answer perfunctory (SV-4). What is worked on again already, or was
 * withdrawn, stays as it is.
 */
function reopenAfterCheck(state: WorkOrder, by: string): Answer {
  const answered = state.status === 'closed' ? state.why !== 'withdrawn' : isFinished(state);
  return answered ? decided(reopening(state, 'spot-check', by, '')) : decided();
}

function reopening(state: WorkOrder, why: ReopeningGround, by: string, reason: string): WorkOrderEvent {
  const unit = orderOf(state)?.unit ?? '';
  return { type: 'AppealReopened', round: state.file.round + 1, unit, why, by, reason };
}

/** 销号 by a person, with a ground of the list. */
function closeByPerson(
  command: Command<'CloseAppeal'>,
  state: Finished,
  pack: Pack,
  { actor }: Decision,
): Answer {
  if (reachOf(pack, actor.role, command.type) === 'none')
    return reject('ROLE_NOT_ALLOWED', 'HD-4', { role: actor.role });
  const open = keptOpen(state, pack);
  if (open) return open;
  const why = CLOSING_GROUNDS.find((ground) => ground === command.why && !OWN_GROUNDS.includes(ground));
  if (!why) {
    const allowed = CLOSING_GROUNDS.filter((ground) => !OWN_GROUNDS.includes(ground));
    return reject('GROUND_UNKNOWN', 'HD-4', {
      ground: command.why.slice(0, 40),
      allowed: allowed.join(', '),
    });
  }
  return decided(closing(why, actor.id, command.reason));
}

/** Silence: the pack says what it counts as; who was content at the follow-up has not been silent. */
function lapse(state: Finished, policy: WorkOrderPolicy, { at, actor }: Decision): Answer {
  const lapsesAt = ratingLapsesAt(state, policy);
  if (lapsesAt === null || at < lapsesAt) return reject('NOT_DUE', 'HD-4');
  if (state.verdict.rating !== null) return decided(closing('rated', actor.id));
  const countsAs = policy.pack(state.file.packHash).rating.unratedIs;
  return decided({ type: 'RatingLapsed', countsAs, round: state.file.round }, closing('unrated', actor.id));
}

/**
 * Asked of everybody, granted by the owner of the stage: casework once a unit has acknowledged or an answer
 * is there.
 */
function grantWithdrawal(state: WorkOrder): Answer {
  const owned =
    state.status === 'in-work' ||
    isFinished(state) ||
    state.status === 'held' ||
    (state.status === 'objected' && state.resume !== 'dispatched');
  return owned ? decided(closing('withdrawn', 'casework')) : decided();
}
