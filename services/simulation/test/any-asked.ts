// What may be asked about an appeal, and by whom: fitting and unfitting things. A dispatch number of 0 stands
// for the one in force, `lead` for a handler of the unit that has it.
import fc from 'fast-check';
import type { WorkOrderCommand } from '#casework/domain/work-order-commands';
import type { ClerkCommand, EnterpriseCommand } from '#intake/domain/appeal-commands';
import type { ClerkCommand as DeskCommand } from '#triage/domain/routing-commands';

/** A command, by the service that decides it. */
export type Asked =
  | { readonly of: 'intake'; readonly command: ClerkCommand | EnterpriseCommand }
  | { readonly of: 'triage'; readonly command: DeskCommand }
  | { readonly of: 'casework'; readonly command: WorkOrderCommand };

/** Somebody asks for something. */
export interface Deed {
  readonly who: string;
  readonly asked: Asked;
}

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
        withoutContributions: fc.constantFrom('协办单位未回复', ''),
        agreement: fc.constant(null),
        check: fc.constant({ verdict: 'unchecked' as const, codes: [] }),
      }),
    },
  )
  .map((command) => ({ of: 'casework', command }));

const assistAsked: fc.Arbitrary<Asked> = fc
  .oneof<fc.Arbitrary<WorkOrderCommand>[]>(
    fc.record({ type: fc.constant('AcknowledgeDispatch' as const), dispatchNo: no }),
    fc.record({
      type: fc.constant('GiveContribution' as const),
      dispatchNo: no,
      text: fc.constant('协办意见'),
    }),
  )
  .map((command) => ({ of: 'casework', command }));

const verdictAsked: fc.Arbitrary<Asked> = fc
  .oneof<fc.Arbitrary<WorkOrderCommand>[]>(
    fc.record({ type: fc.constant('ReleaseAnswer' as const), dispatchNo: no }),
    fc.record({
      type: fc.constant('ReturnAnswer' as const),
      dispatchNo: no,
      reason: fc.constant('未答复所提问题'),
    }),
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

/** Somebody asks for something; mostly what is his to ask. */
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ who: fc.constant('umb'), asked: assistAsked }) },
  {
    weight: 8,
    arbitrary: fc.record({
      who: fc.constantFrom('lead', 'lead', 'lead', 'lead', 'lead', 'tax', 'wtr'),
      asked: unitAsked,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      who: fc.constantFrom('clerk', 'supervisor', 'leader', 'caller'),
      asked: triageAsked,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      who: fc.constantFrom('clerk', 'supervisor', 'leader', 'caller'),
      asked: verdictAsked,
    }),
  },
  { weight: 2, arbitrary: fc.record({ who: fc.constant('enterprise'), asked: enterpriseAsked }) },
  { weight: 1, arbitrary: fc.record({ who: fc.constantFrom('clerk', 'enterprise'), asked: intakeAsked }) },
);
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
    withoutContributions: '协办单位未回复',
    check: { verdict: 'unchecked', codes: [] },
  },
};
const released: Asked = { of: 'casework', command: { type: 'ReleaseAnswer', dispatchNo: 0 } };
const byLead = (asked: Asked): Deed => ({ who: 'lead', asked });

/** How far a unit has come before anything may happen. */
export const BEGINNINGS: readonly (readonly Deed[])[] = [
  [],
  [byLead(acknowledged)],
  [byLead(acknowledged), byLead(contacted)],
  [byLead(acknowledged), byLead(contacted), byLead(opinionGiven)],
  [byLead(acknowledged), byLead(completed), { who: 'clerk', asked: released }],
];
