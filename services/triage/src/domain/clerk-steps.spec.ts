import { TRIAGE_SENTENCES } from '#contracts/sentences/triage';
import { GIVEN, PEOPLE, type Past, YICHENG, stateAfter, when } from '../../test/scenario';
import { reactToCause } from './routing-decider';
import type { ClerkCommand, RoutingRefusal } from './routing-commands';
import type { RoutingCause } from './routing-events';

const { clerk, supervisor, leader, handler } = PEOPLE;
const toMarket: ClerkCommand = {
  type: 'DispatchAppeal',
  lead: 'market',
  assist: ['water'],
  why: '属市场监管',
};
const answer: ClerkCommand = { type: 'AnswerAppeal', articleId: 'K001' };
const recall = (dispatchNo = 1): ClerkCommand => ({ type: 'RecallDispatch', dispatchNo, reason: '派错单位' });
const rule = (upheld: boolean, toUnit = '', dispatchNo = 1): ClerkCommand => ({
  type: 'RuleObjection',
  dispatchNo,
  upheld,
  toUnit,
  note: '已核实',
});

/** Every refusal has its sentence; the compiler holds the list against the table. */
const sentences: Readonly<Record<RoutingRefusal, { zh: string; en: string }>> = TRIAGE_SENTENCES;

/** What people read of a refusal; a brace left over is a value that the rule did not give. */
function spoken(code: string, params: Readonly<Record<string, string>>): string {
  const { zh, en } = sentences[code as RoutingRefusal];
  return Object.entries(params).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), zh + en);
}

describe('分办台：what a clerk may do', () => {
  const rows: readonly [string, readonly Past[], ClerkCommand, readonly string[], string][] = [
    ['dispatches from the desk', GIVEN.desk, toMarket, ['AppealDispatched'], 'dispatched'],
    ['answers from the desk', GIVEN.desk, answer, ['AnsweredDirectly'], 'answered'],
    ['takes a dispatch back', GIVEN.dispatched, recall(), ['DispatchRecalled', 'DeskEntered'], 'desk'],
    [
      'upholds and names the unit',
      GIVEN.objected,
      rule(true, 'market'),
      ['ObjectionRuled', 'AppealDispatched'],
      'dispatched',
    ],
    ['upholds without a unit', GIVEN.objected, rule(true), ['ObjectionRuled', 'DeskEntered'], 'desk'],
    ['does not uphold: the unit keeps it', GIVEN.objected, rule(false), ['ObjectionRuled'], 'dispatched'],
    [
      'does not uphold a late one: work goes on',
      GIVEN.objectedLate,
      rule(false),
      ['ObjectionRuled'],
      'acknowledged',
    ],
    [
      'dispatches out of an objection',
      GIVEN.objected,
      toMarket,
      ['ObjectionRuled', 'AppealDispatched'],
      'dispatched',
    ],
  ];
  test.each(rows)('%s', (_name, past, command, types, status) => {
    expect(when(past, clerk, command)).toMatchObject({ refused: '', types, status });
  });

  test('what a person gives as reason is sealed, whatever stands in it', () => {
    const reply = when(GIVEN.desk, clerk, { ...toMarket, why: '联系 199-0000-1234' } as ClerkCommand);
    expect(reply.events).toMatchObject([{ why: '', reason: '联系 199-0000-1234' }]);
  });

  const refusals: readonly [string, readonly Past[], ClerkCommand, string][] = [
    ['before admission', GIVEN.nothing, toMarket, 'NOT_ADMITTED'],
    ['while it is being sorted', GIVEN.classified, toMarket, 'STILL_SORTING'],
    ['what a unit has before it', GIVEN.dispatched, toMarket, 'ALREADY_DISPATCHED'],
    ['what a unit has acknowledged', GIVEN.acknowledged, toMarket, 'NOT_OWNER'],
    ['what a unit has completed', GIVEN.completed, answer, 'NOT_OWNER'],
    ['what the library answered', GIVEN.answered, toMarket, 'NOT_OWNER'],
    ['what was withdrawn', GIVEN.withdrawn, toMarket, 'CLOSED'],
    ['an unknown unit', GIVEN.desk, { ...toMarket, lead: 'moon' } as ClerkCommand, 'UNIT_UNKNOWN'],
    [
      'an unknown assisting unit',
      GIVEN.desk,
      { ...toMarket, assist: ['moon'] } as ClerkCommand,
      'UNIT_UNKNOWN',
    ],
    [
      'a lead that assists itself',
      GIVEN.desk,
      { ...toMarket, assist: ['market'] } as ClerkCommand,
      'ASSIST_IS_LEAD',
    ],
    [
      'an article out of force',
      GIVEN.desk,
      { ...answer, articleId: 'K009' } as ClerkCommand,
      'ARTICLE_NOT_IN_FORCE',
    ],
    ['an answer while an objection is pending', GIVEN.objected, answer, 'OBJECTION_PENDING'],
    ['recall of nothing', GIVEN.desk, recall(), 'NOT_DISPATCHED'],
    ['recall of another dispatch', GIVEN.dispatched, recall(2), 'STALE_DISPATCH'],
    [
      'recall without a reason',
      GIVEN.dispatched,
      { ...recall(), reason: ' ' } as ClerkCommand,
      'REASON_MISSING',
    ],
    ['recall after the unit acknowledged', GIVEN.acknowledged, recall(), 'NOT_OWNER'],
    ['recall after completion', GIVEN.completed, recall(), 'NOT_OWNER'],
    ['recall while an objection is pending', GIVEN.objected, recall(), 'OBJECTION_PENDING'],
    ['a ruling without an objection', GIVEN.dispatched, rule(true), 'NO_OBJECTION'],
    ['a ruling on an older dispatch', GIVEN.objectedTwice, rule(true), 'STALE_DISPATCH'],
    ['upheld, yet to the same unit', GIVEN.objected, rule(true, 'tax'), 'SAME_UNIT'],
    ['upheld, to an unknown unit', GIVEN.objected, rule(true, 'moon'), 'UNIT_UNKNOWN'],
    ['not upheld, yet to another unit', GIVEN.objected, rule(false, 'market'), 'NOT_UPHELD_KEEPS_UNIT'],
  ];
  test.each(refusals)('refused: %s', (_name, past, command, code) => {
    const reply = when(past, clerk, command);
    expect(reply).toMatchObject({ refused: code, types: [] });
    if (code === 'STALE_DISPATCH') expect(reply.fields).toMatchObject([{ code, field: 'dispatchNo' }]);
    expect(spoken(code, reply.params)).not.toMatch(/[{}]/);
  });

  test.each([toMarket, answer, recall(), rule(true)])('$type is not for a handler', (command) => {
    expect(when(GIVEN.desk, handler, command).refused).toBe('ROLE_NOT_ALLOWED');
  });
});

