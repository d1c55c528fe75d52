// Wakes documents whose time has come. A sweep costs what is due, not what is open; each document is handled
// on its own, an infrastructure error leaves it for the next sweep.
import { AsyncResource } from 'node:async_hooks';
import type { AggregateDocument } from './store/document';
import type { DocumentStore } from './store/ports';

/** What a due worker does, and how often it looks (ms). */
export interface DueWorkerOptions<S> {
  readonly store: DocumentStore<S>;
  readonly everyMs: number;
  readonly atOnce: number;
  readonly now: () => number;
  /** Usually one execute(); it must move the document's nextDueAt or the document comes again. */
  readonly handle: (document: AggregateDocument<S>) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

/** Starts sweeping; `kick` sweeps at once, `stop` waits for the running sweep. */
export function startDueWorker<S>(options: DueWorkerOptions<S>): { kick(): void; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const sweep = async (): Promise<void> => {
    do {
      again = false;
      const due = await options.store.due(options.now(), 500);
      for (let start = 0; start < due.length && !stopped; start += options.atOnce) {
        const part = due.slice(start, start + options.atOnce);
        const results = await Promise.allSettled(part.map((document) => options.handle(document)));
        for (const result of results) if (result.status === 'rejected') options.onTrouble(result.reason);
      }
    } while (again && !stopped);
  };
  // Whoever kicks means his own document; the sweep is about all and must not count as part of his trace.
  const own = new AsyncResource('DueWorker');
  const kick = (): void => own.runInAsyncScope(sweepSoon);
  const sweepSoon = (): void => {
    again = true;
    running ??= sweep()
      .catch(options.onTrouble)
      .finally(() => {
        running = undefined;
        if (again && !stopped) kick();
      });
  };
  const timer = setInterval(kick, options.everyMs);
  return {
    kick,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
