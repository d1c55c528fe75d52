// The documents a decider or a read model wrote last, so that a step on one of them need not read it first.
// What is known may be older than the store, for somebody else may write as well: a write is guarded by the
// version and shows it, and whoever would refuse, or do nothing, because of a known document reads it anew
// before he does.
import { LRUCache } from 'lru-cache';
import type { AggregateDocument, OutboxEntry } from '../store/document';

const MOST = 1000;

/** The last documents written by this process, a thousand at most. */
export class KnownDocuments<S> {
  private readonly kept = new LRUCache<string, AggregateDocument<S>>({ max: MOST });

  get(id: string): AggregateDocument<S> | undefined {
    return this.kept.get(id);
  }

  /** Those of the ids that are known. */
  of(ids: readonly string[]): ReadonlyMap<string, AggregateDocument<S>> {
    const found = new Map<string, AggregateDocument<S>>();
    for (const id of ids) {
      const document = this.kept.get(id);
      if (document) found.set(id, document);
    }
    return found;
  }

  /** The document as it was just written. */
  put(document: AggregateDocument<S>): void {
    this.kept.set(document.id, document);
  }

  forget(id: string): void {
    this.kept.delete(id);
  }

  clear(): void {
    this.kept.clear();
  }

  /** Entries up to `seq` were acknowledged: only the last of all is still needed, for its trace. */
  acknowledged(id: string, seq: number, acked: NonNullable<OutboxEntry['acked']>): void {
    const document = this.kept.get(id);
    if (!document) return;
    const last = document.outbox.at(-1);
    const outbox = document.outbox.flatMap((entry) => {
      if (entry.seq > seq) return [entry];
      return entry === last ? [{ ...entry, acked }] : [];
    });
    this.kept.set(id, { ...document, outbox });
  }
}
