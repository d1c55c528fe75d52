// 统一答复 (HD-2): the pack of Yicheng lets the unit answer; here its clerk answers for it.
import { GIVEN, PEOPLE, type Past, YICHENG, hours, policyOf, stateAfter, when } from '../../test/scenario';
import { EMPTY_CASE_FILE } from './case-file';
import { enterpriseView, staffView } from './case-view';
import { foldCaseFile } from './fold-case-file';
import { ratingLapsesAt } from './rating-time';
import { timelineRow } from './timeline';
import type { WorkOrderCommand } from './work-order-commands';

const { taxHandler, waterHandler, clerk, followup, enterprise } = PEOPLE;
const PACK = { ...YICHENG, answering: { ...YICHENG.answering, by: 'platform' as const, role: 'clerk' } };
const release = { type: 'ReleaseAnswer', dispatchNo: 1 } as const;
const giveBack = { type: 'ReturnAnswer', dispatchNo: 1, reason: '未答复所提问题' } as const;
const complete = {
  ...{
    type: 'CompleteAppeal',
    dispatchNo: 1,
    completionType: 'solved',
    answer: '已退税',
    basis: '',
    plan: '',
  },
  ...{ plannedOn: '', agreement: null, check: { verdict: 'unchecked', codes: [] } },
} as unknown as WorkOrderCommand;
const call = { type: 'FollowUpAppeal', contacted: true, solved: true, satisfied: true, reasons: '' } as const;
const rate = { type: 'RateAppeal', rating: 'satisfied', comment: '' } as const;
const reminder: Past = [27, { type: 'MessageDelivered', template: 'rating-reminder' }];
const released: readonly Past[] = [
  ...GIVEN.held,
  [26, { type: 'AnswerReleased', dispatchNo: 1, unit: 'tax', by: 'wang', round: 1 }],
];
const returned: readonly Past[] = [
  ...GIVEN.held,
  [26, { type: 'AnswerReturned', dispatchNo: 1, unit: 'tax', by: 'wang', round: 2, reason: '未答复' }],
];

