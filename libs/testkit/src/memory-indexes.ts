// What the document store in memory finds its documents by: when they want to be looked at, which entries
// wait for the journal or for their 24 hours, and the lookup fields. A question costs what it finds, so that
// fifty thousand documents are no slower to ask than fifty.
import { type AggregateDocument, unpublished } from '#platform/store/document';
import { EarliestFirst } from './earliest-first';

type AnyDocument = Pick<AggregateDocument<unknown>, 'id' | 'nextDueAt' | 'lookup' | 'outbox'>;

/** The indexes of one collection; they hold ids alone. */
export class MemoryIndexes {
  private readonly due = new EarliestFirst<string>();
  private readonly dueAt = new Map<string, number>();
  private readonly waitingSince = new Map<string, number>();
  private readonly kept = new EarliestFirst<string>();
  private readonly keptSince = new Map<string, number>();
  private readonly byField = new Map<string, Map<string | number, Set<string>>>();

  constructor(private readonly fields: readonly string[]) {}

  /** The document stands as `after` from now on. */
  put(before: AnyDocument | undefined, after: AnyDocument): void {
    this.noteDue(after);
    this.noteOutbox(after);
    for (const field of this.fields) {
      const [old, value] = [before?.lookup[field], after.lookup[field]];
      if (old === value) continue;
      if (old !== undefined) this.byField.get(field)?.get(old)?.delete(after.id);
      if (value !== undefined) this.idsOf(field, value).add(after.id);
    }
  }

  /** Entries were acknowledged or dropped. */
  noteOutbox({ id, outbox }: Pick<AnyDocument, 'id' | 'outbox'>): void {
    const first = unpublished({ outbox } as AggregateDocument<unknown>)[0];
    if (first === undefined) this.waitingSince.delete(id);
    else this.waitingSince.set(id, first.at);
    const oldest = outbox.find(({ acked }) => acked !== undefined)?.acked?.at;
    if (oldest === undefined) this.keptSince.delete(id);
    else if (this.keptSince.get(id) !== oldest) {
      this.keptSince.set(id, oldest);
      this.kept.push(oldest, id);
    }
  }

  /** Ids by a lookup field, in the order in which they came to it. */
  find(field: string, value: string | number): Iterable<string> {
    return this.byField.get(field)?.get(value) ?? [];
  }

  /** Ids with unpublished entries, and since when (epoch ms). */
  unpublished(): ReadonlyMap<string, number> {
    return this.waitingSince;
  }

  /** Since when the longest waiting entry waits (epoch ms). */
  oldestUnpublishedAt(): number | undefined {
    let oldest: number | undefined;
    for (const since of this.waitingSince.values()) oldest = Math.min(since, oldest ?? since);
    return oldest;
  }

  /** When the next document wants to be looked at (epoch ms). */
  earliestDue(): number | undefined {
    for (let first = this.due.peek(); first; first = this.due.peek()) {
      if (this.dueAt.get(first.item) === first.at) return first.at;
      this.due.pop();
    }
    return undefined;
  }

  /** Ids due at or before an instant, the longest due first. */
  dueBy(now: number, limit: number): readonly string[] {
    return takenUpTo(this.due, this.dueAt, (at) => at <= now, limit);
  }

  /** Ids whose oldest acknowledged entry is older than an instant. */
  keptBefore(at: number, limit: number): readonly string[] {
    return takenUpTo(this.kept, this.keptSince, (since) => since < at, limit);
  }

  clear(): void {
    for (const index of [this.due, this.dueAt, this.waitingSince, this.kept, this.keptSince, this.byField])
      index.clear();
  }

  private noteDue({ id, nextDueAt }: AnyDocument): void {
    if (nextDueAt === null) this.dueAt.delete(id);
    else if (this.dueAt.get(id) !== nextDueAt) {
      this.dueAt.set(id, nextDueAt);
      this.due.push(nextDueAt, id);
    }
  }

  private idsOf(field: string, value: string | number): Set<string> {
    const values = this.byField.get(field) ?? new Map<string | number, Set<string>>();
    this.byField.set(field, values);
    const ids = values.get(value) ?? new Set<string>();
    values.set(value, ids);
    return ids;
  }
}

/** What is still so is put back: the caller decides whether it is done with. */
function takenUpTo(
  queue: EarliestFirst<string>,
  now: ReadonlyMap<string, number>,
  wanted: (at: number) => boolean,
  limit: number,
): readonly string[] {
  const found = new Map<string, number>();
  for (let first = queue.peek(); first && wanted(first.at) && found.size < limit; first = queue.peek()) {
    queue.pop();
    if (now.get(first.item) === first.at) found.set(first.item, first.at);
  }
  for (const [id, at] of found) queue.push(at, id);
  return [...found.keys()];
}
