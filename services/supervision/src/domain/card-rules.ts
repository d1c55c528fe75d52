// Reminders and cards (SV-1, SV-2, YC-7). A yellow card 黄牌 is shown when a deadline and the grace after it
// have passed without feedback; it is the platform's supervision notice. A red one 红牌 follows when the pack's
// time after that notice has passed too, so that a late yellow moves the red. Each is shown once for a
// deadline. Only the unit a clock is about is carded: the lead on its own clocks, an assisting unit on those
// of its part (RT-3). While the State Council's notice of a year is awaited its deadlines are provisional,
// and nobody is carded for one.
import { cardsFalling } from './cards-falling';
import { type Counted, recount, ruleOfClock } from './counting';
import { type Docket, type KnownDocket, type RunningClock, cardIdOf, cardOf, runningOf } from './docket';
import type { DocketPolicy, Say } from './docket-commands';
import { record, recorded } from './lost-cards';
import { lostBeforeDeadline, lostBeforeRed, redAfter, redLawfulAt } from './lost-time';

/**
 * A card that is due by the clock alone, the end in law, and the instant that must have passed for it: that
 * end, or the later one with the time our own outages took, as far as that is on record.
 */
export interface CardDue {
  readonly clockId: string;
  readonly colour: 'yellow' | 'red';
  readonly lawfulAt: number;
  readonly passedAt: number;
}

function mayBeCarded(clock: RunningClock, docket: KnownDocket, policy: DocketPolicy): boolean {
  if (clock.provisional) return false;
  const rule = ruleOfClock(docket, clock.clock, policy);
  if (rule?.yellow !== true) return false;
  const isLead = docket.course.leads[clock.dispatchNo] === clock.unit;
  return clock.unit === '' || isLead !== (rule.appliesTo === 'assist');
}

/** The next card of a running clock, whether or not its time has come. */
function nextCard(clock: RunningClock, docket: KnownDocket, policy: DocketPolicy): CardDue | undefined {
  const { deadlineAt } = clock;
  if (deadlineAt === null || !mayBeCarded(clock, docket, policy)) return undefined;
  const yellow = cardOf(clock, 'yellow');
  if (yellow === undefined) return cardAfter(clock, 'yellow', deadlineAt, policy);
  const red = cardOf(clock, 'red');
  // A red card that was taken back with an earlier yellow one says nothing about what follows a later one.
  if (yellow.revoked || (red !== undefined && red.issuedAt > yellow.issuedAt)) return undefined;
  const lawfulAt = redLawfulAt(clock, yellow, docket, policy);
  return lawfulAt === undefined ? undefined : cardAfter(clock, 'red', lawfulAt, policy);
}

function cardAfter(
  clock: RunningClock,
  colour: CardDue['colour'],
  lawfulAt: number,
  policy: DocketPolicy,
): CardDue | undefined {
  const passedAt = recorded(clock, colour, { lawfulAt }) ?? lawfulAt;
  return behindPast({ clockId: clock.id, colour, lawfulAt, passedAt }, policy);
}

function behindPast(due: CardDue, { pastUntil = 0 }: DocketPolicy): CardDue | undefined {
  return due.passedAt > pastUntil ? due : undefined;
}

/** Cards whose time plus grace has come at `at`. */
export function cardsDue(docket: Docket, policy: DocketPolicy, at: number): readonly CardDue[] {
  if (docket.status === 'waiting') return [];
  return runningOf(docket)
    .map((clock) => nextCard(clock, docket, policy))
    .filter((due): due is CardDue => due !== undefined && at >= due.passedAt + policy.graceMs);
}

/** When the docket is to be looked at next (epoch ms), if ever. */
export function nextLookAt(docket: Docket, policy: DocketPolicy): number | null {
  if (docket.status === 'waiting') return null;
  const instants = runningOf(docket).flatMap((clock) => {
    const card = nextCard(clock, docket, policy);
    const reminder = reminderAt(clock, policy);
    return [...(card ? [card.passedAt + policy.graceMs] : []), ...(reminder === null ? [] : [reminder])];
  });
  return instants.length === 0 ? null : Math.min(...instants);
}

/** A reminder comes once, and not after a card. */
function reminderAt(clock: RunningClock, { pastUntil = 0 }: DocketPolicy): number | null {
  const { reminded, deadlineAt, nearAt } = clock;
  if (reminded || cardOf(clock, 'yellow') || deadlineAt === null || deadlineAt <= pastUntil) return null;
  return nearAt;
}

/**
 * Gives the reminders that are due, and those due cards whose clocks are among `mayCard`; where our own
 * outages took time, that is put on record instead, and the card waits.
 */
