// The course of cases as rows of a table, one per event.
import type { Table } from '#platform/host-ports';
import type { Timeline } from '../../app/ports';
import type { TimelineRow } from '../../domain/timeline';

/** Rows of one case are read together, in time order. */
export const TIMELINE_INDEXES: readonly (readonly string[])[] = [['appealId', 'at', 'id']];

/** The latest rows of a case: what was last said counts. */
const MOST_ROWS = 2000;

/** The course over a table. */
export function tableTimeline(table: Table<TimelineRow>): Timeline {
  return {
    of: async (appealId) =>
      (await table.find({ appealId }, { sort: { at: -1, id: -1 }, limit: MOST_ROWS })).toReversed(),
    put: (rows) => table.put(rows),
    clear: () => table.clear(),
  };
}
