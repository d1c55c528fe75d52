// How people above and beside the unit plan: by a draw named after the thing it is about, in office time, and
// only where the pack gives the command to somebody.
import type { Act, Command, Person } from './acts';
import type { Story } from './drawn-appeals';
import { afterOfficeTime } from './office-time';
import { between } from './seeded-draws';
import type { Town } from './unit-behaviour';

const HOUR = 3_600_000;

/** Something that came before people at an instant. */
export interface Seen {
  readonly appealId: string;
  readonly at: number;
  readonly story: Story;
}

/** A draw from 0 up to 1, of one actor for one purpose about one thing of the case. */
export function lot({ story }: Seen, actor: string, purpose: string, about: string, { draw }: Town): number {
  return draw(actor, purpose, `${story.sourceNumber}/${about}`);
}

/** The instant after so many hours of office time, drawn between two bounds. */
export function officeHoursLater(
  { at }: Seen,
  share: number,
  [least, most]: readonly [number, number],
  { calendar }: Town,
): number {
  return afterOfficeTime(at, between(share, least, most) * HOUR, calendar);
}

/** The act, about things that must be open then; nothing when the pack gives it to nobody. */
export function does(
  { appealId }: Seen,
  by: Person | undefined,
  command: Command,
  at: number,
  about?: readonly string[],
): readonly Act[] {
  return by ? [{ at: Math.round(at), appealId, by, command, ...(about && { about }) }] : [];
}
