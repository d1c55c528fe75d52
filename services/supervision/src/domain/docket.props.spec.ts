import fc from 'fast-check';
import { folded, live, steps } from '../../test/any-docket';
import { clocksOf, runningOf } from './docket';
import type { DocketEvent } from './docket-events';

const RUNS = { numRuns: 120 };

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
