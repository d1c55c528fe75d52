// Where requests for data stand, as rows of a table: whom they are addressed to, whether they wait, until
// when. What they say is read from the case file.
import type { Table } from '#platform/host-ports';
import type { DataRequestIndex, DataRequestPlace } from '../../app/ports';
import { afterCursor, cursorOf } from './cursor';

/** A row; its id is `appealId/no`. */
export interface DataRequestRow extends DataRequestPlace {
  readonly id: string;
}

/** What a unit looks at: its requests in the order in which they are due. */
export const DATA_REQUEST_INDEXES: readonly (readonly string[])[] = [
  ['ofUnit', 'step', 'dueAt', 'id'],
  ['step', 'dueAt', 'id'],
];

/** The index over a table. */
export function tableDataRequests(table: Table<DataRequestRow>): DataRequestIndex {
  return {
    find: async ({ units, state, limit, cursor }) => {
      const filter = {
        ...(units.length > 0 && { ofUnit: { $in: [...units] } }),
        ...(state !== '' && { step: 'open' }),
        ...(state === 'overdue' && { overdue: true }),
      };
      const after = afterCursor(cursor, { field: 'dueAt', id: 'id', direction: 1 });
      const rows = await table.find(after ? { $and: [filter, after] } : filter, {
        sort: { dueAt: 1, id: 1 },
        limit: limit + 1,
      });
      const places = rows.slice(0, limit);
      const last = places.at(-1);
      return { places, nextCursor: rows.length > limit && last ? cursorOf(last.dueAt, last.id) : '' };
    },
    put: (places) => table.put(places.map((place) => ({ id: `${place.appealId}/${place.no}`, ...place }))),
    clear: () => table.clear(),
  };
}
