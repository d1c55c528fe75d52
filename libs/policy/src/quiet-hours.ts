// Quiet hours 免打扰时段: a text that may wait goes out when they end. What must not wait is said here too: an
// order of 22:00 whose clock counts hours is told at once, whatever the hour (YC-6, HD-9), and so is the
// notice that is the supervision itself (SV-2).
import { DAY_MS, startOfDay, civilDayOf } from '#working-calendar/civil-day';
import { msOfDay } from './office-hours';
import type { PackFile } from './pack';
import type { Path, Report } from './pack-report';
import type { MessagesFile } from './pack-texts';

/** Hours of a day, `HH:mm`; `until` not after `from` is on the next day. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/**
 * When a text of that instant that may wait goes out (epoch ms): at once, or at the end of the quiet hours.
 */
export function endOfQuiet(at: number, quiet: QuietHours | undefined): number {
  if (quiet === undefined) return at;
  const day = startOfDay(civilDayOf(at));
  const [from, until] = [msOfDay(quiet.from), msOfDay(quiet.until)];
  const since = at - day;
  if (from < until) return since >= from && since < until ? day + until : at;
  if (since < until) return day + until;
  return since >= from ? day + DAY_MS + until : at;
}

/** Texts that wait need hours to wait for, and no clock of hours may run while they do. */
export function quietTexts(
  { clocks }: PackFile,
  { messages, quietHours }: MessagesFile,
  report: Report,
): void {
  messages.forEach(({ id, on, to, waits, digest }, i) => {
    if (digest === true && (waits !== true || to === 'enterprise'))
      report('digest-of-one', ['messages', i, 'digest'], { id });
    if (waits !== true) return;
    const path: Path = ['messages', i, 'waits'];
    if (quietHours === undefined) report('waits-without-hours', path, { id });
    const hourly = clocks.find(
      ({ rule, starts }) => rule.startsWith('hours:') && starts.some((moment) => moment === on),
    );
    if (to !== 'enterprise' && hourly) report('waits-while-hours-run', path, { id, clock: hourly.id });
    if (on === 'yellow' || on === 'red') report('notice-waits', path, { id });
  });
}
