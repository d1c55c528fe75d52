// Courses of work orders drawn at random: commands of everybody and causes of the others, as they may come.
import fc from 'fast-check';
import { PEOPLE, YICHENG, hours, policyOf } from './scenario';
import { NO_WORK_ORDER, type WorkOrder } from '../src/domain/work-order';
import type { WorkOrderCommand } from '../src/domain/work-order-commands';
import { workOrderDecider } from '../src/domain/work-order-decider';
import type { WorkOrderCause, WorkOrderEvent } from '../src/domain/work-order-events';

/** Anything a work order takes in. */
export type Any = WorkOrderEvent | WorkOrderCause;
type Act =
  | { readonly cause: WorkOrderCause }
  | {
      readonly command: WorkOrderCommand;
      readonly actor: (typeof PEOPLE)[keyof typeof PEOPLE] | typeof HEAD;
    };

const HEAD = { role: 'handler', id: 'he', unit: 'tax' } as const;

/** Yicheng with one extension a round. */
const PACK = {
  ...YICHENG,
  extension: { clause: 'HD-2', clock: 'resolve', times: 1, atMost: 'workingDays:5', ruledBy: ['clerk'] },
};

const title = { zh: '步骤', en: 'step' };
/** Yicheng with a chain of one signature inside the unit (HD-9). */
export const CHAINED = {
  ...PACK,
  scopes: PACK.scopes.map((scope) => ({
    ...scope,
    may: [...scope.may, 'AssignInside' as const, 'SignDraft' as const],
  })),
  unitChain: {
    clause: 'HD-9',
    steps: [
      { id: 'draft', title, by: 'handler' as const, within: 'hours:24' },
      { id: 'head', title, by: 'section-head' as const, within: 'hours:4' },
    ],
  },
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
const DRAFT = {
  ...{ by: 'li', completionType: 'solved', answerVerdict: 'unchecked' as const, findingCodes: [] },
  ...{ plannedOn: '', agreedOn: '', answer: { answer: '说明', basis: '', plan: '', agreedBy: '' } },
};
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
  fc.record({
    type: fc.constant('AssignInside' as const),
    dispatchNo: no,
    section: fc.constantFrom('', 'levy'),
    handler: fc.constantFrom('li', 'he'),
  }),
  fc.record({
    type: fc.constant('SubmitDraft' as const),
    dispatchNo: no,
    completionType: fc.constant('solved'),
    answer: text,
    ...{ basis: text, plan: text, plannedOn: fc.constant(''), agreement: fc.constant(null) },
    check: fc.constant({ verdict: 'unchecked' as const, codes: [] }),
    withoutContributions: text,
  }),
  fc.record({
    type: fc.constant('ReturnDraft' as const),
    dispatchNo: no,
    draftNo: no,
    step: fc.constantFrom('section', 'leader', 'head'),
    reason: text,
  }),
  fc.record({
    type: fc.constant('SignDraft' as const),
    dispatchNo: no,
    draftNo: no,
    step: fc.constantFrom('section', 'leader', 'head'),
    draft: no.map((draftNo) => ({ ...DRAFT, draftNo })),
  }),
  fc.record({ type: fc.constant('DisputeAnswer' as const), reason: text }),
  fc.record({ type: fc.constant('ReopenAppeal' as const), why: text }),
  fc.record({ type: fc.constant('CloseAppeal' as const), why: fc.constantFrom('ruled', 'x'), reason: text }),
  fc.constant({ type: 'LapseRating' } as const),
  fc.constant({ type: 'MarkStepOverdue' } as const),
  fc.constant({ type: 'GrantWithdrawal' } as const),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: cause.map((said) => ({ cause: said })) },
  { weight: 3, arbitrary: fc.record({ command, actor: fc.constantFrom(...Object.values(PEOPLE), HEAD) }) },
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

/** What comes of these acts after an appeal was dispatched to tax and acknowledged. */
export function live(acts: readonly Act[], pack = PACK): Course {
  const events: { event: Any; at: number }[] = [];
  const states: WorkOrder[] = [NO_WORK_ORDER];
  for (const [index, one] of [...start, ...acts].entries()) {
    const at = hours(index * 7);
    const happened = 'cause' in one ? [one.cause] : decide(one, states.at(-1) ?? NO_WORK_ORDER, at, pack);
    for (const [offset, event] of happened.entries()) {
      events.push({ event, at: at + offset });
      states.push(evolve(states.at(-1) ?? NO_WORK_ORDER, event, at + offset, events.length));
    }
  }
  return { events, states };
}

/** The events of a command; none when it is refused. */
export function decide(
  one: Extract<Act, { command: unknown }>,
  state: WorkOrder,
  at: number,
  pack = PACK,
): readonly Any[] {
  const answer = workOrderDecider.decide(one.command, state, policyOf(pack), {
    at,
    commandId: 'c',
    actor: one.actor,
  });
  return answer.ok ? answer.value : [];
}

/** The state after one event. */
export function evolve(state: WorkOrder, event: Any, at: number, seq: number): WorkOrder {
  return workOrderDecider.evolve(state, { event, at, id: `e${seq}`, writer: 'w', seq });
}

/** The event after its person was erased. */
export function erased(event: Any): Any {
  const words = ['reason', 'note', 'text', 'answer', 'reasons', 'comment'];
  return Object.fromEntries(
    Object.entries(event).map(([name, held]) => [name, words.includes(name) ? 'erased' : held]),
  ) as unknown as Any;
}

/** Up to forty acts. */
export const acts = fc.array(act, { maxLength: 40, size: 'max' });
