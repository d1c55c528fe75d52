// The messages providers have taken, in a table of this service.
import type { Table } from '#platform/host-ports';
import type { Receipt, Receipts } from '../../app/ports';

/** What is due, and the latest. */
export const RECEIPT_INDEXES = [['stands', 'askAt'], ['-claimedAt']] as const;

/** Opens them over the table. */
export function receiptsIn(table: Table<Receipt>): Receipts {
  return {
    put: (rows) => (rows.length === 0 ? Promise.resolve() : table.put(rows)),
    due: (now, limit) => table.find({ stands: 'waits', askAt: { $lte: now } }, { sort: { askAt: 1 }, limit }),
    latest: (limit) => table.find({}, { sort: { claimedAt: -1 }, limit }),
  };
}
