// A read model: one document per key, folded from the events of all writers, decided by nobody. It may be
// thrown away at any time and comes out the same, provided its `evolve` does not depend on the order between
// writers (it keeps what each said apart, or lets the later event time win).
import type { Recorded } from '#kernel/decider';
import type { ReadRecord } from '../journal/record';
import { type AggregateDocument, blankDocument } from '../store/document';
import type { DocumentStore, DocumentWrite } from '../store/ports';
import { type EventCodec, type Vault, openWith } from './codec';
import type { Folder, ParkCause } from './folder';
import { KnownDocuments } from './known-documents';
import { ReaderTooOld } from './step';
import { READER_LEVEL } from '../journal/record';

type Typed = { type: string };

/** An event with the key it is about. */
export interface Keyed<E> {
  readonly key: string;
  readonly recorded: Recorded<E>;
}

/** What makes a read model. */
export interface ProjectionSpec<V, E extends Typed> {
  readonly group: string;
  readonly codec: EventCodec<E>;
  readonly initial: V;
  readonly evolve: (view: V, recorded: Recorded<E>, key: string) => V;
  readonly lookup?: (view: V) => Record<string, string | number>;
  /**
   * Rows beside the document (timeline, facts): written before it, must be idempotent by event id. `views`
   * are the documents as they stand after the events.
   */
  readonly rows?: (events: readonly Keyed<E>[], views: ReadonlyMap<string, V>) => Promise<void>;
  readonly clearRows?: () => Promise<void>;
}

/** A read model at work. */
export class Projection<V, E extends Typed> implements Folder {
  readonly group: string;
  readonly types: readonly string[];
  private readonly known = new KnownDocuments<V>();

  constructor(
    private readonly spec: ProjectionSpec<V, E>,
    private readonly store: DocumentStore<V>,
    private readonly vault: Vault,
  ) {
    this.group = spec.group;
    this.types = spec.codec.types;
  }

  async apply(records: readonly ReadRecord[]): Promise<readonly ParkCause[]> {
    const relevant = records.filter((record) => this.types.includes(record.type));
    const ids = [...new Set(relevant.map((record) => record.key))];
    if (ids.length === 0) return [];
    const [documents, keys] = await Promise.all([this.load(ids), this.vault.keys(ids)]);
    const current = new Map<string, AggregateDocument<V>>(documents);
    const changed = new Set<string>();
    const failed = new Set<string>();
    const fresh: Keyed<E>[] = [];
    const causes: ParkCause[] = [];
    for (const record of relevant) {
      const before = current.get(record.key) ?? blankDocument(record.key, this.spec.initial);
      if (failed.has(record.key) || record.seq <= (before.seen[record.writer] ?? 0)) continue;
      if (record.minReader > READER_LEVEL)
        throw new ReaderTooOld(`${record.type} asks for reader ${record.minReader}`);
      try {
        const event = this.spec.codec.decode(
          record.type,
          record.value,
          openWith(keys.get(record.key), record.id),
        );
        if (event === undefined) continue;
        const recorded = { event, at: record.at, id: record.id, writer: record.writer, seq: record.seq };
        current.set(record.key, this.advance(before, recorded));
        fresh.push({ key: record.key, recorded });
        changed.add(record.key);
      } catch (error) {
        failed.add(record.key);
        causes.push({
          record,
          reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        });
      }
    }
    const views = new Map([...changed].flatMap((id) => viewOf(id, current.get(id))));
    await this.spec.rows?.(fresh, views);
    await this.save([...changed], documents, current);
    return causes;
  }

  private async load(ids: readonly string[]): Promise<ReadonlyMap<string, AggregateDocument<V>>> {
    const known = this.known.of(ids);
    return new Map([...known, ...(await this.store.load(ids.filter((id) => !known.has(id))))]);
  }

  private advance(before: AggregateDocument<V>, recorded: Recorded<E>): AggregateDocument<V> {
    const state = this.spec.evolve(before.state, recorded, before.id);
    const seen = { ...before.seen, [recorded.writer]: recorded.seq };
    const lastAt = Math.max(before.lastAt, recorded.at);
    return { ...before, state, seen, lastAt, lookup: this.spec.lookup?.(state) ?? {} };
  }

  private async save(
    ids: readonly string[],
    before: ReadonlyMap<string, AggregateDocument<V>>,
    after: ReadonlyMap<string, AggregateDocument<V>>,
  ): Promise<void> {
    const writes: DocumentWrite<V>[] = ids.flatMap((id) => {
      const document = after.get(id);
      return document
        ? [{ document: { ...document, version: (before.get(id)?.version ?? 0) + 1 }, appended: [] }]
        : [];
    });
    if (writes.length === 0) return;
    const outcomes = await this.store.write(writes);
    for (const [index, { document }] of writes.entries()) {
      if (outcomes[index] === 'written') this.known.put(document);
      else this.known.forget(document.id);
    }
    if (outcomes.includes('stale'))
      throw new Error(`${this.group}: another reader of the same group writes here`);
  }

  async clear(): Promise<void> {
    this.known.clear();
    await this.store.clear();
    await this.spec.clearRows?.();
  }
}

function viewOf<V>(id: string, document: AggregateDocument<V> | undefined): [string, V][] {
  return document ? [[id, document.state]] : [];
}
