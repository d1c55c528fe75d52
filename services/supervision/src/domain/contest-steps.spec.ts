import { YICHENG } from '../../test/officer';
import { CLOCK, COMPLETED, ORDER, PEOPLE, RED, YELLOW, overseen } from '../../test/supervisor';
import { cardsFalling } from './cards-falling';
import type { OversightCommand } from './oversight-commands';

const { supervisor, leader, clerk, tax, water } = PEOPLE;
const PACK: typeof YICHENG = {
  ...YICHENG,
  deductions: [
    { id: 'late', title: { zh: '逾期', en: 'late' }, clause: 'SV-6', when: ['yellow', 'red'], points: 2 },
    { id: 'content', title: { zh: '满意度', en: 'content' }, clause: 'SZ 三-3', when: ['low-satisfaction'] },
  ],
};
const RATED = { type: 'AppealRated', rating: 'dissatisfied', round: 1 } as const;
const carded = () => overseen(PACK).happens('2026-03-02 11:00', YELLOW).happens('2026-03-04 00:00', RED);
const file = (about: string, target: string, evidence = '附照片'): OversightCommand => ({
  ...{ type: 'FileContest', about, target, evidence },
});
const rule = (upheld: boolean, reason = '证据属实'): OversightCommand => ({
  ...{ type: 'RuleContest', contestNo: 1, upheld, reason },
});
const YELLOW_ID = `${CLOCK}/yellow`;

describe('扣分 (SV-6)', () => {
  test('is recorded with its entry, once per rule and cause, with points where there are any', () => {
    const seen = carded().happens('2026-03-05 09:00', COMPLETED).happens('2026-03-05 10:00', RATED);
    expect(seen.ownOf('DeductionRecorded')).toMatchObject([
      { deductionNo: 1, deduction: 'late', ground: 'yellow', points: 2, entryId: 'E1', unit: 'tax' },
      { deductionNo: 2, deduction: 'late', ground: 'red', points: 2, entryId: 'E2' },
      { deductionNo: 3, deduction: 'content', ground: 'low-satisfaction', points: 0, entryId: 'E3' },
    ]);
  });

  test('no unit, no deduction; and what a person states is deducted like what shows by itself', () => {
    const shirking = { ...PACK, deductions: [{ ...PACK.deductions[0], id: 'd', when: ['complicated'] }] };
    const seen = overseen(shirking as typeof PACK);
    const state = { type: 'StateGround', ground: 'complicated', reason: '疑难' } as const;
    expect(seen.told('2026-03-02 12:00', supervisor, { ...state, unit: '' })).toBe('GroundNoticed');
    expect(seen.told('2026-03-02 13:00', supervisor, { ...state, unit: 'tax' })).toBe(
      'GroundNoticed DeductionRecorded',
    );
  });

  test('a card taken back takes its deduction with it', () => {
    const seen = carded().happens('2026-03-05 09:00', {
      type: 'CardRevoked',
      cardId: YELLOW_ID,
      unit: 'tax',
    });
    expect(seen.ownOf('DeductionWithdrawn')).toMatchObject([{ deductionNo: 1, why: 'card-revoked' }]);
  });
});

