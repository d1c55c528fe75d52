// The second place of the data keys 密钥副本. The journal is kept for ever and can rebuild every document, but
// not the keys that open it: were they in the store alone, a store put back to an older copy would leave
// whatever came after it unreadable. Every key, still wrapped, therefore also goes to a compacted topic; at
// the start each place is completed from the other, and a key destroyed in one is destroyed in both. Until
// that is done a key that is not in the store is not known to be absent, and none is made in its stead.
import { InfrastructureError } from '#platform/infrastructure-error';
import type { KeptValue, KeptValues } from '#platform/journal/ports';
import { blankDocument } from '#platform/store/document';
import type { DocumentStore } from '#platform/store/ports';

/** A stored key: wrapped, or the fact that it was destroyed. */
export type StoredKey = { readonly wrapped: string } | { readonly destroyed: true; readonly reason: string };

const POSTED_AT_ONCE = 500;
const AGAIN_MS = 1000;

/** Keeps the two places of the keys alike. */
export class KeyCopies {
  private readonly waiting = new Map<string, StoredKey>();
  private posting: Promise<void> | undefined;
  private complete = false;
  private stopped = false;

  constructor(
    private readonly store: DocumentStore<StoredKey | null>,
    private readonly copies: KeptValues,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Completes both places; when the bus is away it answers after the first attempt and goes on trying. */
  async open(): Promise<void> {
    if (await this.reconciled()) return;
    void this.keepTrying();
  }

  /** Throws while it is not yet known whether a key that the store lacks exists. */
  assertComplete(): void {
    if (!this.complete)
      throw new InfrastructureError('the second place of the data keys has not been read yet');
  }

  /** A key was made or destroyed; its copy is on its way after this. */
  note(id: string, key: StoredKey): void {
    this.waiting.set(id, key);
    this.posting ??= this.post();
  }

  /** Posts what waits, if the bus takes it. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.posting;
  }

  private async keepTrying(): Promise<void> {
    while (!this.stopped && !(await this.reconciled())) await pause(AGAIN_MS);
  }

  private async reconciled(): Promise<boolean> {
    try {
      const copied = new Set<string>();
      await this.copies.readAll(async (page) => {
        for (const { id } of page) copied.add(id);
        await this.complement(page);
      });
      await this.store.each(async (documents) => {
        for (const { id, state } of documents) if (state && !copied.has(id)) this.note(id, state);
      });
      this.complete = true;
      return true;
    } catch (error) {
      this.onTrouble(error);
      return false;
    }
  }

  /** Writes into the store what only the copy has, and destroys what is destroyed there. */
  private async complement(page: readonly KeptValue[]): Promise<void> {
    const last = new Map(page.map(({ id, value }) => [id, JSON.parse(value) as StoredKey]));
    const stored = await this.store.load([...last.keys()]);
    const writes = [...last].flatMap(([id, copy]) => {
      const document = stored.get(id) ?? blankDocument<StoredKey | null>(id, null);
      const known = document.state !== null;
      if (known && document.state && 'destroyed' in document.state) {
        if (!('destroyed' in copy)) this.note(id, document.state);
        return [];
      }
      if (known && !('destroyed' in copy)) return [];
      return [{ document: { ...document, version: document.version + 1, state: copy }, appended: [] }];
    });
    if (writes.length > 0) await this.store.write(writes);
  }

  private async post(): Promise<void> {
    while (this.waiting.size > 0) {
      const part = [...this.waiting].slice(0, POSTED_AT_ONCE);
      try {
        await this.copies.post(part.map(([id, key]) => ({ id, value: JSON.stringify(key) })));
        for (const [id, key] of part) if (this.waiting.get(id) === key) this.waiting.delete(id);
      } catch (error) {
        this.onTrouble(error);
        if (this.stopped) break;
        await pause(AGAIN_MS);
      }
    }
    // In the same turn in which nothing was found: what is noted after that begins anew.
    this.posting = undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
