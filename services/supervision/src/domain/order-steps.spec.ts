import { SUPERVISION_SENTENCES } from '#contracts/sentences/supervision';
import { YICHENG, shown } from '../../test/officer';
import { LATE_FEEDBACK, ORDER, PEOPLE, RED, YELLOW, overseen } from '../../test/supervisor';
import type { OversightCommand, OversightRefusal } from './oversight-commands';

const { supervisor, leader, clerk, tax, water } = PEOPLE;
const sentences: Readonly<Record<OversightRefusal, { zh: string; en: string }>> = SUPERVISION_SENTENCES;

const late = () => overseen().happens('2026-03-02 11:00', YELLOW);
const withOrder = () => {
  const seen = late();
  expect(seen.told('2026-03-02 11:10', supervisor, ORDER)).toBe('OrderIssued');
  return seen;
};
const answer = { type: 'AnswerOrder', orderNo: 1, answer: '已上门' } as const;
const rule = (verdict: string, over: object = {}): OversightCommand => ({
  ...{ type: 'RuleOrder', orderNo: 1, verdict, reason: '', within: '', dueOn: '', ...over },
});

describe('督办单 (SV-3)', () => {
  test('has a number of its own, a demand and a deadline, and stands once for step and cause', () => {
    const seen = withOrder();
    const [issued] = seen.ownOf('OrderIssued');
    expect(issued).toMatchObject({ number: 'YC-7-D1', ground: 'yellow', unit: 'tax', by: 'xu' });
    expect(shown(issued?.deadlineAt ?? 0)).toBe('2026-03-06 00:00');
    expect(seen.told('2026-03-02 12:00', supervisor, ORDER)).toBe('ALREADY_ORDERED');
    expect(late().told('2026-03-02 12:00', supervisor, { ...ORDER, within: '', dueOn: '2026-03-04' })).toBe(
      'OrderIssued',
    );
  });

  test.each<[OversightRefusal, object, typeof supervisor | typeof clerk | typeof leader]>([
    ['ROLE_NOT_ALLOWED', {}, clerk],
    ['STEP_NOT_YOURS', {}, leader],
    ['STEP_UNKNOWN', { step: 'pope' }, supervisor],
    ['STEP_IS_TRANSFER', { step: 'discipline' }, supervisor],
    ['LOWER_STEP_FIRST', { step: 'leader' }, leader],
    ['ENTRY_UNKNOWN', { entryId: 'E9' }, supervisor],
    ['UNIT_NOT_OF_CASE', { unit: 'market' }, supervisor],
    ['TEXT_MISSING', { demand: ' ' }, supervisor],
    ['DEADLINE_MISSING', { within: '' }, supervisor],
    ['DEADLINE_MISSING', { dueOn: '2026-03-04' }, supervisor],
    ['DEADLINE_MISSING', { within: 'soon' }, supervisor],
    ['DATE_UNREAL', { within: '', dueOn: '2026-02-30' }, supervisor],
    ['DATE_PAST', { within: '', dueOn: '2026-03-01' }, supervisor],
  ])('%s', (code, over, actor) => {
    expect(late().told('2026-03-02 11:10', actor, { ...ORDER, ...over })).toBe(code);
    expect(sentences[code].zh).not.toBe('');
  });

  test('nothing is ordered on what is over, nor before admission', () => {
    const over = late().happens('2026-03-02 11:05', LATE_FEEDBACK);
    expect(over.told('2026-03-02 11:10', supervisor, ORDER)).toBe('ENTRY_CLEARED');
  });

  test('the unit answers once, before the deadline or late; accepted, the entry is cleared', () => {
    const seen = withOrder();
    expect(seen.told('2026-03-03 09:00', water, answer)).toBe('NOT_YOUR_UNIT');
    expect(seen.told('2026-03-03 09:00', tax, { ...answer, orderNo: 2 })).toBe('ORDER_UNKNOWN');
    expect(seen.told('2026-03-03 09:00', supervisor, rule('accepted'))).toBe('TEXT_MISSING');
    expect(seen.told('2026-03-03 09:00', tax, answer)).toBe('OrderAnswered');
    expect(seen.told('2026-03-03 09:01', tax, answer)).toBe('ALREADY_ANSWERED');
    expect(seen.told('2026-03-03 09:30', leader, rule('accepted'))).toBe('STEP_NOT_YOURS');
    expect(seen.told('2026-03-03 10:00', supervisor, rule('fine'))).toBe('VERDICT_UNKNOWN');
    expect(seen.told('2026-03-03 10:00', supervisor, rule('accepted'))).toBe('OrderRuled EntryCleared');
    expect(seen.ownOf('OrderAnswered')[0]?.late).toBe(false);
    expect(seen.told('2026-03-03 11:00', tax, answer)).toBe('ORDER_ENDED');
    expect(seen.register).toEqual(['E1 yellow tax cleared']);
  });

  test('it runs out once, which shows that it had no effect; a late answer is said to be late', () => {
    const seen = withOrder().until('2026-03-20 00:00');
    expect(seen.ownOf('OrderOverdue')).toHaveLength(1);
    expect(seen.register).toEqual(['E1 yellow tax open', 'E2 no-effect tax open']);
    seen.told('2026-03-20 09:00', tax, answer);
    expect(seen.ownOf('OrderAnswered')[0]?.late).toBe(true);
    seen.told('2026-03-20 10:00', supervisor, rule('accepted'));
    expect(seen.register).toEqual(['E1 yellow tax cleared', 'E2 no-effect tax cleared']);
  });

  test('not accepted, it gets another deadline and may run out again; no effect is told once', () => {
    const seen = withOrder();
    seen.told('2026-03-03 09:00', tax, answer);
    const again = rule('not-accepted', { reason: '答非所问', within: 'workingDays:1' });
    expect(seen.told('2026-03-03 10:00', supervisor, rule('not-accepted', { reason: '答非所问' }))).toBe(
      'DEADLINE_MISSING',
    );
    expect(seen.told('2026-03-03 10:00', supervisor, rule('not-accepted', { within: 'workingDays:1' }))).toBe(
      'REASON_MISSING',
    );
    expect(seen.told('2026-03-03 10:00', supervisor, again)).toBe('OrderRuled GroundNoticed');
    seen.until('2026-03-20 00:00');
    expect(seen.ownOf('OrderOverdue').map(({ deadlineAt }) => shown(deadlineAt))).toEqual([
      '2026-03-05 00:00',
    ]);
    expect(seen.ownOf('GroundNoticed').map(({ ground }) => ground)).toEqual(['yellow', 'no-effect']);
  });

  test('raised, the step above is proposed on a ground that is not its own', () => {
    const pack = {
      ...YICHENG,
      supervision: {
        ...YICHENG.supervision,
        steps: YICHENG.supervision.steps.filter(({ id }) => id !== 'discipline'),
      },
    };
    const seen = overseen(pack).happens('2026-03-02 11:00', YELLOW);
    seen.told('2026-03-02 11:10', supervisor, ORDER);
    expect(seen.told('2026-03-03 09:00', supervisor, rule('raised', { reason: '三次未复' }))).toBe(
      'OrderRuled StepProposed',
    );
    const above = { ...ORDER, step: 'leader' };
    expect(seen.told('2026-03-03 10:00', leader, above)).toBe('OrderIssued');
    expect(seen.ownOf('OrderIssued').map(({ number }) => number)).toEqual(['YC-7-D1', 'YC-7-D2']);
    const last = { orderNo: 2, reason: '无进展' };
    expect(seen.told('2026-03-04 10:00', leader, rule('raised', last))).toBe('NO_HIGHER_STEP');
  });

  test('nothing is raised on an entry that was struck off meanwhile', () => {
    const seen = overseen().happens('2026-03-02 11:00', YELLOW);
    seen.told('2026-03-02 11:10', supervisor, ORDER);
    seen.told('2026-03-02 12:00', supervisor, { type: 'ClearEntry', entryId: 'E1', reason: '已电话核实' });
    expect(seen.told('2026-03-03 09:00', supervisor, rule('raised', { reason: '三次未复' }))).toBe(
      'ENTRY_CLEARED',
    );
  });
});

