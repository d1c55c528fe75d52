// A queue by time: what is earliest comes first, and of the same instant what was put in first. Finding the
// next of fifty thousand costs what a heap costs, not a look at all of them.

/** A queue by time. */
export class EarliestFirst<T> {
  private readonly heap: { readonly at: number; readonly turn: number; readonly item: T }[] = [];
  private turns = 0;

  get size(): number {
    return this.heap.length;
  }

  /** Puts an item in at an instant (epoch ms). */
  push(at: number, item: T): void {
    this.heap.push({ at, turn: this.turns++, item });
    this.rise(this.heap.length - 1);
  }

  /** The earliest, without taking it. */
  peek(): { readonly at: number; readonly item: T } | undefined {
    return this.heap[0];
  }

  /** Takes the earliest. */
  pop(): { readonly at: number; readonly item: T } | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  clear(): void {
    this.heap.length = 0;
  }

  private before(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.at < b.at || (a.at === b.at && a.turn < b.turn);
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a === undefined || b === undefined) return;
    this.heap[one] = b;
    this.heap[other] = a;
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (this.before(left, least)) least = left;
      if (this.before(right, least)) least = right;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }
}
