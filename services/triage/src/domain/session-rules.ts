// What every command to a session is held against first: is the appeal there, may this role do it, is it this
// session, is there still time (KB-5, RT-3, TR-2).
import { type Actor, type Decided, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import { reachOf } from '#policy/scopes';
import { DAY_MS, civilDayOf, isCivilDay, startOfDay } from '#working-calendar/civil-day';
import type { Deliberation, Matter, Meeting, Panel } from './deliberation';
import type { DeliberationPolicy, DeliberationRefusal, SessionCommand } from './deliberation-commands';
import type { DeliberationEvent } from './deliberation-events';

/** Answer of a deliberation's rules. */
export type SessionAnswer = Decided<DeliberationEvent, DeliberationRefusal>;
/** A refusal by them. */
export type SessionRefusal = Extract<SessionAnswer, { ok: false }>;

/** Refuses what comes before admission or after the end, and whom the pack does not let. */
export function notOpen(
  { type }: SessionCommand,
  { matter }: Deliberation,
  policy: DeliberationPolicy,
  { role }: Actor,
): SessionRefusal | undefined {
  if (matter.packHash === '') return reject('NOT_ADMITTED', 'IN-5');
  if (reachOf(policy.pack(matter.packHash), role, type) === 'none')
    return reject('ROLE_NOT_ALLOWED', 'TR-2', { role });
  return matter.stage === 'over' ? reject('CLOSED', 'HD-1', { why: 'closed' }) : undefined;
}

/** One session at a time. */
export function sessionPending(state: Deliberation): SessionRefusal | undefined {
  return state.status === 'sitting'
    ? reject('SESSION_PENDING', 'KB-5', { session: String(state.session.no) })
    : undefined;
}

/** The session of that kind and number that sits now, with time left at `at`. */
export function sittingNow<K extends 'panel' | 'joint-meeting'>(
  kind: K,
  sessionNo: number,
  state: Deliberation,
  at: number,
): SessionRefusal | { readonly ok: true; readonly session: Extract<Panel | Meeting, { kind: K }> } {
  if (state.status !== 'sitting' || state.session.kind !== kind) return reject('NO_SESSION', 'KB-5');
  const { session } = state;
  if (session.no !== sessionNo) return reject('STALE_SESSION', 'KB-5', { current: String(session.no) });
  if (at >= session.dueAt) return reject('SESSION_OVER', 'KB-5', { lastDay: civilDayOf(session.dueAt - 1) });
  return { ok: true, session: session as Extract<Panel | Meeting, { kind: K }> };
}

/** The end of the pack's period counted from `at`: epoch ms, exclusive. */
export function endOfPeriod(within: string, at: number, pack: Pack, policy: DeliberationPolicy): number {
  const { officeHours } = pack;
  const input = { rule: ruleOf(within), startAt: at, calendar: policy.calendar(), officeHours };
  return computeDeadline(input).deadlineAt ?? at;
}

/** Refuses a day that is none, lies behind, or lies after the period's end. */
export function wrongDay(
  day: string,
  field: string,
  at: number,
  latestAt: number,
): SessionRefusal | undefined {
  if (!isCivilDay(day)) return reject('DATE_UNREAL', 'KB-5', { field });
  if (day < civilDayOf(at)) return reject('DATE_PAST', 'KB-5', { field });
  const latest = civilDayOf(latestAt - 1);
  return day > latest ? reject('DATE_TOO_LATE', 'KB-5', { field, latest }) : undefined;
}

/** The end of a day, exclusive. */
export function endOfDay(day: string): number {
  return startOfDay(day) + DAY_MS;
}

/**
 * A complaint is neither put before the unit complained of nor given to it (HD-10). That a unit is only named
 * the desk says, by dispatching to it.
 */
export function wronglyNamed(
  units: readonly string[],
  { complainedOf = [] }: Matter,
  { successorOf }: DeliberationPolicy,
): SessionRefusal | undefined {
  const named = units.filter((unit) => complainedOf.some((one) => successorOf(one) === successorOf(unit)));
  return named.length === 0 ? undefined : reject('UNIT_COMPLAINED_OF', 'HD-10', { unit: named.join(', ') });
}

/** The first that stands in a list twice. */
export function namedTwice(names: readonly string[]): SessionRefusal | undefined {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  return twice === undefined ? undefined : reject('NAMED_TWICE', 'KB-5', { name: twice.slice(0, 40) });
}
