// The rules of overseeing a case in one value (SV-3 … SV-6, HD-11): what people may do about it, what an
// event of the others shows or clears, and what is due.
import { type Decider, type Decision, type Recorded, decided, reject, unreachable } from '#kernel/decider';
import { reachOf } from '#policy/scopes';
import { giveFindings, mendAnswer, ruleMending } from './check-steps';
import { clearedBy } from './clearing';
import { fileContest, ruleContest } from './contest-steps';
import { checkOn } from './drawing';
import { evolveOversight } from './evolve-oversight';
import { groundsIn } from './grounds';
import { waitingRungs } from './ladder';
import { answerOrder, issueOrder, ruleOrder, withoutEffect } from './order-steps';
import { type KnownOversight, NO_OVERSIGHT, type Oversight } from './oversight';
import type {
  OversightCommand,
  OversightPolicy,
  OversightRefusal,
  PersonCommand,
  Say,
} from './oversight-commands';
import type { OversightCause, OversightEvent } from './oversight-events';
import { clearEntry, clearance, clearedWith, noticed, stateGround } from './register-steps';
import { recordOutcome, recordTransfer } from './transfer-steps';

/** Writer of the overseeing's events in the journal. */
export const OVERSIGHT_WRITER = 'supervision.oversight';

/** 督办考评 */
export const oversightDecider: Decider<
  Oversight,
  OversightCommand,
  OversightEvent,
  OversightCause,
  OversightPolicy,
  OversightRefusal
> = {
  initial: NO_OVERSIGHT,
  evolve: evolveOversight,
  decide(command, state, policy, decision) {
    if (state.status === 'waiting') return reject('NOT_ADMITTED', 'SV-3');
    if (command.type === 'TakeNews')
      return told(state, decision, (now, say) => take(command.news, now, policy, say));
    if (command.type === 'TakeDue')
      return told(state, decision, (now, say) => takeDue(now, policy, decision.at, say));
    const { role } = decision.actor;
    if (reachOf(policy.pack(state.packHash), role, command.type) === 'none')
      return reject('ROLE_NOT_ALLOWED', 'TR-2', { role });
    return decideByPerson(command, state, policy, decision);
  },
};

function decideByPerson(
  command: PersonCommand,
  state: KnownOversight,
  policy: OversightPolicy,
  decision: Decision,
) {
  switch (command.type) {
    case 'StateGround':
      return stateGround(command, state, policy, decision);
    case 'ClearEntry':
      return clearEntry(command, state, decision);
    case 'IssueOrder':
      return issueOrder(command, state, policy, decision);
    case 'AnswerOrder':
      return answerOrder(command, state, policy, decision);
    case 'RuleOrder':
      return ruleOrder(command, state, policy, decision);
    case 'RecordTransfer':
      return recordTransfer(command, state, policy, decision);
    case 'RecordTransferOutcome':
      return recordOutcome(command, state, decision);
    case 'GiveFindings':
      return giveFindings(command, state, policy, decision);
    case 'MendAnswer':
      return mendAnswer(command, state, policy, decision);
    case 'RuleMending':
      return ruleMending(command, state, policy, decision);
    case 'FileContest':
      return fileContest(command, state, policy, decision);
    case 'RuleContest':
      return ruleContest(command, state, policy, decision);
    default:
      return unreachable(command);
  }
}

type Now = () => KnownOversight;

/** Rules one after the other, each on what the ones before it said. */
function told(before: KnownOversight, { at }: Decision, rules: (now: Now, say: Say) => void) {
  let state = before;
  const events: OversightEvent[] = [];
  const say: Say = (event) => {
    const recorded = { event, at: at + events.length, id: '', writer: OVERSIGHT_WRITER, seq: 0 };
    state = evolveOversight(state, recorded) as KnownOversight;
    events.push(event);
  };
  rules(() => state, say);
  return decided(...events);
}

/** First what is over, then what is new. */
function take(news: Recorded<OversightCause>, now: Now, policy: OversightPolicy, say: Say): void {
  const { event, id } = news;
  const pack = policy.pack(now().packHash);
  for (const { entry, why } of clearedBy(event, now())) {
    const events = why === 'card-revoked' ? clearedWith(entry, now(), why, id) : [clearance(entry, why, id)];
    for (const one of events) say(one);
  }
  for (const shown of groundsIn(event, now().course, pack))
    for (const one of noticed(now(), { ...shown, cause: id }, pack)) say(one);
  const check = checkOn(news, now(), pack);
  if (check !== undefined) say(check);
}

function takeDue(now: Now, policy: OversightPolicy, at: number, say: Say): void {
  const pack = policy.pack(now().packHash);
  for (const order of runningOrders(now()).filter(({ deadlineAt }) => deadlineAt <= at)) {
    const { no: orderNo, unit, deadlineAt } = order;
    say({ type: 'OrderOverdue', orderNo, unit, deadlineAt });
    for (const event of withoutEffect(order, now(), pack)) say(event);
  }
  for (const { no: checkNo, unit, deadlineAt } of runningChecks(now()))
    if (deadlineAt <= at) say({ type: 'MendingOverdue', checkNo, unit, deadlineAt });
  for (const { step, entry } of waitingRungs(now(), policy).filter(({ fromAt }) => fromAt <= at)) {
    const { id: entryId, ground, unit, cause } = entry;
    say({ type: 'StepProposed', step: step.id, entryId, ground, unit, role: step.by, cause });
  }
}

function runningOrders({ orders }: KnownOversight) {
  return orders.filter(({ status, overdue }) => status === 'open' && !overdue);
}

function runningChecks({ checks }: KnownOversight) {
  return checks.filter(({ status, overdue }) => status === 'mending' && !overdue);
}

/** When a case is to be looked at next (epoch ms), if ever. */
export function oversightDueAt(state: Oversight, policy: OversightPolicy): number | null {
  if (state.status === 'waiting') return null;
  const instants = [
    ...[...runningOrders(state), ...runningChecks(state)].map(({ deadlineAt }) => deadlineAt),
    ...waitingRungs(state, policy).map(({ fromAt }) => fromAt),
  ];
  return instants.length === 0 ? null : Math.min(...instants);
}

/** What an event of another brings about by itself, once the pack is known; of most it is nothing. */
export function reactToNews(
  news: Recorded<OversightCause>,
  state: Oversight,
  policy: OversightPolicy,
): OversightCommand | undefined {
  if (state.status === 'waiting') return undefined;
  const pack = policy.pack(state.packHash);
  const concerns =
    groundsIn(news.event, state.course, pack).length > 0 ||
    clearedBy(news.event, state).length > 0 ||
    checkOn(news, state, pack) !== undefined;
  return concerns ? { type: 'TakeNews', news } : undefined;
}
