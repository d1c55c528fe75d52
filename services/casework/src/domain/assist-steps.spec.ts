// 协办 (RT-3): water assists tax in a dispatch under the pack of Yicheng.
import { GIVEN, PEOPLE, type Past, YICHENG, policyOf, stateAfter, when } from '../../test/scenario';
import { missingContributions } from './assist-steps';
import { EMPTY_CASE_FILE } from './case-file';
import { enterpriseView, staffView } from './case-view';
import { foldCaseFile } from './fold-case-file';
import { orderOf } from './work-order';
import type { WorkOrderCommand } from './work-order-commands';

const { taxHandler, waterHandler, clerk, ops } = PEOPLE;
const stranger = { role: 'handler', id: 'qian', unit: 'market' };
const DISPATCH: Past = [
  0,
  { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: ['water', 'tax'] },
];
const asked: readonly Past[] = [...GIVEN.admitted, DISPATCH];
const acknowledge = { type: 'AcknowledgeDispatch', dispatchNo: 1 } as const;
const object = { type: 'ObjectToDispatch', dispatchNo: 1, proposedUnit: '', reason: '与本单位无关' } as const;
const contribute = { type: 'GiveContribution', dispatchNo: 1, text: '供水已恢复' } as const;
const rule = { type: 'RuleAssistObjection', dispatchNo: 1, unit: 'water', upheld: true, note: '' } as const;
const complete = {
  ...{
    type: 'CompleteAppeal',
    dispatchNo: 1,
    completionType: 'solved',
    answer: '已退税',
    basis: '',
    plan: '',
  },
  ...{ plannedOn: '', agreement: null, check: { verdict: 'unchecked', codes: [] } },
} as unknown as WorkOrderCommand;

function after(
  past: readonly Past[],
  ...commands: readonly [typeof clerk | typeof taxHandler | typeof waterHandler, WorkOrderCommand][]
) {
  return commands.reduce<readonly Past[]>((before, [who, command]) => {
    const { events, refused } = when(before, who, command, 5);
    if (refused) throw new Error(refused);
    return [...before, ...events.map((event) => [5, event] as const)];
  }, past);
}
const missing = (past: readonly Past[]) => {
  const order = orderOf(stateAfter(past));
  return order && missingContributions(order, policyOf());
};
const taken = after(asked, [waterHandler, acknowledge]);
const objected = after(asked, [waterHandler, object]);
const given = after(taken, [waterHandler, contribute]);
const released = after(objected, [clerk, rule]);
const overruled = after(objected, [clerk, { ...rule, upheld: false, note: '管线属其管养' }]);

describe('the part of an assisting unit', () => {
  test('is taken on, objected to and contributed by that unit, whatever the lead has done', () => {
    expect(when(asked, waterHandler, acknowledge, 1)).toMatchObject({
      status: 'dispatched',
      events: [{ type: 'AssistAcknowledged', unit: 'water', by: 'sun' }],
    });
    expect(when(taken, waterHandler, contribute, 6).events).toEqual([
      { type: 'ContributionGiven', dispatchNo: 1, unit: 'water', by: 'sun', text: '供水已恢复' },
    ]);
    expect(missing(asked)).toEqual(['water']);
    expect(missing(given)).toEqual([]);
  });

  test.each<[string, readonly Past[], object, WorkOrderCommand, string]>([
    ['twice taken on', taken, waterHandler, acknowledge, 'ALREADY_ACKNOWLEDGED'],
    ['a contribution before taking it on', asked, waterHandler, contribute, 'NOT_ACKNOWLEDGED'],
    ['an empty contribution', taken, waterHandler, { ...contribute, text: ' ' }, 'TEXT_MISSING'],
    ['of an older dispatch', taken, waterHandler, { ...contribute, dispatchNo: 2 }, 'STALE_DISPATCH'],
    ['while its objection waits', objected, waterHandler, contribute, 'OBJECTION_PENDING'],
    ['an objection after contributing', given, waterHandler, object, 'NOT_OBJECTABLE'],
    ['an objection overruled before', overruled, waterHandler, object, 'ALREADY_OBJECTED'],
    ['an objection without reason', asked, waterHandler, { ...object, reason: '' }, 'REASON_MISSING'],
    [
      'an objection that names itself',
      asked,
      waterHandler,
      { ...object, proposedUnit: 'water' },
      'UNIT_IS_OWN',
    ],
    ['by the lead', asked, taxHandler, contribute, 'NOT_ASSISTING'],
    ['by a stranger', asked, stranger, contribute, 'NOT_YOUR_UNIT'],
    ['by one who was released', released, waterHandler, contribute, 'NOT_YOUR_UNIT'],
    ['the lead’s own step', taken, waterHandler, complete, 'NOT_YOUR_UNIT'],
    ['without the right', asked, clerk, contribute, 'ROLE_NOT_ALLOWED'],
  ])('%s: %s', (_, past, who, command, code) => {
    expect(when(past, who as typeof clerk, command, 6).refused).toBe(code);
  });

  test('goes on while the objection of the lead is looked at, and ends with the completion', () => {
    const leadObjects = after(asked, [taxHandler, { ...object, proposedUnit: 'market' }]);
    expect(when(leadObjects, waterHandler, acknowledge, 6).types).toEqual(['AssistAcknowledged']);
    const done = after(given, [taxHandler, acknowledge], [taxHandler, complete]);
    expect(when(done, waterHandler, contribute, 7).refused).toBe('ALREADY_COMPLETED');
  });
});

