// What is looked after ever again while intake runs.
import type { ServiceHost } from '#platform/host-ports';
import type { IntakePorts } from '../../app/ports';
import type { DoorBook } from '../out/door-book';
import type { Doors } from './doors';
import { watchHeld } from './held-watch';

const TIDY_EVERY_MS = 600_000;
const FLUSH_EVERY_MS = 5000;

/** Begins: the book of the doors, pushes that wait, what people left lying. */
export function roundsOf(
  host: ServiceHost,
  { book, doors, ports }: { readonly book: DoorBook; readonly doors: Doors; readonly ports: IntakePorts },
): () => void {
  const stops = [
    host.timers.every(FLUSH_EVERY_MS, () => {
      book.flush().catch((error: unknown) => host.log.error('intake.door-days-wait', error));
    }),
    watchHeld(host, doors.doors, ports),
    host.timers.every(TIDY_EVERY_MS, () => {
      doors.tidy().catch((error: unknown) => host.log.error('intake.tidying-failed', error));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
