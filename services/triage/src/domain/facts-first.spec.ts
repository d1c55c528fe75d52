// 情况核实在分级处置之前 (HD-7; CD 二-3 受理诉求-情况核实-分级处置): the pack of Yicheng demands no check; here the clerk looks
// before a unit has it.
import { GIVEN, PEOPLE, type Past, YICHENG, when } from '../../test/scenario';
import type { ClerkCommand } from './routing-commands';

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
