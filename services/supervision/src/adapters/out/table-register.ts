// The register and the orders of all cases as rows of tables of the service's own: one row per entry, one per
// order, taken from what is shown of each case. Paging goes by time and id of the last row, so that what
// comes meanwhile neither repeats nor hides one.
import type { Table } from '#platform/host-ports';
import type { Succession } from '#policy/succession';
import type { OrderRow, Register, RegisterQuery, RegisterRow } from '../../app/ports';

/** Newest first, also by unit and by ground. */
export const REGISTER_INDEXES = [['-noticedAt'], ['unit', '-noticedAt'], ['ground', '-noticedAt']] as const;
/** Newest first, also by unit. */
export const ORDER_INDEXES = [['-issuedAt'], ['unit', '-issuedAt']] as const;

type Filter = Record<string, unknown>;

/** The register over two tables; what stands against former units is listed under their successor. */
export function tableRegister(
  entries: Table<RegisterRow>,
  orders: Table<OrderRow>,
  succession: () => Succession,
): Register {
  const ofUnit = (unit: string): Filter => {
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
      const [page, open, cleared] = await Promise.all([
        pageOf(entries, 'noticedAt', filter, query),
        entries.count({ $and: [filter, { open: true }] }),
        entries.count({ $and: [filter, { open: false }] }),
      ]);
      return { ...page, open, cleared };
    },
    orders: ({ unit, state, ...query }) => {
      const running = { status: { $in: ['open', 'answered'] } };
      const ofState = state === 'overdue' ? { status: 'open', overdue: true } : running;
      const filter = { ...ofUnit(unit), ...(state !== '' && ofState) };
      return pageOf(orders, 'issuedAt', filter, query);
    },
    clear: async () => void (await Promise.all([entries.clear(), orders.clear()])),
  };
}

/** An entry belongs to a time in which it came in or went out (YC-5). */
function filterOf({ ground, state, fromAt, toAt }: RegisterQuery): Filter {
  const within = { $gte: fromAt, $lt: toAt };
  return {
    ...(ground !== '' && { ground }),
    ...(state !== '' && { open: state === 'open' }),
    ...(toAt > 0 && { $or: [{ noticedAt: within }, { clearedAt: within }] }),
  };
}

async function pageOf<At extends string, Row extends Record<At, number> & { readonly id: string }>(
  table: Table<Row>,
  at: At,
  filter: Filter,
  { limit, cursor }: { readonly limit: number; readonly cursor: string },
): Promise<{ readonly rows: readonly Row[]; readonly nextCursor: string }> {
  const after = afterCursor(cursor, at);
  const found = await table.find(after ? { $and: [filter, after] } : filter, {
    sort: { [at]: -1, id: -1 },
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return { rows, nextCursor: more ? `${last[at]}/${last.id}` : '' };
}

/** What comes behind a cursor; none for an empty or foreign one, which starts at the newest. */
function afterCursor(cursor: string, at: string): Filter | undefined {
  const [, instant, id] = /^(\d{1,15})\/(.+)$/.exec(cursor) ?? [];
  if (instant === undefined || id === undefined) return undefined;
  return { $or: [{ [at]: { $lt: Number(instant) } }, { [at]: Number(instant), id: { $lt: id } }] };
}
