import { YICHENG, shown } from '../../test/officer';
import { COMPLETED, type OverseenCase, PEOPLE, overseen } from '../../test/supervisor';
import type { OversightCommand } from './oversight-commands';

const { supervisor, otherSupervisor, tax, water, clerk } = PEOPLE;
const review = { clause: 'SV-4', by: ['supervisor'], every: 'month' as const, share: 1, seed: 's' };
const scopes = [
  ...YICHENG.scopes,
  {
    ...(YICHENG.scopes[0] as (typeof YICHENG.scopes)[number]),
    role: 'supervisor',
    may: ['GiveFindings', 'RuleMending'],
  },
  { ...(YICHENG.scopes[0] as (typeof YICHENG.scopes)[number]), role: 'handler', may: ['MendAnswer'] },
] as typeof YICHENG.scopes;
const packWith = (over: object) => ({ ...YICHENG, scopes, review: { ...review, ...over } });
const PACK = packWith({ mendWithin: 'workingDays:3' });

const completed = (pack: typeof YICHENG = PACK) => overseen(pack).happens('2026-03-03 10:00', COMPLETED);
const find = (verdict: string, over: object = {}): OversightCommand => ({
  ...{ type: 'GiveFindings', checkNo: 1, verdict, missing: [], demand: '请补充办理结果', dueOn: '', ...over },
});
const mend = { type: 'MendAnswer', checkNo: 1, answer: '已补充' } as const;
const rule = (accepted: boolean, reason = ''): OversightCommand => ({
  ...{ type: 'RuleMending', checkNo: 1, accepted, reason, dueOn: '' },
});
const status = (seen: OverseenCase) => seen.known.checks.map((check) => check.status);

describe('a completed case that is drawn (SV-4)', () => {
  test('is drawn once a round, against what its completion type owes', () => {
    const seen = completed().happens('2026-03-03 11:00', COMPLETED);
    expect(seen.ownOf('SpotCheckDrawn')).toMatchObject([
      { checkNo: 1, unit: 'tax', round: 1, period: '2026-03', standard: ['result'] },
    ]);
    expect(overseen(packWith({ share: undefined })).happens('2026-03-03 10:00', COMPLETED).own).toEqual([]);
    expect(overseen().happens('2026-03-03 10:00', COMPLETED).own).toEqual([]);
  });

  test('is looked at by whom the pack names, never by one who handled it', () => {
    expect(completed().told('2026-03-04 09:00', clerk, find('passed'))).toBe('ROLE_NOT_ALLOWED');
    const handler = { ...supervisor, id: 'li' };
    expect(completed().told('2026-03-04 09:00', handler, find('passed'))).toBe('SAME_PERSON');
    expect(completed().told('2026-03-04 09:00', supervisor, find('passed', { checkNo: 2 }))).toBe(
      'CHECK_UNKNOWN',
    );
    expect(completed().told('2026-03-04 09:00', supervisor, find('splendid'))).toBe('VERDICT_UNKNOWN');
    const seen = completed();
    expect(seen.told('2026-03-04 09:00', supervisor, find('passed'))).toBe('SpotCheckPassed');
    expect(seen.told('2026-03-04 09:10', otherSupervisor, find('passed'))).toBe('NOT_AT_THIS_STEP');
  });

  test('is handed back with a demand and the pack’s deadline, mended, and accepted', () => {
    const seen = completed();
    expect(seen.told('2026-03-04 09:00', supervisor, find('findings', { demand: '' }))).toBe('TEXT_MISSING');
    const foreign = find('findings', { missing: ['plan'] });
    expect(seen.told('2026-03-04 09:00', supervisor, foreign)).toBe('NOT_OF_STANDARD');
    const found = find('findings', { missing: ['result'] });
    expect(seen.told('2026-03-04 09:00', supervisor, found)).toBe('SpotCheckFailed GroundNoticed');
    const [failed] = seen.ownOf('SpotCheckFailed');
    expect([failed?.reopen, shown(failed?.deadlineAt ?? 0)]).toEqual([false, '2026-03-10 00:00']);
    expect(seen.told('2026-03-05 09:00', water, mend)).toBe('NOT_YOUR_UNIT');
    expect(seen.told('2026-03-05 09:00', tax, { ...mend, answer: '' })).toBe('TEXT_MISSING');
    expect(seen.told('2026-03-05 09:00', supervisor, rule(true))).toBe('NOT_AT_THIS_STEP');
    expect(seen.told('2026-03-05 09:00', tax, mend)).toBe('AnswerMended');
    expect(seen.told('2026-03-05 10:00', supervisor, rule(true))).toBe('MendingRuled EntryCleared');
    expect(status(seen)).toEqual(['passed']);
    expect(seen.register).toEqual(['E1 poor-quality tax cleared']);
  });

  test('not mended in time is said once for each deadline; mended late is said to be late', () => {
    const seen = completed();
    seen.told('2026-03-04 09:00', supervisor, find('findings'));
    seen.until('2026-03-20 00:00').told('2026-03-20 09:00', tax, mend);
    expect(seen.told('2026-03-20 10:00', supervisor, rule(false))).toBe('REASON_MISSING');
    expect(seen.told('2026-03-20 10:00', supervisor, rule(false, '仍无结果'))).toBe('MendingRuled');
    seen.until('2026-04-20 00:00');
    expect(seen.ownOf('AnswerMended')[0]?.late).toBe(true);
    expect(seen.ownOf('MendingOverdue').map(({ deadlineAt }) => shown(deadlineAt))).toEqual([
      '2026-03-10 00:00',
      '2026-03-26 00:00',
    ]);
  });

  test('where the pack names no time to mend the reviewer names the day', () => {
    const seen = completed(packWith({}));
    expect(seen.told('2026-03-04 09:00', supervisor, find('findings'))).toBe('DEADLINE_MISSING');
    const until = find('findings', { dueOn: '2026-03-06' });
    expect(seen.told('2026-03-04 09:00', supervisor, until)).toBe('SpotCheckFailed GroundNoticed');
    expect(shown(seen.known.checks[0]?.deadlineAt ?? 0)).toBe('2026-03-07 00:00');
  });

  test('perfunctory, it is opened again, and its next round is drawn anew', () => {
    const seen = completed();
    expect(seen.told('2026-03-04 09:00', supervisor, find('perfunctory'))).toBe(
      'SpotCheckFailed GroundNoticed',
    );
    expect(seen.ownOf('SpotCheckFailed')[0]).toMatchObject({ reopen: true, deadlineAt: 0 });
    expect(seen.register).toEqual(['E1 perfunctory tax open']);
    seen.happens('2026-03-04 09:01', { type: 'AppealReopened', round: 2, unit: 'tax', why: 'spot-check' });
    seen.happens('2026-03-05 09:00', { ...COMPLETED, round: 2 } as typeof COMPLETED);
    expect(status(seen)).toEqual(['reopened', 'drawn']);
    expect(seen.register).toEqual(['E1 perfunctory tax cleared']);
  });

  test('opened again on other grounds, a check that runs is overtaken', () => {
    const seen = completed();
    seen.told('2026-03-04 09:00', supervisor, find('findings'));
    seen.happens('2026-03-04 10:00', { type: 'AppealReopened', round: 2, unit: 'tax', why: 'disputed' });
    expect(status(seen)).toEqual(['overtaken']);
    expect(seen.until('2026-04-01 00:00').ownOf('MendingOverdue')).toEqual([]);
    expect(seen.told('2026-03-05 09:00', tax, mend)).toBe('NOT_AT_THIS_STEP');
  });
});