describe('an objection of an assisting unit', () => {
  test('is ruled on by whoever rules on objections, and released owes nothing', () => {
    expect(when(objected, clerk, rule, 6).events).toMatchObject([
      { type: 'AssistObjectionRuled', by: 'wang' },
    ]);
    expect(missing(released)).toEqual([]);
    expect(missing(overruled)).toEqual(['water']);
    expect(when(overruled, waterHandler, contribute, 6).types).toEqual(['ContributionGiven']);
  });

  test.each<[string, readonly Past[], object, object, string]>([
    ['by nobody else', objected, ops, {}, 'ROLE_NOT_ALLOWED'],
    ['for the lead', objected, clerk, { unit: 'tax' }, 'NOT_ASSISTING'],
    ['before there is one', taken, clerk, {}, 'NO_OBJECTION'],
    ['a second time', released, clerk, {}, 'NOT_ASSISTING'],
    ['of another dispatch', objected, clerk, { dispatchNo: 2 }, 'STALE_DISPATCH'],
  ])('%s', (_, past, who, change, code) => {
    const { refused, fields } = when(past, who as typeof clerk, { ...rule, ...change }, 6);
    expect(refused).toBe(code);
    expect(fields.map(({ field }) => field)).toEqual(code === 'STALE_DISPATCH' ? ['dispatchNo'] : []);
  });
});

describe('completing', () => {
  const lead = after(asked, [taxHandler, acknowledge]);

  test('without a contribution needs a reason where the pack demands it, and says who was missing', () => {
    expect(when(lead, taxHandler, complete, 6)).toMatchObject({
      refused: 'CONTRIBUTION_MISSING',
      params: { units: 'water' },
    });
    const withReason = { ...complete, withoutContributions: '已两次催告' } as WorkOrderCommand;
    expect(when(lead, taxHandler, withReason, 6).events).toMatchObject([
      { type: 'AppealCompleted', withoutUnits: ['water'], answer: { withoutReason: '已两次催告' } },
    ]);
  });

  test('asks nothing where the pack lets it, or says nothing, or all is given', () => {
    const free = { ...YICHENG, assisting: { clause: 'RT-3', mayCompleteWithout: true } };
    const { assisting: _, ...silent } = YICHENG;
    expect(when(lead, taxHandler, complete, 6, free).types).toEqual(['AppealCompleted']);
    expect(when(lead, taxHandler, complete, 6, silent).types).toEqual(['AppealCompleted']);
    const [completed] = when(after(given, [taxHandler, acknowledge]), taxHandler, complete, 6).events;
    expect(completed).not.toHaveProperty('withoutUnits');
  });

  test('another round keeps what was given; another dispatch asks anew', () => {
    const done = after(given, [taxHandler, acknowledge], [taxHandler, complete]);
    const again: Past = [
      8,
      { type: 'AppealReopened', round: 2, unit: 'tax', why: 'ruled', by: 'w', reason: '' },
    ];
    expect(missing([...done, again])).toEqual([]);
    expect(missing([...given, [8, { ...DISPATCH[1], dispatchNo: 2 } as Past[1]]])).toEqual(['water']);
  });
});

