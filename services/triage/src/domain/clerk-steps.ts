// What a clerk does at the desk 分办台: dispatches to a unit, answers from the library, takes a dispatch back
// (RT-1). A command quotes the dispatch the person saw; an older one is refused. Once a unit has
// acknowledged, casework owns the appeal and triage is refused, except that whom the pack lets may
// still take a dispatch back by ruling.
import { type Actor, type Decided, type Decision, decided, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { reachOf } from '#policy/scopes';
import { type AppealFile, type Routing, dispatchOf } from './routing';
import type { ClerkCommand, RoutingPolicy, RoutingRefusal } from './routing-commands';
import type { RoutingEvent } from './routing-events';
import { clearing, complainedOf } from './complained-of';
import { onDesk, uncheckedFacts } from './sort-appeal';

/** Answer of triage's rules. */
export type Answer = Decided<RoutingEvent, RoutingRefusal>;
/** A refusal by triage's rules. */
export type Refusal = Extract<Answer, { ok: false }>;
type Command<T extends ClerkCommand['type']> = Extract<ClerkCommand, { type: T }>;

/**
 * Within this time of the hand-over, and before it was acknowledged, a recall leaves no mark on the unit: 10
 * min.
 */
const UNMARKED_RECALL_MS = 10 * 60_000;

/** Refuses whom the pack does not let; before admission no pack speaks, and the stage refuses by itself. */
export function notAllowed(
  { type }: ClerkCommand,
  { file }: Routing,
  policy: RoutingPolicy,
  { role }: Actor,
): Refusal | undefined {
  if (file.packHash === '' || reachOf(policy.pack(file.packHash), role, type) !== 'none') return undefined;
  return reject('ROLE_NOT_ALLOWED', 'TR-2', { role });
}

/**
 * After as many dispatches as the pack allows only those who speak for the body it names may send the appeal
 * on (RT-2).
 */
export function pingPong(file: AppealFile, { objection }: Pack, { role }: Actor): Refusal | undefined {
  if (file.sent < objection.stopAfter || objection.then === 'desk') return undefined;
  if (objection.ruledBy.includes(role)) return undefined;
  return reject('PING_PONG_STOPPED', 'RT-2', { count: String(file.sent), body: objection.then });
}

const RULED: Readonly<Record<Exclude<Pack['objection']['then'], 'desk'>, string>> = {
  panel: '专家研判裁定',
  'lead-designation': '指定牵头单位',
  'joint-meeting': '联席会议确定',
};

/**
 * Why a unit gets an appeal that had gone to and fro to the pack's limit: the body the pack names has ruled
 * (RT-2, SZ 二-3); else as given.
 */
export function whyOf({ sent }: AppealFile, { objection }: Pack, otherwise: string): string {
  return sent < objection.stopAfter || objection.then === 'desk' ? otherwise : RULED[objection.then];
}

/** Refuses a unit that does not exist or no longer does, and a lead that should assist itself. */
export function wrongUnits(
  lead: string,
  assist: readonly string[],
  policy: RoutingPolicy,
): Refusal | undefined {
  const unknown = [lead, ...assist].find((unit) => !policy.unitExists(unit));
  if (unknown !== undefined) {
    const successor = policy.successorOf(unknown);
    if (successor !== unknown) return reject('UNIT_SUCCEEDED', 'RT-1', { unit: unknown, successor });
    return reject('UNIT_UNKNOWN', 'RT-1', { unit: unknown.slice(0, 40) });
  }
  return assist.includes(lead) ? reject('ASSIST_IS_LEAD', 'RT-3', { unit: lead }) : undefined;
}

/** Units as they are now, each once: one that became part of another is that other, one that is gone none. */
export function asTheyAreNow(
  units: readonly string[],
  { successorOf, unitExists }: Pick<RoutingPolicy, 'successorOf' | 'unitExists'>,
): readonly string[] {
  return [...new Set(units.map((unit) => successorOf(unit)))].filter((unit) => unitExists(unit));
}

/** Where the facts are checked before grading, no unit gets it earlier (HD-7; CD 二-3). */
function factsFirst(file: AppealFile, policy: RoutingPolicy): Refusal | undefined {
  const role = uncheckedFacts(file, policy.pack(file.packHash));
  return role === undefined ? undefined : reject('FACTS_NOT_CHECKED', 'HD-7', { role });
}

/** From the desk, or from an objection, which is thereby upheld. */
export function dispatch(
  command: Command<'DispatchAppeal'>,
  state: Routing,
  policy: RoutingPolicy,
  { actor }: Decision,
): Answer {
  const { lead, why } = command;
  const assist = [...new Set(command.assist)];
  const units = [lead, ...assist];
  const said = { onlyNamed: command.onlyNamed === true, reason: why };
  const refused =
    notAllowed(command, state, policy, actor) ?? (state.status === 'objected' ? undefined : notOnDesk(state));
  if (refused) return refused;
  const wrong =
    pingPong(state.file, policy.pack(state.file.packHash), actor) ??
    factsFirst(state.file, policy) ??
    wrongUnits(lead, assist, policy) ??
    complainedOf(units, said, state.file, policy);
  if (wrong) return wrong;
  const dispatchNo = state.file.dispatchNo + 1;
  const event = {
    type: 'AppealDispatched' as const,
    dispatchNo,
    lead,
    assist,
    decidedBy: actor.id,
    why: whyOf(state.file, policy.pack(state.file.packHash), ''),
    reason: why,
    ...clearing(units, said, state.file, policy),
  };
  return state.status === 'objected' ? outOfObjection(event, state, policy, actor) : decided(event);
}

/** A dispatch to another unit upholds the objection in hand. */
function outOfObjection(
  event: Extract<RoutingEvent, { type: 'AppealDispatched' }>,
  { dispatch: { no: dispatchNo, lead: unit } }: Extract<Routing, { status: 'objected' }>,
  policy: RoutingPolicy,
  { id: decidedBy }: Actor,
): Answer {
  const { lead } = event;
  if (lead === policy.successorOf(unit)) return reject('SAME_UNIT', 'RT-2', { unit: lead });
  const ruled = { dispatchNo, unit, upheld: true, decidedBy, note: '' };
  return decided<RoutingEvent>({ type: 'ObjectionRuled', ...ruled }, event);
}

/** 直接解答 by a clerk, with an article in force (KB-2). His choice is certain, hence the score 1. */
export function answer(
  command: Command<'AnswerAppeal'>,
  state: Routing,
  policy: RoutingPolicy,
  { actor, at }: Decision,
): Answer {
  const { articleId } = command;
  const refused = notAllowed(command, state, policy, actor) ?? notOnDesk(state);
  if (refused) return refused;
  if (!policy.articleInForce(articleId, at))
    return reject('ARTICLE_NOT_IN_FORCE', 'KB-2', { article: articleId.slice(0, 40) });
  return decided({ type: 'AnsweredDirectly', articleId, score: 1 });
}

/** 撤回派单: a wrong dispatch is taken back to the desk; its clocks end. */
export function recall(
  command: Command<'RecallDispatch'>,
  state: Routing,
  policy: RoutingPolicy,
  { actor, at }: Decision,
): Answer {
  const { dispatchNo, reason } = command;
  const refused =
    notAllowed(command, state, policy, actor) ??
    staleDispatch(state, dispatchNo) ??
    notRecallable(state, policy, actor);
  if (refused) return refused;
  if (reason.trim() === '') return reject('REASON_MISSING', 'RT-1');
  const current = dispatchOf(state);
  if (current === null) return reject('NOT_DISPATCHED', 'RT-1');
  const withoutMark = state.status === 'dispatched' && at - current.at <= UNMARKED_RECALL_MS;
  const unit = current.lead;
  const event = { dispatchNo, unit, decidedBy: actor.id, withoutMark, reason };
  return decided({ type: 'DispatchRecalled', ...event }, onDesk('recalled'));
}

function notRecallable(state: Routing, policy: RoutingPolicy, { role }: Actor): Refusal | undefined {
  switch (state.status) {
    case 'dispatched':
      return undefined;
    case 'in-work':
      return reachOf(policy.pack(state.file.packHash), role, 'RecallDispatch') === 'all'
        ? undefined
        : reject('NOT_OWNER', 'RT-1', { owner: 'casework' });
    case 'objected':
      return reject('OBJECTION_PENDING', 'RT-2');
    case 'answered':
      return reject('NOT_OWNER', 'RT-1', { owner: 'casework' });
    case 'closed':
      return reject('CLOSED', 'HD-1', { why: state.why });
    case 'received':
    case 'sorting':
    case 'desk':
      return reject('NOT_DISPATCHED', 'RT-1');
  }
}

/** A command that quotes another dispatch than the one in force is told its number. */
export function staleDispatch(state: Routing, dispatchNo: number): Refusal | undefined {
  const current = dispatchOf(state);
  if (current === null || current.no === dispatchNo) return undefined;
  return reject('STALE_DISPATCH', 'RT-1', { current: String(current.no) }, 'dispatchNo');
}

function notOnDesk(state: Routing): Refusal | undefined {
  switch (state.status) {
    case 'desk':
      return undefined;
    case 'received':
      return reject('NOT_ADMITTED', 'IN-5');
    case 'sorting':
      return reject('STILL_SORTING', 'RT-1');
    case 'dispatched':
      return reject('ALREADY_DISPATCHED', 'RT-1', {
        current: String(state.dispatch.no),
        unit: state.dispatch.lead,
      });
    case 'objected':
      return reject('OBJECTION_PENDING', 'RT-2');
    case 'in-work':
    case 'answered':
      return reject('NOT_OWNER', 'RT-1', { owner: 'casework' });
    case 'closed':
      return reject('CLOSED', 'HD-1', { why: state.why });
  }
}
