import fc from 'fast-check';
import { PEOPLE, YICHENG, hours, policyOf } from '../../test/scenario';
import { missingContributions } from './assist-steps';
import { NO_WORK_ORDER, type WorkOrder } from './work-order';
import type { WorkOrderCommand } from './work-order-commands';
import { workOrderDecider } from './work-order-decider';
import type { WorkOrderCause, WorkOrderEvent } from './work-order-events';

type Any = WorkOrderEvent | WorkOrderCause;
type Act =
  | { readonly cause: WorkOrderCause }
  | { readonly command: WorkOrderCommand; readonly actor: (typeof PEOPLE)[keyof typeof PEOPLE] };

/** Yicheng with one extension a round. */
const PACK = {
  ...YICHENG,
  extension: { clause: 'HD-2', clock: 'resolve', times: 1, atMost: 'workingDays:5', ruledBy: ['clerk'] },
};

const no = fc.integer({ min: 1, max: 3 });
const cause: fc.Arbitrary<WorkOrderCause> = fc.oneof(
  {
    weight: 4,
    arbitrary: no.map(
      (dispatchNo) => ({ type: 'AppealDispatched', dispatchNo, lead: 'tax', assist: ['water'] }) as const,
    ),
  },
  no.map((dispatchNo) => ({ type: 'DispatchRecalled', dispatchNo }) as const),
  fc.record({ type: fc.constant('ObjectionRuled' as const), dispatchNo: no, upheld: fc.boolean() }),
  fc.constant({ type: 'AnsweredDirectly', articleId: 'K001' } as const),
  fc.constant({ type: 'MessageDelivered', template: 'rating-reminder' } as const),
  fc.constant({ type: 'WithdrawalGranted' } as const),
);
const text = fc.constantFrom('', '说明');
const command: fc.Arbitrary<WorkOrderCommand> = fc.oneof(
  fc.record({ type: fc.constant('AcknowledgeDispatch' as const), dispatchNo: no }),
  fc.record({
    type: fc.constant('ObjectToDispatch' as const),
    dispatchNo: no,
    proposedUnit: fc.constantFrom('', 'water'),
    reason: text,
  }),
  fc.record({
    type: fc.constant('RecordContact' as const),
    dispatchNo: no,
    outcome: fc.constantFrom('reached' as const, 'attempt' as const),
    arrived: fc.boolean(),
    visitWaived: fc.boolean(),
    note: text,
  }),
  fc.record({ type: fc.constant('GivePreliminaryOpinion' as const), dispatchNo: no, text }),
  fc.record({
    type: fc.constant('CompleteAppeal' as const),
    dispatchNo: no,
    completionType: fc.constantFrom('solved', 'explained'),
    answer: text,
    basis: text,
    plan: text,
    plannedOn: fc.constantFrom('', '2026-12-31'),
    agreement: fc.constantFrom(null, { who: '陈明', on: '2026-03-02' }),
    check: fc.constant({ verdict: 'unchecked' as const, codes: [] }),
    withoutContributions: text,
  }),
  fc.record({ type: fc.constant('GiveContribution' as const), dispatchNo: no, text }),
  fc.record({
    type: fc.constant('RuleAssistObjection' as const),
    dispatchNo: no,
    unit: fc.constantFrom('water', 'tax'),
    upheld: fc.boolean(),
    note: text,
  }),
  fc.record({
    type: fc.constant('FollowUpAppeal' as const),
    contacted: fc.boolean(),
    solved: fc.boolean(),
    satisfied: fc.boolean(),
    reasons: text,
  }),
  fc.record({
    type: fc.constant('RateAppeal' as const),
    rating: fc.constantFrom('satisfied' as const, 'dissatisfied' as const),
    comment: text,
  }),
  fc.record({
    type: fc.constant('RequestExtension' as const),
    dispatchNo: no,
    wishedOn: fc.constantFrom('2026-03-10', '2026-03-16', 'x'),
    reason: text,
  }),
  fc.record({
    type: fc.constant('RuleExtension' as const),
    dispatchNo: no,
    granted: fc.boolean(),
    untilOn: fc.constantFrom('', '2026-03-12'),
    reason: text,
  }),
  fc.record({ type: fc.constant('DisputeAnswer' as const), reason: text }),
  fc.record({ type: fc.constant('ReopenAppeal' as const), why: text }),
  fc.record({ type: fc.constant('CloseAppeal' as const), why: fc.constantFrom('ruled', 'x'), reason: text }),
  fc.constant({ type: 'LapseRating' } as const),
  fc.constant({ type: 'GrantWithdrawal' } as const),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: cause.map((said) => ({ cause: said })) },
  { weight: 3, arbitrary: fc.record({ command, actor: fc.constantFrom(...Object.values(PEOPLE)) }) },
);
const start: readonly Act[] = [
  { cause: { type: 'AppealAdmitted', packHash: 'pack', kind: 'help' } },
  { cause: { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: ['water'] } },
  { command: { type: 'AcknowledgeDispatch', dispatchNo: 1 }, actor: PEOPLE.taxHandler },
];

interface Course {
  readonly events: readonly { readonly event: Any; readonly at: number }[];
  /** State after each event. */
  readonly states: readonly WorkOrder[];
}

function live(acts: readonly Act[]): Course {
  const events: { event: Any; at: number }[] = [];
  const states: WorkOrder[] = [NO_WORK_ORDER];
  for (const [index, one] of [...start, ...acts].entries()) {
    const at = hours(index * 7);
    const happened = 'cause' in one ? [one.cause] : decide(one, states.at(-1) ?? NO_WORK_ORDER, at);
    for (const [offset, event] of happened.entries()) {
      events.push({ event, at: at + offset });
      states.push(evolve(states.at(-1) ?? NO_WORK_ORDER, event, at + offset, events.length));
    }
  }
  return { events, states };
}

function decide(one: Extract<Act, { command: unknown }>, state: WorkOrder, at: number): readonly Any[] {
  const answer = workOrderDecider.decide(one.command, state, policyOf(PACK), {
    at,
    commandId: 'c',
    actor: one.actor,
  });
  return answer.ok ? answer.value : [];
}

function evolve(state: WorkOrder, event: Any, at: number, seq: number): WorkOrder {
  return workOrderDecider.evolve(state, { event, at, id: `e${seq}`, writer: 'w', seq });
}

function erased(event: Any): Any {
  const words = ['reason', 'note', 'text', 'answer', 'reasons', 'comment'];
  return Object.fromEntries(
    Object.entries(event).map(([name, held]) => [name, words.includes(name) ? 'erased' : held]),
  ) as unknown as Any;
}

/** Enough to come upon two answers in one course. */
const RUNS = { numRuns: 400 };
const acts = fc.array(act, { maxLength: 40 });

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

  test('a contribution is never lost: within its dispatch nobody is told any more that it is missing', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { events, states } = live(course);
        for (const [i, { event }] of events.entries()) {
          if (event.type !== 'ContributionGiven') continue;
          for (const state of states.slice(i + 1)) {
            const order = 'order' in state ? state.order : null;
            if (order?.no === event.dispatchNo) expect(missingContributions(order)).not.toContain(event.unit);
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
        expect(open || missingContributions(state.order).length === 0).toBe(true);
      }),
      RUNS,
    );
  });
});
