// Keeps the lists over all cases in step with what is shown of each: every row of a case that heard something
// is written again, so that a repeat leaves the lists as they are.
import type { OversightView } from '../domain/oversight-view';
import type { Register } from './ports';

/** Writes the rows of the cases `views`. */
export async function foldRegister(
  views: ReadonlyMap<string, OversightView>,
  register: Register,
): Promise<void> {
  const entries = [...views].flatMap(([appealId, view]) =>
    view.entries.map((line) => ({ id: `${appealId}/${line.entryId}`, appealId, ...line })),
  );
  const orders = [...views].flatMap(([appealId, view]) =>
    view.orders.map((sheet) => ({ id: `${appealId}/${sheet.orderNo}`, appealId, ...sheet })),
  );
  await register.put(entries, orders);
}