export function issueDue(
  docket: Docket,
  policy: DocketPolicy,
  mayCard: readonly string[],
  at: () => number,
  say: Say,
): void {
  if (docket.status === 'waiting') return;
  const due = cardsDue(docket, policy, at());
  for (const clock of runningOf(docket)) {
    const card = due.find(({ clockId }) => clockId === clock.id);
    if (card === undefined) remind(clock, policy, at(), say);
    else if (mayCard.includes(clock.id)) {
      const lost = card.colour === 'yellow' ? lostBeforeDeadline : lostBeforeRed;
      const before = lost(clock, docket, policy);
      if (before !== undefined && before.untilAt > card.passedAt) record(clock, card.colour, before, say);
      else issue(card, clock, docket, policy, at(), say);
    }
  }
}

function remind(clock: RunningClock, policy: DocketPolicy, at: number, say: Say): void {
  const { id: clockId, clock: name, unit, deadlineAt } = clock;
  const reminder = reminderAt(clock, policy);
  if (reminder === null || deadlineAt === null || at < reminder) return;
  say({ type: 'DeadlineNear', clockId, clock: name, unit, deadlineAt });
}

function issue(
  { colour }: CardDue,
  clock: RunningClock,
  docket: KnownDocket,
  policy: DocketPolicy,
  at: number,
  say: Say,
): void {
  const { id: clockId, clock: name, unit } = clock;
  const about = { cardId: cardIdOf(clock, colour), clockId, clock: name, unit };
  if (colour === 'red') {
    say({ type: 'RedCardIssued', ...about, noticeAt: cardOf(clock, 'yellow')?.issuedAt ?? 0 });
    return;
  }
  const redDueAt = redAfter(clock, docket, policy, at)?.deadlineAt ?? null;
  say({ type: 'YellowCardIssued', ...about, deadlineAt: clock.deadlineAt ?? 0, redDueAt });
}

/**
 * Counts running clocks again under the calendar known now; a card whose deadline moved beyond now is taken
 * back.
 */
export function recountDeadlines(docket: Docket, policy: DocketPolicy, at: number, say: Say): void {
  if (docket.status === 'waiting') return;
  for (const clock of runningOf(docket)) {
    const rule = ruleOfClock(docket, clock.clock, policy);
    if (rule === undefined || clock.calendarVersion === policy.calendar().version) continue;
    move(clock, recount(clock, rule, docket, policy), 'calendar', at, say);
  }
}

/** Moves the deadline of a clock to the end it was granted; one that has stopped stays as it is (HD-2). */
export function extendDeadline(
  docket: Docket,
  policy: DocketPolicy,
  clockId: string,
  at: number,
  say: Say,
): void {
  if (docket.status === 'waiting') return;
  const clock = runningOf(docket).find(({ id }) => id === clockId);
  const rule = clock && ruleOfClock(docket, clock.clock, policy);
  if (clock && rule) move(clock, recount(clock, rule, docket, policy), 'extension', at, say);
}

/** Old and new deadline both stand in the event; a card whose deadline lies ahead again is taken back. */
function move(
  clock: RunningClock,
  { deadline, nearAt }: Counted,
  why: 'calendar' | 'extension',
  at: number,
  say: Say,
): void {
  const { deadlineAt, calendarVersion, provisional } = deadline;
  if (deadlineAt === clock.deadlineAt && provisional === clock.provisional) return;
  const { id: clockId, deadlineAt: oldDeadlineAt, unit } = clock;
  const counted = { clockId, oldDeadlineAt, deadlineAt, calendarVersion, provisional, nearAt };
  say({ type: 'DeadlineRecomputed', ...counted, reason: why });
  if (deadlineAt !== null && deadlineAt <= at) return;
  const reason = why === 'calendar' ? 'deadline-moved' : 'extended';
  for (const card of clock.cards.filter(({ revoked }) => !revoked))
    say({ type: 'CardRevoked', cardId: card.id, clockId, unit, reason });
}

/** Takes back a card that was contested with success, and what followed from it (HD-11). */
export function revokeContested(docket: Docket, cardId: string, say: Say): void {
  if (docket.status === 'waiting') return;
  const clock = docket.clocks.find(({ cards }) => cards.some(({ id }) => id === cardId));
  if (clock === undefined) return;
  const shown = clock.cards.map(({ id, colour, issuedAt: at }) => ({ id, colour, at }));
  const fallen = cardsFalling(cardId, shown);
  for (const card of clock.cards.filter(({ id, revoked }) => fallen.includes(id) && !revoked)) {
    const { id: clockId, unit } = clock;
    say({ type: 'CardRevoked', cardId: card.id, clockId, unit, reason: 'contest-upheld' });
  }
}
