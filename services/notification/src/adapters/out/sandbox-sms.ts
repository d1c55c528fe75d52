// The embedded provider: short messages go to a table everybody may look at, and are delivered when they
// stand in it. A message's own id is its row, so sending it twice is sending it once. Many appeals send at
// the same time; what arrives within one turn of the event loop is written together.
import type { Table } from '#platform/host-ports';
import { type Outbox, type OutboxRow, type Provider, SANDBOX } from '../../app/ports';

/** By appeal, and the latest. */
export const OUTBOX_INDEXES = [['appealId', '-claimedAt'], ['-claimedAt']] as const;

/** Opens the sandbox over a table. */
export function sandboxSms(table: Table<OutboxRow>, now: () => number): Provider & Outbox {
  const put = together<OutboxRow, void>((rows) => table.put(rows));
  const newest = { claimedAt: -1 } as const;
  return {
    name: SANDBOX,
    idempotent: true,
    receipts: false,
    carries: () => true,
    find: async (letters) => letters.map(() => 'not-taken' as const),
    send: async (letters) => {
      const sentAt = now();
      await put(letters.map(({ params: _, ...letter }) => ({ id: letter.messageId, ...letter, sentAt })));
      return letters.map(({ messageId }) => ({ outcome: 'sent', providerId: messageId, delivered: true }));
    },
    ofAppeal: (appealId, limit) => table.find({ appealId }, { sort: newest, limit }),
    latest: (limit) => table.find({}, { sort: newest, limit }),
  };
}

/** Joins the calls of one turn into one; all of them get its answer or its error. */
function together<Item, Answer>(
  run: (items: readonly Item[]) => Promise<Answer>,
): (items: readonly Item[]) => Promise<Answer> {
  let open: { items: Item[]; answer: Promise<Answer> } | undefined;
  return (items) => {
    if (open === undefined) {
      const gathered: Item[] = [];
      const answer = new Promise((resolve) => setImmediate(resolve)).then(() => {
        open = undefined;
        return run(gathered);
      });
      open = { items: gathered, answer };
    }
    open.items.push(...items);
    return open.answer;
  };
}
