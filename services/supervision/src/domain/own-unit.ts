// 机构合并更名: what stands against a unit that was merged stands against the one it became. That one answers,
// mends and contests it, and an order on it may name either; what is written keeps the code the case knows.
import type { Actor } from '#kernel/decider';
import type { OversightPolicy } from './oversight-commands';

type Succession = Pick<OversightPolicy, 'successorOf'>;

/** Whether the actor speaks for this unit as it is now; nobody is of no unit. */
export function isOfUnit({ unit = '' }: Actor, whose: string, { successorOf }: Succession): boolean {
  return unit !== '' && successorOf(unit) === successorOf(whose);
}

/** The code by which the case knows a unit: its own, or one that stands for the same unit now. */
export function codeInCase(
  unit: string,
  units: readonly string[],
  { successorOf }: Succession,
): string | undefined {
  return units.includes(unit) ? unit : units.find((one) => successorOf(one) === successorOf(unit));
}
