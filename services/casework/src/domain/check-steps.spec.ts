// 情况核实与结果核查 (HD-7; CD 二-3): the pack of Yicheng demands neither; here its clerk does both.
import { GIVEN, PEOPLE, type Past, YICHENG, hours, policyOf, stateAfter, when } from '../../test/scenario';
import { ratingLapsesAt } from './rating-time';
import { reactToCause } from './work-order-decider';
import type { CheckCommand, WorkOrderCommand } from './work-order-commands';
import type { WorkOrderCause, WorkOrderEvent } from './work-order-events';

const { taxHandler, clerk, followup, enterprise, system } = PEOPLE;
const checks = {
  facts: { clause: 'CD 二-3', by: 'clerk', before: 'completed' as const },
  result: { clause: 'CD 二-3', by: 'clerk' },
};
const PACK = { ...YICHENG, checks };
const facts: CheckCommand = { type: 'RecordFactCheck', outcome: 'confirmed', note: '' };
const result: CheckCommand = { type: 'RecordResultCheck', outcome: 'confirmed', note: '' };
const refuted = { outcome: 'not-confirmed', note: '款项仍未到账' } as const;
const complete = {
  ...{ type: 'CompleteAppeal', dispatchNo: 1, completionType: 'solved', answer: '已退税', basis: '' },
  ...{ plan: '', plannedOn: '', agreement: null, check: { verdict: 'unchecked', codes: [] } },
} as unknown as WorkOrderCommand;
const call = { type: 'FollowUpAppeal', contacted: true, solved: true, satisfied: true, reasons: '' } as const;
const rate = { type: 'RateAppeal', rating: 'satisfied', comment: '' } as const;
const close = { type: 'CloseAppeal', why: 'no-further-action', reason: '' } as const;
const reminder: Past = [27, { type: 'MessageDelivered', template: 'rating-reminder' }];
const panelSits: Past = [26, { type: 'PanelConvened', sessionNo: 2, question: 'result' }];
const panelAgrees: WorkOrderCause = {
  type: 'PanelRuled',
  sessionNo: 2,
  question: 'result',
  option: 'approved',
};
const looked = (outcome: 'confirmed' | 'not-confirmed'): Past => [
  19,
  { type: 'FactsChecked', outcome, by: 'wang', note: '' },
];
const then = (past: readonly Past[], hour: number, events: readonly WorkOrderEvent[]): readonly Past[] => [
  ...past,
  ...events.map((event): Past => [hour, event]),
];

describe('facts', () => {
  test('are checked before the unit completes, whatever they turn out to be', () => {
    const refused = when(GIVEN.opinionGiven, taxHandler, complete, 30, PACK);
    expect(refused).toMatchObject({ refused: 'FACTS_NOT_CHECKED', params: { role: 'clerk' } });
    for (const outcome of ['confirmed', 'not-confirmed'] as const)
      expect(when([...GIVEN.opinionGiven, looked(outcome)], taxHandler, complete, 30, PACK).types).toEqual([
        'AppealCompleted',
      ]);
    expect(when(GIVEN.opinionGiven, taxHandler, complete).types).toEqual(['AppealCompleted']);
  });

  test('are checked before a draft goes for signature (HD-9)', () => {
    const steps = [
      { id: 'draft', title: { zh: '拟稿', en: 'draft' }, by: 'handler' as const },
      { id: 'sign', title: { zh: '签发', en: 'signature' }, by: 'unit-leader' as const },
    ];
    const scopes = YICHENG.scopes;
    const chained = { ...PACK, scopes, unitChain: { clause: 'HD-9', steps } };
    const draft = { ...complete, type: 'SubmitDraft' } as WorkOrderCommand;
    expect(when(GIVEN.opinionGiven, taxHandler, draft, 30, chained).refused).toBe('FACTS_NOT_CHECKED');
    expect(when([...GIVEN.opinionGiven, looked('confirmed')], taxHandler, draft, 30, chained).types).toEqual([
      'DraftSubmitted',
    ]);
  });

  test('stay checked through another round', () => {
    const again: Past = [
      26,
      { type: 'AppealReopened', round: 2, unit: 'tax', why: 'ruled', by: 'wang', reason: '' },
    ];
    const past = [...GIVEN.opinionGiven, looked('confirmed'), ...GIVEN.completed.slice(-1), again];
    expect(when(past, taxHandler, complete, 30, PACK).refused).toBe('');
  });

  test('may be checked from admission on, before any unit has it', () => {
    expect(when(GIVEN.admitted, clerk, facts, 1, PACK).events).toEqual([
      { type: 'FactsChecked', outcome: 'confirmed', by: 'wang', note: '' },
    ]);
  });
});

