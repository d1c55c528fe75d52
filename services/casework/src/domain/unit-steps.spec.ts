import { GIVEN, PEOPLE, type Past, YICHENG, when } from '../../test/scenario';
import type { UnitCommand } from './work-order-commands';

const { taxHandler, waterHandler, ops, clerk } = PEOPLE;
const acknowledge: UnitCommand = { type: 'AcknowledgeDispatch', dispatchNo: 1 };
const contact = {
  type: 'RecordContact',
  dispatchNo: 1,
  outcome: 'reached',
  arrived: true,
  visitWaived: false,
  note: '',
} as const;
const opinion: UnitCommand = { type: 'GivePreliminaryOpinion', dispatchNo: 1, text: '拟予退税' };
const complete = {
  type: 'CompleteAppeal',
  dispatchNo: 1,
  completionType: 'solved',
  answer: '税款已退',
  basis: '',
  plan: '',
  plannedOn: '',
  agreement: null,
  check: { verdict: 'doubtful', codes: ['TOO_LITTLE'] },
} as const;
const objection = {
  type: 'ObjectToDispatch',
  dispatchNo: 1,
  proposedUnit: 'market',
  reason: '属市场监管',
} as const;
const unitSteps: readonly UnitCommand[] = [acknowledge, contact, opinion, complete, objection];

describe('签收与各步骤：the steps of a unit', () => {
  const rows: readonly [string, readonly Past[], UnitCommand, string][] = [
    ['a new dispatch is acknowledged', GIVEN.dispatched, acknowledge, 'acknowledged'],
    ['contact and arrival make it contacted', GIVEN.acknowledged, contact, 'contacted'],
    [
      'the opinion may come before the enterprise could be reached',
      GIVEN.acknowledged,
      opinion,
      'opinion-given',
    ],
    ['after contact the opinion is given', GIVEN.contacted, opinion, 'opinion-given'],
    ['contact after the opinion does not set it back', GIVEN.opinionGiven, contact, 'opinion-given'],
    ['it is completed', GIVEN.opinionGiven, complete, 'completed'],
  ];
  test.each(rows)('%s', (_name, past, command, status) => {
    expect(when(past, taxHandler, command)).toMatchObject({ refused: '', status });
  });

  const refusals: readonly [string, readonly Past[], UnitCommand, string][] = [
    ['nothing to acknowledge before the dispatch', GIVEN.admitted, acknowledge, 'NOT_DISPATCHED'],
    ['twice acknowledged', GIVEN.acknowledged, acknowledge, 'ALREADY_ACKNOWLEDGED'],
    ['contact before acknowledging', GIVEN.dispatched, contact, 'NOT_ACKNOWLEDGED'],
    ['opinion before acknowledging', GIVEN.dispatched, opinion, 'NOT_ACKNOWLEDGED'],
    ['completion before acknowledging', GIVEN.dispatched, complete, 'NOT_ACKNOWLEDGED'],
    ['a second opinion', GIVEN.opinionGiven, opinion, 'OPINION_ALREADY_GIVEN'],
    ['an empty opinion', GIVEN.acknowledged, { ...opinion, text: ' ' } as UnitCommand, 'TEXT_MISSING'],
    ['a second completion', GIVEN.completed, complete, 'ALREADY_COMPLETED'],
    ['what the library answered', GIVEN.answered, complete, 'NOT_DISPATCHED'],
  ];
  test.each(refusals)('refused: %s', (_name, past, command, code) => {
    expect(when(past, taxHandler, command).refused).toBe(code);
  });
});

describe('谁可以办理：who may act (RT-1, TR-2)', () => {
  test.each(unitSteps)('another unit cannot $type, and is told whose it is', (command) => {
    const reply = when(GIVEN.acknowledged, waterHandler, command);
    expect(reply).toMatchObject({ refused: 'NOT_YOUR_UNIT', params: { unit: 'tax' } });
  });
  test.each(unitSteps)('neither operations nor a clerk can $type', (command) => {
    expect(when(GIVEN.acknowledged, ops, command).refused).toBe('ROLE_NOT_ALLOWED');
    expect(when(GIVEN.acknowledged, { ...clerk, unit: 'tax' }, command).refused).toBe('ROLE_NOT_ALLOWED');
  });
  test.each(unitSteps)('$type on a replaced dispatch is refused with the current number', (command) => {
    const again: readonly Past[] = [
      ...GIVEN.acknowledged,
      [3, { type: 'AppealDispatched', dispatchNo: 2, lead: 'tax' }],
    ];
    expect(when(again, taxHandler, command)).toMatchObject({
      refused: 'STALE_DISPATCH',
      params: { current: '2' },
      fields: [{ code: 'STALE_DISPATCH', field: 'dispatchNo', params: { current: '2' } }],
    });
  });
  test.each(unitSteps)('$type after closing is refused', (command) => {
    expect(when(GIVEN.closed, taxHandler, command)).toMatchObject({
      refused: 'CLOSED',
      params: { why: 'rated' },
    });
  });
});

