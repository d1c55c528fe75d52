// What every command to a session is held against first: is the appeal there, may this role do it, is it this
// session, is there still time (KB-5, RT-3, TR-2).
import { type Actor, type Decided, type WrongField, reject } from '#kernel/decider';
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

/** What is wrong with the fields of a command, in the order in which it is told. */
export type WrongOnes = readonly WrongField<DeliberationRefusal>[];

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
  if (session.no !== sessionNo)
    return reject('STALE_SESSION', 'KB-5', { current: String(session.no) }, 'sessionNo');
  if (at >= session.dueAt) return reject('SESSION_OVER', 'KB-5', { lastDay: civilDayOf(session.dueAt - 1) });
  return { ok: true, session: session as Extract<Panel | Meeting, { kind: K }> };
}

/** The end of the pack's period counted from `at`: epoch ms, exclusive. */
export function endOfPeriod(within: string, at: number, pack: Pack, policy: DeliberationPolicy): number {
  const { officeHours } = pack;
  const input = { rule: ruleOf(within), startAt: at, calendar: policy.calendar(), officeHours };
  return computeDeadline(input).deadlineAt ?? at;
}

/** A day that is none, lies behind, or lies after the period's end. */
export function wrongDay(day: string, field: string, at: number, latestAt: number): WrongOnes {
  if (!isCivilDay(day)) return [{ code: 'DATE_UNREAL', field, params: { field } }];
  if (day < civilDayOf(at)) return [{ code: 'DATE_PAST', field, params: { field } }];
  const latest = civilDayOf(latestAt - 1);
  return day > latest ? [{ code: 'DATE_TOO_LATE', field, params: { field, latest } }] : [];
}

/** The end of a day, exclusive. */
export function endOfDay(day: string): number {
  return startOfDay(day) + DAY_MS;
}

/** A name and the field of the command in which it stands. */
interface Named {
  readonly name: string;
  readonly field: string;
}

/** The names of a list with their places, e.g. `units[1]`. */
export function inList(field: string, names: readonly string[]): readonly Named[] {
  return names.map((name, i) => ({ name, field: `${field}[${i}]` }));
}

/** Those that stand in a list a second time. */
export function namedTwice(list: readonly Named[]): WrongOnes {
  return list
    .filter(({ name }, i) => list.findIndex((other) => other.name === name) < i)
    .map(({ name, field }) => ({ code: 'NAMED_TWICE', field, params: { name: shortened(name) } }));
}

/** Those that are no unit of the profile. */
export function unknownUnits(units: readonly Named[], { unitExists }: DeliberationPolicy): WrongOnes {
  return units
    .filter(({ name }) => !unitExists(name))
    .map(({ name, field }) => ({ code: 'UNIT_UNKNOWN', field, params: { unit: shortened(name) } }));
}

/**
 * A complaint is neither put before the unit complained of nor given to it (HD-10). That a unit is only named
 * the desk says, by dispatching to it.
 */
export function wronglyNamed(
  units: readonly Named[],
  { complainedOf = [] }: Matter,
  { successorOf }: DeliberationPolicy,
): WrongOnes {
  const isNamed = (unit: string) => complainedOf.some((one) => successorOf(one) === successorOf(unit));
  return units
    .filter(({ name }) => isNamed(name))
    .map(({ name, field }) => ({ code: 'UNIT_COMPLAINED_OF', field, params: { unit: name } }));
}

/** A sentence that is missing. */
export function unsaid(text: string, field: string): WrongOnes {
  return text.trim() === '' ? [{ code: 'REASON_MISSING', field, params: {} }] : [];
}

/** As much of what was sent for a code as a refusal repeats. */
export function shortened(sent: string): string {
  return sent.slice(0, 40);
}
