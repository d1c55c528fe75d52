// Folds a read model from the whole journal in memory, to hold the stored one against it.
import type { JournalProbe } from '../journal/ports';
import { type ReadRecord, isUnreadable } from '../journal/record';
import type { AggregateDocument } from '../store/document';
import type { DocumentStore } from '../store/ports';
import type { Vault } from './codec';
import { Projection, type ProjectionSpec } from './projection';

/** The documents that the journal makes of a read model, by key. */
export async function memoryFold<V, E extends { type: string }>(
  spec: ProjectionSpec<V, E>,
  probe: JournalProbe,
  vault: Vault,
): Promise<ReadonlyMap<string, AggregateDocument<V>>> {
  const documents = new Map<string, AggregateDocument<V>>();
  const store: Pick<DocumentStore<V>, 'load' | 'write'> = {
    load: async (ids) =>
      new Map(
        ids.flatMap((id) => (documents.has(id) ? [[id, documents.get(id) as AggregateDocument<V>]] : [])),
      ),
    write: async (writes) =>
      writes.map(({ document }) => (documents.set(document.id, document), 'written' as const)),
  };
  const projection = new Projection(spec, store as DocumentStore<V>, vault);
  await probe.scan(async (items) => {
    await projection.apply(items.filter((item): item is ReadRecord => !isUnreadable(item)));
  });
  return documents;
}
