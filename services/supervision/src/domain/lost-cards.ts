// What an outage that becomes known later changes on a docket (SV-2, YC-7): a card given before the lost time
// had run again is taken back, and feedback that was late by the system alone is marked so. On a clock that
// runs, the next card waits for the end as it is known now, be it later or, where an outage was withdrawn,
// sooner; what has stopped and is excused stays excused.
import { type Card, type Clock, type Docket, type KnownDocket, cardOf } from './docket';
import type { DocketPolicy, Say } from './docket-commands';
import { type LostBefore, lostBeforeDeadline, lostBeforeRed } from './lost-time';

/** Counts again what our own outages took from every clock. */
export function countLostTime(docket: Docket, policy: DocketPolicy, say: Say): void {
  if (docket.status === 'waiting') return;
  for (const clock of docket.clocks) {
    if (clock.status === 'running') ofRunning(clock, docket, policy, say);
    else if (!clock.inTime && !clock.lateBySystem) ofStopped(clock, docket, policy, say);
  }
}

function ofRunning(clock: Clock, docket: KnownDocket, policy: DocketPolicy, say: Say): void {
  const lost = lostBeforeDeadline(clock, docket, policy);
  const yellow = standing(clock, 'yellow');
  if (lost === undefined) return;
  if (yellow === undefined) {
    if (recorded(clock, 'yellow', lost) !== undefined) record(clock, 'yellow', lost, say);
    return;
  }
  if (yellow.issuedAt < lost.untilAt) {
    record(clock, 'yellow', lost, say);
    revokeStanding(clock, ['yellow', 'red'], say);
    return;
  }
  const after = lostBeforeRed(clock, docket, policy);
  const red = standing(clock, 'red');
  if (after === undefined) return;
  if (red === undefined ? recorded(clock, 'red', after) !== undefined : red.issuedAt < after.untilAt) {
    record(clock, 'red', after, say);
    revokeStanding(clock, ['red'], say);
  }
}

function ofStopped(
  clock: Extract<Clock, { status: 'stopped' }>,
  docket: KnownDocket,
  policy: DocketPolicy,
  say: Say,
): void {
  // A clock that was taken away can be excused of nothing but its cards.
  if (clock.void && !standing(clock, 'yellow')) return;
  const lost = lostBeforeDeadline(clock, docket, policy);
  if (lost !== undefined && clock.stoppedAt < lost.untilAt) {
    record(clock, 'yellow', lost, say);
    revokeStanding(clock, ['yellow', 'red'], say);
    return;
  }
  const after = standing(clock, 'red') && lostBeforeRed(clock, docket, policy);
  if (after === undefined || clock.stoppedAt >= after.untilAt) return;
  record(clock, 'red', after, say);
  revokeStanding(clock, ['red'], say);
}

function standing(clock: Clock, colour: Card['colour']): Card | undefined {
  const card = cardOf(clock, colour);
  return card?.revoked === false ? card : undefined;
}

/** The end on record that a card of the colour waits for, as far as it is about the same end in law. */
export function recorded(
  clock: Clock,
  colour: Card['colour'],
  { lawfulAt }: Pick<LostBefore, 'lawfulAt'>,
): number | undefined {
  const { lost } = clock;
  return lost?.colour === colour && lost.lawfulAt === lawfulAt ? lost.untilAt : undefined;
}

/** Puts what was lost on record, unless it stands there already. */
export function record(clock: Clock, colour: Card['colour'], lost: LostBefore, say: Say): void {
  const { id: clockId, clock: name, unit } = clock;
  if (recorded(clock, colour, lost) === lost.untilAt) return;
  say({ type: 'TimeLost', clockId, clock: name, unit, colour, ...lost });
}

function revokeStanding(clock: Clock, colours: readonly Card['colour'][], say: Say): void {
  const { id: clockId, unit } = clock;
  for (const card of clock.cards.filter(({ colour, revoked }) => !revoked && colours.includes(colour)))
    say({ type: 'CardRevoked', cardId: card.id, clockId, unit, reason: 'outage' });
}
