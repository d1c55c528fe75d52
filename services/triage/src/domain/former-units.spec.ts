// A unit that was merged gets nothing any more: whoever names it is told its successor, and what was sorted
// before the merger goes to the successor by itself.
import { GIVEN, PEOPLE, POLICY, when } from '../../test/scenario';
import { wrongUnits } from './clerk-steps';
import { NO_ROUTING } from './routing';
import { sortAppeal } from './sort-appeal';

test.each([
  [['drainage'], 'drainage'],
  [['tax', 'drainage'], 'drainage'],
])('%j is refused with the successor', ([lead = '', ...assist], unit) => {
  expect(wrongUnits(lead, assist, POLICY)).toMatchObject({
    ok: false,
    error: { code: 'UNIT_SUCCEEDED', params: { unit, successor: 'water' } },
  });
});

test('an appeal sorted before the merger goes to the successor, which does not assist itself', () => {
  const sorted = { lead: 'drainage', assist: ['water', 'tax'], sure: true, proposed: '', why: '' } as const;
  const file = { ...NO_ROUTING.file, packHash: 'pack', kind: 'help', sorted };
  expect(sortAppeal(file, POLICY, 0)).toMatchObject({
    type: 'AppealDispatched',
    lead: 'water',
    assist: ['tax'],
  });
});

test('an objection is upheld although who assists was merged; two that are one now stand there once', () => {
  const sent = { dispatchNo: 1, lead: 'tax', decidedBy: 'wang', why: '', reason: '' };
  const assist = (...units: readonly string[]) =>
    when(
      [
        ...GIVEN.desk,
        [2, { type: 'AppealDispatched', ...sent, assist: units }],
        [3, { type: 'DispatchObjected', dispatchNo: 1, proposedUnit: 'market', late: false }],
      ],
      PEOPLE.clerk,
      { type: 'RuleObjection', dispatchNo: 1, upheld: true, toUnit: 'market', note: '' },
    ).events[1];
  expect(assist('drainage', 'water')).toMatchObject({ lead: 'market', assist: ['water'] });
  expect(assist('moon', 'market')).toMatchObject({ lead: 'market', assist: [] });
});
