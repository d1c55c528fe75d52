import fc from 'fast-check';
import { CHAINED, acts, decide, erased, evolve, live } from '../../test/courses';
import { PEOPLE, hours, policyOf } from '../../test/scenario';
import { missingContributions } from './assist-steps';
import { NO_WORK_ORDER } from './work-order';

/** Enough to come upon two answers in one course. */
const RUNS = { numRuns: 400 };

describe('parts of work orders under any sequence of commands and causes', () => {
  test('inside a unit with a chain the events give the state, and nobody completes unsigned', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { events, states } = live(course, CHAINED);
        const again = events.reduce(
          (state, { event, at }, i) => evolve(state, erased(event), at, i + 1),
          NO_WORK_ORDER,
        );
        expect(again).toEqual(states.at(-1));
        for (const [i, { event }] of events.entries())
          if (event.type === 'AppealCompleted') expect(events[i - 1]?.event.type).toBe('DraftSigned');
      }),
      RUNS,
    );
  });

  test('a contribution is never lost: within its dispatch nobody is told any more that it is missing', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { events, states } = live(course);
        for (const [i, { event }] of events.entries()) {
          if (event.type !== 'ContributionGiven') continue;
          for (const state of states.slice(i + 1)) {
            const order = 'order' in state ? state.order : null;
            if (order?.no === event.dispatchNo)
              expect(missingContributions(order, policyOf())).not.toContain(event.unit);
          }
        }
      }),
      RUNS,
    );
  });

  test('whoever owes a part has a next step: the assisting unit its own, or the desk the ruling', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const state = live(course).states.at(-1) ?? NO_WORK_ORDER;
        if (state.status !== 'dispatched' && state.status !== 'in-work' && state.status !== 'objected')
          return;
        const dispatchNo = state.order.no;
        const steps = [
          { command: { type: 'AcknowledgeDispatch', dispatchNo }, actor: PEOPLE.waterHandler },
          { command: { type: 'GiveContribution', dispatchNo, text: '意见' }, actor: PEOPLE.waterHandler },
          {
            command: { type: 'RuleAssistObjection', dispatchNo, unit: 'water', upheld: true, note: '' },
            actor: PEOPLE.clerk,
          },
        ] as const;
        const open = steps.some((one) => decide(one, state, hours(900)).length > 0);
        expect(open || missingContributions(state.order, policyOf()).length === 0).toBe(true);
      }),
      RUNS,
    );
  });
});
