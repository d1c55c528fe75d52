// What time brings about in a case: silence about an answer ends it (HD-4), a step inside the unit that took
// too long is told (HD-9). What follows the rules take from the pack.
import { type WorkOrder, isFinished } from '../domain/work-order';
import type { WorkOrders } from './ports';

/** Does what is due in one case; answers the refusal's code when the rules do not find it due. */
export async function doWhatIsDue(
  appealId: string,
  state: WorkOrder,
  orders: WorkOrders,
): Promise<string | undefined> {
  const outcome = await orders.execute({
    id: appealId,
    command: { type: isFinished(state) ? 'LapseRating' : 'MarkStepOverdue' },
    actor: { role: 'system', id: 'casework' },
  });
  return outcome.ok ? undefined : outcome.rejection.code;
}
