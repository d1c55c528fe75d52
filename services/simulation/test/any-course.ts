// Any course of one appeal: people who do fitting and unfitting things, hours and weeks between them, and
// services that break down and come back. A dispatch number of 0 stands for the one in force.
import fc from 'fast-check';
import type { Actor } from '#kernel/decider';
import type { WorkOrderCommand } from '#casework/domain/work-order-commands';
import { orderOf } from '#casework/domain/work-order';
import type { ClerkCommand, EnterpriseCommand } from '#intake/domain/appeal-commands';
import type { ClerkCommand as DeskCommand } from '#triage/domain/routing-commands';
import type { Pack } from '#policy/pack';
import { OneAppeal } from './one-appeal';
import type { Outage } from './part';
import type { Matter } from './parts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Asked =
  | { readonly of: 'intake'; readonly command: ClerkCommand | EnterpriseCommand }
  | { readonly of: 'triage'; readonly command: DeskCommand }
  | { readonly of: 'casework'; readonly command: WorkOrderCommand };

/** Something that happens, after a while. */
export interface Step {
  /** Milliseconds after the step before. */
  readonly after: number;
  /** Shifts who reads and publishes first. */
  readonly turn: number;
  readonly what:
    | { readonly who: string; readonly asked: Asked }
    | { readonly breaks: string; readonly outage: Outage | undefined };
}

/** The appeal and everything that happens to it. */
export interface Course {
  readonly matter: Matter;
  /** Epoch ms. */
  readonly startAt: number;
  readonly steps: readonly Step[];
}

const PEOPLE: Readonly<Record<string, Actor>> = {
  clerk: { role: 'clerk', id: 'wang' },
  supervisor: { role: 'supervisor', id: 'zhou' },
  leader: { role: 'leader', id: 'qian' },
  caller: { role: 'followup', id: 'sun' },
  enterprise: { role: 'enterprise', id: 'enterprise' },
};
const STAFF = ['clerk', 'supervisor', 'leader', 'caller'];

const no = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
);
const unit = fc.constantFrom('tax', 'wtr', 'umb');
const flag = fc.boolean();

const intakeAsked: fc.Arbitrary<Asked> = fc
  .constantFrom<ClerkCommand | EnterpriseCommand>(
    { type: 'AdmitAppeal' },
    { type: 'DeclineAppeal', ground: 'litigation', explanation: '已由法院受理' },
    { type: 'UrgeAppeal', note: '' },
    { type: 'WithdrawAppeal', reason: '' },
  )
  .map((command) => ({ of: 'intake', command }));

const triageAsked: fc.Arbitrary<Asked> = fc
  .oneof<fc.Arbitrary<DeskCommand>[]>(
    fc.record({
      type: fc.constant('DispatchAppeal' as const),
      lead: unit,
      assist: fc.constantFrom([], ['umb']),
      why: fc.constant('职责'),
    }),
    fc.constant({ type: 'AnswerAppeal', articleId: 'K001' }),
    fc.record({
      type: fc.constant('RecallDispatch' as const),
      dispatchNo: no,
      reason: fc.constant('派错'),
    }),
    fc.record({
      type: fc.constant('RuleObjection' as const),
      dispatchNo: no,
      upheld: flag,
      toUnit: fc.constantFrom('', '', 'wtr', 'umb'),
      note: fc.constant(''),
    }),
  )
  .map((command) => ({ of: 'triage', command }));

const unitAsked: fc.Arbitrary<Asked> = fc
  .oneof<fc.MaybeWeightedArbitrary<WorkOrderCommand>[]>(
    {
      weight: 5,
      arbitrary: fc.record({ type: fc.constant('AcknowledgeDispatch' as const), dispatchNo: no }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('ObjectToDispatch' as const),
        dispatchNo: no,
        proposedUnit: fc.constantFrom('', 'wtr', 'umb'),
        reason: fc.constant('非本单位职责'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('RecordContact' as const),
        dispatchNo: no,
        outcome: fc.constantFrom('reached' as const, 'attempt' as const),
        arrived: flag,
        visitWaived: fc.constant(false),
        note: fc.constant(''),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('GivePreliminaryOpinion' as const),
        dispatchNo: no,
        text: fc.constantFrom('意见', ''),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('CompleteAppeal' as const),
        dispatchNo: no,
        completionType: fc.constant('solved'),
        answer: fc.constant('已办结'),
        basis: fc.constant('依据'),
        plan: fc.constant(''),
        plannedOn: fc.constant(''),
        agreement: fc.constant(null),
        check: fc.constant({ verdict: 'unchecked' as const, codes: [] }),
      }),
    },
  )
  .map((command) => ({ of: 'casework', command }));

const verdictAsked: fc.Arbitrary<Asked> = fc
  .oneof<fc.Arbitrary<WorkOrderCommand>[]>(
    fc.record({
      type: fc.constant('FollowUpAppeal' as const),
      contacted: fc.constantFrom(true, true, false),
      solved: flag,
      satisfied: flag,
      reasons: fc.constant(''),
    }),
    fc.record({ type: fc.constant('ReopenAppeal' as const), why: fc.constant('未解决') }),
    fc.record({
      type: fc.constant('CloseAppeal' as const),
      why: fc.constant('ruled'),
      reason: fc.constant(''),
    }),
  )
  .map((command) => ({ of: 'casework', command }));

const enterpriseAsked: fc.Arbitrary<Asked> = fc
  .oneof<fc.Arbitrary<WorkOrderCommand>[]>(
    fc.record({
      type: fc.constant('RateAppeal' as const),
      rating: fc.constantFrom('satisfied' as const, 'dissatisfied' as const),
      comment: fc.constant(''),
    }),
    fc.constant({ type: 'DisputeAnswer', reason: '未解决' }),
  )
  .map((command) => ({ of: 'casework', command }));

