// 台账 (SV-5): how an entry comes into the register and out of it. What shows by itself is noticed with the
// event that shows it; what does not, a person states. The same ground about the same thing is one entry.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { GROUNDS, type Ground } from '#policy/pack-words';
import type { Pack } from '#policy/pack';
import type { WithdrawalGround } from './appraisal-events';
import { deductionsOn, withdrawnOn } from './deductions';
import { NOTICED_ONLY } from './grounds';
import { type Entry, type KnownOversight, aboutOrder, openOrders } from './oversight';
import type { OrderCommand, OversightPolicy, OversightRefusal } from './oversight-commands';
import type { ClearanceGround, OversightEvent } from './oversight-events';
import { codeInCase } from './own-unit';

type Answer = Decided<OversightEvent, OversightRefusal>;
type Command<T extends OrderCommand['type']> = Extract<OrderCommand, { type: T }>;

/** What a new entry says. */
export interface NewEntry {
  readonly ground: Ground;
  readonly unit: string;
  readonly cause: string;
  readonly about: string;
  readonly by?: string;
  readonly reason?: string;
}

/** The entry with what the pack deducts for it, unless the register has it already. */
export function noticed(state: KnownOversight, entry: NewEntry, pack: Pack): readonly OversightEvent[] {
  const { ground, unit, about, by = '', reason = '' } = entry;
  const known = state.entries.some(
    (one) => one.ground === ground && one.unit === unit && one.about === about,
  );
  if (known) return [];
  const entryId = `E${state.entries.length + 1}`;
  const { number } = state.course;
  const deducted = deductionsOn({ ...entry, id: entryId }, state, pack);
  return [{ type: 'GroundNoticed', ...entry, entryId, number, by, reason }, ...deducted];
}

/** The entry is open no longer. */
export function clearance(
  { id: entryId, ground, unit }: Entry,
  why: ClearanceGround,
  cause: string,
  by = '',
  reason = '',
): OversightEvent {
  return { type: 'EntryCleared', entryId, ground, unit, why, cause, by, reason };
}

/**
 * An entry whose basis was taken back: with it fall the orders on it, that they had no effect, and what was
 * deducted.
 */
export function clearedWith(
  entry: Entry,
  state: KnownOversight,
  why: WithdrawalGround,
  cause: string,
  by = '',
): readonly OversightEvent[] {
  const orders = openOrders(state).filter((order) => order.entryId === entry.id);
  const abouts = state.orders.filter((order) => order.entryId === entry.id).map(({ no }) => aboutOrder(no));
  const effects = state.entries.filter(({ open, about }) => open && abouts.includes(about));
  const withdrawn = { deadlineAt: 0, nextStep: '', by, reason: '' };
  return [
    ...(entry.open ? [clearance(entry, why, cause, by)] : []),
    ...orders.map(({ no: orderNo, unit }): OversightEvent => {
      return { type: 'OrderRuled', verdict: 'withdrawn', orderNo, unit, ...withdrawn };
    }),
    ...effects.map((effect) => clearance(effect, why, cause, by)),
    ...[entry, ...effects].flatMap(({ id }) => withdrawnOn(id, state, why, cause)),
  ];
}

/** A person states a ground that no rule can notice. */
export function stateGround(
  { ground: word, unit: asked, reason }: Command<'StateGround'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const stated = GROUNDS.filter((one) => !NOTICED_ONLY.includes(one));
  const ground = stated.find((one) => one === word);
  if (ground === undefined)
    return reject('GROUND_NOT_STATED', 'SV-3', { ground: word.slice(0, 40), allowed: stated.join(', ') });
  const unit = asked === '' ? '' : codeInCase(asked, state.course.units, policy);
  if (unit === undefined) return reject('UNIT_NOT_OF_CASE', 'SV-3', { unit: asked });
  if (reason.trim() === '') return reject('REASON_MISSING', 'SV-5');
  const about = `stated/${at}`;
  const entry = { ground, unit, cause: about, about, by: actor.id, reason };
  return decided(...noticed(state, entry, policy.pack(state.packHash)));
}

/** A supervisor takes an entry off the list, with the reason on record. */
export function clearEntry(
  { entryId, reason }: Command<'ClearEntry'>,
  state: KnownOversight,
  { actor }: Decision,
): Answer {
  const entry = openEntry(state, entryId);
  if ('ok' in entry) return entry;
  if (reason.trim() === '') return reject('REASON_MISSING', 'SV-5');
  return decided(clearance(entry, 'ruled', '', actor.id, reason));
}

/** The open entry of that id, or the refusal. */
export function openEntry(
  { entries }: KnownOversight,
  entryId: string,
): Entry | Extract<Answer, { ok: false }> {
  const entry = entries.find(({ id }) => id === entryId);
  if (entry === undefined) return reject('ENTRY_UNKNOWN', 'SV-5', { entry: entryId.slice(0, 40) });
  return entry.open ? entry : reject('ENTRY_CLEARED', 'SV-5', { entry: entryId });
}
