// Wakes documents whose time has come: at once those that this process wrote as due, by a sweep all others. A
// sweep costs what is due, not what is open; each document is handled on its own, and an infrastructure error
// leaves it for the next sweep.
import { AsyncResource } from 'node:async_hooks';
import type { Timers } from './runtime/timers';
import type { AggregateDocument } from './store/document';
import type { DocumentStore } from './store/ports';

/** Documents in one look, and documents remembered as due at once; what is more waits for a sweep. */
const MOST = 500;
/** A sweep looks past those that stay due, as far as this. */
const FARTHEST = 16_000;

/** What a due worker does, and how often it sweeps (ms). */
export interface DueWorkerOptions<S> {
  /** The decider whose documents come due. */
  readonly of: {
    readonly store: Pick<DocumentStore<S>, 'due'>;
    onWritten(listener: (document: AggregateDocument<S>) => void): void;
  };
  readonly everyMs: number;
  readonly atOnce: number;
  readonly now: () => number;
  readonly timers: Timers;
  /** Usually one execute(); it must move the document's nextDueAt or the document comes again. */
  readonly handle: (document: AggregateDocument<S>) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

/** Starts with a sweep; `stop` waits for what is being handled. */
export function startDueWorker<S>(options: DueWorkerOptions<S>): { stop(): Promise<void> } {
  const worker = new DueWorker(options);
  options.of.onWritten((document) => worker.written(document));
  worker.sweep();
  const stopSweeping = options.timers.every(options.everyMs, () => worker.sweep());
  return {
    stop: () => {
      stopSweeping();
      return worker.stop();
    },
  };
}

class DueWorker<S> {
  private readonly soon = new Map<string, AggregateDocument<S>>();
  private running: Promise<void> | undefined;
  private sweepWanted = false;
  /** Within a sweep: how far it looks next, and what it has handed out. */
  private limit = MOST;
  private readonly handedOut = new Set<string>();
  private stopped = false;
  /** Whoever wrote means his own document; the work is about all and must not count as part of his trace. */
  private readonly own = new AsyncResource('DueWorker');

  constructor(private readonly options: DueWorkerOptions<S>) {}

  written(document: AggregateDocument<S>): void {
    const { id, nextDueAt } = document;
    this.soon.delete(id);
    if (nextDueAt === null || nextDueAt > this.options.now() || this.soon.size >= MOST) return;
    this.soon.set(id, document);
    this.work();
  }

  sweep(): void {
    this.sweepWanted = true;
    this.work();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private work(): void {
    if (this.running !== undefined || this.stopped) return;
    this.running = this.own.runInAsyncScope(async () => {
      try {
        while ((this.sweepWanted || this.farther || this.soon.size > 0) && !this.stopped) {
          if (this.sweepWanted || this.soon.size === 0) await this.look();
          await this.handle(this.taken());
        }
      } catch (error) {
        this.options.onTrouble(error);
      } finally {
        this.running = undefined;
      }
    });
  }

  private async look(): Promise<void> {
    this.sweepWanted = false;
    const due = await this.options.of.store.due(this.options.now(), this.limit);
    for (const document of due) {
      if (!this.soon.has(document.id) && !this.handedOut.has(document.id))
        this.soon.set(document.id, document);
      this.handedOut.add(document.id);
    }
    const full = due.length === this.limit && this.limit < FARTHEST;
    this.limit = full ? this.limit * 2 : MOST;
    if (!full) this.handedOut.clear();
  }

  /** The last look was full: behind documents that stay due there may be others. */
  private get farther(): boolean {
    return this.limit > MOST;
  }

  private taken(): AggregateDocument<S>[] {
    const part = [...this.soon.values()].slice(0, this.options.atOnce);
    for (const { id } of part) this.soon.delete(id);
    return part;
  }

  private async handle(part: readonly AggregateDocument<S>[]): Promise<void> {
    const results = await Promise.allSettled(part.map((document) => this.options.handle(document)));
    for (const result of results) if (result.status === 'rejected') this.options.onTrouble(result.reason);
  }
}
