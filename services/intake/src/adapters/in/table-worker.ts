// Tables that were handed in are taken in one after the other, begun as soon as one is stored and looked for
// every second, so that one which a crash or an absent store interrupted goes on by itself.
import type { Timers } from '#platform/runtime/timers';
import type { IntakePorts } from '../../app/ports';
import { takeTableIn } from '../../app/take-table-in';

const LOOK_EVERY_MS = 1000;

/** Starts; `stop` waits for the part that is being taken in. */
export function startTableWorker(
  ports: IntakePorts,
  timers: Timers,
  onTrouble: (error: unknown) => void,
): { kick(): void; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let stopped = false;
  const all = async (): Promise<void> => {
    for (const table of await ports.tables.atWork()) {
      if (stopped) return;
      await takeTableIn(table, ports, () => stopped);
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
  const stopLooking = timers.every(LOOK_EVERY_MS, kick);
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
