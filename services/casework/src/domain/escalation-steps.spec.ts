import type { Pack } from '#policy/pack';
import { GIVEN, PEOPLE, type Past, YICHENG, stateAfter, when } from '../../test/scenario';

const { taxHandler, waterHandler } = PEOPLE;
const PACK: Pack = {
  ...YICHENG,
  scopes: [
    ...YICHENG.scopes,
    { role: 'handler', clause: 'c', sees: 'own-unit', on: 'own-unit', may: ['RequestEscalation'] },
  ],
  grading: {
    clause: 'c',
    table: [
      { ground: 'not-soon-solvable', level: 'city' },
      { ground: 'complicated', level: 'fast-track' },
    ],
    escalation: { clause: 'c', auditBy: 'clerk' },
  },
};
const ASK = {
  type: 'RequestEscalation',
  ...{ dispatchNo: 1, ground: 'not-soon-solvable', opinion: '县级无审批权限，建议市级协调' },
} as const;
const ask = (
  past: readonly Past[],
  change: object = {},
  actor: typeof taxHandler | typeof waterHandler = taxHandler,
) => when(past, actor, { ...ASK, ...change }, 5, PACK);
const ruled: Past = [6, { type: 'EscalationRuled', dispatchNo: 1 }];

describe('a county asks the city to take a matter (RT-4, CD 二-3)', () => {
  test('with its opinion, once at a time', () => {
    const asked = ask(GIVEN.acknowledged);
    expect(asked.events).toEqual([
      {
        type: 'EscalationRequested',
        ...{ dispatchNo: 1, unit: 'tax', ground: 'not-soon-solvable', by: 'li', opinion: ASK.opinion },
      },
    ]);
    const past = [...GIVEN.acknowledged, ...asked.events.map((event): Past => [5, event])];
    expect(ask(past).refused).toBe('ESCALATION_PENDING');
    expect(ask([...past, ruled]).types).toEqual(['EscalationRequested']);
    expect(stateAfter(past)).toMatchObject({ status: 'in-work', order: { escalation: 'not-soon-solvable' } });
  });

  test('also where the county’s unit that had it is another by now', () => {
    const ofLevy = GIVEN.acknowledged.map(([hour, event]): Past => {
      return [hour, { ...event, ...('lead' in event && { lead: 'levy' }) } as Past[1]];
    });
    expect(ask(ofLevy).events).toMatchObject([{ type: 'EscalationRequested', unit: 'levy' }]);
  });

  test.each<[string, readonly Past[], object, typeof taxHandler | typeof waterHandler, string]>([
    ['before it was acknowledged', GIVEN.dispatched, {}, taxHandler, 'NOT_ACKNOWLEDGED'],
    ['by another unit', GIVEN.acknowledged, {}, waterHandler, 'NOT_YOUR_UNIT'],
    ['without an opinion', GIVEN.acknowledged, { opinion: ' ' }, taxHandler, 'TEXT_MISSING'],
    [
      'on a ground of the fast track',
      GIVEN.acknowledged,
      { ground: 'complicated' },
      taxHandler,
      'GROUND_UNKNOWN',
    ],
    ['on no ground', GIVEN.acknowledged, { ground: 'tired' }, taxHandler, 'GROUND_UNKNOWN'],
    ['after the answer', GIVEN.completed, {}, taxHandler, 'ALREADY_COMPLETED'],
  ])('%s is refused', (_name, past, change, actor, code) => {
    expect(ask(past, change, actor).refused).toBe(code);
  });

  test('a unit of the city has nobody to ask, and a pack without grading knows no asking', () => {
    const toWater: readonly Past[] = [
      ...GIVEN.acknowledged,
      [3, { type: 'DispatchRecalled', dispatchNo: 1 }],
      [3, { type: 'AppealDispatched', dispatchNo: 2, lead: 'water', assist: [] }],
      [4, { type: 'WorkOrderAcknowledged', dispatchNo: 2, unit: 'water', by: 'sun' }],
    ];
    expect(ask(toWater, { dispatchNo: 2 }, waterHandler).refused).toBe('NOT_A_COUNTY_UNIT');
    const { grading, ...without } = PACK;
    expect(grading).toBeDefined();
    expect(when(GIVEN.acknowledged, taxHandler, ASK, 5, without).refused).toBe('ESCALATION_NOT_FORESEEN');
  });
});
