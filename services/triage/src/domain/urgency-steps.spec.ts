import {
  GIVEN,
  PEOPLE,
  type Past,
  YICHENG,
  admittedAs,
  classification,
  stateAfter,
  when,
} from '../../test/scenario';

const { clerk, supervisor, handler } = PEOPLE;
const signalled: readonly Past[] = [
  ...admittedAs('help', '厂区燃气泄漏'),
  [0, { type: 'AppealClassified', ...classification({ urgent: true }) }],
  [1, { type: 'DeskEntered', why: 'unsure', proposed: '' }],
];
const CONFIRM = { type: 'ConfirmUrgent', reason: '' } as const;
const BY_HAND = { type: 'ConfirmUrgent', reason: '企业来电称燃气泄漏' } as const;
const DENY = { type: 'DenyUrgent', reason: '系咨询燃气价格' } as const;
const after = (past: readonly Past[], command: typeof CONFIRM | typeof BY_HAND | typeof DENY) => [
  ...past,
  ...when(past, clerk, command).events.map((event): Past => [60, event]),
];

describe('the urgent class (RT-6, YC-8)', () => {
  test('a signal is confirmed without a further word, what nobody proposed with a reason', () => {
    expect(when(signalled, clerk, CONFIRM).events).toEqual([
      { type: 'UrgencyConfirmed', proposed: true, by: 'wang', reason: '' },
    ]);
    expect(when(GIVEN.desk, supervisor, CONFIRM).refused).toBe('REASON_MISSING');
    expect(when(GIVEN.acknowledged, supervisor, BY_HAND).events).toMatchObject([
      { type: 'UrgencyConfirmed', proposed: false, by: 'he' },
    ]);
  });

  test('denied once, with a reason; it may still be marked by hand', () => {
    expect(when(signalled, clerk, { ...DENY, reason: '' }).refused).toBe('REASON_MISSING');
    expect(when(signalled, clerk, DENY).types).toEqual(['UrgencyDenied']);
    const denied = after(signalled, DENY);
    expect(when(denied, clerk, DENY).refused).toBe('NOT_PROPOSED');
    expect(when(denied, clerk, CONFIRM).refused).toBe('REASON_MISSING');
    expect(when(denied, clerk, BY_HAND).types).toEqual(['UrgencyConfirmed']);
  });

  test('once confirmed it stays', () => {
    const confirmed = after(signalled, CONFIRM);
    expect(stateAfter(confirmed).file.urgency).toBe('confirmed');
    expect(when(confirmed, clerk, BY_HAND).refused).toBe('ALREADY_URGENT');
    expect(when(confirmed, clerk, DENY).refused).toBe('ALREADY_URGENT');
  });

  test.each([
    ['what nobody proposed is not denied', GIVEN.desk, clerk, DENY, 'NOT_PROPOSED'],
    ['not by a role without the right', signalled, handler, CONFIRM, 'ROLE_NOT_ALLOWED'],
    ['not before admission', GIVEN.nothing, clerk, BY_HAND, 'NOT_ADMITTED'],
    ['not after the end', GIVEN.withdrawn, clerk, BY_HAND, 'CLOSED'],
  ] as const)('%s', (_name, past, actor, command, code) => {
    expect(when(past, actor, command).refused).toBe(code);
  });

  test('a pack without the setting knows no urgent class, and only the roles it names confirm', () => {
    const { urgent, ...without } = YICHENG;
    expect(when(signalled, clerk, CONFIRM, 120, without).refused).toBe('URGENCY_NOT_FORESEEN');
    const other = { ...YICHENG, urgent: { clause: 'c', confirmedBy: ['leader'] } };
    expect(urgent?.confirmedBy).toContain('clerk');
    expect(when(signalled, clerk, CONFIRM, 120, other).refused).toBe('ROLE_NOT_ALLOWED');
  });
});
