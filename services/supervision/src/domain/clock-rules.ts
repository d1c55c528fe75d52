// How clocks start and stop (SV-1, RT-1 … RT-3). A clock of a unit belongs to a dispatch: it is stopped by
// what that unit did, or by what the lead did for all units of the dispatch; a recall or an objection upheld
// takes it away, a newer dispatch or round replaces it. Whether it was met is judged by when something was
// done, never by when we heard of it; a card that turns out to have been too early is taken back. A clock of
// an assisting unit starts with the dispatch for each of them; what the lead does can only take it away.
import type { Pack } from '#policy/pack';
import type { Moment } from '#policy/pack-words';
import { contactsInstead, waitsForContact } from '#policy/protected-contact';
import { runsFor } from '#policy/urgency';
import {
  type Course,
  type Docket,
  type KnownDocket,
  type RunningClock,
  clockIdOf,
  clocksOf,
  runningOf,
} from './docket';
import { count, recount, ruleOfClock } from './counting';
import type { DocketPolicy, Say } from './docket-commands';
import { lostBeforeDeadline, lostBeforeRed } from './lost-time';
import { type Happening, hasComeForGood } from './moments';

type ClockRule = Pack['clocks'][number];

const ENDING: readonly Moment[] = ['closed', 'withdrawn'];
const VOIDING: readonly Moment[] = [...ENDING, 'recalled', 'objection-ruled', 'assist-released', 'reopened'];
/** The unit works on another answer in another round. */
const AGAIN: readonly Moment[] = ['reopened', 'answer-returned'];
/** The matter was never the unit's: its cards go as well. */
const NEVER_THEIRS: readonly Moment[] = ['objection-ruled', 'assist-released'];

/**
 * Takes one moment: what it stops, what it pauses or resumes, what it starts. `now` answers the docket as it
 * is by then.
 */
export function takeHappening(happening: Happening, now: () => Docket, policy: DocketPolicy, say: Say): void {
  const docket = now();
  if (docket.status === 'waiting') return;
  for (const clock of runningOf(docket)) {
    const rule = ruleOfClock(docket, clock.clock, policy);
    const ending = happening.anew ? 'void' : endOf(clock, rule, happening, docket.course);
    if (ending !== 'runs') stop(clock, ending === 'void', happening, docket, policy, say);
    else if (rule !== undefined) pauseOrResume(clock, rule, happening, docket, policy, say);
  }
  if (docket.status === 'open' && happening.starts) startClocks(happening, docket, policy, say);
}

function endOf(
  clock: RunningClock,
  rule: ClockRule | undefined,
  happening: Happening,
  course: Course,
): 'runs' | 'stops' | 'void' {
  const { moment } = happening;
  if (ENDING.includes(moment)) return 'void';
  if (clock.unit !== '' || (rule?.appliesTo === 'unit' && clock.dispatchNo > 0)) {
    if (moment === 'dispatched' && happening.dispatchNo > clock.dispatchNo) return 'void';
    if (AGAIN.includes(moment) && happening.round > clock.round) return 'void';
    if (happening.dispatchNo !== clock.dispatchNo || !concerns(happening, clock, course)) return 'runs';
    if (moment === 'recalled' || NEVER_THEIRS.includes(moment)) return 'void';
  }
  if (rule === undefined || !rule.stops.includes(moment)) return 'runs';
  const byAnother = rule.appliesTo === 'assist' && !happening.units.includes(clock.unit);
  return byAnother || VOIDING.includes(moment) ? 'void' : 'stops';
}

/** The lead acts for the whole dispatch: casework keeps one work order for all its units. */
function concerns(happening: Happening, clock: RunningClock, course: Course): boolean {
  const { units } = happening;
  return (
    units.length === 0 || units.includes(clock.unit) || units.includes(course.leads[clock.dispatchNo] ?? '')
  );
}

