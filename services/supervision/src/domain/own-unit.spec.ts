// Units are merged while something stands against one of them (机构合并更名): the one it became answers for it.
import { YICHENG } from '../../test/officer';
import { CLOCK, PEOPLE, RED, YELLOW, overseen } from '../../test/supervisor';
import type { OversightCommand } from './oversight-commands';

const { supervisor, tax, water } = PEOPLE;
const MERGED = [{ code: 'water', formerly: [{ code: 'tax', name: '区税务局', until: '2026-03-03' }] }];
const carded = () => overseen(YICHENG).happens('2026-03-02 11:00', YELLOW);
const order = (unit: string): OversightCommand => ({
  ...{ type: 'IssueOrder', step: 'platform', entryId: 'E1', unit, demand: '请反馈' },
  ...{ within: 'workingDays:2', dueOn: '' },
});
const answer = { type: 'AnswerOrder', orderNo: 1, answer: '已上门' } as const;
const contest = {
  type: 'FileContest',
  about: 'card',
  target: `${CLOCK}/yellow`,
  evidence: '附照片',
} as const;

test('an order on a unit that was merged is answered by the unit it became', () => {
  const seen = carded();
  expect(seen.told('2026-03-02 15:00', supervisor, order(''))).toBe('OrderIssued');
  expect(seen.told('2026-03-03 09:00', water, answer)).toBe('NOT_YOUR_UNIT');
  seen.learnsOfUnits(MERGED);
  expect(seen.told('2026-03-03 10:00', { role: 'handler', id: 'li' }, answer)).toBe('NOT_YOUR_UNIT');
  expect(seen.told('2026-03-03 10:00', water, answer)).toBe('OrderAnswered');
  expect(seen.ownOf('OrderAnswered')).toMatchObject([{ unit: 'tax', by: 'sun' }]);
});

test('it may be issued to the unit as it is now, and stands under the code the case knows', () => {
  const seen = carded();
  expect(seen.told('2026-03-02 15:00', supervisor, order('water'))).toBe('UNIT_NOT_OF_CASE');
  seen.learnsOfUnits(MERGED);
  expect(seen.told('2026-03-02 16:00', supervisor, order('water'))).toBe('OrderIssued');
  expect(seen.ownOf('OrderIssued')).toMatchObject([{ unit: 'tax' }]);
});

test('a card of a merged unit is contested by its successor, and by whoever still names the old one', () => {
  const seen = carded().happens('2026-03-04 00:00', RED);
  expect(seen.told('2026-03-04 09:00', water, contest)).toBe('NOT_YOUR_UNIT');
  seen.learnsOfUnits(MERGED);
  expect(seen.told('2026-03-04 10:00', water, contest)).toBe('ContestFiled');
  const red = { ...contest, target: `${CLOCK}/red` };
  expect(seen.told('2026-03-04 10:00', tax, red)).toBe('ContestFiled');
});

test('a ground is stated against the unit as it is now', () => {
  const seen = carded().learnsOfUnits(MERGED);
  const state = { type: 'StateGround', ground: 'complicated', unit: 'water', reason: '疑难' } as const;
  expect(seen.told('2026-03-04 09:00', supervisor, state)).toBe('GroundNoticed');
  expect(seen.ownOf('GroundNoticed').at(-1)).toMatchObject({ unit: 'tax' });
});
