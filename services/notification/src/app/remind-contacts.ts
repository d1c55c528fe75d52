// Sends the reminders of contacts that are due and have not gone out this month. What the provider refuses is
// tried at the next look.
import type { Profile } from '#policy/profile';
import { civilDayOf } from '#working-calendar/civil-day';
import { CONTACT_REMINDER, contactReminders } from '../domain/contact-reminder';
import type { SmsProvider } from './ports';

/** What it needs. */
export interface RemindContactsPorts {
  readonly profile: () => Profile;
  readonly provider: SmsProvider;
  readonly now: () => number;
}

/** Answers how many went out just now. */
export async function remindContacts({ profile, provider, now }: RemindContactsPorts): Promise<number> {
  const claimedAt = now();
  const due = contactReminders(profile(), civilDayOf(claimedAt));
  if (due.length === 0) return 0;
  const known = await provider.find(due.map(({ id }) => id));
  const letters = due
    .filter(({ id }) => !known.has(id))
    .map(({ id: messageId, ...letter }) => {
      return { messageId, appealId: '', template: CONTACT_REMINDER, claimedAt, ...letter };
    });
  const answers = letters.length === 0 ? [] : await provider.send(letters);
  return answers.filter(({ outcome }) => outcome === 'sent').length;
}
