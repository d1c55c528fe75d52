// Nobody is carded for our own delay (SV-2, YC-7), under any course and any outages, whenever they become
// known. What a clock had is measured here minute by minute, by another way than the rule's.
import fc from 'fast-check';
import { MINUTE, type Step, folded, live, steps } from '../../test/any-docket';
import { CALENDARS, type OfficersDocket, VISIT, wall } from '../../test/officer';
import { type Clock, cardOf, clocksOf } from './docket';
import type { DocketCause } from './docket-events';

const RUNS = { numRuns: 100 };
const START = wall('2026-09-28 09:00');

type Span = readonly [from: number, until: number];

/** Outages that end shortly before a step of the course; each is known after a step, be it much later. */
const outages = fc.array(
  fc.record({
    step: fc.integer({ min: 0, max: 6 }),
    before: fc.integer({ min: 0, max: 240 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
    after: fc.integer({ min: 0, max: 25 }),
  }),
  { maxLength: 6 },
);
const place = { dispatchNo: 1, unit: 'tax' } as const;
/** What the unit does, as often late as in time: courses in which lost time decides. */
const deed = fc.record({
  cause: fc.constantFrom<DocketCause>(
    VISIT,
    { type: 'PreliminaryOpinionGiven', ...place },
    { type: 'AppealCompleted', ...place, round: 1 },
    { type: 'AppealFollowedUp' },
  ),
  after: fc.oneof(fc.integer({ min: 60, max: 400 }), fc.integer({ min: 400, max: 9000 })),
  delay: fc.constantFrom(0, 200),
  gate: fc.constant('open' as const),
});
const courses = fc.oneof(steps, fc.array(deed, { minLength: 1, maxLength: 4 }));
type Outages = typeof outages extends fc.Arbitrary<infer T> ? T : never;

/** A visit after its two hours, the platform away before it: long enough to excuse it, or not. */
const nearly = fc.tuple(
  fc
    .record({ after: fc.integer({ min: 121, max: 300 }), delay: fc.constantFrom(0, 200) })
    .map((when) => [{ cause: VISIT, gate: 'open' as const, ...when }]),
  fc
    .record({ before: fc.integer({ min: 0, max: 60 }), minutes: fc.integer({ min: 1, max: 240 }) })
    .map((away) => [{ step: 0, after: 0, ...away }]),
);

interface Away {
  readonly span: Span;
  readonly after: number;
}

/** The outages of a course by wall clock. */
function awayIn(course: readonly Step[], drawn: Outages): readonly Away[] {
  return drawn.map(({ step, before, minutes, after }) => {
    const passed = course.slice(0, step + 1).reduce((sum, one) => sum + one.after, 0);
    const until = START + (passed - before) * MINUTE;
    return { span: [until - minutes * MINUTE, until], after };
  });
}

/** Outages are learned when they are over; at the end of everything all are known. */
function livedWith(course: readonly Step[], happened: readonly Away[]): OfficersDocket {
  let known = 0;
  return live(course, (docket, at, step) => {
    const over = happened.filter(
      ({ span, after }) => span[1] <= at && (after <= step || step === course.length),
    );
    if (over.length === known) return;
    known = over.length;
    docket.learnsOfOutages(at, ...over.map(({ span }) => span));
  });
}

/** Minutes of the clock's own kind of time from `from` to `until` in which the platform was there. */
function available(rule: string, from: number, until: number, away: readonly Span[]): number {
  let minutes = 0;
  for (let at = from; at < until; at += MINUTE) {
    if (away.some(([begin, end]) => begin <= at && at < end)) continue;
    if (rule.startsWith('working') && !inOffice(at)) continue;
    minutes += 1;
  }
  return minutes;
}

const OFFICE: readonly (readonly [number, number])[] = [
  [8.5, 12],
  [13.5, 17.5],
];

function inOffice(at: number): boolean {
  const hour = ((at + 8 * 60 * MINUTE) % (24 * 60 * MINUTE)) / (60 * MINUTE);
  return OFFICE.some(([from, until]) => from <= hour && hour < until) && CALENDARS.current.isWorkingDay(at);
}

/** Whether by `at` the clock had had as much time as the law gives it. */
function hadItsTime(clock: Clock, at: number, away: readonly Span[]): boolean {
  const { rule, startAt, deadlineAt } = clock;
  if (deadlineAt === null || at < deadlineAt) return false;
  return available(rule, startAt, at, away) >= available(rule, startAt, deadlineAt, []);
}

describe('dockets under any course with any outages', () => {
  test('no yellow card stands on a clock that had not had its time', () => {
    let cards = 0;
    fc.assert(
      fc.property(courses, outages, (course, drawn) => {
        const happened = awayIn(course, drawn);
        const away = happened.map(({ span }) => span);
        for (const clock of clocksOf(livedWith(course, happened).docket)) {
          for (const card of clock.cards.filter(({ colour, revoked }) => colour === 'yellow' && !revoked)) {
            cards += 1;
            const late = clock.status === 'stopped' && hadItsTime(clock, clock.stoppedAt, away);
            expect(late || hadItsTime(clock, card.issuedAt, away)).toBe(true);
          }
        }
      }),
      RUNS,
    );
    expect(cards).toBeGreaterThan(20);
  });

  test('feedback is late by the system exactly when the clock had not had its time', () => {
    let excused = 0;
    fc.assert(
      fc.property(fc.oneof(nearly, fc.tuple(courses, outages)), ([course, drawn]) => {
        const happened = awayIn(course, drawn);
        const away = happened.map(({ span }) => span);
        for (const clock of clocksOf(livedWith(course, happened).docket)) {
          if (clock.status !== 'stopped' || clock.void || clock.inTime) continue;
          const late = hadItsTime(clock, clock.stoppedAt, away);
          expect([clock.id, clock.lateBySystem === true]).toEqual([clock.id, !late]);
          if (late) continue;
          excused += 1;
          expect(clock.cards.filter(({ revoked }) => !revoked)).toEqual([]);
        }
      }),
      RUNS,
    );
    expect(excused).toBeGreaterThan(10);
  });

  test('whoever had his time is carded in the end, outages or not', () => {
    fc.assert(
      fc.property(courses, outages, (course, drawn) => {
        const happened = awayIn(course, drawn);
        const carded = (of: OfficersDocket) =>
          clocksOf(of.docket).flatMap((clock) =>
            clock.status === 'running' && cardOf(clock, 'yellow')?.revoked === false ? [clock.id] : [],
          );
        expect(carded(livedWith(course, happened))).toEqual(carded(live(course)));
      }),
      RUNS,
    );
  });

  test('the events alone give the docket again', () => {
    fc.assert(
      fc.property(courses, outages, (course, drawn) => {
        const happened = awayIn(course, drawn);
        const { book, docket } = livedWith(course, happened);
        expect(folded(book)).toEqual(docket);
        expect(JSON.parse(JSON.stringify(docket))).toEqual(docket);
      }),
      RUNS,
    );
  });

  test('an outage before everything, or in which no clock ran, changes no event', () => {
    fc.assert(
      fc.property(steps, (course) => {
        const before = livedWith(course, [{ span: [START - 600 * MINUTE, START], after: 0 }]);
        expect(before.book).toEqual(live(course).book);
      }),
      RUNS,
    );
  });
});
