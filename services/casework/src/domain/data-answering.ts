// 提供与拒绝数据 (HD-8; CR 二-4): only the unit that was asked answers, once: it fills in what the template names, or
// says on what ground it does not provide. After the due time both are still taken and marked late.
import { type Actor, type Decision, decided, reject } from '#kernel/decider';
import type { DataTemplate } from '#policy/pack-data-requests';
import type { DataCommand, DataRequestPolicy } from './data-request-commands';
import {
  type DataAnswer,
  type DataRefusal,
  ended,
  isSameUnit,
  requestFor,
  templateOf,
} from './data-request-rules';
import type { DataRequest, DataRequests } from './data-requests';

type Command<T extends DataCommand['type']> = Extract<DataCommand, { type: T }>;

/** Provides what was asked for. */
export function provideData(
  { requestNo, fields, text }: Command<'ProvideData'>,
  state: DataRequests,
  policy: DataRequestPolicy,
  { at, actor }: Decision,
): DataAnswer {
  const waiting = waitingFor(requestNo, state, policy, actor);
  if (!waiting.ok) return waiting;
  const { request } = waiting;
  const template = templateOf(request, policy);
  const wrong = template && wrongFields(template, fields);
  if (wrong) return wrong;
  if (template?.fields === undefined && text.trim() === '') return reject('DATA_MISSING', 'HD-8');
  const { fromUnit, ofUnit: unit } = request;
  const answer = { requestNo, fromUnit, unit, by: actor.id, late: at >= request.dueAt };
  return decided({ type: 'DataProvided', ...answer, provided: { fields, text } });
}

/** Says why nothing is provided. */
export function refuseData(
  { requestNo, ground }: Command<'RefuseData'>,
  state: DataRequests,
  policy: DataRequestPolicy,
  { at, actor }: Decision,
): DataAnswer {
  const waiting = waitingFor(requestNo, state, policy, actor);
  if (!waiting.ok) return waiting;
  if (ground.trim() === '') return reject('REASON_MISSING', 'HD-8');
  const { fromUnit, ofUnit: unit, dueAt } = waiting.request;
  return decided({
    type: 'DataRefused',
    ...{ requestNo, fromUnit, unit, by: actor.id, late: at >= dueAt, reason: ground },
  });
}

/** The request, if it waits for an answer of the actor's unit. */
function waitingFor(
  requestNo: number,
  state: DataRequests,
  policy: DataRequestPolicy,
  actor: Actor,
): DataRefusal | { readonly ok: true; readonly request: DataRequest } {
  const found = requestFor('ProvideData', requestNo, state, policy, actor);
  if (!found.ok) return found;
  if (!isSameUnit(actor.unit, found.request.ofUnit, policy))
    return reject('NOT_YOUR_REQUEST', 'TR-2', { request: String(requestNo) });
  return ended(found.request) ?? found;
}

/** What the template demands is there, and nothing it does not name. */
function wrongFields(
  { fields: named = [] }: DataTemplate,
  given: Readonly<Record<string, string>>,
): DataRefusal | undefined {
  const known = named.map(({ id }) => id);
  const strange = Object.keys(given).find((id) => !known.includes(id));
  if (strange !== undefined)
    return reject('DATA_FIELD_UNKNOWN', 'HD-8', { field: strange.slice(0, 40), known: known.join(' ') });
  const missing = named.find(({ id, required }) => required && (given[id] ?? '').trim() === '');
  return missing && reject('DATA_FIELD_MISSING', 'HD-8', { field: missing.id });
}
