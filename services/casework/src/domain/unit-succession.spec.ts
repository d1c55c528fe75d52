// 机构合并: the drainage office became part of the water bureau while its appeals were running.
import { PEOPLE, type Past, hours, policyOf, stateAfter, when } from '../../test/scenario';
import { workOrderDecider } from './work-order-decider';

const { taxHandler, waterHandler, system } = PEOPLE;
const former = { role: 'handler', id: 'gu', unit: 'drainage' } as const;
const merged = { type: 'SucceedUnit', from: 'drainage', to: 'water' } as const;
const sent: readonly Past[] = [
  [0, { type: 'AppealSubmitted', number: 'YC-1' }],
  [0, { type: 'AppealAdmitted', packHash: 'pack', kind: 'help' }],
  [0, { type: 'AppealDispatched', dispatchNo: 1, lead: 'drainage' }],
];
const told: readonly Past[] = [
  ...sent,
  [1, { type: 'UnitSucceeded', dispatchNo: 1, from: 'drainage', to: 'water' }],
];
const closed: readonly Past[] = [
  ...sent,
  [2, { type: 'AppealClosed', why: 'ruled', by: 'wang', reason: '' }],
];
const acknowledge = { type: 'AcknowledgeDispatch', dispatchNo: 1 } as const;
const object = { type: 'ObjectToDispatch', dispatchNo: 1, reason: '非本单位职责' } as const;

describe('who acts for a unit that was merged', () => {
  test.each([
    ['the successor, told or not', sent, waterHandler],
    ['the successor after it was told', told, waterHandler],
    ['whoever still has the old code', sent, former],
  ])('%s; the order keeps the code its clocks run under', (_, past, actor) => {
    const reply = when(past, actor, acknowledge, 2);
    expect(reply).toMatchObject({ refused: '', events: [{ unit: 'drainage', by: actor.id }] });
  });

  test('nobody of a third unit', () => {
    expect(when(sent, taxHandler, acknowledge, 2)).toMatchObject({ refused: 'NOT_YOUR_UNIT' });
  });

  test('an objection cannot name a unit that was merged, nor the successor itself', () => {
    const proposed = (
      proposedUnit: string,
      past: readonly Past[],
      actor: typeof former | typeof taxHandler,
    ) => when(past, actor, { ...object, proposedUnit }, 2);
    const withTax: readonly Past[] = [
      ...sent.slice(0, 2),
      [0, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax' }],
    ];
    expect(proposed('drainage', withTax, taxHandler)).toMatchObject({
      refused: 'UNIT_SUCCEEDED',
      params: { unit: 'drainage', successor: 'water' },
    });
    expect(proposed('water', sent, former)).toMatchObject({ refused: 'UNIT_IS_OWN' });
    expect(proposed('tax', sent, former)).toMatchObject({ refused: '' });
  });
});

describe('a running appeal is told', () => {
  test('once, and nothing else of it changes', () => {
    const reply = when(sent, system, merged, 1);
    expect(reply.events).toEqual([{ type: 'UnitSucceeded', dispatchNo: 1, from: 'drainage', to: 'water' }]);
    const [before, after] = [stateAfter(sent), stateAfter(told)];
    expect({ ...after, file: before.file }).toEqual(before);
    expect(when(told, system, merged, 2)).toMatchObject({ refused: '', events: [] });
  });

  test('again when the successor is merged in its turn', () => {
    expect(when(told, system, { ...merged, to: 'works' }, 2).types).toEqual(['UnitSucceeded']);
  });

  test.each([
    ['closed', closed],
    ['without a unit', sent.slice(0, 2)],
  ])('not when it is %s', (_, past) => {
    const decision = { at: hours(3), commandId: 'c', actor: system };
    const answer = workOrderDecider.decide(merged, stateAfter(past), policyOf(), decision);
    expect(answer).toEqual({ ok: true, value: [] });
  });
});
