// What every command about data is held against first: is the case there, may this role do it, whose is the
// request, does it still wait (HD-8, TR-2). A merged unit is its successor on either side.
import { type Actor, type Decided, reject } from '#kernel/decider';
import type { DataTemplate } from '#policy/pack-data-requests';
import { type AskedCommand, reachOf } from '#policy/scopes';
import type { DataRequestPolicy, DataRequestRefusal } from './data-request-commands';
import type { DataRequestEvent } from './data-request-events';
import { type DataRequest, type DataRequests, inHandOf } from './data-requests';

/** Answer of the rules. */
export type DataAnswer = Decided<DataRequestEvent, DataRequestRefusal>;
/** A refusal by them. */
export type DataRefusal = Extract<DataAnswer, { ok: false }>;

/**
 * Refuses where the pack of that hash foresees no data, and whom it does not let; no pack: not admitted yet.
 */
export function notLet(
  asked: AskedCommand,
  packHash: string,
  policy: DataRequestPolicy,
  { role }: Actor,
): DataRefusal | undefined {
  if (packHash === '') return reject('NOT_DISPATCHED', 'RT-1');
  const pack = policy.pack(packHash);
  if (pack.dataRequests === undefined) return reject('DATA_NOT_FORESEEN', 'HD-8');
  return reachOf(pack, role, asked) === 'none' ? reject('ROLE_NOT_ALLOWED', 'TR-2', { role }) : undefined;
}

/**
 * Refuses whom the pack does not let see who a protected enterprise is: what is asked for and what is
 * provided would tell him (HD-10).
 */
export function notOpenTo(
  state: DataRequests,
  policy: DataRequestPolicy,
  { role }: Actor,
): DataRefusal | undefined {
  if (state.told.protect !== true) return undefined;
  const may = reachOf(policy.pack(inHandOf(state).packHash), role, 'ReadProtected') === 'all';
  return may ? undefined : reject('PROTECTED', 'HD-10');
}

/** Whether two codes stand for one unit; nobody is of no unit. */
export function isSameUnit(one: string | undefined, other: string, { successorOf }: DataRequestPolicy) {
  return one !== undefined && one !== '' && successorOf(one) === successorOf(other);
}

/** Whether somebody belongs to the side that asked: the unit in whose name it was, or the desk. */
export function isAsker(
  { fromUnit, packHash }: DataRequest,
  policy: DataRequestPolicy,
  { role, unit }: Actor,
): boolean {
  if (fromUnit !== '') return isSameUnit(unit, fromUnit, policy);
  return reachOf(policy.pack(packHash), role, 'RequestData') === 'all';
}

/**
 * The request of that number, if the pack under which it was made lets the actor do that with it: a case that
 * has passed to another programme leaves no request unanswerable (RT-5).
 */
export function requestFor(
  asked: AskedCommand,
  requestNo: number,
  { requests }: DataRequests,
  policy: DataRequestPolicy,
  actor: Actor,
): DataRefusal | { readonly ok: true; readonly request: DataRequest } {
  const request = requests.find(({ no }) => no === requestNo);
  if (!request) return reject('REQUEST_UNKNOWN', 'HD-8', { request: String(requestNo) });
  return notLet(asked, request.packHash, policy, actor) ?? { ok: true, request };
}

/** Refuses what comes after a request was answered, withdrawn or became void. */
export function ended({ no, step }: DataRequest): DataRefusal | undefined {
  return step === 'open' ? undefined : reject('REQUEST_ENDED', 'HD-8', { request: String(no), step });
}

/** The template of a request, by the pack under which it was made. */
export function templateOf(
  { packHash, template }: Pick<DataRequest, 'packHash' | 'template'>,
  policy: DataRequestPolicy,
): DataTemplate | undefined {
  return policy.pack(packHash).dataRequests?.templates.find(({ id }) => id === template);
}
