// 投诉部门的诉求 (HD-10): a complaint goes to no unit it names, unless a person says on record that another is
// meant.
import { PEOPLE, type Past, admittedAs, classification, when } from '../../test/scenario';
import type { ClerkCommand } from './routing-commands';

const { clerk, leader } = PEOPLE;
const desk = (kind: string, content: string): readonly Past[] => [
  ...admittedAs(kind, content),
  [0, { type: 'AppealClassified', ...classification() }],
  [1, { type: 'DeskEntered', why: 'complaint-about-unit', proposed: '' }],
];
const complaint = desk('complaint', '投诉税务局推诿');
const to = (lead: string, assist: readonly string[] = [], why = ''): ClerkCommand => ({
  ...{ type: 'DispatchAppeal', lead, assist, why },
});

test.each<[string, readonly Past[], ClerkCommand, string]>([
  ['as the lead', complaint, to('tax'), 'UNIT_COMPLAINED_OF'],
  ['as one that assists', complaint, to('market', ['tax']), 'UNIT_COMPLAINED_OF'],
  ['another unit takes it', complaint, to('market'), ''],
  ['with the reason on record', complaint, to('tax', [], '被投诉的是代理机构，税务局为主管部门'), ''],
  ['a request that names the unit', desk('help', '请税务局退税'), to('tax'), ''],
])('%s', (_, past, command, refused) => {
  expect(when(past, clerk, command).refused).toBe(refused);
});

test('whoever dispatches, and out of an objection too', () => {
  expect(when(complaint, leader, to('tax'))).toMatchObject({
    refused: 'UNIT_COMPLAINED_OF',
    params: { unit: 'tax' },
  });
  const objected: readonly Past[] = [
    ...complaint,
    [
      2,
      {
        type: 'AppealDispatched',
        dispatchNo: 1,
        lead: 'market',
        assist: [],
        decidedBy: 'w',
        why: '',
        reason: '',
      },
    ],
    [3, { type: 'DispatchObjected', dispatchNo: 1, proposedUnit: 'tax', late: false }],
  ];
  const uphold = (note: string): ClerkCommand => ({
    ...{ type: 'RuleObjection', dispatchNo: 1, upheld: true, toUnit: 'tax', note },
  });
  expect(when(objected, clerk, uphold('')).refused).toBe('UNIT_COMPLAINED_OF');
  expect(when(objected, clerk, uphold('被投诉的不是税务局')).refused).toBe('');
});
