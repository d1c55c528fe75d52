// 扣分 (SV-6, SZ 三-3): a ground for which the pack takes points is deducted from the unit, once per rule and
// cause, with the entry it rests on. Where the document names no number of points none is written: that there
// is a deduction is what it says, how much is for the appraisal. What it rested on being taken back, so is
// the deduction.
import type { Pack } from '#policy/pack';
import type { WithdrawalGround } from './appraisal-events';
import type { Deduction, Entry, KnownOversight } from './oversight';
import type { OversightEvent } from './oversight-events';

/** The deductions a new entry brings; none for one without a unit. */
export function deductionsOn(
  { id: entryId, ground, unit, cause }: Pick<Entry, 'id' | 'ground' | 'unit' | 'cause'>,
  { deductions }: KnownOversight,
  pack: Pack,
): readonly OversightEvent[] {
  if (unit === '') return [];
  const known = (rule: string) => deductions.some((one) => one.deduction === rule && one.cause === cause);
  return pack.deductions
    .filter(({ id, when }) => when.includes(ground) && !known(id))
    .map(({ id: deduction, points = 0 }, i) => {
      const deductionNo = deductions.length + 1 + i;
      return { type: 'DeductionRecorded', deductionNo, deduction, ground, unit, points, entryId, cause };
    });
}

/** Takes back what was deducted on an entry. */
export function withdrawnOn(
  entryId: string,
  { deductions }: KnownOversight,
  why: WithdrawalGround,
  cause: string,
): readonly OversightEvent[] {
  return deductions
    .filter((one) => one.entryId === entryId && !one.withdrawn)
    .map((one) => withdrawn(one, why, cause));
}

/** Takes back a deduction. */
export function withdrawn(
  { no: deductionNo, unit }: Deduction,
  why: WithdrawalGround,
  cause: string,
): OversightEvent {
  return { type: 'DeductionWithdrawn', deductionNo, unit, why, cause };
}
