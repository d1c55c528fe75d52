// 回避 (KB-5): who may be named to a panel, and who loses the vote while it sits. On Monday 2026-03-02 the
// matter is with tax, and market helps.
import { PEOPLE, YICHENG } from '../../test/scenario';
import { CONVENE, SESSIONS, type SessionPast, inSession } from '../../test/sessions';

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

test('the refusal names all of them, each with his place and why', () => {
  const wrong = (...others: string[]) => {
    const { params, wrong: fields } = naming(dispatched, others);
    return [params, fields];
  };
  expect(wrong('shui', 'shang')).toEqual([
    { expert: '税, 商', units: 'tax, market' },
    ['members[2] EXPERT_CONCERNED', 'members[3] EXPERT_CONCERNED'],
  ]);
  expect(wrong('shui', 'lao', 'cheng')).toEqual([
    { expert: '老', day: '2026-03-02' },
    ['members[3] EXPERT_NOT_IN_OFFICE', 'members[2] EXPERT_CONCERNED'],
  ]);
  expect(wrong('zhu', 'lao', 'x')).toEqual([
    { expert: 'zhu, x' },
    ['members[2] EXPERT_UNKNOWN', 'members[4] EXPERT_UNKNOWN', 'members[3] EXPERT_NOT_IN_OFFICE'],
  ]);
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

test('on a result, people of the unit that answered are not asked', () => {
  const onResult = { ...CONVENE, question: 'result', members: ['an', 'bo', 'shui'] };
  expect(inSession(answered, clerk, onResult).refused).toBe('EXPERT_CONCERNED');
});