describe('the result', () => {
  const called = then(GIVEN.completed, 26, when(GIVEN.completed, followup, call, 26, PACK).events);

  test('is confirmed before anybody closes', () => {
    const refused = when(GIVEN.completed, clerk, close, 30, PACK);
    expect(refused).toMatchObject({ refused: 'RESULT_NOT_CHECKED', params: { role: 'clerk' } });
    expect(when(GIVEN.completed, clerk, close).types).toEqual(['AppealClosed']);
    const checked = then(GIVEN.completed, 27, when(GIVEN.completed, clerk, result, 27, PACK).events);
    expect(when(checked, clerk, close, 30, PACK).types).toEqual(['AppealClosed']);
  });

  test('waits for nobody where the library answered', () => {
    expect(when(GIVEN.answered, enterprise, rate, 30, PACK).types).toEqual(['AppealRated', 'AppealClosed']);
  });

  test('what is said meanwhile is taken down; the closing comes with the confirmation', () => {
    const rated = when(called, enterprise, rate, 30, PACK);
    expect(rated.types).toEqual(['AppealRated']);
    expect(when(called, enterprise, rate).types).toEqual(['AppealRated', 'AppealClosed']);
    const confirmed = when(then(called, 30, rated.events), clerk, result, 31, PACK);
    expect(confirmed.types).toEqual(['ResultChecked', 'AppealClosed']);
    expect(when(called, clerk, result, 31, PACK).types).toEqual(['ResultChecked']);
  });

  describe('what the enterprise said last, where discontent waits for a person', () => {
    const reviewed = { ...PACK, dissatisfied: { ...YICHENG.dissatisfied, ways: ['review', 'follow-up'] } };
    const free = { ...reviewed, checks: undefined } as unknown as typeof YICHENG;
    const bad = { ...rate, rating: 'dissatisfied' } as const;
    const sulky = { ...call, satisfied: false, reasons: '仍未到账' } as const;
    const dispute = { type: 'DisputeAnswer', reason: '仍未到账' } as const;
    const says = [
      ['rated badly, then content at the call', [bad, call], true],
      ['content at the call, then rated badly', [call, bad], false],
      ['rated badly, discontent at a call, content at the next', [bad, sulky, call], true],
      ['rated well, then discontent at the call', [rate, sulky], false],
      ['content at the call and disputed, then rated well', [call, dispute, rate], true],
      ['disputed last', [call, dispute], false],
    ] as const;
    const after = (said: readonly WorkOrderCommand[], pack: typeof YICHENG) =>
      said.reduce<readonly Past[]>((past, command, i) => {
        const who = command.type === 'FollowUpAppeal' ? followup : enterprise;
        const reply = when(past, who, command, 30 + i, pack);
        expect(reply.refused).toBe('');
        return then(past, 30 + i, reply.events);
      }, GIVEN.completed);

    test.each(says)('%s: closes with the check as it does without one', (_, said, closes) => {
      expect(after(said, free).at(-1)?.[1].type === 'AppealClosed').toBe(closes);
      const checked = when(
        after(said, reviewed as typeof YICHENG),
        clerk,
        result,
        40,
        reviewed as typeof YICHENG,
      );
      expect(checked.types).toEqual(['ResultChecked', ...(closes ? ['AppealClosed'] : [])]);
    });
  });

  test('confirmed first, the satisfied enterprise closes', () => {
    const checked = then(called, 27, when(called, clerk, result, 27, PACK).events);
    expect(when(checked, enterprise, rate, 30, PACK).types).toEqual(['AppealRated', 'AppealClosed']);
  });

  test('of a panel and of a check: the later of both closes', () => {
    const sat = [...called.slice(0, 6), panelSits, ...called.slice(6)];
    const both = then(sat, 28, when(sat, enterprise, rate, 28, PACK).events);
    expect(when(both, clerk, result, 29, PACK).types).toEqual(['ResultChecked']);
    const ended: readonly Past[] = [...both, [29, panelAgrees]];
    const order = reactToCause(
      { event: panelAgrees, at: 0, id: 'x', writer: 'w', seq: 9 },
      stateAfter(ended),
    );
    if (order === undefined) throw new Error('the panel is obeyed');
    expect(when(ended, system, order, 30, PACK).types).toEqual([]);
    expect(when(ended, system, order, 30).types).toEqual(['AppealClosed']);
    const checked = then(ended, 30, when(ended, clerk, result, 30, PACK).events);
    expect(checked.at(-1)?.[1].type).toBe('AppealClosed');
  });

  test('silence closes nothing that is unchecked', () => {
    const silent = [...GIVEN.completed, reminder];
    expect(ratingLapsesAt(stateAfter(silent), policyOf(PACK))).toBeNull();
    const checked = then(silent, 28, when(silent, clerk, result, 28, PACK).events);
    expect(ratingLapsesAt(stateAfter(checked), policyOf(PACK))).toBe(
      ratingLapsesAt(stateAfter(silent), policyOf()),
    );
    expect(ratingLapsesAt(stateAfter(checked), policyOf(PACK))).toBeGreaterThan(hours(28));
  });

  test('not confirmed goes back to the unit for another round, with the reason', () => {
    const reply = when(GIVEN.completed, clerk, { ...result, ...refuted }, 30, PACK);
    expect(reply.events).toEqual([
      { type: 'ResultChecked', ...refuted, by: 'wang', round: 1 },
      {
        type: 'AppealReopened',
        round: 2,
        unit: 'tax',
        why: 'result-check',
        by: 'wang',
        reason: refuted.note,
      },
    ]);
    expect(reply.status).toBe('reopened');
    const second = then(GIVEN.completed, 30, reply.events);
    const answered = then(
      [
        ...second,
        [31, { type: 'WorkOrderAcknowledged', dispatchNo: 1, unit: 'tax', by: 'li' }],
        looked('confirmed'),
      ],
      32,
      [
        {
          ...(GIVEN.completed.at(-1)?.[1] as Extract<WorkOrderEvent, { type: 'AppealCompleted' }>),
          round: 2,
        },
      ],
    );
    expect(when(answered, clerk, close, 33, PACK).refused).toBe('RESULT_NOT_CHECKED');
  });
});