describe('申诉 (HD-11)', () => {
  test('a unit contests what stands against itself, in time, with evidence, once', () => {
    const seen = carded();
    expect(seen.told('2026-03-04 09:00', clerk, file('card', YELLOW_ID))).toBe('ROLE_NOT_ALLOWED');
    expect(seen.told('2026-03-04 09:00', water, file('card', YELLOW_ID))).toBe('NOT_YOUR_UNIT');
    expect(seen.told('2026-03-04 09:00', tax, file('card', 'other/tax/1/1/yellow'))).toBe(
      'NOTHING_TO_CONTEST',
    );
    expect(seen.told('2026-03-04 09:00', tax, file('weather', YELLOW_ID))).toBe('NOTHING_TO_CONTEST');
    expect(seen.told('2026-03-04 09:00', tax, file('card', YELLOW_ID, ' '))).toBe('TEXT_MISSING');
    expect(carded().told('2026-03-10 00:00', tax, file('card', YELLOW_ID))).toBe('CONTEST_TOO_LATE');
    expect(seen.told('2026-03-09 23:59', tax, file('card', YELLOW_ID))).toBe('ContestFiled');
    expect(seen.told('2026-03-09 23:59', tax, file('card', YELLOW_ID))).toBe('ALREADY_CONTESTED');
    const { contest: _, ...without } = PACK;
    const silent = overseen(without).happens('2026-03-02 11:00', YELLOW);
    expect(silent.told('2026-03-04 09:00', tax, file('card', YELLOW_ID))).toBe('CONTEST_NOT_FORESEEN');
  });

  test('is ruled on once, with a reason, by whom the pack names', () => {
    const seen = carded();
    expect(seen.told('2026-03-04 08:00', leader, rule(true))).toBe('CONTEST_UNKNOWN');
    seen.told('2026-03-04 09:00', tax, file('card', YELLOW_ID));
    expect(seen.told('2026-03-04 10:00', clerk, rule(true))).toBe('ROLE_NOT_ALLOWED');
    expect(seen.told('2026-03-04 10:00', leader, rule(false, ''))).toBe('REASON_MISSING');
    expect(seen.told('2026-03-04 10:00', leader, rule(false))).toBe('ContestRuled');
    expect(seen.told('2026-03-04 11:00', leader, rule(true))).toBe('CONTEST_RULED');
    const [ruled] = seen.ownOf('ContestRuled');
    expect(ruled?.before).toEqual({ yellow: 1, red: 1, deductions: 2, points: 4, rating: '' });
    expect(ruled?.after).toEqual(ruled?.before);
  });

  test('a yellow card upheld falls with its red one, their entries, orders and deductions', () => {
    const seen = carded();
    seen.told('2026-03-04 08:00', supervisor, ORDER);
    seen.told('2026-03-04 09:00', tax, file('card', YELLOW_ID));
    expect(seen.told('2026-03-04 10:00', leader, rule(true))).toBe(
      'ContestRuled EntryCleared OrderRuled DeductionWithdrawn EntryCleared DeductionWithdrawn',
    );
    const [ruled] = seen.ownOf('ContestRuled');
    expect(ruled?.before).toMatchObject({ yellow: 1, red: 1, deductions: 2, points: 4 });
    expect(ruled?.after).toEqual({ yellow: 0, red: 0, deductions: 0, points: 0, rating: '' });
    const before = seen.own.length;
    seen.happens('2026-03-04 10:01', { type: 'CardRevoked', cardId: YELLOW_ID, unit: 'tax' });
    expect(seen.own).toHaveLength(before);
    expect(seen.until('2026-04-01 00:00').proposed).toEqual(['2026-03-04 00:00 discipline on E2'].slice(1));
  });

  test('a deduction upheld is withdrawn and its card stands', () => {
    const seen = carded();
    seen.told('2026-03-04 09:00', tax, file('deduction', '1'));
    expect(seen.told('2026-03-04 10:00', leader, rule(true))).toBe('ContestRuled DeductionWithdrawn');
    expect(seen.ownOf('ContestRuled')[0]?.after).toMatchObject({
      yellow: 1,
      red: 1,
      deductions: 1,
      points: 2,
    });
    expect(seen.told('2026-03-04 11:00', tax, file('deduction', '1'))).toBe('NOTHING_TO_CONTEST');
  });

  test('a rating upheld is left out of the count and stays on record 剔除', () => {
    const seen = overseen(PACK).happens('2026-03-03 09:00', COMPLETED).happens('2026-03-03 10:00', RATED);
    seen.told('2026-03-04 09:00', tax, file('rating', '1'));
    expect(seen.told('2026-03-04 10:00', leader, rule(true, '评价对象并非本诉求'))).toBe(
      'ContestRuled RatingExcluded EntryCleared DeductionWithdrawn',
    );
    const [ruled] = seen.ownOf('ContestRuled');
    expect([ruled?.before.rating, ruled?.after.rating]).toEqual(['dissatisfied', '']);
    expect(seen.ownOf('RatingExcluded')).toMatchObject([{ round: 1, rating: 'dissatisfied', unit: 'tax' }]);
  });
});

test('a red card rests on the yellow one before it, and not on a later one', () => {
  const card = (id: string, colour: 'yellow' | 'red', at: number) => ({ id: `c/tax/1/1/${id}`, colour, at });
  const cards = [
    card('yellow', 'yellow', 1),
    card('red', 'red', 2),
    card('yellow/2', 'yellow', 3),
    card('red/2', 'red', 4),
  ];
  const other = { id: 'd/tax/1/1/red', colour: 'red', at: 2 } as const;
  const fall = (id: string) => cardsFalling(`c/tax/1/1/${id}`, [...cards, other]).map((one) => one.slice(10));
  expect(fall('yellow')).toEqual(['yellow', 'red']);
  expect(fall('yellow/2')).toEqual(['yellow/2', 'red/2']);
  expect(fall('red')).toEqual(['red']);
  expect(fall('none')).toEqual([]);
});
