// 回避 (KB-5): who may be named to a panel, and who loses the vote while it sits. On Monday 2026-03-02 the
// matter is with tax, and market helps.
import { PEOPLE, YICHENG } from '../../test/scenario';
import { CONVENE, SESSIONS, type SessionPast, expert, inSession, voting } from '../../test/sessions';

const { clerk, leader } = PEOPLE;
const { admitted, complained, dispatched, answered } = SESSIONS;
const named: SessionPast = [0, { type: 'AppealClassified', complainedOf: ['drainage'] }];
const cleared = ['drainage'];
const onlyNamed: SessionPast = [
  1,
  { type: 'AppealDispatched', dispatchNo: 1, lead: 'market', assist: [], cleared },
];
const sentOn: SessionPast = [1, { type: 'AppealDispatched', dispatchNo: 2, lead: 'water', assist: [] }];
const takenBack = (withoutMark: boolean): SessionPast => [
  1,
  { type: 'DispatchRecalled', dispatchNo: 1, withoutMark },
];
const meeting = {
  type: 'ConveneMeeting',
  units: ['tax', 'market'],
  heldOn: '2026-03-02',
  reason: '',
} as const;
const called = inSession(admitted, leader, meeting, 0).past;
const metInVain = inSession(called, leader, { type: 'CloseSession' }, 24 * 9).past;

/** Convenes the lawyers an and bo with these, at an hour; else as soon as the past is over. */
const naming = (past: readonly SessionPast[], others: readonly string[], hour?: number, pack = YICHENG) =>
  inSession(
    past,
    clerk,
    { ...CONVENE, members: ['an', 'bo', ...others] },
    hour ?? Math.max(1, past.at(-1)?.[0] ?? 0),
    pack,
  );

test.each<[string, readonly SessionPast[], string, string]>([
  ['a lawyer of no unit', dispatched, 'cheng', ''],
  ['somebody nobody knows', dispatched, 'zhu', 'EXPERT_UNKNOWN'],
  ['one who left in February', dispatched, 'lao', 'EXPERT_NOT_IN_OFFICE'],
  ['one who comes tomorrow', dispatched, 'xin', 'EXPERT_NOT_IN_OFFICE'],
  ['one of the unit that has the matter', dispatched, 'shui', 'EXPERT_CONCERNED'],
  ['one of the unit that helps', dispatched, 'shang', 'EXPERT_CONCERNED'],
  ['one of a unit that has nothing to do with it', dispatched, 'pai', ''],
  ['one of a unit, before any unit has it', admitted, 'shui', ''],
  ['one of the unit that had it', [...dispatched, sentOn], 'shui', 'EXPERT_CONCERNED'],
  ['one of what is now part of the unit that has it', [...dispatched, sentOn], 'pai', 'EXPERT_CONCERNED'],
  ['one of the unit it was taken back from', [...dispatched, takenBack(false)], 'shui', 'EXPERT_CONCERNED'],
  ['one from whom it was taken back without a mark', [...dispatched, takenBack(true)], 'shui', ''],
  ['another was taken back', [...dispatched, sentOn, takenBack(true)], 'pai', 'EXPERT_CONCERNED'],
  ['one of a unit called to a meeting about it', metInVain, 'shui', 'EXPERT_CONCERNED'],
  ['one of the unit complained of', complained, 'pai', 'EXPERT_CONCERNED'],
  ['one of a unit that is only named', [...complained, onlyNamed], 'pai', ''],
])('naming %s', (_, past, one, refused) => {
  expect(naming(past, [one]).refused).toBe(refused);
});

test('the refusal names all of them', () => {
  expect(naming(dispatched, ['shui', 'shang']).params).toEqual({ expert: '税, 商', units: 'tax, market' });
  expect(naming(dispatched, ['lao', 'shui']).params).toEqual({ expert: '老', day: '2026-03-02' });
  expect(naming(dispatched, ['zhu', 'lao', 'x']).params).toEqual({ expert: 'zhu, x' });
});

test('in office is who is so on the day, the first and the last included', () => {
  const on = (day: string, time: string) => {
    const hour =
      (Date.parse(`${day}T${time}:00+08:00`) - Date.parse('2026-03-02T09:00:00+08:00')) / 3_600_000;
    return naming(dispatched, ['xin'], hour).refused;
  };
  expect(on('2026-03-02', '23:59')).toBe('EXPERT_NOT_IN_OFFICE');
  expect(on('2026-03-03', '00:00')).toBe('');
  expect(on('2026-12-31', '23:59')).toBe('');
  expect(on('2027-01-01', '00:00')).toBe('EXPERT_NOT_IN_OFFICE');
});

test('whose people stand aside the programme says; where it does not, both', () => {
  const minding = (notOf?: readonly ('in-charge' | 'complained-of')[]) => {
    const { notOf: _, ...panel } = YICHENG.panel as NonNullable<typeof YICHENG.panel>;
    const pack = { ...YICHENG, panel: { ...panel, ...(notOf && { notOf: [...notOf] }) } };
    const past = [...dispatched, named];
    return [naming(past, ['shui'], 1, pack).refused, naming(past, ['pai'], 1, pack).refused];
  };
  expect(minding()).toEqual(['EXPERT_CONCERNED', 'EXPERT_CONCERNED']);
  expect(minding(['in-charge'])).toEqual(['EXPERT_CONCERNED', '']);
  expect(minding(['complained-of'])).toEqual(['', 'EXPERT_CONCERNED']);
  expect(minding([])).toEqual(['', '']);
});

describe('while the panel sits', () => {
  const vote = { type: 'CastVote', sessionNo: 1, option: 'market', reason: '依职责清单' } as const;
  const aside = { type: 'DeclareRecusal', sessionNo: 1, reason: '本单位已承办' } as const;
  const sitting = naming(admitted, ['shui', 'dai'], 0).past;
  const given: readonly SessionPast[] = [
    ...sitting,
    [1, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] }],
  ];

  test('whose unit gets the matter stands aside and does not vote', () => {
    expect(inSession(sitting, expert('shui'), vote).refused).toBe('');
    expect(inSession(given, expert('shui'), vote)).toMatchObject({
      ...{ refused: 'EXPERT_CONCERNED', params: { expert: '税', units: 'tax' } },
    });
    expect(inSession(given, expert('shui'), aside).types).toEqual(['RecusalDeclared']);
    expect(inSession(given, expert('an'), vote).refused).toBe('');
  });

  test('whom the profile no longer knows keeps his vote: a session that sits is carried to its end', () => {
    const convened = { question: 'responsibility', members: ['panel-1'], chair: 'panel-1' } as const;
    const before: readonly SessionPast[] = [
      ...dispatched,
      [
        0,
        {
          ...{ type: 'PanelConvened', sessionNo: 1, ...convened, by: 'wang', reason: '' },
          dueAt: Date.parse('2026-03-05T00:00+08:00'),
        },
      ],
    ];
    expect(voting(before, [['panel-1', 'market']]).types).toContain('VoteCast');
  });
});

test('on a result, people of the unit that answered are not asked', () => {
  const onResult = { ...CONVENE, question: 'result', members: ['an', 'bo', 'shui'] };
  expect(inSession(answered, clerk, onResult).refused).toBe('EXPERT_CONCERNED');
});
