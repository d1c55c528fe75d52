// How units work. Each has a temperament and mostly follows it: prompt, late, shirking (it objects to what is
// its own), perfunctory (it answers with nothing), silent (it does not answer), weekend (it works every day).
// Any unit objects to what is not its own, mostly in time, and now and then proposes the wrong one.
import type { WorkingCalendar } from '#working-calendar/calendar';
import type { Expert, Post } from '#policy/profile-people';
import type { Act, Command } from './acts';
import * as chain from './chain-behaviour';
import { completion } from './completion-words';
import type { Story } from './drawn-appeals';
import { INCLINATIONS } from './inclinations';
import { afterOfficeTime, atWakingHour } from './office-time';
import { type Offices, handlerOf } from './offices';
import { type Draw, between, chosen } from './seeded-draws';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Office time of a working day: 7.5 hours. */
const OFFICE_DAY = 7.5 * HOUR;
const FOLLOWS_TEMPERAMENT = 0.8;

/** Temperament 作风 of a unit. */
export type Temperament = 'prompt' | 'late' | 'shirking' | 'perfunctory' | 'silent' | 'weekend';

const TEMPERAMENTS: readonly (readonly [Temperament, number])[] = [
  ['prompt', 50],
  ['late', 15],
  ['shirking', 8],
  ['perfunctory', 10],
  ['silent', 5],
  ['weekend', 12],
];

/** What people know who act: the chances, the calendar, the units there are, and who is who under the pack. */
export interface Town {
  readonly draw: Draw;
  readonly calendar: Pick<WorkingCalendar, 'isWorkingDay'>;
  readonly units: readonly string[];
  /** Who may be asked onto a panel. */
  readonly experts: readonly Expert[];
  /** Units of the county 县区 among them. */
  readonly counties: readonly string[];
  /** Who signs in which unit. */
  readonly posts: readonly Post[];
  readonly offices: Offices;
}

/** An order as a unit receives it. `round` counts how often it is before the unit with another answer. */
export interface OrderInHand {
  readonly appealId: string;
  readonly at: number;
  readonly unit: string;
  readonly dispatchNo: number;
  readonly round: number;
}

function temperamentOf(unit: string, { draw }: Town): Temperament {
  return chosen(draw(`unit ${unit}`, 'temperament', ''), TEMPERAMENTS);
}

/** How the unit deals with this order: mostly by its temperament, else as a prompt one. */
export function mannerOf(unit: string, story: Story, town: Town): Temperament {
  const follows = town.draw(`unit ${unit}`, 'manner', story.sourceNumber) < FOLLOWS_TEMPERAMENT;
  return follows ? temperamentOf(unit, town) : 'prompt';
}

/** Everything a unit will do about an order just handed over, or given back to it after an objection. */
export function handleOrder(order: OrderInHand, story: Story, town: Town): readonly Act[] {
  const manner = mannerOf(order.unit, story, town);
  if (manner === 'silent') return [];
  const objection = objectionOf(order, story, town, manner);
  return objection ?? workOn(order, story, town, manner);
}

/** What a unit does when it must keep the order, or has it back: it works on it without objecting. */
export function keepOrder(order: OrderInHand, story: Story, town: Town): readonly Act[] {
  const manner = mannerOf(order.unit, story, town);
  return manner === 'silent' ? [] : workOn(order, story, town, manner);
}

function objectionOf(
  order: OrderInHand,
  story: Story,
  town: Town,
  manner: Temperament,
): readonly Act[] | undefined {
  const { draw, units, calendar } = town;
  const who = `unit ${order.unit}`;
  const about = `${story.sourceNumber}/${order.dispatchNo}`;
  const notItsOwn = order.unit !== story.unit;
  const objects = draw(who, 'objects', about) < (notItsOwn ? 0.85 : manner === 'shirking' ? 0.6 : 0.01);
  if (!objects) return undefined;
  const late = manner === 'late' || draw(who, 'objects-late', about) < 0.1;
  const drawn = draw(who, 'objection', about);
  const after = (late ? between(drawn, 8, 24) : between(drawn, 0.5, 5)) * HOUR;
  const knows = notItsOwn && draw(who, 'knows-better', about) < 0.8;
  const other = units[Math.floor(draw(who, 'other', about) * units.length)] ?? '';
  const mustName = town.offices.units.mustProposeUnit;
  const another = mustName ? (units.find((unit) => unit !== order.unit) ?? '') : '';
  const proposedUnit = knows ? story.unit : other === order.unit ? another : other;
  const reason = notItsOwn ? '不属于本单位职责。' : '建议由其他单位牵头办理。';
  const { dispatchNo } = order;
  return [
    act(
      order,
      'object',
      { dispatchNo, proposedUnit, reason },
      afterOfficeTime(order.at, after, calendar),
      town,
    ),
  ];
}

