// Which clocks are for an appeal of the urgent class, and which for all others (RT-6).
import type { Clock } from './pack';

/** Whether a clock runs for an appeal: some are for urgent ones alone, some for all but those. */
export function runsFor({ onlyIf }: Pick<Clock, 'onlyIf'>, urgent: boolean): boolean {
  return onlyIf === undefined || (onlyIf === 'urgent') === urgent;
}
