// The delivery log 推送日志: a row for every telling to a platform or a system, as it stood after its last
// attempt. What happened at each attempt stands in the journal; the log has no word of anybody.
import type { Table } from '#platform/host-ports';
import type { DeliveryRow } from '../../app/tell-waiting';

/** Fields the rows are found by. */
export const DELIVERY_INDEXES: readonly (readonly string[])[] = [
  ['-triedAt'],
  ['receiver', '-triedAt'],
  ['state', '-triedAt'],
];

/** The log. */
export interface Deliveries {
  readonly put: (row: DeliveryRow) => Promise<void>;
  /** The latest first; empty words choose nothing. */
  readonly latest: (receiver: string, state: string, limit: number) => Promise<readonly DeliveryRow[]>;
}

/** The log over a table. */
export function deliveryLog(table: Table<DeliveryRow>): Deliveries {
  return {
    put: (row) => table.put([row]),
    latest: (receiver, state, limit) => {
      const filter = { ...(receiver !== '' && { receiver }), ...(state !== '' && { state }) };
      return table.find(filter, { sort: { triedAt: -1 }, limit });
    },
  };
}