const deed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      who: fc.constantFrom('lead', 'lead', 'lead', 'lead', 'lead', 'tax', 'wtr'),
      asked: unitAsked,
    }),
  },
  { weight: 4, arbitrary: fc.record({ who: fc.constantFrom(...STAFF), asked: triageAsked }) },
  { weight: 3, arbitrary: fc.record({ who: fc.constantFrom(...STAFF), asked: verdictAsked }) },
  { weight: 2, arbitrary: fc.record({ who: fc.constant('enterprise'), asked: enterpriseAsked }) },
  { weight: 1, arbitrary: fc.record({ who: fc.constantFrom('clerk', 'enterprise'), asked: intakeAsked }) },
);
const breakdown = fc.record({
  breaks: fc.constantFrom(
    'intake.appeal',
    'triage.routing',
    'casework.workorder',
    'supervision.docket',
    'notification.messages',
    'knowledge.answering',
  ),
  outage: fc.constantFrom<Outage | undefined>('relay', 'reader', 'silent', undefined, undefined),
});
const after = fc.oneof(
  fc.nat(20 * MINUTE),
  fc.constant(0),
  fc.nat(3 * HOUR),
  fc.nat(2 * DAY),
  fc.integer({ min: 4 * DAY, max: 16 * DAY }),
);

const what = fc.oneof({ weight: 6, arbitrary: deed }, { weight: 1, arbitrary: breakdown });

const acknowledged: Asked = { of: 'casework', command: { type: 'AcknowledgeDispatch', dispatchNo: 0 } };
const contacted: Asked = {
  of: 'casework',
  command: {
    type: 'RecordContact',
    dispatchNo: 0,
    outcome: 'reached',
    arrived: true,
    visitWaived: false,
    note: '',
  },
};
const opinionGiven: Asked = {
  of: 'casework',
  command: { type: 'GivePreliminaryOpinion', dispatchNo: 0, text: '意见' },
};
const completed: Asked = {
  of: 'casework',
  command: {
    type: 'CompleteAppeal',
    dispatchNo: 0,
    completionType: 'solved',
    answer: '已办结',
    basis: '',
    plan: '',
    plannedOn: '',
    agreement: null,
    check: { verdict: 'unchecked', codes: [] },
  },
};
/** How far a unit has come before anything may happen. */
const BEGINNINGS: readonly (readonly Asked[])[] = [
  [],
  [acknowledged],
  [acknowledged, contacted],
  [acknowledged, contacted, opinionGiven],
  [acknowledged, completed],
];

/** Any course: it begins as most do, and then anything may happen. */
export const anyCourse: fc.Arbitrary<Course> = fc
  .record({
    matter: fc.record({
      kind: fc.constantFrom('help', 'help', 'complaint', 'consultation'),
      ground: fc.constantFrom<Matter['ground']>('', '', '', '', '', '', 'litigation'),
      known: fc.constantFrom(false, false, false, true),
      sure: fc.constantFrom(true, true, true, false),
      failing: fc.constantFrom(0, 0, 3),
    }),
    // From Monday 2 March 2026, 09:00, on: weekends, Qingming and Labour Day lie ahead.
    startAt: fc.nat(50 * DAY).map((ms) => Date.UTC(2026, 2, 2, 1) + ms),
    begun: fc.tuple(fc.constantFrom(...BEGINNINGS), fc.constantFrom(HOUR, 30 * HOUR)),
    steps: fc.array(fc.record({ after, turn: fc.nat(5), what }), { maxLength: 20, size: 'max' }),
  })
  .map(({ begun: [beginning, apart], steps, ...course }) => {
    const done = beginning.map((asked) => ({ after: apart, turn: 0, what: { who: 'lead', asked } }));
    return { ...course, steps: [...done, ...steps] };
  });

/** Asks for something now; answers the code of a refusal. */
export function asks(appeal: OneAppeal, who: string, asked: Asked): string {
  const actor = actorOf(appeal, who);
  const { intake, triage, casework } = appeal.parts;
  switch (asked.of) {
    case 'intake':
      return intake.command(asked.command, actor, appeal.now);
    case 'triage':
      return triage.command(aimed(asked.command, triage.state.file.dispatchNo), actor, appeal.now);
    case 'casework':
      return casework.command(aimed(asked.command, casework.state.file.dispatchNo), actor, appeal.now);
  }
}

function actorOf({ parts }: OneAppeal, who: string): Actor {
  const known = PEOPLE[who];
  if (known !== undefined) return known;
  const unit = who === 'lead' ? (orderOf(parts.casework.state)?.unit ?? 'tax') : who;
  return { role: 'handler', id: `handler-${unit}`, unit };
}

function aimed<T extends object>(command: T, current: number): T {
  return 'dispatchNo' in command && command.dispatchNo === 0 ? { ...command, dispatchNo: current } : command;
}

/** Lives a course. */
export async function live(pack: Pack, { matter, startAt, steps }: Course): Promise<OneAppeal> {
  const appeal = new OneAppeal(pack, matter, startAt);
  await appeal.pass(90_000, 0);
  for (const { after: ms, turn, what: happens } of steps) {
    await appeal.pass(ms, turn);
    if ('breaks' in happens) appeal.breaks(happens.breaks, happens.outage);
    else asks(appeal, happens.who, happens.asked);
    await appeal.pass(0, turn);
  }
  return appeal;
}
