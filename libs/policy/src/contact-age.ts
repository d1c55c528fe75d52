// Whether a unit's contact is still right 联络员核实: a number nobody has checked for long is the reason why an
// order reaches nobody. The profile says how long a confirmation holds.
import { addDays } from '#working-calendar/civil-day';
import type { Profile, Unit } from './profile';

/** Days a confirmation holds under this profile; undefined = for ever. */
export function confirmedForDays({
  contactsConfirmedWithin,
}: Pick<Profile, 'contactsConfirmedWithin'>): number | undefined {
  return contactsConfirmedWithin === undefined ? undefined : Number(contactsConfirmedWithin.split(':')[1]);
}

/** Whether the contact was confirmed more than so many natural days before `today` (a civil day). */
export function isStale(
  { contact }: Pick<Unit, 'contact'>,
  days: number | undefined,
  today: string,
): boolean {
  return days !== undefined && addDays(contact.confirmedOn, days) < today;
}
