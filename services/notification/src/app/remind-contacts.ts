// Sends the reminders of contacts that are due and have not gone out this month. What is refused is tried at
// the next look; one of which nobody knows whether it went out has been sent.
import type { Profile } from '#policy/profile';
import { civilDayOf } from '#working-calendar/civil-day';
import { CONTACT_REMINDER, contactReminders } from '../domain/contact-reminder';
import { type Carrier, handOver } from './carriers';

/** A reminder that went out, by its id. */
export interface Reminded {
  readonly id: string;
  readonly at: number;
}

/** What it needs. */
export interface RemindContactsPorts {
  readonly profile: () => Profile;
  readonly carriers: readonly Carrier[];
  readonly reminded: {
    readonly get: (ids: readonly string[]) => Promise<readonly Reminded[]>;
    readonly put: (rows: readonly Reminded[]) => Promise<void>;
  };
  readonly now: () => number;
}

/** Answers how many went out just now. */
export async function remindContacts(ports: RemindContactsPorts): Promise<number> {
  const at = ports.now();
  const due = contactReminders(ports.profile(), civilDayOf(at));
  if (due.length === 0) return 0;
  const known = new Set((await ports.reminded.get(due.map(({ id }) => id))).map(({ id }) => id));
  const letters = due
    .filter(({ id }) => !known.has(id))
    .map(({ id: messageId, ...letter }) => {
      return {
        messageId,
        appealId: '',
        template: CONTACT_REMINDER,
        channel: 'sms' as const,
        claimedAt: at,
        ...letter,
      };
    });
  const tried = await handOver(letters, ports.carriers, async () => {});
  const out = tried.filter(({ said }) => typeof said !== 'string' && said.outcome !== 'refused');
  if (out.length > 0) await ports.reminded.put(out.map(({ messageId: id }) => ({ id, at })));
  return out.length;
}
