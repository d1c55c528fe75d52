// Reads the journal into the facts. The seqs per appeal and writer are kept with the facts, in the same
// transaction: what comes again, in whatever order between the writers, changes nothing.
import type { Pack } from '#policy/pack';
import { READER_LEVEL, type ReadRecord } from '#platform/journal/record';
import type { Folder, ParkCause } from '#platform/runtime/folder';
import { NotYet, ReaderTooOld } from '#platform/runtime/step';
import type { FactFolding, FoldedTo } from '../../app/ports';
import type { FactWrite } from '../../domain/fact-tables';
import { factsOf } from '../../domain/facts-of';
import { factWire } from '../mapping/fact-wire';

/** Reader group of the facts. */
export const FACTS_GROUP = 'analytics.facts';

/** The folder of the facts. */
export class FactsReader implements Folder {
  readonly group = FACTS_GROUP;
  readonly unhurried = true;
  readonly types = factWire.types;

  constructor(
    private readonly facts: FactFolding,
    private readonly packOf: (hash: string) => Pack,
  ) {}

  async apply(records: readonly ReadRecord[]): Promise<readonly ParkCause[]> {
    const seen = await this.seenBefore(records);
    const before = new Map(seen);
    const failed = new Set<string>();
    const writes: FactWrite[] = [];
    const causes: ParkCause[] = [];
    for (const record of records) {
      const name = `${record.key} ${record.writer}`;
      if (failed.has(record.key) || record.seq <= (seen.get(name)?.seq ?? 0)) continue;
      try {
        writes.push(...this.factsOf(record));
        seen.set(name, { key: record.key, writer: record.writer, seq: record.seq });
      } catch (error) {
        if (error instanceof NotYet || error instanceof ReaderTooOld) throw error;
        failed.add(record.key);
        causes.push({ record, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    const risen = [...seen].filter(([name, { seq }]) => seq !== before.get(name)?.seq).map(([, one]) => one);
    await this.facts.write({ writes, seen: risen, foldedTo: foldedTo(records) });
    return causes;
  }

  clear(): Promise<void> {
    return this.facts.startRebuild();
  }

  private async seenBefore(records: readonly ReadRecord[]) {
    const keys = [...new Set(records.map(({ key }) => key))];
    const rows = await this.facts.seen(keys);
    return new Map(rows.map((row) => [`${row.key} ${row.writer}`, row]));
  }

  /** Every event is seen, so that any can be covered; only some are facts. */
  private factsOf({ key, type, value, at, id, writer, seq, minReader }: ReadRecord): readonly FactWrite[] {
    if (!this.types.includes(type)) return [];
    if (minReader > READER_LEVEL) throw new ReaderTooOld(`${type} asks for reader ${minReader}`);
    const event = factWire.decode(type, value, (box) => box);
    if (event === undefined) return [];
    return factsOf(key, { event, at, id, writer, seq }, this.packOf);
  }
}

function foldedTo(records: readonly ReadRecord[]): readonly FoldedTo[] {
  const partitions = new Map<number, FoldedTo>();
  for (const { partition, offset, at } of records) {
    const known = partitions.get(partition);
    const next = Math.max(offset + 1, known?.next ?? 0);
    partitions.set(partition, { partition, next, newestAt: Math.max(at, known?.newestAt ?? 0) });
  }
  return [...partitions.values()];
}
