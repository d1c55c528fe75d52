// Whom the desk names to a panel 专家研判 (KB-5). Mostly it knows its experts: it leaves out who has left and who
// is of the unit that has the matter. Now and then it goes by the list as it hangs on the wall, whose field
// it is first. Told that somebody cannot sit, it asks those who are of no unit at all. What the rules make of
// it is not its concern.
import { holdsOn } from '#policy/holds-on';
import type { Expert } from '#policy/profile-people';
import { civilDayOf } from '#working-calendar/civil-day';
import { INCLINATIONS } from './inclinations';
import { type Seen, lot } from './planning';
import type { Town } from './unit-behaviour';

/** The panel to be named: on a matter that `unit` has, at an instant (epoch ms), of so many. */
export interface PanelSought {
  readonly seen: Seen;
  readonly about: string;
  readonly unit: string;
  readonly at: number;
  readonly count: number;
}

/** Ids of those it names first. */
export function namedFirst(sought: PanelSought, town: Town): readonly string[] {
  const { seen, unit, at, count } = sought;
  const drawn = inDrawnOrder(sought, town);
  const today = civilDayOf(at);
  if (lot(seen, 'desk', 'goes-by-list', sought.about, town) >= INCLINATIONS.panelByList)
    return idsOf(
      drawn.filter((one) => holdsOn(one, today) && (unit === '' || one.unit !== unit)).slice(0, count),
    );
  const ofField = ({ fields }: Expert) => fields.includes(seen.story.topic);
  return idsOf([...drawn.filter(ofField), ...drawn.filter((one) => !ofField(one))].slice(0, count));
}

/** Ids of those it names instead: of no unit. */
export function namedInstead(sought: PanelSought, town: Town): readonly string[] {
  const drawn = inDrawnOrder(sought, town);
  return idsOf(
    drawn
      .filter((one) => holdsOn(one, civilDayOf(sought.at)) && one.unit === undefined)
      .slice(0, sought.count),
  );
}

function inDrawnOrder({ seen, about }: PanelSought, town: Town): readonly Expert[] {
  const placed = town.experts.map(
    (expert) => [lot(seen, expert.id, 'is-asked', about, town), expert] as const,
  );
  return placed.sort(([one], [other]) => one - other).map(([, expert]) => expert);
}

function idsOf(experts: readonly Expert[]): readonly string[] {
  return experts.map(({ id }) => id);
}
