// 联络员核实提醒: a contact that nobody has confirmed for longer than the profile allows is asked to confirm, and
// so is whom the profile names beside. One reminder a unit, recipient and month: its id says so. No
// appeal is concerned, so nothing stands in the journal.
import { confirmedForDays, isStale } from '#policy/contact-age';
import { holderOfRole } from '#policy/duty';
import type { Profile } from '#policy/profile';

/** A reminder to be sent. */
export interface ContactReminder {
  readonly id: string;
  readonly unit: string;
  /** `unit`, or the role it goes to. */
  readonly recipient: string;
  readonly address: string;
  readonly text: string;
  /** What stands in the text for its variables, for providers that carry templates. */
  readonly params: Readonly<Record<string, string>>;
}

/** The template's name in the outbox. */
export const CONTACT_REMINDER = 'contact-reminder';

/** Reminders that are due on that civil day; who has no phone is not reminded. */
export function contactReminders(profile: Profile, today: string): readonly ContactReminder[] {
  const days = confirmedForDays(profile);
  const roles = profile.contactsRemind ?? [];
  return profile.units
    .filter((unit) => isStale(unit, days, today))
    .flatMap(({ code, name, contact }) => {
      const tail = contact.phone.slice(-4);
      const params = { unit: name, contact: contact.name, tail, confirmedOn: contact.confirmedOn };
      const text =
        `【${profile.title.zh}】${name}联络员${contact.name}（尾号${tail}）` +
        `自${contact.confirmedOn}起未再核实，请确认或更新。`;
      const told = [
        { recipient: 'unit', address: contact.phone },
        ...roles.map((role) => ({ recipient: role, address: holderOfRole(profile, role)?.phone ?? '' })),
      ];
      return told
        .filter(({ address }) => address !== '')
        .map(({ recipient, address }) => {
          const id = `${CONTACT_REMINDER}/${code}/${today.slice(0, 7)}#${recipient}`;
          return { id, unit: code, recipient, address, text, params };
        });
    });
}