function workOn(order: OrderInHand, story: Story, town: Town, manner: Temperament): readonly Act[] {
  const { dispatchNo } = order;
  const drawn = drawsFor(order, story, town);
  const everyDay = manner === 'weekend';
  const office = (at: number, ms: number) => afterOfficeTime(at, ms, town.calendar, everyDay);
  const late = manner === 'late';
  const taken = late
    ? office(order.at, between(drawn('acknowledges'), 3, 14) * HOUR)
    : atWakingHour(order.at, between(drawn('acknowledges'), 2, 40) * MINUTE);
  const contacted = late
    ? office(taken, between(drawn('contacts'), 1, 12) * HOUR)
    : atWakingHour(taken, between(drawn('contacts'), 10, 75) * MINUTE);
  const thought = Math.max(contacted, taken) + MINUTE;
  const opinion = late
    ? office(thought, between(drawn('opines'), 6, 20) * HOUR)
    : atWakingHour(thought, between(drawn('opines'), 2, 18) * HOUR);
  const days = late ? between(drawn('completes'), 3.5, 9) : between(drawn('completes'), 0.4, 4.2);
  const completed = Math.max(office(order.at, days * OFFICE_DAY), opinion + 20 * MINUTE);
  const { opinion: owesOpinion } = town.offices.units;
  const text = '已与企业核实情况，拟按规定办理。';
  return [
    act(order, 'acknowledge', { dispatchNo }, taken, town),
    ...contacts(order, contacted, drawn, town),
    ...(owesOpinion ? [act(order, 'opinion', { dispatchNo, text }, opinion, town)] : []),
    ...completing(order, story, completed, town),
  ];
}

/** What a unit does with its part when it assists 协办: now and then it says that it has none. */
export function assistOrder(order: OrderInHand, story: Story, town: Town): readonly Act[] {
  const { unit, dispatchNo, at } = order;
  const about = `${story.sourceNumber}/${dispatchNo}`;
  if (town.draw(`unit ${unit}`, 'refuses-part', about) >= INCLINATIONS.partRefused)
    return keepPart(order, story, town);
  const after = between(town.draw(`unit ${unit}`, 'refuses-part-after', about), 1, 6) * HOUR;
  const another = town.units.find((one) => one !== unit) ?? '';
  const proposedUnit = town.offices.units.mustProposeUnit ? another : '';
  const fields = { dispatchNo, proposedUnit, reason: '本单位在此事项中无职责。' };
  return [act(order, 'object', fields, afterOfficeTime(at, after, town.calendar), town)];
}

/** An assisting unit takes its part on and contributes, a late one late. */
export function keepPart(order: OrderInHand, story: Story, town: Town): readonly Act[] {
  const manner = mannerOf(order.unit, story, town);
  if (manner === 'silent') return [];
  const { dispatchNo } = order;
  const about = `${story.sourceNumber}/${dispatchNo}`;
  const drawn = (purpose: string) => town.draw(`unit ${order.unit}`, purpose, about);
  const taken = atWakingHour(order.at, between(drawn('assists'), 5, 90) * MINUTE);
  const days =
    manner === 'late' ? between(drawn('contributes'), 2, 6) : between(drawn('contributes'), 0.1, 0.9);
  const given = Math.max(taken + MINUTE, afterOfficeTime(order.at, days * OFFICE_DAY, town.calendar));
  const text = '涉及本单位的部分已核实，意见如上，可按此办理。';
  return [
    act(order, 'acknowledge', { dispatchNo }, taken, town),
    act(order, 'contribute', { dispatchNo, text }, given, town),
  ];
}

