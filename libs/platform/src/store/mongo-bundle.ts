// Writes that come within two milliseconds, or while the bundle before them is under way, go to the server
// together: one sync of its disk serves them all. When a bundle meets an outage, what waits behind it fails
// at once instead of waiting for an outage of its own.
import { InfrastructureError } from '../infrastructure-error';

const windowMs = 2;
const mostItems = 1000;

interface Waiting<T, R> {
  readonly items: readonly T[];
  resolve(results: readonly (R | Error)[]): void;
  reject(error: unknown): void;
}

/** Joins concurrent calls; `flush` answers each item with its result or with an error of that item alone. */
export class MongoBundle<T, R> {
  private queue: Waiting<T, R>[] = [];
  private flushing = false;

  constructor(private readonly flush: (items: readonly T[]) => Promise<readonly (R | Error)[]>) {}

  /** Hands items in; answers when their bundle is done. */
  add(items: readonly T[]): Promise<readonly (R | Error)[]> {
    if (items.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.queue.push({ items, resolve, reject });
      if (!this.flushing) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.flushing = true;
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    while (this.queue.length > 0) await this.one(this.taken());
    this.flushing = false;
  }

  private taken(): readonly Waiting<T, R>[] {
    let sum = 0;
    const over = this.queue.findIndex(({ items }, index) => {
      sum += items.length;
      return index > 0 && sum > mostItems;
    });
    return this.queue.splice(0, over < 0 ? this.queue.length : over);
  }

  private async one(bundle: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.flush(bundle.flatMap(({ items }) => items));
      let from = 0;
      for (const { items, resolve } of bundle) {
        resolve(results.slice(from, from + items.length));
        from += items.length;
      }
    } catch (error) {
      const also = error instanceof InfrastructureError ? this.queue.splice(0) : [];
      for (const { reject } of [...bundle, ...also]) reject(error);
    }
  }
}
