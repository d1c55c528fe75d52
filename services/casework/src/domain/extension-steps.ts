// 延期: a unit that cannot keep the deadline asks for more time before it has passed, and whoever the pack
// names rules on it, with an end or with a reason (HD-2). How often, how far and on which clock is the
// pack's; a pack without the setting knows no extension. A ruling may come after the deadline: the wait was
// not the unit's.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import { DAY_MS, civilDayOf, isCivilDay, startOfDay } from '#working-calendar/civil-day';
import { type Order, type WorkOrder, hasCompleted, orderOf } from './work-order';
import type { RulingCommand, UnitCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;
type Refusal = Extract<Answer, { ok: false }>;
type Request = Extract<UnitCommand, { type: 'RequestExtension' }>;
type InWork = Extract<WorkOrder, { status: 'in-work' }>;

/** What the pack grants for an order: the deadline as it stands, and how far it may be moved. */
interface Terms {
  readonly clock: string;
  readonly times: number;
  readonly ruledBy: readonly string[];
  readonly deadlineAt: number;
  readonly latestAt: number;
}

/** The unit asks, once at a time and before the deadline. */
export function requestExtension(
  { wishedOn, reason }: Request,
  { file, order }: InWork,
  policy: WorkOrderPolicy,
  { at, actor }: Decision,
): Answer {
  const terms = termsOf(order, policy.pack(file.packHash), policy);
  if (terms === undefined) return reject('EXTENSION_NOT_FORESEEN', 'HD-2');
  const { wishedOn: pending = '', granted = 0 } = order.extension ?? {};
  if (pending !== '') return reject('EXTENSION_PENDING', 'HD-2', { wishedOn: pending });
  if (granted >= terms.times) return reject('EXTENSION_USED', 'HD-2', { times: String(terms.times) });
  if (at >= terms.deadlineAt)
    return reject('DEADLINE_PASSED', 'HD-2', { lastDay: lastDayOf(terms.deadlineAt) });
  if (reason.trim() === '') return reject('REASON_MISSING', 'HD-2');
  const wrong = wrongEnd(wishedOn, 'wishedOn', terms);
  if (wrong) return wrong;
  const { clock, deadlineAt } = terms;
  const asked = { by: actor.id, round: file.round, clock, wishedOn, deadlineAt, reason };
  return decided({ type: 'ExtensionRequested', dispatchNo: order.no, unit: order.unit, ...asked });
}

/** Whom the pack names grants it with an end, or refuses it with a reason. */
export function ruleExtension(
  { dispatchNo, granted, untilOn, reason }: Extract<RulingCommand, { type: 'RuleExtension' }>,
  state: WorkOrder,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Answer {
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  const order = orderOf(state);
  if (order === null) return reject('NOT_DISPATCHED', 'RT-1');
  const terms = termsOf(order, policy.pack(state.file.packHash), policy);
  if (terms === undefined) return reject('EXTENSION_NOT_FORESEEN', 'HD-2');
  if (!terms.ruledBy.includes(actor.role)) return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  if (dispatchNo !== order.no)
    return reject('STALE_DISPATCH', 'RT-1', { current: String(order.no) }, 'dispatchNo');
  if (hasCompleted(state)) return reject('ALREADY_COMPLETED', 'HD-3');
  const wishedOn = order.extension?.wishedOn ?? '';
  if (wishedOn === '') return reject('NO_EXTENSION_ASKED', 'HD-2');
  const { clock } = terms;
  const { no, unit } = order;
  const ruled = { dispatchNo: no, unit, by: actor.id, round: state.file.round, clock, granted, reason };
  if (!granted)
    return reason.trim() === ''
      ? reject('REASON_MISSING', 'HD-2')
      : decided({ type: 'ExtensionRuled', ...ruled, untilOn: '', deadlineAt: 0 });
  const until = untilOn === '' ? wishedOn : untilOn;
  const wrong = wrongEnd(until, 'untilOn', terms);
  if (wrong) return wrong;
  return decided({ type: 'ExtensionRuled', ...ruled, untilOn: until, deadlineAt: endOf(until) });
}

function wrongEnd(day: string, field: string, { deadlineAt, latestAt }: Terms): Refusal | undefined {
  if (!isCivilDay(day)) return reject('DATE_UNREAL', 'HD-2', { field });
  if (endOf(day) <= deadlineAt)
    return reject('EXTENSION_NOT_LATER', 'HD-2', { lastDay: lastDayOf(deadlineAt) });
  if (endOf(day) > latestAt) return reject('EXTENSION_TOO_LONG', 'HD-2', { latest: lastDayOf(latestAt) });
  return undefined;
}

/** Undefined when the pack foresees no extension, or its clock has no end that could be moved. */
function termsOf(order: Order, pack: Pack, policy: WorkOrderPolicy): Terms | undefined {
  const { extension, officeHours } = pack;
  const rule = pack.clocks.find(({ id }) => id === extension?.clock)?.rule;
  if (extension === undefined || rule === undefined) return undefined;
  const input = { rule: ruleOf(rule), startAt: order.at, calendar: policy.calendar(), officeHours };
  const counted = computeDeadline(input).deadlineAt;
  const longest = computeDeadline({ ...input, extensions: [ruleOf(extension.atMost)] }).deadlineAt;
  if (counted === null || longest === null) return undefined;
  const { clock, times, ruledBy } = extension;
  const deadlineAt = Math.max(counted, order.extension?.untilAt ?? 0);
  return { clock, times, ruledBy, deadlineAt, latestAt: endOf(lastDayOf(longest)) };
}

/** The end of a day, exclusive. */
function endOf(day: string): number {
  return startOfDay(day) + DAY_MS;
}

/** The last day that lies before an exclusive end. */
function lastDayOf(at: number): string {
  return civilDayOf(at - 1);
}
