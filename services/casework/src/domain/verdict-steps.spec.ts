import { GIVEN, PEOPLE, type Past, YICHENG, policyOf, stateAfter, when } from '../../test/scenario';
import { startOfDay } from '#working-calendar/civil-day';
import { ratingLapsesAt } from './rating-time';
import type { VerdictCommand } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

const { followup, enterprise, clerk, system, taxHandler } = PEOPLE;
const followUp = {
  type: 'FollowUpAppeal',
  contacted: true,
  solved: true,
  satisfied: true,
  reasons: '',
} as const;
const rate = { type: 'RateAppeal', rating: 'satisfied', comment: '' } as const;
const dissatisfied = { ...rate, rating: 'dissatisfied' } as const;
const dispute: VerdictCommand = { type: 'DisputeAnswer', reason: '未退' };
const reopen: VerdictCommand = { type: 'ReopenAppeal', why: '敷衍' };
const close: VerdictCommand = { type: 'CloseAppeal', why: 'ruled', reason: '已三次上门' };
const packWith = (way: 'review' | 'final') => ({
  ...YICHENG,
  dissatisfied: { ...YICHENG.dissatisfied, ways: [way] },
});
const satisfiedFollowUp: Past = [
  28,
  {
    type: 'AppealFollowedUp',
    contacted: true,
    solved: true,
    satisfied: true,
    by: 'zhao',
    round: 1,
    reasons: '',
  },
];
const rated = (by: 'enterprise' | 'follow-up'): Past => [
  29,
  { type: 'AppealRated', rating: 'satisfied', by, round: 1, comment: '' },
];

describe('回访：the follow-up (HD-4)', () => {
  test('who handled the case does not follow it up', () => {
    expect(when(GIVEN.completed, { role: 'followup', id: 'li' }, followUp).refused).toBe('SAME_PERSON');
    expect(when(GIVEN.completed, taxHandler, followUp).refused).toBe('ROLE_NOT_ALLOWED');
  });
  test('content: it counts as rating until the enterprise speaks for itself', () => {
    const reply = when(GIVEN.completed, followup, followUp);
    expect(reply.types).toEqual(['AppealFollowedUp', 'AppealRated']);
    expect(reply.events[1]).toMatchObject({ rating: 'satisfied', by: 'follow-up' });
    const after = [...GIVEN.completed, satisfiedFollowUp, rated('follow-up')];
    expect(when(after, enterprise, dissatisfied).types).toEqual(['AppealRated', 'AppealReopened']);
  });
  test('content, and the enterprise has rated: closed', () => {
    const reply = when([...GIVEN.completed, rated('enterprise')], followup, followUp);
    expect(reply.types).toEqual(['AppealFollowedUp', 'AppealClosed']);
  });
  test.each([
    ['unsolved', { solved: false, satisfied: false }, 'unsolved'],
    ['solved, yet dissatisfied', { solved: true, satisfied: false }, 'dissatisfied'],
  ])('%s: back to the same unit for another round', (_name, answers, why) => {
    const reply = when(GIVEN.completed, followup, { ...followUp, ...answers });
    expect(reply.types).toEqual(['AppealFollowedUp', 'AppealRated', 'AppealReopened']);
    expect(reply.events[2]).toMatchObject({ unit: 'tax', round: 2, why });
    expect(reply.status).toBe('reopened');
  });
  test('not reached: recorded, and tried again', () => {
    const missed = { ...followUp, contacted: false, solved: false, satisfied: false };
    const reply = when(GIVEN.completed, followup, missed);
    expect(reply).toMatchObject({ types: ['AppealFollowedUp'], status: 'completed' });
    const after: readonly Past[] = [...GIVEN.completed, [28, reply.events[0] as WorkOrderEvent]];
    expect(when(after, followup, followUp).refused).toBe('');
    expect(when(GIVEN.completed, followup, { ...missed, satisfied: true }).refused).toBe(
      'FOLLOW_UP_CONTRADICTS',
    );
  });
  test('once is enough', () => {
    expect(when([...GIVEN.completed, satisfiedFollowUp], followup, followUp).refused).toBe(
      'ALREADY_FOLLOWED_UP',
    );
  });
});

