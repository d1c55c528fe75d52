// 发起与撤回数据调用 (HD-8; CR 二-4): the unit that has the case in hand asks, or the desk does, by a template of the
// pack. The answer is due when the template's period is over; a request that nobody needs is taken back with
// a reason. From a protected appeal only whoever may see who the enterprise is asks (HD-10): what he tells
// the asked unit of it is his to weigh. Nobody asks the unit a complaint is about: it would tell that unit.
import { type Actor, type Decision, decided, reject } from '#kernel/decider';
import { computeDeadline, nearAt } from '#policy/deadline';
import { ruleOf } from '#policy/rule';
import { reachOf } from '#policy/scopes';
import type { DataCommand, DataRequestPolicy } from './data-request-commands';
import {
  type DataAnswer,
  type DataRefusal,
  ended,
  isAsker,
  isSameUnit,
  notLet,
  notOpenTo,
  requestFor,
  templateOf,
} from './data-request-rules';
import { type DataRequests, MOST_REQUESTS, complainedOfIn, inHandOf } from './data-requests';

type Command<T extends DataCommand['type']> = Extract<DataCommand, { type: T }>;

/** Asks another unit for data; a merged unit is asked as its successor. */
export function requestData(
  { template, ofUnit, purpose }: Command<'RequestData'>,
  state: DataRequests,
  policy: DataRequestPolicy,
  { at, actor }: Decision,
): DataAnswer {
  const asking = askingUnit(state, policy, actor);
  if (typeof asking !== 'string') return asking;
  const { packHash } = inHandOf(state);
  const found = templateOf({ packHash, template }, policy);
  if (!found) return reject('TEMPLATE_UNKNOWN', 'HD-8', { template: template.slice(0, 40) });
  const asked = policy.successorOf(ofUnit);
  if (!policy.unitExists(asked)) return reject('UNIT_UNKNOWN', 'RT-1', { unit: ofUnit.slice(0, 40) });
  if (isSameUnit(asked, asking, policy)) return reject('UNIT_IS_ASKING', 'HD-8', { unit: asked });
  if (complainedOfIn(state).some((one) => isSameUnit(asked, one, policy)))
    return reject('UNIT_COMPLAINED_OF', 'HD-10', { unit: asked });
  if (purpose.trim() === '') return reject('REASON_MISSING', 'HD-8');
  const full = alreadyAsked(template, asked, state, policy);
  if (full) return full;
  const { officeHours, dataRequests } = policy.pack(packHash);
  const input = { rule: ruleOf(found.within), startAt: at, calendar: policy.calendar(), officeHours };
  const deadline = computeDeadline(input);
  const dueAt = deadline.deadlineAt ?? at;
  const reminder = (dataRequests?.near && nearAt(dataRequests.near, input, deadline)) ?? dueAt;
  const requestNo = state.requests.length + 1;
  const said = { packHash, template, fromUnit: asking, ofUnit: asked, dueAt, by: actor.id, purpose };
  const reminded = at < reminder && reminder < dueAt ? { nearAt: reminder } : {};
  return decided({ type: 'DataRequested', requestNo, ...said, ...reminded });
}

/** In whose name is asked: the unit's that works on the case, or with an empty code the desk's. */
function askingUnit(state: DataRequests, policy: DataRequestPolicy, actor: Actor): string | DataRefusal {
  const refused =
    notLet('RequestData', inHandOf(state).packHash, policy, actor) ?? notOpenTo(state, policy, actor);
  if (refused) return refused;
  const { stage, unit, acknowledged, packHash } = inHandOf(state);
  if (stage === 'over') return reject('CLOSED', 'HD-1', { why: 'closed' });
  if (stage === 'answered') return reject('ALREADY_COMPLETED', 'HD-3');
  if (reachOf(policy.pack(packHash), actor.role, 'RequestData') === 'all') return '';
  if (unit === '') return reject('NOT_DISPATCHED', 'RT-1');
  if (!isSameUnit(actor.unit, unit, policy)) return reject('NOT_YOUR_UNIT', 'TR-2', { unit });
  return acknowledged ? unit : reject('NOT_ACKNOWLEDGED', 'RT-2');
}

/** The same is not asked of the same unit twice at a time. */
function alreadyAsked(
  template: string,
  ofUnit: string,
  { requests }: DataRequests,
  policy: DataRequestPolicy,
): DataRefusal | undefined {
  const same = requests.find(
    (one) => one.step === 'open' && one.template === template && isSameUnit(ofUnit, one.ofUnit, policy),
  );
  if (same) return reject('ALREADY_ASKED', 'HD-8', { request: String(same.no) });
  return requests.length < MOST_REQUESTS
    ? undefined
    : reject('REQUESTS_FULL', 'HD-8', { most: String(MOST_REQUESTS) });
}

/** Takes a request back that waits for its answer; only the side that asked does. */
export function withdrawDataRequest(
  { requestNo, reason }: Command<'WithdrawDataRequest'>,
  state: DataRequests,
  policy: DataRequestPolicy,
  { actor }: Decision,
): DataAnswer {
  const found = requestFor('RequestData', requestNo, state, policy, actor);
  if (!found.ok) return found;
  if (!isAsker(found.request, policy, actor))
    return reject('NOT_YOUR_REQUEST', 'TR-2', { request: String(requestNo) });
  const over = ended(found.request);
  if (over) return over;
  if (reason.trim() === '') return reject('REASON_MISSING', 'HD-8');
  return decided({ type: 'DataRequestWithdrawn', requestNo, by: actor.id, reason });
}