function stop(
  clock: RunningClock,
  isVoid: boolean,
  { at, cause, moment }: Happening,
  docket: KnownDocket,
  policy: DocketPolicy,
  say: Say,
): void {
  const { id: clockId, clock: name, unit } = clock;
  const inTime = clock.deadlineAt === null || at < clock.deadlineAt;
  const within = !inTime && at < (lostBeforeDeadline(clock, docket, policy)?.untilAt ?? 0);
  const excused = within && !isVoid && { lateBySystem: true as const };
  const how = { inTime, cause, void: isVoid, ...excused };
  say({ type: 'ClockStopped', clockId, clock: name, unit, stoppedAt: at, ...how });
  const neverTheirs = NEVER_THEIRS.includes(moment);
  const yellow = clock.cards.find(({ colour }) => colour === 'yellow');
  for (const card of clock.cards.filter(({ revoked }) => !revoked)) {
    const tooEarly = inTime || (card.colour === 'red' && at < (yellow?.redDueAt ?? 0));
    const early = within || (card.colour === 'red' && at < redUntil(clock, docket, policy));
    if (!tooEarly && !early && !neverTheirs) continue;
    const reason = tooEarly ? 'decided-in-time' : early ? 'outage' : 'objection-upheld';
    say({ type: 'CardRevoked', cardId: card.id, clockId, unit, reason });
  }
}

function redUntil(clock: RunningClock, docket: KnownDocket, policy: DocketPolicy): number {
  return lostBeforeRed(clock, docket, policy)?.untilAt ?? 0;
}

function pauseOrResume(
  clock: RunningClock,
  rule: ClockRule,
  happening: Happening,
  docket: KnownDocket,
  policy: DocketPolicy,
  say: Say,
): void {
  const moves = [...(rule.pausesOn ?? []), ...(rule.resumesOn ?? [])];
  if (!moves.includes(happening.moment)) return;
  const { deadline, nearAt } = recount(clock, rule, docket, policy);
  const { deadlineAt, calendarVersion, provisional } = deadline;
  if (deadlineAt === clock.deadlineAt) return;
  const { id: clockId, deadlineAt: oldDeadlineAt } = clock;
  const counted = { clockId, oldDeadlineAt, deadlineAt, calendarVersion, provisional, nearAt };
  say({ type: 'DeadlineRecomputed', ...counted, reason: 'pause' });
}

function startClocks(happening: Happening, docket: KnownDocket, policy: DocketPolicy, say: Say): void {
  const { course } = docket;
  for (const rule of policy.pack(docket.packHash).clocks) {
    if (!rule.starts.includes(happening.moment) || !runsFor(rule, course.urgent === true)) continue;
    if (hasComeForGood(rule.stops, course, happening.at)) continue;
    for (const unit of unitsTimed(rule, happening, course, policy.pack(docket.packHash)))
      startClock(rule, unit, happening, docket, policy, say);
  }
}

/** Starts a clock for a unit, or for nobody in particular; one that was started once is not started again. */
export function startClock(
  rule: ClockRule,
  unit: string,
  { dispatchNo, round, at, cause }: Pick<Happening, 'dispatchNo' | 'round' | 'at' | 'cause'>,
  docket: KnownDocket,
  policy: DocketPolicy,
  say: Say,
): void {
  const clockId = clockIdOf(rule.id, unit, dispatchNo, round, docket.course.packNo);
  if (clocksOf(docket).some(({ id }) => id === clockId)) return;
  const { deadline, nearAt } = count(rule, at, policy.pack(docket.packHash), policy.calendar());
  const { deadlineAt, calendarVersion, provisional } = deadline;
  const counted = { rule: rule.rule, startAt: at, deadlineAt, calendarVersion, provisional, nearAt };
  const { id: clock, clause } = rule;
  say({ type: 'ClockStarted', clockId, clock, unit, ...counted, cause, clause });
}

/**
 * Whom a clock starts for: the lead, or the platform where that alone may make contact (HD-10), each
 * assisting unit, or nobody in particular.
 */
function unitsTimed(
  rule: ClockRule,
  { units, dispatchNo }: Happening,
  { leads, protect }: Course,
  pack: Pack,
): readonly string[] {
  const { appliesTo } = rule;
  const lead = leads[dispatchNo] ?? '';
  if (protect && waitsForContact(rule)) return contactsInstead(pack, true) === undefined ? [] : [''];
  if (appliesTo === 'unit') return units.filter((unit) => unit === lead);
  return appliesTo === 'assist' ? units.filter((unit) => unit !== lead) : [''];
}
