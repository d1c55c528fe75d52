// 联系受保护企业 (HD-10): a unit cannot reach an enterprise it may not know, so what the pack says of contact is not
// its duty then, and no clock of contact runs against it. Where the pack names a role of the platform, that
// role makes the contact and the clock is the platform's; where it names none, nobody is timed.
import type { Pack } from './pack';
import type { Moment } from './pack-words';

const CONTACT: readonly Moment[] = ['contacted', 'arrived', 'contacted-and-arrived'];

/** Whether a clock of the lead waits for its contact with the enterprise. */
export function waitsForContact({ appliesTo, stops }: Pack['clocks'][number]): boolean {
  return (
    appliesTo === 'unit' && stops.some((moment) => CONTACT.includes(moment)) && !stops.includes('completed')
  );
}

/** Who contacts the enterprise instead of the lead; undefined where the lead does, or where nobody must. */
export function contactsInstead(
  { contact }: Pick<Pack, 'contact'>,
  isProtected: boolean,
): string | undefined {
  return isProtected ? contact.ofProtected?.by : undefined;
}
