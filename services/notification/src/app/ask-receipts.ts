// Asks the providers whether the network delivered what they took, and takes down what they say: delivered,
// or given up with the network's code. The row is closed after the write, so that a crash in between asks
// again; a message that is further already is not changed a second time.
import { askAt } from '../domain/receipt-times';
import type { Carrier } from './carriers';
import type { Found, MessageFiles, Receipt, Receipts } from './ports';

/** What it needs. */
export interface AskReceiptsPorts {
  readonly files: MessageFiles;
  readonly receipts: Receipts;
  readonly carriers: readonly Carrier[];
  readonly now: () => number;
}

/** Messages asked for in one go. */
const LIMIT = 500;

/** Answers how many are settled now. */
export async function askReceipts({ files, receipts, carriers, now }: AskReceiptsPorts): Promise<number> {
  const due = await receipts.due(now(), LIMIT);
  const closed: Receipt[] = [];
  for (const provider of new Set(due.map((row) => row.provider))) {
    const rows = due.filter((row) => row.provider === provider);
    const carrier = carriers.find((one) => one.provider.name === provider);
    if (carrier && !carrier.open) continue;
    const asked = rows.map((row) => ({ ...row, offeredAt: row.sentAt }));
    const found = carrier ? await carrier.find(asked) : rows.map(() => 'unknown' as const);
    closed.push(...rows.map((row, index) => after(row, found[index] ?? 'silent')));
  }
  await settle(closed, files);
  await receipts.put(closed);
  return closed.filter(({ stands }) => stands !== 'waits').length;
}

/** A provider that did not answer is asked again at the next time without having been asked. */
function after(row: Receipt, found: Found): Receipt {
  if (typeof found !== 'string') {
    if (found.delivered) return { ...row, stands: 'delivered', address: '' };
    if (found.undelivered !== undefined)
      return { ...row, stands: 'undelivered', address: '', trouble: found.undelivered };
  }
  const asked = found === 'silent' ? row.asked : row.asked + 1;
  const next = askAt(row.sentAt, asked);
  if (next === undefined) return { ...row, asked, stands: 'untold', address: '' };
  return { ...row, asked, askAt: Math.max(next, row.askAt + (found === 'silent' ? 60_000 : 0)) };
}

async function settle(rows: readonly Receipt[], files: MessageFiles): Promise<void> {
  for (const appealId of new Set(rows.map((row) => row.appealId))) {
    const mine = rows.filter((row) => row.appealId === appealId);
    const messageIds = mine.filter(({ stands }) => stands === 'delivered').map(({ id }) => id);
    const failed = mine
      .filter(({ stands }) => stands === 'undelivered')
      .map(({ id: messageId, trouble = '' }) => ({ messageId, reason: trouble }));
    if (messageIds.length + failed.length > 0)
      await files.execute(appealId, { type: 'ReportDelivery', messageIds, failed });
  }
}
