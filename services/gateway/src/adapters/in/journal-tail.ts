// Follows the journal from its end for the live stream: a group of this process alone, nothing stored,
// nothing decided. What is missed while it was away is not made up for; a page that was away fetches anew.
import { randomUUID } from 'node:crypto';
import type { Journal } from '#platform/journal/ports';
import { isUnreadable } from '#platform/journal/record';
import type { Change } from './http/live-hub';

const CASE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Starts following; answers how to stop. */
export async function tailJournal(
  journal: Journal,
  onChange: (change: Change) => void,
): Promise<() => Promise<void>> {
  const reader = journal.reader(`gateway.live.${randomUUID()}`);
  const next = new Map<number, number>();
  await reader.run({
    assigned: async (partition) => {
      const end = (await journal.probe.ends()).get(partition) ?? 0;
      const at = Math.min(next.get(partition) ?? end, end);
      next.set(partition, at);
      return at;
    },
    batch: async (partition, items) => {
      for (const item of items) {
        next.set(partition, item.offset + 1);
        if (isUnreadable(item) || !CASE_ID.test(item.key)) continue;
        onChange({ id: item.key, type: item.type.slice(item.type.lastIndexOf('.') + 1), at: item.at });
      }
      return undefined;
    },
  });
  return () => reader.stop();
}
