// 情况核实在分级处置之前 (HD-7; CD 二-3 受理诉求-情况核实-分级处置): the pack of Yicheng demands no check; here the clerk looks
// before a unit has it.
import { GIVEN, PEOPLE, type Past, YICHENG, classification, stateAfter, when } from '../../test/scenario';
import type { ClerkCommand } from './routing-commands';
import { reactToCause } from './routing-decider';
import type { RoutingCause } from './routing-events';

const facts = (before: 'dispatched' | 'completed') => {
  return { ...YICHENG, checks: { facts: { clause: 'CD 二-3', by: 'clerk', before } } };
};
const PACK = facts('dispatched');
const settle = { type: 'SettleRouting' } as const;
const dispatch: ClerkCommand = { type: 'DispatchAppeal', lead: 'tax', assist: [], why: '' };
const checked: Past = [5, { type: 'FactsChecked' }];
const sought: Past = [1, { type: 'AnswerSought', best: null, sure: false }];
const { clerk, system } = PEOPLE;

test('what would go by itself waits at the desk, and goes by itself where nothing is to be checked', () => {
  const past = [...GIVEN.classified, sought];
  expect(when(past, system, settle, 2, PACK).events).toEqual([
    { type: 'DeskEntered', why: 'facts-unchecked', proposed: '' },
  ]);
  expect(when(past, system, settle, 2).types).toEqual(['AppealDispatched']);
  expect(when(past, system, settle, 2, facts('completed')).types).toEqual(['AppealDispatched']);
});

test('no unit gets it until somebody has looked, whatever he found', () => {
  expect(when(GIVEN.desk, clerk, dispatch, 10, PACK)).toMatchObject({
    refused: 'FACTS_NOT_CHECKED',
    params: { role: 'clerk' },
  });
  expect(when([...GIVEN.desk, checked], clerk, dispatch, 10, PACK).types).toEqual(['AppealDispatched']);
  expect(when(GIVEN.desk, clerk, dispatch, 10, facts('completed')).types).toEqual(['AppealDispatched']);
});

test('checked while it is being sorted, it goes by itself', () => {
  const past: readonly Past[] = [...GIVEN.classified, [0, { type: 'FactsChecked' }], sought];
  expect(when(past, system, settle, 2, PACK).types).toEqual(['AppealDispatched']);
});

test('the library answers without a check: no unit is asked', () => {
  const answer = { articleId: 'K001', score: 0.99 };
  const past: readonly Past[] = [
    ...GIVEN.classified,
    [1, { type: 'AnswerSought', best: answer, sure: true }],
  ];
  expect(when(past, system, settle, 2, PACK).types).toEqual(['AnsweredDirectly']);
});

const session: readonly [string, RoutingCause, readonly string[]][] = [
  ['a panel', { type: 'PanelRuled', question: 'responsibility', option: 'water', sessionNo: 1 }, []],
  ['a meeting', { type: 'MeetingRecorded', lead: 'water', assist: ['tax'], sessionNo: 1 }, ['tax']],
];
const obeyed = (past: readonly Past[], event: RoutingCause, pack = PACK) => {
  const after: readonly Past[] = [...past, [6, event]];
  const recorded = { event, at: 0, id: 'x', writer: 'w', seq: 9 };
  const command = reactToCause(recorded, stateAfter(after), classification);
  return command === undefined ? undefined : when(after, system, command, 6, pack);
};

describe.each(session)('%s that names a unit', (_, ruling, assist) => {
  test('waits for the facts, and is carried out as soon as they are checked', () => {
    const ruled = obeyed(GIVEN.desk, ruling);
    expect(ruled?.events).toEqual([{ type: 'DeskEntered', why: 'facts-unchecked', proposed: '' }]);
    const waiting: Past[] = [...GIVEN.desk, [6, ruling], [6, { ...ruled!.events[0]! }]];
    expect(obeyed(waiting, { type: 'FactsChecked' })?.events).toMatchObject([
      { type: 'AppealDispatched', lead: 'water', assist },
    ]);
  });

  test('is carried out at once where they are, or need not be before', () => {
    expect(obeyed([...GIVEN.desk, checked], ruling)?.types).toEqual(['AppealDispatched']);
    expect(obeyed(GIVEN.desk, ruling, facts('completed'))?.types).toEqual(['AppealDispatched']);
  });

  test('is not carried out once a person sent it elsewhere, or another programme took it', () => {
    const other = when([...GIVEN.desk, checked], clerk, dispatch, 10, PACK).events[0]!;
    expect(obeyed([...GIVEN.desk, [6, ruling], [7, other]], { type: 'FactsChecked' })).toBeUndefined();
    const moved: Past = [
      7,
      {
        ...{ type: 'PackChanged', fromPack: 'a', toPack: 'b', fromHash: 'pack', toHash: 'pack-2' },
        ...{ ground: 'not-soon-solvable', kind: 'help', by: 'wang', reason: '' },
      },
    ];
    expect(obeyed([...GIVEN.desk, [6, ruling], moved], { type: 'FactsChecked' })).toBeUndefined();
  });
});