describe('三级督办 in time (YC-7)', () => {
  const redLate = () => late().happens('2026-03-04 00:00', RED);

  test('no step is proposed on the yellow card, the platform’s notice; the red one leads on', () => {
    expect(late().until('2026-04-01 00:00').proposed).toEqual([]);
    expect(redLate().until('2026-04-01 00:00').proposed).toEqual(['2026-03-04 00:00 discipline on E2']);
  });

  test('a step waits for its time after the notice, and is never proposed on what was over by then', () => {
    const kept = { type: 'ObjectionRuled', dispatchNo: 1, unit: 'tax', upheld: false } as const;
    expect(late().happens('2026-03-02 12:00', kept).until('2026-04-01 00:00').proposed).toEqual([
      '2026-03-04 00:00 discipline on E2',
    ]);
    expect(overseen().happens('2026-03-02 12:00', kept).until('2026-04-01 00:00').proposed).toEqual([
      '2026-03-04 00:00 discipline on E1',
    ]);
    const taken = late().happens('2026-03-02 12:00', kept);
    taken.happens('2026-03-02 13:00', { type: 'WorkOrderAcknowledged', unit: 'tax', by: 'li' });
    expect(taken.until('2026-04-01 00:00').proposed).toEqual([]);
  });

  test('several units and late: the leader’s step, from its time after the notice', () => {
    const seen = overseen(YICHENG, ['water']).happens('2026-03-02 11:00', YELLOW);
    const byLeader = { ...ORDER, step: 'leader', entryId: 'E2' };
    expect(seen.told('2026-03-02 12:00', leader, byLeader)).toBe('STEP_TOO_EARLY');
    expect(seen.until('2026-04-01 00:00').proposed).toEqual(['2026-03-04 00:00 leader on E2']);
    expect(seen.told('2026-04-01 00:00', leader, { ...byLeader, unit: 'water' })).toBe('OrderIssued');
  });
});