describe('评价与异议：rating and disputing', () => {
  test('rated before the follow-up the case waits for it, after it the case is closed', () => {
    expect(when(GIVEN.completed, enterprise, rate).types).toEqual(['AppealRated']);
    const reply = when([...GIVEN.completed, satisfiedFollowUp], enterprise, rate);
    expect(reply).toMatchObject({ types: ['AppealRated', 'AppealClosed'], status: 'closed' });
  });
  test('an answer from the library is closed by its rating', () => {
    expect(when(GIVEN.answered, enterprise, rate).status).toBe('closed');
  });
  test('once a round', () => {
    expect(when([...GIVEN.completed, rated('enterprise')], enterprise, rate).refused).toBe('ALREADY_RATED');
    const again: readonly Past[] = [
      ...GIVEN.completed,
      rated('enterprise'),
      [30, { type: 'AppealReopened', round: 2, unit: 'tax', why: 'ruled', by: 'wang', reason: '' }],
      ...GIVEN.completed.slice(-1),
    ];
    expect(when(again, enterprise, rate).refused).toBe('');
  });
  test('only the enterprise rates, and only an answer', () => {
    expect(when(GIVEN.completed, clerk, rate).refused).toBe('ROLE_NOT_ALLOWED');
    expect(when(GIVEN.opinionGiven, enterprise, rate).refused).toBe('NOT_COMPLETED');
  });
  test('dissatisfied: what follows is the pack’s choice', () => {
    expect(when(GIVEN.completed, enterprise, dissatisfied).status).toBe('reopened');
    const review = when(GIVEN.completed, enterprise, dissatisfied, 30, packWith('review'));
    expect(review).toMatchObject({ types: ['AppealRated'], status: 'completed' });
    const final = when(GIVEN.completed, enterprise, dissatisfied, 30, packWith('final'));
    expect(final).toMatchObject({ types: ['AppealRated'], status: 'completed' });
  });
  test('a disputed answer of a unit goes back to it, one of the library back to triage', () => {
    const unit = when(GIVEN.completed, enterprise, dispute);
    expect(unit.types).toEqual(['AnswerDisputed', 'AppealReopened']);
    expect(unit.events[1]).toMatchObject({ unit: 'tax', why: 'disputed' });
    const library = when(GIVEN.answered, enterprise, dispute);
    expect(library.events[1]).toMatchObject({ unit: '', round: 2 });
    expect(library.status).toBe('reopened');
  });
  test('a dispute has a reason and is made once', () => {
    expect(when(GIVEN.completed, enterprise, { ...dispute, reason: ' ' }).refused).toBe('REASON_MISSING');
    const after: readonly Past[] = [
      ...GIVEN.completed,
      [29, { type: 'AnswerDisputed', round: 1, reason: '' }],
    ];
    expect(when(after, enterprise, dispute, 30, packWith('review')).refused).toBe('ALREADY_DISPUTED');
  });
});

describe('未评价：silence (rating.within)', () => {
  const lapse: VerdictCommand = { type: 'LapseRating' };
  const lapsesAt = (past: readonly Past[]) => ratingLapsesAt(stateAfter(past), policyOf());
  test('five natural days from the delivered reminder', () => {
    expect(lapsesAt(GIVEN.reminded)).toBe(startOfDay('2026-03-09'));
    expect(when(GIVEN.reminded, system, lapse, 6 * 24 + 14.9).refused).toBe('NOT_DUE');
    const reply = when(GIVEN.reminded, system, lapse, 6 * 24 + 15);
    expect(reply.types).toEqual(['RatingLapsed', 'AppealClosed']);
    expect(reply.events).toMatchObject([{ countsAs: 'unrated' }, { why: 'unrated' }]);
  });
  test('a second reminder does not prolong', () => {
    const twice: readonly Past[] = [
      ...GIVEN.reminded,
      [60, { type: 'MessageDelivered', template: 'rating-reminder' }],
    ];
    expect(lapsesAt(twice)).toBe(lapsesAt(GIVEN.reminded));
  });
  test('who was never asked is never silent', () => {
    expect(lapsesAt(GIVEN.completed)).toBeNull();
    expect(
      lapsesAt([...GIVEN.completed, [26, { type: 'MessageDelivered', template: 'received' }]]),
    ).toBeNull();
    expect(when(GIVEN.completed, system, lapse, 1000).refused).toBe('NOT_DUE');
  });
  test('a reminder of the round before does not count for the next', () => {
    const again: readonly Past[] = [
      ...GIVEN.reminded,
      [30, { type: 'AppealReopened', round: 2, unit: 'tax', why: 'ruled', by: 'wang', reason: '' }],
      ...GIVEN.completed.slice(-1),
    ];
    expect(lapsesAt(again)).toBeNull();
  });
  test('content at the follow-up is not silence: closed as rated', () => {
    const past = [...GIVEN.reminded, satisfiedFollowUp, rated('follow-up')];
    expect(when(past, system, lapse, 200).types).toEqual(['AppealClosed']);
  });
  test('what the pack says silence counts as', () => {
    const kind = { ...YICHENG, rating: { ...YICHENG.rating, unratedIs: 'satisfied' as const } };
    expect(when(GIVEN.reminded, system, lapse, 200, kind).events[0]).toMatchObject({ countsAs: 'satisfied' });
  });
  test('what a person must look at does not lapse', () => {
    expect(lapsesAt([...GIVEN.reminded, [29, { type: 'AnswerDisputed', round: 1, reason: '' }]])).toBeNull();
  });
});

