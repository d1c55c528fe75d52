// Has files scanned as soon as they are stored and every few seconds, and erases what nobody took.
import type { Timers } from '#platform/runtime/timers';
import type { FilePorts } from '../../app/file-ports';
import { eraseLeftFiles, scanFiles } from '../../app/scan-files';

const LOOK_EVERY_MS = 5000;
const TIDY_EVERY_MS = 600_000;

/** Starts; `stop` waits for the file that is being looked at. */
export function startAttachmentWorker(
  ports: FilePorts,
  appealExists: (id: string) => Promise<boolean>,
  timers: Timers,
  onTrouble: (error: unknown) => void,
): { kick(): void; stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const kick = (): void => {
    again = true;
    if (running !== undefined || stopped) return;
    again = false;
    running = scanFiles(ports, () => stopped)
      .catch((error: unknown) => {
        again = false;
        onTrouble(error);
      })
      .finally(() => {
        running = undefined;
        if (again) kick();
      });
  };
  const tidy = (): void => void eraseLeftFiles(ports, appealExists).catch(onTrouble);
  const stopLooking = timers.every(LOOK_EVERY_MS, kick);
  const stopTidying = timers.every(TIDY_EVERY_MS, tidy);
  kick();
  tidy();
  return {
    kick,
    stop: async () => {
      stopped = true;
      stopLooking();
      stopTidying();
      await running;
    },
  };
}
