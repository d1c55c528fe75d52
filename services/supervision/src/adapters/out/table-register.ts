// The register and the orders of all cases as rows of tables of the service's own: one row per entry, one per
// order, taken from what is shown of each case.
import type { Table } from '#platform/host-ports';
import type { Succession } from '#policy/succession';
import type { OrderRow, Register, RegisterQuery, RegisterRow } from '../../app/ports';

/** Newest first, also by unit and by ground. */
export const REGISTER_INDEXES = [['-noticedAt'], ['unit', '-noticedAt'], ['ground', '-noticedAt']] as const;
/** Newest first, also by unit. */
export const ORDER_INDEXES = [['-issuedAt'], ['unit', '-issuedAt']] as const;

/** The register over two tables; what stands against former units is listed under their successor. */
export function tableRegister(
  entries: Table<RegisterRow>,
  orders: Table<OrderRow>,
  succession: () => Succession,
): Register {
  const ofUnit = (unit: string): Record<string, unknown> => {
    const { codesOf, successorOf } = succession();
    return unit === '' ? {} : { unit: { $in: codesOf(successorOf(unit)) } };
  };
  return {
    put: async (freshEntries, freshOrders) => {
      if (freshEntries.length > 0) await entries.put(freshEntries);
      if (freshOrders.length > 0) await orders.put(freshOrders);
    },
    entries: async (query) => {
      const filter = { ...ofUnit(query.unit), ...filterOf(query) };
      const [rows, open, cleared] = await Promise.all([
        entries.find(filter, { sort: { noticedAt: -1, id: -1 }, limit: query.limit }),
        entries.count({ $and: [filter, { open: true }] }),
        entries.count({ $and: [filter, { open: false }] }),
      ]);
      return { rows, open, cleared };
    },
    orders: ({ unit, state, limit }) => {
      const running = { status: { $in: ['open', 'answered'] } };
      const ofState = state === 'overdue' ? { status: 'open', overdue: true } : running;
      const filter = { ...ofUnit(unit), ...(state !== '' && ofState) };
      return orders.find(filter, { sort: { issuedAt: -1, id: -1 }, limit });
    },
    clear: async () => void (await Promise.all([entries.clear(), orders.clear()])),
  };
}

/** An entry belongs to a time in which it came in or went out (YC-5). */
function filterOf({ ground, state, fromAt, toAt }: RegisterQuery): Record<string, unknown> {
  const within = { $gte: fromAt, $lt: toAt };
  return {
    ...(ground !== '' && { ground }),
    ...(state !== '' && { open: state === 'open' }),
    ...(toAt > 0 && { $or: [{ noticedAt: within }, { clearedAt: within }] }),
  };
}