describe('移送 (YC-7)', () => {
  const facts = '黄牌后一个工作日仍未反馈';
  const transfer = { type: 'RecordTransfer', step: 'discipline', entryId: 'E2', facts } as const;
  const outcome = { type: 'RecordTransferOutcome', transferNo: 1, outcome: '约谈负责人' } as const;

  test('another body’s step is a transfer, once, and its outcome ends the entry', () => {
    const seen = late().happens('2026-03-04 00:00', RED);
    expect(seen.told('2026-03-04 09:00', supervisor, { ...transfer, step: 'platform' })).toBe(
      'STEP_IS_NO_TRANSFER',
    );
    expect(seen.told('2026-03-04 09:00', supervisor, { ...transfer, facts: '' })).toBe('TEXT_MISSING');
    expect(seen.told('2026-03-04 09:00', supervisor, transfer)).toBe('CaseTransferred');
    expect(seen.ownOf('CaseTransferred')[0]).toMatchObject({ to: '区纪委监委“峄办畅通”渠道', ground: 'red' });
    expect(seen.told('2026-03-04 09:30', supervisor, transfer)).toBe('ALREADY_ORDERED');
    expect(seen.told('2026-03-05 09:00', supervisor, { ...outcome, transferNo: 2 })).toBe('TRANSFER_UNKNOWN');
    expect(seen.told('2026-03-05 09:00', supervisor, { ...outcome, outcome: '' })).toBe('TEXT_MISSING');
    expect(seen.told('2026-03-05 09:00', supervisor, outcome)).toBe('TransferOutcomeRecorded EntryCleared');
    expect(seen.told('2026-03-05 09:30', supervisor, outcome)).toBe('OUTCOME_RECORDED');
    expect(seen.register).toEqual(['E1 yellow tax open', 'E2 red tax cleared']);
  });
});