const ofFirst = [
  { type: 'WorkOrderAcknowledged', dispatchNo: 1 },
  { type: 'DispatchObjected', dispatchNo: 1, proposedUnit: '', late: false },
  { type: 'AppealCompleted', dispatchNo: 1 },
] satisfies RoutingCause[];

describe('撤回：a recall and its mark', () => {
  test.each([
    ['ten minutes after the hand-over', 11, true],
    ['later', 11 + 1 / 60, false],
  ])('%s', (_name, minute, withoutMark) => {
    const { events, state } = when(GIVEN.dispatched, clerk, recall(), minute);
    expect(events[0]).toMatchObject({ type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax', withoutMark });
    expect(state.file.sent).toBe(withoutMark ? 0 : 1);
    expect(state.file.dispatchNo).toBe(1);
  });

  test.each([supervisor, leader])(
    'by ruling of a $role even after acknowledgement, and then marked',
    (actor) => {
      const reply = when(GIVEN.acknowledged, actor, recall(), 3);
      expect(reply.events[0]).toMatchObject({ type: 'DispatchRecalled', withoutMark: false });
      expect(reply.status).toBe('desk');
    },
  );

  test('what the unit says afterwards about the recalled dispatch changes nothing', () => {
    const events = when(GIVEN.dispatched, clerk, recall(), 3).events;
    const past: readonly Past[] = [...GIVEN.dispatched, ...events.map((event): Past => [3, event])];
    for (const late of ofFirst) expect(stateAfter([...past, [4, late]])).toEqual(stateAfter(past));
  });

  test('nor does it while a later dispatch is in force; of that one it does', () => {
    const past = GIVEN.dispatchedTwice;
    for (const late of ofFirst) {
      expect(stateAfter([...past, [5, late]])).toEqual(stateAfter(past));
      expect(stateAfter([...past, [5, { ...late, dispatchNo: 2 }]])).not.toEqual(stateAfter(past));
    }
  });
});

describe('异议往复：ping-pong is counted and stopped', () => {
  test('two units may be tried by the clerk, the number rises', () => {
    const { events } = when(GIVEN.objectedTwice, clerk, rule(true, 'water', 2));
    expect(events[1]).toMatchObject({ type: 'AppealDispatched', dispatchNo: 3, lead: 'water', assist: [] });
  });

  const third = rule(true, 'tax', 3);
  test('after three dispatches the clerk may not rule, the body of the pack may', () => {
    expect(when(GIVEN.objectedThrice, clerk, third)).toMatchObject({
      refused: 'PING_PONG_STOPPED',
      params: { count: '3', body: 'panel' },
    });
    expect(spoken('PING_PONG_STOPPED', { count: '3', body: 'panel' })).not.toMatch(/[{}]/);
    expect(when(GIVEN.objectedThrice, clerk, rule(false, '', 3)).refused).toBe('PING_PONG_STOPPED');
    expect(when(GIVEN.objectedThrice, clerk, toMarket).refused).toBe('PING_PONG_STOPPED');
    expect(when(GIVEN.objectedThrice, leader, third).refused).toBe('');
  });

  test('nor may the clerk send it on from the desk; answering it from the library he may', () => {
    expect(when(GIVEN.thriceOnDesk, clerk, toMarket).refused).toBe('PING_PONG_STOPPED');
    expect(when(GIVEN.thriceOnDesk, supervisor, toMarket).refused).toBe('');
    expect(when(GIVEN.thriceOnDesk, clerk, answer).refused).toBe('');
  });

  test('what the body rules says so in the dispatch; before the limit it is an objection upheld', () => {
    const why = (
      past: readonly Past[],
      actor: typeof clerk | typeof leader,
      command: typeof third,
      pack = YICHENG,
    ) => when(past, actor, command, 120, pack).events[1];
    expect(why(GIVEN.objectedTwice, clerk, rule(true, 'water', 2))).toMatchObject({ why: '异议成立，改派' });
    expect(why(GIVEN.objectedThrice, leader, third)).toMatchObject({ why: '专家研判裁定' });
    const designated = { ...YICHENG, objection: { ...YICHENG.objection, then: 'lead-designation' as const } };
    expect(why(GIVEN.objectedThrice, leader, third, designated)).toMatchObject({ why: '指定牵头单位' });
    expect(when(GIVEN.thriceOnDesk, supervisor, toMarket).events).toMatchObject([{ why: '专家研判裁定' }]);
    expect(when(GIVEN.desk, clerk, toMarket).events).toMatchObject([{ why: '' }]);
  });

  test('the assisting units stay, without the new lead', () => {
    const { events } = when(GIVEN.objected, clerk, rule(true, 'market'));
    expect(events[1]).toMatchObject({ lead: 'market', assist: [] });
    const other = when(GIVEN.objected, clerk, rule(true, 'water'));
    expect(other.events[1]).toMatchObject({ lead: 'water', assist: ['market'] });
  });
});

describe('what the others bring about', () => {
  const react = (past: readonly Past[], cause: RoutingCause, minute = 90) => {
    const all: readonly Past[] = [...past, [minute, cause]];
    const recorded = { event: cause, at: 0, id: 'x', writer: 'w', seq: 99 };
    const command = reactToCause(recorded, stateAfter(all), () => {
      throw new Error('not to be classified');
    });
    return command === undefined ? [] : when(all, PEOPLE.system, command, minute).types;
  };
  const disputed: RoutingCause = { type: 'AnswerDisputed' };
  const reopened = (unit: string): RoutingCause => ({ type: 'AppealReopened', unit });
  const withdrawal: RoutingCause = { type: 'WithdrawalRequested' };
  const closedAfter: readonly Past[] = [...GIVEN.answered, [5, { type: 'AppealClosed', why: 'unrated' }]];
  const backOnDesk: readonly Past[] = [
    ...GIVEN.answered,
    [5, { type: 'DeskEntered', why: 'disputed', proposed: '' }],
  ];
  const rows: readonly [string, readonly Past[], RoutingCause, readonly string[]][] = [
    ['a library answer disputed goes to the desk', GIVEN.answered, disputed, ['DeskEntered']],
    ['a unit answer disputed stays with casework', GIVEN.completed, disputed, []],
    ['reopened without a unit goes to the desk', closedAfter, reopened(''), ['DeskEntered']],
    ['reopened when it is there already', backOnDesk, reopened(''), []],
    ['reopened to its unit', GIVEN.completed, reopened('tax'), []],
    ['withdrawal while it is sorted', GIVEN.classified, withdrawal, ['WithdrawalGranted']],
    ['withdrawal from the desk', GIVEN.desk, withdrawal, ['WithdrawalGranted']],
    ['withdrawal before acknowledgement', GIVEN.dispatched, withdrawal, ['WithdrawalGranted']],
    ['withdrawal during an objection', GIVEN.objected, withdrawal, ['WithdrawalGranted']],
    ["withdrawal before admission is intake's", GIVEN.nothing, withdrawal, []],
    ["withdrawal after acknowledgement is casework's", GIVEN.acknowledged, withdrawal, []],
    ['so it is when the unit objected late', GIVEN.objectedLate, withdrawal, []],
    ['withdrawn twice', GIVEN.withdrawn, withdrawal, []],
    ['a withdrawn appeal is not reopened', GIVEN.withdrawn, reopened(''), []],
  ];
  test.each(rows)('%s', (_name, past, cause, types) => {
    expect(react(past, cause)).toEqual(types);
  });

  test('reopened to its unit, the unit has it again', () => {
    expect(stateAfter([...GIVEN.completed, [90, reopened('tax')]])).toMatchObject({
      status: 'in-work',
      dispatch: { no: 1, lead: 'tax' },
    });
  });
});
