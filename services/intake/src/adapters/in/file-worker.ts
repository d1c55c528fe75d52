// Files that were handed in – tables of units, imports of the register – are taken in one after the other,
// begun as soon as one is stored and looked for now and then, so that one which a crash or an absent store
// interrupted goes on by itself.
import type { Timers } from '#platform/runtime/timers';

/**
 * What is taken in, oldest first; `takeIn` returns early when it is told to stop, and goes on when called
 * again.
 */
export interface WaitingFiles<T> {
  readonly lookEveryMs: number;
  waiting(): Promise<readonly T[]>;
  takeIn(one: T, stopped: () => boolean): Promise<void>;
}

/** Starts; `stop` waits for the part that is being taken in. */
export function startFileWorker<T>(
  files: WaitingFiles<T>,
  timers: Timers,
  onTrouble: (error: unknown) => void,
): { kick(): void; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let stopped = false;
  const all = async (): Promise<void> => {
    for (const one of await files.waiting()) {
      if (stopped) return;
      await files.takeIn(one, () => stopped);
    }
  };
  const kick = (): void => {
    if (running !== undefined || stopped) return;
    running = all()
      .catch(onTrouble)
      .finally(() => {
        running = undefined;
      });
  };
  const stopLooking = timers.every(files.lookEveryMs, kick);
  kick();
  return {
    kick,
    stop: async () => {
      stopped = true;
      stopLooking();
      await running;
    },
  };
}
