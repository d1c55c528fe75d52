// The end of a loaded history. A journal that was lived elsewhere is loaded whole and read like any other;
// what it leaves open – a deadline that passed, a message nobody sent – belongs to that past. Senders and
// sweeps start behind this marker: they answer for what comes after it alone.
import type { ServiceHost } from './host-ports';

/** When the history was loaded (epoch ms); 0 where the instance has lived everything itself. */
export function historyLoadedAt(host: Pick<ServiceHost, 'setting'>): number {
  return Number(host.setting('ZT_HISTORY_LOADED_AT') ?? 0);
}