describe('an answer the platform gives', () => {
  test('is held when the unit completes, and is the unit’s own where the pack says so', () => {
    expect(when(GIVEN.opinionGiven, taxHandler, complete, 30, PACK)).toMatchObject({
      status: 'answer-held',
      events: [{ type: 'AppealCompleted', held: true }],
    });
    const [own] = when(GIVEN.opinionGiven, taxHandler, complete, 30).events;
    expect(own).not.toHaveProperty('held');
  });

  test('released it is completed, and from there followed up and rated', () => {
    expect(when(GIVEN.held, clerk, release, 30, PACK)).toMatchObject({
      status: 'completed',
      events: [{ type: 'AnswerReleased', unit: 'tax', by: 'wang', round: 1 }],
    });
    expect(when(released, followup, call, 30, PACK).types).toContain('AppealFollowedUp');
  });

  test('is not released while a panel rules on it, but may be given back', () => {
    const sits: Past = [26, { type: 'PanelConvened', sessionNo: 2, question: 'result' }];
    const pending = when([...GIVEN.held, sits], clerk, release, 30, PACK);
    expect(pending).toMatchObject({ refused: 'PANEL_PENDING', params: { session: '2' } });
    expect(when([...GIVEN.held, sits], clerk, giveBack, 30, PACK).types).toEqual(['AnswerReturned']);
    const lapsed: Past = [28, { type: 'SessionLapsed', sessionNo: 2, question: 'result' }];
    expect(when([...GIVEN.held, sits, lapsed], clerk, release, 30, PACK).types).toEqual(['AnswerReleased']);
  });

  test('held it is neither followed up, rated, disputed nor closed, and no time to rate runs', () => {
    const dispute = { type: 'DisputeAnswer', reason: '没有解决' } as const;
    expect(when(GIVEN.held, followup, call, 30, PACK).refused).toBe('NOT_COMPLETED');
    expect(when(GIVEN.held, enterprise, rate, 30, PACK).refused).toBe('NOT_COMPLETED');
    expect(when(GIVEN.held, enterprise, dispute, 30, PACK).refused).toBe('NOT_COMPLETED');
    const lapses = (past: readonly Past[]) => ratingLapsesAt(stateAfter([...past, reminder]), policyOf(PACK));
    expect(lapses(GIVEN.held)).toBeNull();
    expect(lapses(released)).toBeGreaterThan(hours(27));
  });

  test('returned the unit works on another: it keeps its contact, and may not object any more', () => {
    const reply = when(GIVEN.held, clerk, giveBack, 30, PACK);
    expect(reply).toMatchObject({ status: 'acknowledged', events: [{ type: 'AnswerReturned', round: 2 }] });
    expect(when(returned, taxHandler, complete, 30, PACK).events).toMatchObject([{ round: 2, held: true }]);
    const object = {
      type: 'ObjectToDispatch',
      dispatchNo: 1,
      proposedUnit: 'water',
      reason: '非职责',
    } as const;
    expect(when(returned, taxHandler, object, 30, PACK).refused).toBe('NOT_OBJECTABLE');
    const agreed = { completionType: 'agreed-plan', plan: '分期', plannedOn: '2026-03-20' };
    const agreement = { who: '陈明', on: '2026-03-03' };
    const plan = { ...complete, ...agreed, agreement } as WorkOrderCommand;
    expect(when(returned, taxHandler, plan, 30, PACK).refused).toBe('');
  });

  test.each<[string, readonly Past[], object, WorkOrderCommand, string]>([
    ['by the unit', GIVEN.held, taxHandler, release, 'ROLE_NOT_ALLOWED'],
    ['before there is one', GIVEN.opinionGiven, clerk, release, 'ANSWER_NOT_HELD'],
    ['twice', released, clerk, release, 'ANSWER_NOT_HELD'],
    ['of another dispatch', GIVEN.held, clerk, { ...release, dispatchNo: 2 }, 'STALE_DISPATCH'],
    ['returned without a reason', GIVEN.held, clerk, { ...giveBack, reason: ' ' }, 'REASON_MISSING'],
    ['completed a second time', GIVEN.held, taxHandler, complete, 'ALREADY_COMPLETED'],
    ['assisted after the fact', GIVEN.held, waterHandler, complete, 'NOT_YOUR_UNIT'],
    [
      'released after a withdrawal',
      [...GIVEN.held, [26, { type: 'WithdrawalGranted' }]],
      clerk,
      release,
      'CLOSED',
    ],
  ])('%s: %s', (_, past, who, command, code) => {
    const { refused, fields } = when(past, who as typeof clerk, command, 30, PACK);
    expect(refused).toBe(code);
    expect(fields.map(({ field }) => field)).toEqual(code === 'STALE_DISPATCH' ? ['dispatchNo'] : []);
  });

  test('a wish to withdraw is granted while it is held', () => {
    expect(when(GIVEN.held, PEOPLE.system, { type: 'GrantWithdrawal' }, 30, PACK).types).toEqual([
      'AppealClosed',
    ]);
  });
});

describe('what the enterprise sees', () => {
  const dispatched = { ...{ dispatchNo: 1, lead: 'tax', assist: [] }, by: '', why: '', reason: '' };
  const view = (past: readonly Past[]) => {
    const facts = past.slice(1).map(([hour, event], i) => {
      const known = event.type === 'AppealDispatched' ? { type: event.type, ...dispatched } : event;
      return { event: known as never, at: hours(hour), id: `e${i}`, writer: 'w', seq: i + 1 };
    });
    const file = facts.reduce(foldCaseFile, EMPTY_CASE_FILE);
    const rows = facts.map((fact) => timelineRow('a', fact));
    return { seen: enterpriseView('a', file, rows, {}), staff: staffView('a', file, rows, {}) };
  };

  test('nothing of a held answer, while staff read it', () => {
    const { seen, staff } = view(GIVEN.held);
    expect(staff).toMatchObject({ answer: '已退税', summary: { status: 'answer-held' } });
    expect(seen.summary.status).toBe('opinion-given');
    expect(JSON.stringify(seen)).not.toContain('已退税');
    expect(seen.stepTimes).not.toHaveProperty('completed');
  });

  test('the answer once it is released', () => {
    const { seen } = view(released);
    expect(seen).toMatchObject({ answer: '已退税', summary: { status: 'completed' } });
    expect(seen.timeline.map(({ type }) => type)).toContain('AppealCompleted');
    expect(seen.timeline.map(({ type }) => type)).not.toContain('AnswerReleased');
  });

  test('never an answer that was given back', () => {
    const { seen } = view(returned);
    expect(seen.summary.status).toBe('acknowledged');
    expect(JSON.stringify(seen)).not.toContain('已退税');
  });
});
