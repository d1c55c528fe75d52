// The time to rate 评价期限: it runs from the delivery of the reminder, so that somebody who was never asked is
// never counted as silent (HD-4). How long it is, and what silence counts as, the pack says
// (rating.within).
import { computeDeadline } from '#policy/deadline';
import { ruleOf } from '#policy/rule';
import { keptOpen } from './closing';
import { type WorkOrder, isFinished } from './work-order';
import type { WorkOrderPolicy } from './work-order-commands';

/**
 * When silence about the answer of this round ends the case (epoch ms, exclusive); null while nobody was
 * asked, after the enterprise has spoken, while a person has to look at a dissatisfied one,
 * and while something keeps the case open (closing.ts).
 */
export function ratingLapsesAt(state: WorkOrder, policy: WorkOrderPolicy): number | null {
  if (!isFinished(state)) return null;
  const { reminderAt, rating, followUp, disputed } = state.verdict;
  if (reminderAt === null || rating?.by === 'enterprise') return null;
  const pack = policy.pack(state.file.packHash);
  if (disputed || followUp?.content === false || keptOpen(state, pack) !== undefined) return null;
  const rule = ruleOf(pack.rating.within);
  const calendar = policy.calendar();
  return computeDeadline({ rule, startAt: reminderAt, calendar, officeHours: pack.officeHours }).deadlineAt;
}
