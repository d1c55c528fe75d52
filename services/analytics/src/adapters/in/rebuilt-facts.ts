// The facts once more from the journal's start, by the reader that runs in production, in memory.
import type { JournalProbe } from '#platform/journal/ports';
import { isUnreadable, type ReadRecord } from '#platform/journal/record';
import type { Pack } from '#policy/pack';
import type { FactSums } from '../../app/compare-facts';
import type { FactFolding } from '../../app/ports';
import { FactsReader } from './facts-reader';

/** Facts in memory that can be summed and thrown away. */
export interface PassingFacts extends FactFolding {
  open(): Promise<void>;
  sums(): Promise<FactSums>;
  close(): Promise<void>;
}

/** The sums of everything in the journal. A key that is parked takes no later event, here as there. */
export async function rebuiltSums(
  probe: JournalProbe,
  packOf: (hash: string) => Pack,
  facts: PassingFacts,
): Promise<FactSums> {
  const reader = new FactsReader(facts, packOf);
  const parked = new Set<string>();
  await facts.open();
  try {
    await probe.scan(async (items) => {
      const records = items.filter(
        (item): item is ReadRecord => !isUnreadable(item) && !parked.has(item.key),
      );
      for (const { record } of await reader.apply(records)) parked.add(record.key);
    });
    return await facts.sums();
  } finally {
    await facts.close();
  }
}
