// Ends cases about whose answer nobody said a word in time (HD-4). What silence counts as, the rules take
// from the pack.
import type { WorkOrders } from './ports';

/** Lapses the rating of one case; answers the refusal's code when the rules do not find it due. */
export async function lapseRating(appealId: string, orders: WorkOrders): Promise<string | undefined> {
  const outcome = await orders.execute({
    id: appealId,
    command: { type: 'LapseRating' },
    actor: { role: 'system', id: 'casework' },
  });
  return outcome.ok ? undefined : outcome.rejection.code;
}
