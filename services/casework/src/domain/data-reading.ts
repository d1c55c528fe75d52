// 查阅留痕 (HD-8): what was provided is opened by a command, which writes down who opens it and what for before
// anybody reads a word. The side that asked may while the case runs; roles the pack names may at any time; of
// a protected appeal nobody may who may not see who the enterprise is (HD-10).
import { type Decision, decided, reject } from '#kernel/decider';
import type { DataCommand, DataRequestPolicy } from './data-request-commands';
import { type DataAnswer, isAsker, notOpenTo, requestFor } from './data-request-rules';
import { type DataRequests, inHandOf } from './data-requests';

/** Opens what was provided on a request. */
export function readData(
  { requestNo, purpose, atHand }: Extract<DataCommand, { type: 'ReadData' }>,
  state: DataRequests,
  policy: DataRequestPolicy,
  { actor }: Decision,
): DataAnswer {
  const found = requestFor('ReadData', requestNo, state, policy, actor);
  if (!found.ok) return found;
  const hidden = notOpenTo(state, policy, actor);
  if (hidden) return hidden;
  const { stage } = inHandOf(state);
  const named = policy.pack(found.request.packHash).dataRequests?.readBy.includes(actor.role) === true;
  const asker = isAsker(found.request, policy, actor);
  if (!named && !asker) return reject('NOT_YOUR_REQUEST', 'TR-2', { request: String(requestNo) });
  if (!named && stage === 'over') return reject('CLOSED', 'HD-1', { why: 'closed' });
  if (found.request.step !== 'provided') return reject('NOT_PROVIDED', 'HD-8');
  if (purpose.trim() === '') return reject('REASON_MISSING', 'HD-8');
  if (!atHand) return reject('DATA_NOT_AT_HAND', 'HD-8');
  const unit = asker ? found.request.fromUnit : '';
  return decided({ type: 'DataRead', requestNo, unit, role: actor.role, by: actor.id, purpose });
}