describe('units that became one while they assisted', () => {
  const sent = (...assist: string[]): readonly Past[] => [
    ...GIVEN.admitted,
    [0, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist }],
  ];
  const both = after(sent('drainage', 'water'), [taxHandler, acknowledge]);
  const objectedAs = (unit: string): Past => [
    5,
    { type: 'AssistObjected', dispatchNo: 1, unit, proposedUnit: '', late: false, by: 'sun', reason: '' },
  ];

  test('merged into the lead, it owes nothing beside the answer of the lead', () => {
    const lead = after(sent('levy', 'market'), [taxHandler, acknowledge]);
    expect(when(lead, taxHandler, complete, 6).params).toEqual({ units: 'market' });
    const alone = after(sent('levy'), [taxHandler, acknowledge]);
    const [completed] = when(alone, taxHandler, complete, 6).events;
    expect(completed).toMatchObject({ type: 'AppealCompleted' });
    expect(completed).not.toHaveProperty('withoutUnits');
  });

  test.each([
    ['drainage', 'water'],
    ['water', 'drainage'],
  ])('what the unit gave as %s stands for %s', (one, other) => {
    expect(missing(both)).toEqual(['drainage', 'water']);
    const gave: Past = [
      5,
      { type: 'ContributionGiven', dispatchNo: 1, unit: one, by: 'sun', text: '供水已恢复' },
    ];
    expect(missing([...both, gave])).toEqual([]);
    expect(when([...both, gave], taxHandler, complete, 6).types).toEqual(['AppealCompleted']);
    expect(when([...both, gave], waterHandler, acknowledge, 6).events).toMatchObject([{ unit: other }]);
  });

  test('what the unit was released from as one it does not owe as the other, but may give', () => {
    const freed = after([...both, objectedAs('water')], [clerk, rule]);
    expect(missing(freed)).toEqual([]);
    expect(when(freed, waterHandler, acknowledge, 6).events).toMatchObject([{ unit: 'drainage' }]);
  });

  test('it takes on, and gives, each part in its turn; then both are given', () => {
    const bothTaken = after(both, [waterHandler, acknowledge], [waterHandler, acknowledge]);
    const all = after(bothTaken, [waterHandler, contribute], [waterHandler, contribute]);
    expect(orderOf(stateAfter(all))?.assisting?.map(({ step }) => step)).toEqual([
      'contributed',
      'contributed',
    ]);
  });

  test('the objection ruled on is the one that was made, under the code that is named', () => {
    expect(when([...both, objectedAs('water')], clerk, rule, 6).events).toMatchObject([{ unit: 'water' }]);
    const two = [...both, objectedAs('drainage'), objectedAs('water')];
    expect(when(two, clerk, rule, 6).events).toMatchObject([{ unit: 'water' }]);
    const former = { ...rule, unit: 'drainage' };
    expect(when(two, clerk, former, 6).events).toMatchObject([{ unit: 'drainage' }]);
  });
});

test('the lead sees who owes what and what was said, the enterprise nothing of it', () => {
  const dispatched = {
    type: 'AppealDispatched',
    dispatchNo: 1,
    lead: 'tax',
    assist: ['water', 'market'],
  } as const;
  const facts = [
    { ...dispatched, by: 'wang', why: '', reason: '' },
    ...given.slice(3).map(([, event]) => event),
  ];
  const file = facts.reduce(
    (before, event, i) =>
      foldCaseFile(before, { event: event as never, at: i + 1, id: '', writer: 'w', seq: i + 1 }),
    EMPTY_CASE_FILE,
  );
  expect(staffView('a', file, [], {}).assisting).toEqual([
    { unit: 'water', step: 'contributed', said: '供水已恢复', at: 3 },
    { unit: 'market', step: 'asked', said: '', at: 0 },
  ]);
  expect(enterpriseView('a', file, [], {}).assisting).toEqual([]);
});
