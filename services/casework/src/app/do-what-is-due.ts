// Does what time brings about in a case; what it is and when, the rules say (what-is-due.ts).
import { whatIsDue } from '../domain/what-is-due';
import type { WorkOrder } from '../domain/work-order';
import type { WorkOrderPolicy } from '../domain/work-order-commands';
import type { WorkOrders } from './ports';

/**
 * Answers the refusal's code when the rules do not find it due; undefined when it is done or nothing is
 * awaited.
 */
export async function doWhatIsDue(
  appealId: string,
  state: WorkOrder,
  { orders, policy }: { readonly orders: WorkOrders; readonly policy: WorkOrderPolicy },
): Promise<string | undefined> {
  const due = whatIsDue(state, policy);
  if (due === null) return undefined;
  const actor = { role: 'system', id: 'casework' };
  const outcome = await orders.execute({ id: appealId, command: due.command, actor });
  return outcome.ok ? undefined : outcome.rejection.code;
}
