// 被投诉单位回避 (HD-10): a complaint about a unit never goes to it, neither to lead nor to assist, whoever sends it
// – rule, desk, panel, meeting or audit – nor to the unit it was merged into. Whom it names was recorded when
// it was sorted; naming is not complaining, and telling the two apart is a person's work: whoever dispatches
// may say, with a reason on record, that units are only named. A panel or a meeting may not.
import { natureOf } from '#policy/kinds';
import type { RoutingPolicy } from './routing-commands';
import type { AppealFile, Dispatch } from './routing';
import type { RoutingRefusal } from './routing-commands';
import { type Decided, reject } from '#kernel/decider';

type Refusal = Extract<Decided<never, RoutingRefusal>, { ok: false }>;

/** What a person says of the units he sends a complaint to. */
export interface Said {
  /** It only names them; another is complained of. */
  readonly onlyNamed: boolean;
  readonly reason: string;
}

/**
 * By the pack that governs it; where that does not know its kind, by the one it was admitted under (RT-5).
 */
function natureOfAppeal({ packHash, admittedUnder, kind }: AppealFile, policy: RoutingPolicy): string {
  const nature = natureOf(policy.pack(packHash), kind);
  return nature || admittedUnder === undefined ? nature : natureOf(policy.pack(admittedUnder), kind);
}

/**
 * Codes of the units a complaint names, by its words; none where it is no complaint or its words are erased.
 */
export function namedByComplaint(file: AppealFile, policy: RoutingPolicy): readonly string[] {
  const { wording } = file;
  if (natureOfAppeal(file, policy) !== 'complaint' || wording === 'erased') return [];
  return policy.unitsNamed(`${wording.title}。${wording.content}`);
}

/**
 * Those codes among which the complained-of unit is, as they stood when it was read: recorded, or by its
 * words where it was sorted before they were recorded; the units asked about, where its words are erased and
 * nobody can tell.
 */
function suspected(units: readonly string[], file: AppealFile, policy: RoutingPolicy): readonly string[] {
  if (file.complainedOf !== undefined) return file.complainedOf;
  const unreadable = file.wording === 'erased' && natureOfAppeal(file, policy) === 'complaint';
  return unreadable ? units : namedByComplaint(file, policy);
}

/** Codes of the suspected that these units stand for now. */
function metBy(
  units: readonly string[],
  among: readonly string[],
  { successorOf }: RoutingPolicy,
): readonly string[] {
  return among.filter((code) => units.some((unit) => successorOf(unit) === successorOf(code)));
}

/** Those of the units that must not have the appeal. */
export function complainedOfAmong(
  units: readonly string[],
  file: AppealFile,
  policy: RoutingPolicy,
): readonly string[] {
  const { cleared = [] } = file;
  const left = suspected(units, file, policy).filter((code) => !cleared.includes(code));
  return units.filter((unit) => metBy([unit], left, policy).length > 0);
}

/** The units without those that must not have it; what a person did not choose is left out without a word. */
export function keptFromNone(
  units: readonly string[],
  file: AppealFile,
  policy: RoutingPolicy,
): readonly string[] {
  const kept = complainedOfAmong(units, file, policy);
  return units.filter((unit) => !kept.includes(unit));
}

/** Refuses a unit complained of, unless the person says why it is only named. */
export function complainedOf(
  units: readonly string[],
  { onlyNamed, reason }: Said,
  file: AppealFile,
  policy: RoutingPolicy,
): Refusal | undefined {
  const named = complainedOfAmong(units, file, policy);
  if (named.length === 0) return undefined;
  if (!onlyNamed) return reject('UNIT_COMPLAINED_OF', 'HD-10', { unit: named.join(', ') });
  return reason.trim() === '' ? reject('REASON_MISSING', 'HD-10') : undefined;
}

/** What a dispatch to these units clears of the suspicion, as a field of its event. */
export function clearing(
  units: readonly string[],
  { onlyNamed }: Said,
  file: AppealFile,
  policy: RoutingPolicy,
): { readonly cleared?: readonly string[] } {
  const named = onlyNamed ? complainedOfAmong(units, file, policy) : [];
  const cleared = metBy(named, suspected(units, file, policy), policy);
  return cleared.length === 0 ? {} : { cleared };
}

/**
 * Whether a unit that has it in hand, or helps, has come to be complained of: units were merged since. Only
 * what was recorded counts, so that no older order is taken from a unit to which a person gave it knowingly.
 */
export function heldByComplainedOf(
  { lead, assist }: Dispatch,
  file: AppealFile,
  policy: RoutingPolicy,
): boolean {
  return file.complainedOf !== undefined && complainedOfAmong([lead, ...assist], file, policy).length > 0;
}
