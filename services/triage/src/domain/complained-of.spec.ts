// 投诉部门的诉求 (HD-10): a complaint goes to no unit it names, unless a person says on record that another is
// meant.
import { PEOPLE, type Past, YICHENG, admittedAs, classification, when } from '../../test/scenario';
import type { ClerkCommand } from './routing-commands';

const { clerk, leader } = PEOPLE;
const desk = (kind: string, content: string): readonly Past[] => [
  ...admittedAs(kind, content),
  [0, { type: 'AppealClassified', ...classification() }],
  [1, { type: 'DeskEntered', why: 'complaint-about-unit', proposed: '' }],
];
const complaint = desk('complaint', '投诉税务局推诿');
const to = (lead: string, assist: readonly string[] = [], why = ''): ClerkCommand => ({
  ...{ type: 'DispatchAppeal', lead, assist, why },
});

test.each<[string, readonly Past[], ClerkCommand, string]>([
  ['as the lead', complaint, to('tax'), 'UNIT_COMPLAINED_OF'],
  ['as one that assists', complaint, to('market', ['tax']), 'UNIT_COMPLAINED_OF'],
  ['another unit takes it', complaint, to('market'), ''],
  ['with the reason on record', complaint, to('tax', [], '被投诉的是代理机构，税务局为主管部门'), ''],
  ['a request that names the unit', desk('help', '请税务局退税'), to('tax'), ''],
])('%s', (_, past, command, refused) => {
  expect(when(past, clerk, command).refused).toBe(refused);
});

test('whoever dispatches, and out of an objection too', () => {
  expect(when(complaint, leader, to('tax'))).toMatchObject({
    refused: 'UNIT_COMPLAINED_OF',
    params: { unit: 'tax' },
  });
  const objected: readonly Past[] = [
    ...complaint,
    [
      2,
      {
        type: 'AppealDispatched',
        dispatchNo: 1,
        lead: 'market',
        assist: [],
        decidedBy: 'w',
        why: '',
        reason: '',
      },
    ],
    [3, { type: 'DispatchObjected', dispatchNo: 1, proposedUnit: 'tax', late: false }],
  ];
  const uphold = (note: string): ClerkCommand => ({
    ...{ type: 'RuleObjection', dispatchNo: 1, upheld: true, toUnit: 'tax', note },
  });
  expect(when(objected, clerk, uphold('')).refused).toBe('UNIT_COMPLAINED_OF');
  expect(when(objected, clerk, uphold('被投诉的不是税务局')).refused).toBe('');
});

test('nor when a county sends it up: the city hands it to no unit it names without a reason (RT-4)', () => {
  const grading = {
    clause: 'RT-4',
    table: [{ ground: 'not-soon-solvable' as const, level: 'city' as const, clause: 'RT-4' }],
    escalation: { clause: 'RT-4', auditBy: 'clerk' },
  };
  const scopes = YICHENG.scopes.map((row) =>
    row.role === 'clerk' ? { ...row, may: [...row.may, 'RuleEscalation' as const] } : row,
  );
  const pack = { ...YICHENG, grading, scopes } as typeof YICHENG;
  const sentUp: readonly Past[] = [
    ...desk('complaint', '投诉排水所推诿'),
    [
      2,
      {
        ...{ type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] },
        decidedBy: 'w',
        why: '',
        reason: '',
      },
    ],
    [3, { type: 'WorkOrderAcknowledged', dispatchNo: 1 }],
    [4, { type: 'EscalationRequested', dispatchNo: 1 }],
  ];
  const accept = (reason: string): ClerkCommand => ({
    ...{ type: 'RuleEscalation', dispatchNo: 1, accepted: true, toUnit: 'water', reason },
  });
  expect(when(sentUp, clerk, accept(''), 120, pack).refused).toBe('UNIT_COMPLAINED_OF');
  expect(when(sentUp, clerk, accept('被投诉的是已调离人员'), 120, pack).refused).toBe('');
});

test('the successor of the unit named is the one complained of', () => {
  const merged = desk('complaint', '投诉排水所推诿');
  expect(when(merged, clerk, to('water'))).toMatchObject({
    refused: 'UNIT_COMPLAINED_OF',
    params: { unit: 'water' },
  });
  expect(when(merged, clerk, to('market', ['water'])).refused).toBe('UNIT_COMPLAINED_OF');
  expect(when(merged, clerk, to('market')).refused).toBe('');
});

test('it stays a complaint under a pack that does not know its kind (RT-5)', () => {
  const kindsOf = (...ids: readonly string[]) => YICHENG.kinds.filter(({ id }) => ids.includes(id));
  const packs: Record<string, typeof YICHENG> = {
    pack: {
      ...YICHENG,
      kinds: kindsOf('complaint').map((kind) => ({ ...kind, id: 'grievance', nature: 'complaint' })),
    },
  };
  const moved = (fromHash: string, toHash: string): Past => [
    2,
    {
      ...{ type: 'PackChanged', fromPack: 'a', toPack: 'b', fromHash, toHash },
      ...{ ground: 'not-soon-solvable', kind: 'grievance', by: 'wang', reason: '转入' },
    },
  ];
  const once = [...desk('grievance', '投诉税务局推诿'), moved('pack', 'pack-2')];
  const packOf = (hash: string) => packs[hash] ?? { ...YICHENG, kinds: kindsOf('help') };
  for (const past of [once, [...once, moved('pack-2', 'pack-3')]])
    expect(when(past, clerk, to('tax'), 120, packOf).refused).toBe('UNIT_COMPLAINED_OF');
});
