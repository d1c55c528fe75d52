// Time in a simulation. The clock does not run, it jumps to the next instant at which anything happens: an
// act somebody planned, a pause that ends, a document that wants to be looked at. Short timers – sweeps,
// heartbeats, the look before a card – are done at every instant at which a document is due, long ones when
// their period has passed; while something remains due, the clock goes on second by second, as the sweeps
// would.
import type { Timers } from '#platform/runtime/timers';
import { EarliestFirst } from '#testkit/earliest-first';

/** Timers up to this period (ms) only look whether there is something to do. */
const LOOKS_MS = 5000;
const SECOND_MS = 1000;

interface Periodic {
  readonly periodMs: number;
  readonly work: () => void;
  lastAt: number;
}

/** What the clock must know of the town to jump. */
export interface Happenings {
  /** When the next document wants to be looked at (epoch ms). */
  readonly dueAt: () => number | undefined;
  /** Resolves when nothing moves any more. */
  readonly settled: () => Promise<void>;
}

/** A clock that jumps. */
export class VirtualTime implements Timers {
  private readonly looks = new Set<Periodic>();
  private readonly seldom = new Set<Periodic>();
  private readonly planned = new EarliestFirst<() => unknown>();
  /** How often the clock has jumped. */
  jumps = 0;

  constructor(private current: number) {}

  readonly now = (): number => this.current;

  every(periodMs: number, work: () => void): () => void {
    const timer = { periodMs, work, lastAt: this.current };
    const timers = periodMs <= LOOKS_MS ? this.looks : this.seldom;
    timers.add(timer);
    return () => timers.delete(timer);
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.planned.push(this.current + ms, resolve));
  }

  /** Plans something for an instant, to the millisecond; in the past means as soon as possible. */
  plan(at: number, work: () => unknown): void {
    this.planned.push(Math.max(Math.round(at), this.current), work);
  }

  /** Lets happen whatever happens up to and at the instant. */
  async runTo(endAt: number, { dueAt, settled }: Happenings): Promise<void> {
    await settled();
    for (;;) {
      const next = this.next(dueAt());
      if (next === undefined || next > endAt) break;
      this.current = next;
      this.jumps += 1;
      for (let first = this.planned.peek(); first && first.at <= next; first = this.planned.peek())
        await this.planned.pop()?.item();
      if ((dueAt() ?? Number.POSITIVE_INFINITY) <= next) for (const timer of this.looks) timer.work();
      for (const timer of this.seldom) this.perhaps(timer);
      await settled();
    }
    this.current = Math.max(this.current, endAt);
  }

  private next(due: number | undefined): number | undefined {
    const planned = this.planned.peek()?.at;
    const looked = due === undefined ? undefined : due > this.current ? due : this.current + SECOND_MS;
    if (planned === undefined) return looked;
    return looked === undefined ? planned : Math.min(planned, looked);
  }

  private perhaps(timer: Periodic): void {
    if (this.current - timer.lastAt < timer.periodMs) return;
    timer.lastAt = this.current;
    timer.work();
  }
}