describe('异议：objecting to a dispatch (RT-2)', () => {
  test('within 24 hours it holds the order until it is ruled', () => {
    const reply = when(GIVEN.dispatched, taxHandler, objection, 23.9);
    expect(reply).toMatchObject({ refused: '', status: 'objected' });
    expect(reply.events[0]).toMatchObject({ proposedUnit: 'market', late: false });
  });
  test('a late one is heard, marked, and stops nothing', () => {
    const reply = when(GIVEN.dispatched, taxHandler, objection, 24);
    expect(reply.events[0]).toMatchObject({ type: 'DispatchObjected', late: true });
    expect(reply.status).toBe('dispatched');
  });
  const objected: readonly Past[] = [
    ...GIVEN.acknowledged,
    [
      2,
      {
        type: 'DispatchObjected',
        dispatchNo: 1,
        unit: 'tax',
        proposedUnit: 'market',
        late: false,
        by: 'li',
        reason: '',
      },
    ],
  ];
  test('while it is pending nothing else is done, after the ruling the unit goes on where it stood', () => {
    expect(when(objected, taxHandler, contact).refused).toBe('OBJECTION_PENDING');
    const overruled: readonly Past[] = [
      ...objected,
      [4, { type: 'ObjectionRuled', dispatchNo: 1, upheld: false }],
    ];
    expect(when(overruled, taxHandler, contact).status).toBe('contacted');
    expect(when(overruled, taxHandler, objection).refused).toBe('ALREADY_OBJECTED');
  });
  test('upheld, the unit has nothing in hand any more', () => {
    const upheld: readonly Past[] = [
      ...objected,
      [4, { type: 'ObjectionRuled', dispatchNo: 1, upheld: true }],
    ];
    expect(when(upheld, taxHandler, contact).refused).toBe('NOT_DISPATCHED');
  });
  test('it names another unit that exists, if the pack asks for one', () => {
    const strict = { ...YICHENG, objection: { ...YICHENG.objection, mustProposeUnit: true } };
    const none = { ...objection, proposedUnit: '' };
    expect(when(GIVEN.dispatched, taxHandler, none, 2, strict).refused).toBe('UNIT_NOT_NAMED');
    expect(when(GIVEN.dispatched, taxHandler, none, 2).refused).toBe('');
    expect(when(GIVEN.dispatched, taxHandler, { ...objection, proposedUnit: 'tax' }).refused).toBe(
      'UNIT_IS_OWN',
    );
    expect(when(GIVEN.dispatched, taxHandler, { ...objection, proposedUnit: 'moon' }).refused).toBe(
      'UNIT_UNKNOWN',
    );
    expect(when(GIVEN.dispatched, taxHandler, { ...objection, reason: '' }).refused).toBe('REASON_MISSING');
  });
  test('after the opinion it is too late to call it another unit’s', () => {
    expect(when(GIVEN.opinionGiven, taxHandler, objection).refused).toBe('NOT_OBJECTABLE');
  });
});

describe('联系与到场：contact and arrival (YC-6)', () => {
  const satisfies = (past: readonly Past[], report: object, visit?: 'required' | 'none') => {
    const pack = visit ? { ...YICHENG, contact: { ...YICHENG.contact, visit } } : YICHENG;
    const reply = when(past, taxHandler, { ...contact, ...report }, 2, pack);
    return reply.refused || (reply.events[0] as { satisfies: boolean }).satisfies;
  };
  const attempts = (count: number): readonly Past[] =>
    Array.from({ length: count }, (_, index) => [
      1.1 + index / 10,
      {
        type: 'EnterpriseContacted',
        dispatchNo: 1,
        unit: 'tax',
        outcome: 'attempt',
        attempts: index + 1,
        arrived: false,
        visitWaived: false,
        satisfies: false,
        by: 'li',
        note: '',
      },
    ]);
  test('reached on the phone only is not enough', () => {
    expect(satisfies(GIVEN.acknowledged, { arrived: false })).toBe(false);
    expect(satisfies(GIVEN.acknowledged, { arrived: true })).toBe(true);
    expect(satisfies(GIVEN.acknowledged, { arrived: false }, 'none')).toBe(true);
  });
  test('the visit is waived by an enterprise that was reached, where the pack allows it', () => {
    expect(satisfies(GIVEN.acknowledged, { arrived: false, visitWaived: true })).toBe(true);
    const unheard = { outcome: 'attempt', arrived: false, visitWaived: true };
    expect(satisfies(GIVEN.acknowledged, unheard)).toBe('WAIVER_NEEDS_CONTACT');
    expect(satisfies(GIVEN.acknowledged, { visitWaived: true }, 'required')).toBe('VISIT_CANNOT_BE_WAIVED');
  });
  test('three attempts count as contact, and the visit is still owed', () => {
    const attempt = { outcome: 'attempt', arrived: true };
    expect(satisfies([...GIVEN.acknowledged, ...attempts(1)], attempt)).toBe(false);
    expect(satisfies([...GIVEN.acknowledged, ...attempts(2)], attempt)).toBe(true);
    expect(satisfies([...GIVEN.acknowledged, ...attempts(2)], { ...attempt, arrived: false })).toBe(false);
  });
});