test.each<[string, readonly Past[], object, CheckCommand, string]>([
  ['facts by the unit', GIVEN.opinionGiven, taxHandler, facts, 'ROLE_NOT_ALLOWED'],
  ['result by the caller', GIVEN.completed, followup, result, 'ROLE_NOT_ALLOWED'],
  ['facts twice', [...GIVEN.opinionGiven, looked('confirmed')], clerk, facts, 'ALREADY_CHECKED'],
  ['facts after the answer', GIVEN.completed, clerk, facts, 'ALREADY_COMPLETED'],
  ['facts after a held answer', GIVEN.held, clerk, facts, 'ALREADY_COMPLETED'],
  ['facts of a closed case', GIVEN.closed, clerk, facts, 'CLOSED'],
  [
    'facts refuted without a reason',
    GIVEN.opinionGiven,
    clerk,
    { ...facts, ...refuted, note: ' ' },
    'REASON_MISSING',
  ],
  [
    'result refuted without a reason',
    GIVEN.completed,
    clerk,
    { ...result, ...refuted, note: '' },
    'REASON_MISSING',
  ],
  ['result before there is one', GIVEN.opinionGiven, clerk, result, 'NOT_COMPLETED'],
  ['result the enterprise has not heard of', GIVEN.held, clerk, result, 'NOT_COMPLETED'],
  ['result by the handler himself', GIVEN.completed, { role: 'clerk', id: 'li' }, result, 'SAME_PERSON'],
  [
    'result twice',
    [
      ...GIVEN.completed,
      [26, { type: 'ResultChecked', outcome: 'confirmed', by: 'wang', round: 1, note: '' }],
    ],
    clerk,
    result,
    'ALREADY_CHECKED',
  ],
])('%s: refused', (_, past, who, command, code) => {
  expect(when(past, who as typeof clerk, command, 30, PACK).refused).toBe(code);
  if (code !== 'ROLE_NOT_ALLOWED')
    expect(when(past, who as typeof clerk, command, 30).refused).toBe('CHECK_NOT_FORESEEN');
});
