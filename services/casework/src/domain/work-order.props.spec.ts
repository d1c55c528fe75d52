import fc from 'fast-check';
import { type Any, acts, erased, evolve, live } from '../../test/courses';
import { NO_WORK_ORDER } from './work-order';

/** Enough to come upon two answers in one course. */
const RUNS = { numRuns: 400 };

describe('work orders under any sequence of commands and causes', () => {
  test('the events alone give the state again, also after the person was erased', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { events, states } = live(course);
        const again = (change: (event: Any) => Any) =>
          events.reduce((state, { event, at }, i) => evolve(state, change(event), at, i + 1), NO_WORK_ORDER);
        expect(again((event) => event)).toEqual(states.at(-1));
        expect(again(erased)).toEqual(states.at(-1));
        expect(JSON.parse(JSON.stringify(states.at(-1)))).toEqual(states.at(-1));
      }),
      RUNS,
    );
  });

  test('closed means closed: only a reopening leaves it', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { events, states } = live(course);
        for (const [i, { event }] of events.entries()) {
          if (states[i]?.status === 'closed' && states[i + 1]?.status !== 'closed')
            expect(event.type).toBe('AppealReopened');
          if (event.type === 'AppealReopened' && states[i]?.status === 'closed')
            expect(states[i]).not.toMatchObject({ why: 'withdrawn' });
        }
      }),
      RUNS,
    );
  });

  test('one rating by the enterprise a round; rounds rise, dispatch numbers never fall', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { events, states } = live(course);
        const own = events.flatMap(({ event }) =>
          event.type === 'AppealRated' && event.by === 'enterprise' ? [event.round] : [],
        );
        expect(new Set(own).size).toBe(own.length);
        const reopened = events.flatMap(({ event }) =>
          event.type === 'AppealReopened' ? [event.round] : [],
        );
        expect(reopened).toEqual([...new Set(reopened)].sort((a, b) => a - b));
        for (let i = 1; i < states.length; i += 1)
          expect(states[i]?.file.dispatchNo).toBeGreaterThanOrEqual(states[i - 1]?.file.dispatchNo ?? 0);
      }),
      RUNS,
    );
  });

  test('whatever a unit did, it did with its own current dispatch', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { events, states } = live(course);
        for (const [i, { event }] of events.entries()) {
          if (!('dispatchNo' in event) || !('by' in event)) continue;
          const assists = event.type.startsWith('Assist') || event.type === 'ContributionGiven';
          expect(states[i]).toMatchObject({ order: { no: event.dispatchNo } });
          expect(event.unit).toBe(assists ? 'water' : 'tax');
        }
      }),
      RUNS,
    );
  });
});
