// Watches the pushes that wait for a person (IN-1): how many there are is a figure, and one that has waited
// beyond the desk clock of its programme is said to the operator, for an enterprise stands behind it.
import type { ServiceHost } from '#platform/host-ports';
import type { IntakePorts } from '../../app/ports';
import { listHeld } from '../../app/list-held';
import { HELD_MOST } from '../../app/hold-push';

const LOOK_EVERY_MS = 60_000;

/** Watches until it is stopped. */
export function watchHeld(
  host: Pick<ServiceHost, 'now' | 'timers' | 'metrics' | 'log'>,
  doors: () => readonly string[],
  ports: Pick<IntakePorts, 'appeals'>,
): () => void {
  let held = 0;
  const look = async (): Promise<void> => {
    const waiting = await listHeld(doors(), HELD_MOST, ports);
    held = waiting.length;
    const late = waiting.filter(({ dueAt }) => dueAt > 0 && dueAt < host.now());
    if (late.length > 0) host.log.warn('intake.held-pushes-wait', { count: late.length });
  };
  const run = () => {
    look().catch((error: unknown) => host.log.error('intake.held-watch-failed', error));
  };
  run();
  const stops = [host.timers.every(LOOK_EVERY_MS, run), host.metrics.observe('zt_held_pushes', () => held)];
  return () => {
    for (const stop of stops) stop();
  };
}
