// What each event makes of a docket. Nothing is judged here and no clock is read: the same events give the
// same docket at any time.
import { type Recorded, unreachable } from '#kernel/decider';
import {
  type Card,
  type Clock,
  type Course,
  type Docket,
  type KnownDocket,
  type RunningClock,
  extendedClockId,
  placeOf,
} from './docket';
import type { DocketCause, DocketEvent } from './docket-events';
import { isOvertaken, momentsOf } from './moments';

/** The docket after an event. */
export function evolveDocket(docket: Docket, recorded: Recorded<DocketEvent | DocketCause>): Docket {
  const { event } = recorded;
  return isOwn(event) ? evolveOwn(docket, event, recorded.at) : evolveForeign(docket, { ...recorded, event });
}

const OWN: readonly string[] = [
  'ClockStarted',
  'ClockStopped',
  'DeadlineRecomputed',
  'DeadlineNear',
  'YellowCardIssued',
  'RedCardIssued',
  'CardRevoked',
  'TimeLost',
] satisfies readonly DocketEvent['type'][];

function isOwn(event: DocketEvent | DocketCause): event is DocketEvent {
  return OWN.includes(event.type);
}

function evolveForeign(docket: Docket, recorded: Recorded<DocketCause>): Docket {
  const { event } = recorded;
  const course = courseAfter(docket.course, recorded);
  if (event.type === 'AppealAdmitted' && docket.status === 'waiting')
    return { status: 'open', course, packHash: event.packHash, clocks: [] };
  if (docket.status === 'waiting') return { ...docket, course };
  if (event.type === 'PackChanged') return { ...docket, course, packHash: event.packHash };
  return { ...docket, course, status: statusAfter(docket.status, event) };
}

function statusAfter(status: KnownDocket['status'], event: DocketCause): KnownDocket['status'] {
  switch (event.type) {
    case 'AppealClosed':
    case 'AppealJoined':
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
      return 'over';
    case 'AppealReopened':
      return 'open';
    default:
      return status;
  }
}

function courseAfter(before: Course, { event, at, id }: Recorded<DocketCause>): Course {
  if (isOvertaken(event, before)) return before;
  const now = momentsOf(event).map(({ moment, units }) => ({
    moment,
    cause: id,
    at,
    unit: units?.[0] ?? '',
  }));
  const course = { ...before, taken: [...before.taken, ...now] };
  switch (event.type) {
    case 'AppealSubmitted': {
      const submitted = { at: event.receivedAt ?? at, cause: id };
      return { ...course, submitted, ...(event.protect && { protect: true }) };
    }
    case 'ProtectionLifted': {
      const { protect: _lifted, ...open } = course;
      return open;
    }
    case 'AppealDispatched': {
      const leads = { ...course.leads, [event.dispatchNo]: event.lead };
      return { ...course, leads, dispatchNo: Math.max(course.dispatchNo, event.dispatchNo) };
    }
    case 'AppealReopened':
    case 'AnswerReturned':
      return { ...course, round: event.round };
    case 'UrgencyConfirmed':
      return { ...course, urgent: true };
    case 'PackChanged':
      return { ...course, packNo: (course.packNo ?? 0) + 1 };
    case 'ExtensionRuled':
      return event.granted
        ? { ...course, extended: { ...course.extended, [extendedClockId(event, course)]: event.deadlineAt } }
        : course;
    default:
      return course;
  }
}

function evolveOwn(docket: Docket, event: DocketEvent, at: number): Docket {
  if (docket.status === 'waiting') return docket;
  if (event.type === 'ClockStarted') return { ...docket, clocks: [...docket.clocks, started(event)] };
  const clocks = docket.clocks.map((clock) => (clock.id === event.clockId ? after(clock, event, at) : clock));
  return { ...docket, clocks };
}

function started(event: Extract<DocketEvent, { type: 'ClockStarted' }>): RunningClock {
  const { clockId, clock, unit, rule, startAt, deadlineAt, calendarVersion, provisional, nearAt } = event;
  return {
    status: 'running',
    id: clockId,
    clock,
    unit,
    ...placeOf(clockId),
    rule,
    startAt,
    deadlineAt,
    nearAt,
    calendarVersion,
    provisional,
    reminded: false,
    cards: [],
  };
}

function after(clock: Clock, event: Exclude<DocketEvent, { type: 'ClockStarted' }>, at: number): Clock {
  switch (event.type) {
    case 'ClockStopped':
      return clock.status === 'running' ? stopped(clock, event) : clock;
    case 'DeadlineRecomputed': {
      const { deadlineAt, nearAt, calendarVersion, provisional } = event;
      const counted = { ...clock, deadlineAt, calendarVersion, provisional };
      if (counted.status === 'stopped') return counted;
      // A reminder that lies ahead again is given again.
      return { ...counted, nearAt, reminded: counted.reminded && (nearAt === null || nearAt <= at) };
    }
    case 'DeadlineNear':
      return clock.status === 'running' ? { ...clock, reminded: true } : clock;
    case 'YellowCardIssued': {
      const { cardId: id, redDueAt } = event;
      return withCard(clock, { id, colour: 'yellow', issuedAt: at, redDueAt, revoked: false });
    }
    case 'RedCardIssued':
      return withCard(clock, {
        id: event.cardId,
        colour: 'red',
        issuedAt: at,
        redDueAt: null,
        revoked: false,
      });
    case 'CardRevoked': {
      const taken = { revoked: true, ...(event.reason === 'outage' && { tooSoon: true as const }) };
      const cards = clock.cards.map((card) => (card.id === event.cardId ? { ...card, ...taken } : card));
      return { ...clock, cards };
    }
    case 'TimeLost':
      return withLost(clock, event);
    default:
      return unreachable(event);
  }
}

function withLost(clock: Clock, event: Extract<DocketEvent, { type: 'TimeLost' }>): Clock {
  const { colour, lawfulAt, untilAt } = event;
  const lost = { colour, lawfulAt, untilAt };
  if (clock.status === 'running' || clock.void || clock.inTime) return { ...clock, lost };
  const excused = colour === 'yellow' && clock.stoppedAt < untilAt;
  return { ...clock, lost, ...(excused && { lateBySystem: true as const }) };
}

function stopped(clock: RunningClock, event: Extract<DocketEvent, { type: 'ClockStopped' }>): Clock {
  const { nearAt: _near, reminded: _reminded, ...kept } = clock;
  const { stoppedAt, inTime, lateBySystem } = event;
  const excused = lateBySystem && { lateBySystem };
  return { ...kept, status: 'stopped', stoppedAt, inTime, void: event.void, ...excused };
}

function withCard(clock: Clock, card: Card): Clock {
  return { ...clock, cards: [...clock.cards, card] };
}