const WAYS = [
  ['came', 6],
  ['called-then-came', 2],
  ['visit-waived', 2],
  ['called-in-vain', 1],
] as const;

function contacts(
  order: OrderInHand,
  at: number,
  drawn: (purpose: string) => number,
  town: Town,
): readonly Act[] {
  const { dispatchNo } = order;
  const said = { dispatchNo, outcome: 'reached', arrived: false, visitWaived: false, note: '' };
  const { mayWaiveVisit } = town.offices.units;
  switch (chosen(drawn('way-of-contact'), WAYS)) {
    case 'came':
      return [act(order, 'contact', { ...said, arrived: true }, at, town)];
    case 'called-then-came': {
      const comes = at + between(drawn('comes'), 20, 180) * MINUTE;
      return [
        act(order, 'contact', said, at, town),
        act(order, 'contact', { ...said, arrived: true }, comes, town),
      ];
    }
    case 'visit-waived':
      return [act(order, 'contact', { ...said, visitWaived: mayWaiveVisit }, at, town)];
    case 'called-in-vain':
      return [0, 1, 2].map((nth) => {
        const attempt = { ...said, outcome: 'attempt', arrived: nth === 2 };
        return act(order, 'contact', attempt, at + nth * 15 * MINUTE, town);
      });
  }
}

/**
 * Where a contribution is missing, the lead completes all the same and says why; where the pack wants
 * signatures, through the chain.
 */
function completing(order: OrderInHand, story: Story, at: number, town: Town): readonly Act[] {
  const fields = completionOf(order, story, at, town);
  if (town.offices.units.signedBy.length > 0) return chain.draft(chainedOf(order, story, town), fields, at);
  const withoutContributions = '已电话催告协办单位，本单位职责内事项已办结。';
  const without = act(order, 'complete', { ...fields, withoutContributions }, at + MINUTE, town);
  const whenRefused = { CONTRIBUTION_MISSING: without };
  return [{ ...act(order, 'complete', fields, at, town), whenRefused }];
}

/** A draft was given back: it is written again, by another where its drafter took it back himself. */
export function draftAgain(
  order: OrderInHand,
  {
    by,
    draftNo,
    hands,
  }: { readonly by: string; readonly draftNo: number; readonly hands: readonly string[] },
  story: Story,
  town: Town,
): readonly Act[] {
  const chained = chainedOf(order, story, town);
  const at = chain.againAt(chained, { at: order.at, draftNo });
  const tookBack = by === hands[0] ? by : undefined;
  return chain.draft(chained, completionOf(order, story, at, town), at, tookBack);
}

/** A draft lies before the next signer of the unit. */
export function readDraft(
  order: OrderInHand,
  draft: Omit<chain.DraftInHand, 'at'>,
  story: Story,
  town: Town,
): readonly Act[] {
  return chain.read(chainedOf(order, story, town), { ...draft, at: order.at });
}

function chainedOf(order: OrderInHand, story: Story, town: Town): chain.Chained {
  return { order, town, drawn: drawsFor(order, story, town) };
}

function drawsFor({ unit, dispatchNo, round }: OrderInHand, story: Story, { draw }: Town) {
  return (purpose: string) => draw(`unit ${unit}`, purpose, `${story.sourceNumber}/${dispatchNo}/${round}`);
}

function completionOf(order: OrderInHand, story: Story, at: number, town: Town): Command['fields'] {
  const drawn = drawsFor(order, story, town);
  const perfunctory = mannerOf(order.unit, story, town) === 'perfunctory';
  const reached = chosen(drawn('way-of-contact'), WAYS) !== 'called-in-vain';
  const { completionTypes } = town.offices.units;
  const told = completion({ perfunctory, reached, drawn, at, completionTypes }, story);
  return { dispatchNo: order.dispatchNo, ...told };
}

function act(
  { appealId, unit }: OrderInHand,
  name: string,
  fields: Command['fields'],
  at: number,
  town: Town,
): Act {
  return { at, appealId, by: handlerOf(unit, town), command: { door: 'casework', name, fields } };
}