describe('结案、重启、撤回：closing, reopening, withdrawing', () => {
  test('closed with a ground of the list', () => {
    const byClerk = when(GIVEN.completed, clerk, close);
    expect(byClerk).toMatchObject({ status: 'closed', events: [{ why: 'ruled', reason: '已三次上门' }] });
    expect(when(GIVEN.completed, followup, { ...close, why: 'followed-up' } as VerdictCommand).status).toBe(
      'closed',
    );
    expect(when(GIVEN.completed, clerk, { ...close, why: '随便' } as VerdictCommand).refused).toBe(
      'GROUND_UNKNOWN',
    );
    expect(when(GIVEN.completed, clerk, { ...close, why: 'rated' } as VerdictCommand).refused).toBe(
      'GROUND_UNKNOWN',
    );
    expect(when(GIVEN.completed, taxHandler, close).refused).toBe('ROLE_NOT_ALLOWED');
    expect(when(GIVEN.opinionGiven, clerk, close).refused).toBe('NOT_COMPLETED');
  });
  test.each([followUp, rate, dispute, close, { type: 'LapseRating' } as const])(
    'closed: $type is refused',
    (c) => {
      expect(when(GIVEN.closed, followup, c).refused).toBe('CLOSED');
    },
  );
  test('a clerk opens a closed case again, with a reason, for the unit that had it', () => {
    const reply = when(GIVEN.closed, clerk, reopen, 60);
    expect(reply).toMatchObject({ status: 'reopened', events: [{ unit: 'tax', round: 2, why: 'ruled' }] });
    expect(when(GIVEN.closed, clerk, { ...reopen, why: '' } as VerdictCommand).refused).toBe(
      'REASON_MISSING',
    );
    expect(when(GIVEN.closed, enterprise, reopen).refused).toBe('ROLE_NOT_ALLOWED');
    expect(when(GIVEN.acknowledged, clerk, reopen).refused).toBe('NOT_COMPLETED');
  });
  test('satisfied it ends at once where nobody is given a time to follow up, else after the call', () => {
    const uncalled = { ...YICHENG, clocks: YICHENG.clocks.filter(({ id }) => id !== 'follow-up') };
    const satisfied: VerdictCommand = { type: 'RateAppeal', rating: 'satisfied', comment: '' };
    const types = (pack: typeof YICHENG) => when(GIVEN.completed, enterprise, satisfied, 30, pack).types;
    expect(types(YICHENG)).toEqual(['AppealRated']);
    expect(types(uncalled)).toEqual(['AppealRated', 'AppealClosed']);
  });
  const grant: VerdictCommand = { type: 'GrantWithdrawal' };
  test.each([
    ['acknowledged', GIVEN.acknowledged, ['AppealClosed']],
    ['completed', GIVEN.completed, ['AppealClosed']],
    ['answered from the library', GIVEN.answered, ['AppealClosed']],
    ['only dispatched: triage grants it', GIVEN.dispatched, []],
    ['not yet dispatched', GIVEN.admitted, []],
    ['closed already', GIVEN.closed, []],
  ] as const)('withdrawal while %s', (_name, past, types) => {
    expect(when(past, system, grant).types).toEqual(types);
  });
  test('withdrawn is final', () => {
    const withdrawn: readonly Past[] = [
      ...GIVEN.completed,
      [29, { type: 'AppealClosed', why: 'withdrawn', by: 'casework', reason: '' }],
    ];
    expect(when(withdrawn, clerk, reopen)).toMatchObject({ refused: 'CLOSED', status: 'withdrawn' });
    const granted: readonly Past[] = [...GIVEN.dispatched, [1, { type: 'WithdrawalGranted' }]];
    expect(when(granted, taxHandler, { type: 'AcknowledgeDispatch', dispatchNo: 1 }).refused).toBe('CLOSED');
  });
});
