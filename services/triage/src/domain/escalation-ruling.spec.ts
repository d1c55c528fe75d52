import type { Pack } from '#policy/pack';
import { GIVEN, PEOPLE, type Past, YICHENG, stateAfter, when } from '../../test/scenario';

const { clerk, supervisor } = PEOPLE;
const PACK: Pack = {
  ...YICHENG,
  scopes: [
    ...YICHENG.scopes,
    { role: 'clerk', clause: 'c', sees: 'all', on: 'all', may: ['RuleEscalation'] },
    { role: 'supervisor', clause: 'c', sees: 'all', on: 'all', may: ['RuleEscalation'] },
  ],
  grading: {
    clause: 'c',
    table: [{ ground: 'not-soon-solvable', level: 'city' }],
    escalation: { clause: 'c', auditBy: 'clerk' },
  },
};
const asked: Past = [90, { type: 'EscalationRequested', dispatchNo: 1 }];
const sentUp: readonly Past[] = [...GIVEN.acknowledged, asked];
const ACCEPT = {
  type: 'RuleEscalation',
  dispatchNo: 1,
  accepted: true,
  toUnit: 'water',
  reason: '',
} as const;
const RETURN = { ...ACCEPT, accepted: false, toUnit: '', reason: '属县级职责' } as const;

describe('what a county sends up (RT-4, CD 二-3)', () => {
  test('accepted, goes to a unit of the city under a new number', () => {
    const { events, status } = when(sentUp, clerk, ACCEPT, 120, PACK);
    expect(events).toMatchObject([
      { type: 'EscalationRuled', unit: 'tax', accepted: true, toUnit: 'water' },
      { type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax' },
      { type: 'AppealDispatched', dispatchNo: 2, lead: 'water', assist: ['market'] },
    ]);
    expect(status).toBe('dispatched');
  });

  test('accepted, although a unit that assists became part of another meanwhile', () => {
    const sent = { dispatchNo: 1, lead: 'tax', decidedBy: 'wang', why: '', reason: '' };
    const assisted: readonly Past[] = [
      ...GIVEN.desk,
      [2, { type: 'AppealDispatched', ...sent, assist: ['drainage', 'water', 'moon'] }],
      [3, { type: 'WorkOrderAcknowledged', dispatchNo: 1 }],
      asked,
    ];
    const assist = (toUnit: string) =>
      when(assisted, clerk, { ...ACCEPT, toUnit }, 120, PACK).events.flatMap((event) =>
        event.type === 'AppealDispatched' ? [event.assist] : [],
      );
    expect(assist('market')).toEqual([['water']]);
    expect(assist('water')).toEqual([[]]);
  });

  test('returned, stays with the county, which may ask again', () => {
    const { events, state } = when(sentUp, clerk, RETURN, 120, PACK);
    expect(events).toMatchObject([{ type: 'EscalationRuled', accepted: false, toUnit: '' }]);
    expect(state).toMatchObject({ status: 'in-work', dispatch: { no: 1, lead: 'tax' } });
    expect('sentUp' in state.file).toBe(false);
    expect('sentUp' in stateAfter(sentUp).file).toBe(true);
  });

  test.each<[string, readonly Past[], object, typeof clerk | typeof supervisor, string]>([
    ['when nothing was sent up', GIVEN.acknowledged, ACCEPT, clerk, 'NO_ESCALATION'],
    ['by another than the pack names', sentUp, ACCEPT, supervisor, 'ROLE_NOT_ALLOWED'],
    ['to a unit of a county', sentUp, { ...ACCEPT, toUnit: 'tax' }, clerk, 'UNIT_NOT_OF_CITY'],
    ['to a unit that is none', sentUp, { ...ACCEPT, toUnit: 'moon' }, clerk, 'UNIT_UNKNOWN'],
    ['to a unit that became another', sentUp, { ...ACCEPT, toUnit: 'drainage' }, clerk, 'UNIT_SUCCEEDED'],
    ['returned without a reason', sentUp, { ...RETURN, reason: '' }, clerk, 'REASON_MISSING'],
    ['of an older dispatch', sentUp, { ...ACCEPT, dispatchNo: 7 }, clerk, 'STALE_DISPATCH'],
    [
      'after the answer',
      [...sentUp, [95, { type: 'AppealCompleted', dispatchNo: 1 }]],
      ACCEPT,
      clerk,
      'NO_ESCALATION',
    ],
  ])('%s is refused', (_name, past, command, actor, code) => {
    expect(when(past, actor, command as typeof ACCEPT, 120, PACK).refused).toBe(code);
  });
});
