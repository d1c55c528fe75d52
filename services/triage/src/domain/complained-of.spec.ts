// 投诉部门的诉求 (HD-10): a complaint goes to no unit it names, unless a person says on record that another is
// meant.
import { PEOPLE, type Past, YICHENG, admittedAs, classification, when } from '../../test/scenario';
import { SESSIONS, inSession, expert } from '../../test/sessions';
import type { SessionPast } from '../../test/sessions';
import type { SessionCommand } from './deliberation-commands';
import type { ClerkCommand } from './routing-commands';

const { clerk, leader } = PEOPLE;
const desk = (kind: string, content: string): readonly Past[] => [
  ...admittedAs(kind, content),
  [0, { type: 'AppealClassified', ...classification() }],
  [1, { type: 'DeskEntered', why: 'complaint-about-unit', proposed: '' }],
];
const complaint = desk('complaint', '投诉税务局推诿');
const to = (lead: string, assist: readonly string[] = [], why = '', onlyNamed = false): ClerkCommand => ({
  ...{ type: 'DispatchAppeal', lead, assist, why, onlyNamed },
});
const WHY = '被投诉的是代理机构，税务局为主管部门';

test.each<[string, readonly Past[], ClerkCommand, string]>([
  ['as the lead', complaint, to('tax'), 'UNIT_COMPLAINED_OF'],
  ['as one that assists', complaint, to('market', ['tax']), 'UNIT_COMPLAINED_OF'],
  ['another unit takes it', complaint, to('market'), ''],
  ['for whatever reason', complaint, to('tax', [], '属其职责'), 'UNIT_COMPLAINED_OF'],
  ['only named, with the reason on record', complaint, to('tax', [], WHY, true), ''],
  ['only named, without one', complaint, to('tax', [], ' ', true), 'REASON_MISSING'],
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
  const uphold = (onlyNamed: boolean): ClerkCommand => ({
    ...{ type: 'RuleObjection', dispatchNo: 1, upheld: true, toUnit: 'tax', note: WHY, onlyNamed },
  });
  expect(when(objected, clerk, uphold(false)).refused).toBe('UNIT_COMPLAINED_OF');
  expect(when(objected, clerk, uphold(true)).events[1]).toMatchObject({ lead: 'tax', cleared: ['tax'] });
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
  const accept = (onlyNamed: boolean): ClerkCommand => ({
    ...{ type: 'RuleEscalation', dispatchNo: 1, accepted: true, toUnit: 'water', reason: WHY, onlyNamed },
  });
  expect(when(sentUp, clerk, accept(false), 120, pack).refused).toBe('UNIT_COMPLAINED_OF');
  expect(when(sentUp, clerk, accept(true), 120, pack).events[2]).toMatchObject({ cleared: ['drainage'] });
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

describe('whom it names is recorded when it is sorted', () => {
  const recorded: readonly Past[] = [
    ...admittedAs('complaint', '投诉税务局推诿'),
    [0, { type: 'AppealClassified', ...classification({ complainedOf: ['tax', 'drainage'] }) }],
    [1, { type: 'DeskEntered', why: 'complaint-about-unit', proposed: '' }],
  ];
  const inWork = (lead: string, assist: readonly string[], cleared?: readonly string[]): readonly Past[] => [
    ...recorded,
    [
      2,
      {
        ...{ type: 'AppealDispatched', dispatchNo: 1, lead, assist, decidedBy: 'w', why: '', reason: '' },
        ...(cleared && { cleared }),
      },
    ],
    [3, { type: 'WorkOrderAcknowledged', dispatchNo: 1 }],
  ];
  const withhold = { type: 'WithholdComplaint' } as const;

  test('and stands, whatever names or key are lost later', () => {
    expect(when(recorded, clerk, to('water')).refused).toBe('UNIT_COMPLAINED_OF');
    expect(when(recorded, clerk, to('market')).refused).toBe('');
  });

  test('a dispatch clears those it goes to, and nobody else', () => {
    const sent = when(recorded, clerk, to('tax', ['market'], WHY, true));
    expect(sent.events[0]).toMatchObject({ lead: 'tax', cleared: ['tax'] });
    const back: readonly Past[] = [
      ...inWork('tax', [], ['tax']),
      [4, { type: 'DeskEntered', why: 'recalled', proposed: '' }],
    ];
    expect(when(back, clerk, to('tax')).refused).toBe('');
    expect(when(back, clerk, to('water')).refused).toBe('UNIT_COMPLAINED_OF');
  });

  test.each<[string, readonly Past[], readonly string[]]>([
    ['the unit that has it', inWork('water', []), ['DispatchRecalled', 'DeskEntered']],
    ['one that helps', inWork('market', ['water']), ['DispatchRecalled', 'DeskEntered']],
    [
      'a unit that objects',
      [
        ...inWork('water', []),
        [4, { type: 'DispatchObjected', dispatchNo: 1, proposedUnit: '', late: false }],
      ],
      ['ObjectionRuled', 'DeskEntered'],
    ],
    ['nobody, where others have it', inWork('market', []), []],
    ['nobody, where a person said it is only named', inWork('water', [], ['drainage']), []],
    [
      'nobody, where the answer is given',
      [...inWork('water', []), [4, { type: 'AppealCompleted', dispatchNo: 1 }]],
      [],
    ],
  ])('merged since, it is taken from %s', (_, past, types) => {
    const reply = when(past, PEOPLE.system, withhold);
    expect(reply.types).toEqual(types);
    if (types.length > 0) expect(reply.events[1]).toMatchObject({ why: 'complaint-about-unit' });
  });

  test('a ruling of several that names the one complained of is not carried out', () => {
    const ruling = { lead: 'water', assist: null, body: 'panel', sessionNo: 1 } as const;
    const onDesk = when(
      [...recorded, [2, { type: 'DeskEntered', why: 'unsure', proposed: '' }]],
      PEOPLE.system,
      { type: 'ObeyRuling', ruling },
    );
    expect(onDesk.events).toEqual([{ type: 'DeskEntered', why: 'complaint-about-unit', proposed: '' }]);
    expect(when(recorded, PEOPLE.system, { type: 'ObeyRuling', ruling }).types).toEqual([]);
    const helped = { ...ruling, lead: 'market', assist: ['tax', 'water'] } as const;
    expect(when(recorded, PEOPLE.system, { type: 'ObeyRuling', ruling: helped }).events).toMatchObject([
      { type: 'AppealDispatched', lead: 'market', assist: [] },
    ]);
  });
});

describe('several do not give it there either', () => {
  const named: SessionPast = [0, { type: 'AppealClassified', complainedOf: ['tax', 'drainage'] }];
  const sentWith = (cleared: readonly string[]): SessionPast => [
    0,
    { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [], cleared },
  ];
  const complained: readonly SessionPast[] = [...SESSIONS.admitted, named];
  const panel = inSession(
    complained,
    clerk,
    {
      ...{ type: 'ConvenePanel', question: 'responsibility', members: ['an', 'bo', 'cheng'] },
      ...{ chair: 'an', dueOn: '', reason: '' },
    },
    0,
  ).past;
  const vote = (option: string): SessionCommand => ({
    ...{ type: 'CastVote', sessionNo: 1, option, reason: '依职责' },
  });
  const call = (...units: string[]): SessionCommand => ({
    ...{ type: 'ConveneMeeting', units, heldOn: '2026-03-02', reason: '' },
  });
  const record = (lead: string, ...assist: string[]): SessionCommand => ({
    ...{ type: 'RecordMeeting', sessionNo: 1, lead, assist, attended: ['market'], conclusion: '由其牵头' },
  });
  const before: readonly SessionPast[] = [
    ...SESSIONS.admitted,
    ...inSession(SESSIONS.admitted, leader, call('market', 'water'), 0).past.slice(1),
    named,
  ];

  test.each<[string, readonly SessionPast[], typeof leader | typeof clerk, SessionCommand, string]>([
    ['a vote for it', panel, expert('an') as never, vote('tax'), 'UNIT_COMPLAINED_OF'],
    ['a vote for what it became part of', panel, expert('an') as never, vote('water'), 'UNIT_COMPLAINED_OF'],
    ['a vote for another', panel, expert('an') as never, vote('market'), ''],
    ['a meeting with it', complained, leader, call('market', 'tax'), 'UNIT_COMPLAINED_OF'],
    ['a record under its lead', before, leader, record('water'), 'UNIT_COMPLAINED_OF'],
    ['a record with its help', before, leader, record('market', 'tax'), 'UNIT_COMPLAINED_OF'],
    ['a record without it', before, leader, record('market'), ''],
    [
      'a meeting once it is only named',
      [...complained, sentWith(['tax'])],
      leader,
      call('market', 'tax'),
      '',
    ],
  ])('%s', (_, past, actor, command, refused) => {
    expect(inSession(past, actor, command, 2).refused).toBe(refused);
  });
});
