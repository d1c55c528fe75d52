import fc from 'fast-check';
import { CALENDARS, type Entry, OfficersDocket, YICHENG, wall } from '../../test/officer';
import { NO_DOCKET, clocksOf, runningOf } from './docket';
import { docketDecider } from './docket-decider';
import type { DocketCause, DocketEvent } from './docket-events';

const no = fc.integer({ min: 1, max: 3 });
const unit = fc.constantFrom('tax', 'water');
const place = { dispatchNo: no, unit };
const cause: fc.Arbitrary<DocketCause> = fc.oneof(
  {
    weight: 4,
    arbitrary: no.map((dispatchNo): DocketCause => {
      return {
        type: 'AppealDispatched',
        dispatchNo,
        lead: dispatchNo === 2 ? 'water' : 'tax',
        assist: ['water'],
      };
    }),
  },
  fc.record({ type: fc.constant('DispatchRecalled' as const), ...place }),
  fc.record({ type: fc.constant('ObjectionRuled' as const), ...place, upheld: fc.boolean() }),
  fc.record({ type: fc.constant('WorkOrderAcknowledged' as const), ...place }),
  fc.record({ type: fc.constant('DispatchObjected' as const), ...place, late: fc.boolean() }),
  fc.record({
    type: fc.constant('EnterpriseContacted' as const),
    ...place,
    reached: fc.boolean(),
    arrived: fc.boolean(),
    satisfies: fc.boolean(),
  }),
  fc.record({ type: fc.constant('PreliminaryOpinionGiven' as const), ...place }),
  fc.record({ type: fc.constant('AssistAcknowledged' as const), ...place }),
  fc.record({ type: fc.constant('AssistObjected' as const), ...place, late: fc.boolean() }),
  fc.record({ type: fc.constant('AssistObjectionRuled' as const), ...place, upheld: fc.boolean() }),
  fc.record({ type: fc.constant('ContributionGiven' as const), ...place }),
  fc.record({ type: fc.constant('AppealCompleted' as const), ...place, round: no }),
  fc.record({ type: fc.constant('AppealReopened' as const), unit, round: no }),
  fc.constantFrom<DocketCause>(
    { type: 'DeskEntered' },
    { type: 'AnsweredDirectly' },
    { type: 'AppealFollowedUp' },
    { type: 'AppealRated' },
    { type: 'RatingLapsed' },
    { type: 'MessageDelivered', template: 'rating-reminder' },
    { type: 'MessageDelivered', template: 'received' },
  ),
  {
    weight: 1,
    arbitrary: fc.constantFrom<DocketCause>({ type: 'AppealClosed' }, { type: 'WithdrawalGranted' }),
  },
);

/**
 * Minutes from the step before, how long word of it takes (minutes), and whether the gate was open when we
 * looked.
 */
const step = fc.record({
  cause,
  after: fc.integer({ min: 0, max: 3000 }),
  delay: fc.constantFrom(0, 0, 1, 200, 4000),
  gate: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
});
const steps = fc.array(step, { maxLength: 25, size: 'max' });
const MINUTE = 60_000;
const RUNS = { numRuns: 120 };

function live(course: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): OfficersDocket {
  const docket = new OfficersDocket(YICHENG, CALENDARS.current);
  let at = wall('2026-09-28 09:00');
  let heard = at;
  docket.happens(at, { type: 'AppealSubmitted' }).happens(at, { type: 'AppealAdmitted', packHash: 'p' });
  docket.happens(at, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: ['water'] });
  for (const one of course) {
    at += one.after * MINUTE;
    heard = Math.max(heard, at + one.delay * MINUTE);
    docket.looks(heard, one.gate).happens(at, one.cause, heard).looks(heard, one.gate);
  }
  return docket.looksUntil(at + 30 * 24 * 60 * MINUTE);
}

function folded(book: readonly Entry[]) {
  return book.reduce((docket, { event, at, id }, index) => {
    return docketDecider.evolve(docket, { event, at, id, writer: 'w', seq: index + 1 });
  }, NO_DOCKET);
}

function perClock(events: readonly DocketEvent[]): Map<string, DocketEvent[]> {
  const lists = new Map<string, DocketEvent[]>();
  for (const event of events) lists.set(event.clockId, [...(lists.get(event.clockId) ?? []), event]);
  return lists;
}

describe('dockets under any course, heard of late or in time', () => {
  test('the events alone give the docket again, as plain JSON', () => {
    fc.assert(
      fc.property(steps, (course) => {
        const { book, docket } = live(course);
        expect(folded(book)).toEqual(docket);
        expect(JSON.parse(JSON.stringify(docket))).toEqual(docket);
      }),
      RUNS,
    );
  });

  test('a clock starts once, stops at most once, and every other word about it stands between', () => {
    fc.assert(
      fc.property(steps, (course) => {
        for (const events of perClock(live(course).own).values()) {
          const types = events.map(({ type }) => type);
          expect(types.filter((type) => type === 'ClockStarted')).toHaveLength(1);
          expect(types.filter((type) => type === 'ClockStopped').length).toBeLessThanOrEqual(1);
          expect(types[0]).toBe('ClockStarted');
          const end = types.indexOf('ClockStopped');
          const afterwards = end < 0 ? [] : types.slice(end + 1);
          expect(afterwards.filter((type) => type !== 'CardRevoked')).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('each card once, red never before yellow and its day, none before deadline and grace', () => {
    fc.assert(
      fc.property(steps, (course) => {
        const { book, own } = live(course);
        const cards = own.flatMap((event) =>
          event.type === 'YellowCardIssued' || event.type === 'RedCardIssued' ? [event.cardId] : [],
        );
        expect(new Set(cards).size).toBe(cards.length);
        for (const { event, at } of book) {
          if (event.type === 'YellowCardIssued') expect(at).toBeGreaterThanOrEqual(event.deadlineAt + 30_000);
          if (event.type !== 'RedCardIssued') continue;
          const yellow = book.find(
            (e) => e.event.type === 'YellowCardIssued' && e.event.clockId === event.clockId,
          );
          expect(yellow?.at).toBe(event.noticeAt);
          const redDueAt = yellow?.event.type === 'YellowCardIssued' ? yellow.event.redDueAt : null;
          expect(at).toBeGreaterThanOrEqual((redDueAt ?? Number.NaN) + 30_000);
        }
      }),
      RUNS,
    );
  });

  test('a card stands on a stopped clock only if it was late; otherwise it is revoked', () => {
    fc.assert(
      fc.property(steps, (course) => {
        for (const clock of clocksOf(live(course).docket)) {
          if (clock.status !== 'stopped' || clock.deadlineAt === null) continue;
          expect(clock.inTime).toBe(clock.stoppedAt < clock.deadlineAt);
          if (clock.inTime) expect(clock.cards.filter(({ revoked }) => !revoked)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('a unit is carded on its own clocks alone, and nothing runs once it is over', () => {
    fc.assert(
      fc.property(steps, (course) => {
        const { docket, own } = live(course);
        for (const event of own)
          if (event.type === 'YellowCardIssued' && event.unit !== '')
            expect(docket.course.leads[Number(event.clockId.split('/')[2])] === event.unit).toBe(
              event.clock !== 'assist',
            );
        if (docket.status === 'over') expect(runningOf(docket)).toEqual([]);
      }),
      RUNS,
    );
  });
});