describe('办结：completing (HD-3)', () => {
  const refusal = (past: readonly Past[], change: object) => {
    const { refused, params } = when(past, taxHandler, { ...complete, ...change });
    return refused === '' ? '' : `${refused} ${params.field ?? params.type ?? ''}`.trim();
  };
  test('each type asks for its own fields', () => {
    const past = GIVEN.contacted;
    expect(refusal(past, { answer: '' })).toBe('COMPLETION_FIELD_MISSING result');
    expect(refusal(past, { completionType: 'explained' })).toBe('COMPLETION_FIELD_MISSING policyBasis');
    expect(refusal(past, { completionType: 'not-solvable' })).toBe('COMPLETION_FIELD_MISSING legalBasis');
    expect(refusal(past, { completionType: 'not-solvable', basis: '行政许可法' })).toBe('');
    expect(refusal(past, { completionType: 'done' })).toBe('COMPLETION_TYPE_UNKNOWN done');
  });
  const plan = {
    completionType: 'agreed-plan',
    plan: '铺设备用线路',
    plannedOn: '2026-06-30',
    agreement: { who: '陈明', on: '2026-03-02' },
  };
  test('an agreed plan has its day, and says who agreed and when', () => {
    expect(refusal(GIVEN.contacted, plan)).toBe('');
    expect(refusal(GIVEN.contacted, { ...plan, plannedOn: '', plan: '6月30日前接通' })).toBe(
      'COMPLETION_FIELD_MISSING plannedOn',
    );
    for (const agreement of [null, { who: ' ', on: '2026-03-02' }, { who: '陈明', on: '' }])
      expect(refusal(GIVEN.contacted, { ...plan, agreement })).toBe(
        'COMPLETION_FIELD_MISSING enterpriseAgrees',
      );
    expect(refusal(GIVEN.acknowledged, plan)).toBe('AGREEMENT_NEEDS_CONTACT');
  });
  test.each([
    ['a day that is over', { plannedOn: '2026-03-02' }, 'DATE_PAST plannedOn'],
    ['today is still to come', { plannedOn: '2026-03-03' }, ''],
    ['the 30th of February', { plannedOn: '2026-02-30' }, 'DATE_UNREAL plannedOn'],
    ['words instead of a day', { plannedOn: '六月底' }, 'DATE_UNREAL plannedOn'],
    [
      'an agreement on no real day',
      { agreement: { who: '陈明', on: '3月2日' } },
      'DATE_UNREAL enterpriseAgrees',
    ],
    [
      'an agreement of tomorrow',
      { agreement: { who: '陈明', on: '2026-03-04' } },
      'DATE_AHEAD enterpriseAgrees',
    ],
  ])('on 3 March: %s', (_name, change, code) => {
    expect(refusal(GIVEN.contacted, { ...plan, ...change })).toBe(code);
  });
  test('a date is judged also where the type does not ask for it', () => {
    expect(refusal(GIVEN.contacted, { plannedOn: '2026-02-30' })).toBe('DATE_UNREAL plannedOn');
  });
  test('day and agreement stand in the event, the name among the sealed words', () => {
    expect(
      when(GIVEN.contacted, taxHandler, { ...complete, ...plan } as UnitCommand).events[0],
    ).toMatchObject({
      plannedOn: '2026-06-30',
      agreedOn: '2026-03-02',
      answer: { plan: '铺设备用线路', agreedBy: '陈明' },
    });
  });
  test('what the check said is kept and refuses nothing, whatever it is', () => {
    for (const verdict of ['answers', 'doubtful', 'evasive', 'unchecked'] as const) {
      const check = { verdict, codes: verdict === 'evasive' ? (['PASSED_ON'] as const) : [] };
      const reply = when(GIVEN.contacted, taxHandler, { ...complete, check });
      expect(reply.events).toMatchObject([{ answerVerdict: verdict, findingCodes: check.codes }]);
    }
  });
  test('the round is counted', () => {
    const again: readonly Past[] = [
      ...GIVEN.completed,
      [30, { type: 'AppealReopened', round: 2, unit: 'tax', why: 'disputed', by: 'x', reason: '' }],
    ];
    expect(when(again, taxHandler, complete, 40).events[0]).toMatchObject({ round: 2, dispatchNo: 1 });
  });
});
