// Who is asked what while a session sits, out of the course of a case (KB-5, RT-3).
import { packOf } from '../../test/world';
import { type CourseEntry, sessionAtHand } from './session-at-hand';

const yicheng = packOf('yicheng');
const entry = (type: string, fields: Readonly<Record<string, string>> = {}, by = ''): CourseEntry => {
  return { type, by, fields };
};
const convened = (sessionNo: string) =>
  entry('PanelConvened', { sessionNo, question: 'responsibility', members: 'an, shui, pai', chair: 'an' });
const ended = (type: string, sessionNo: string) => entry(type, { sessionNo });
const dispatched = (dispatchNo: string, lead: string, more: Readonly<Record<string, string>> = {}) =>
  entry('AppealDispatched', { dispatchNo, lead, assist: 'market, grid', ...more });
const UNITS: Readonly<Record<string, string>> = { shui: 'tax', pai: 'drainage', shang: 'market' };
const found = (course: readonly CourseEntry[], id: string, today = '2026-03-04') =>
  sessionAtHand(course, yicheng, {
    ...{ id, unit: UNITS[id], today },
    successorOf: (code) => (code === 'drainage' ? 'water' : code),
  });

test('a session sits from its convening to its end, whatever the end is', () => {
  expect(found([], 'an')).toBeUndefined();
  expect(found([convened('1')], 'an')).toMatchObject({ kind: 'panel', question: 'responsibility' });
  for (const type of ['PanelRuled', 'SessionLapsed'])
    expect(found([convened('1'), ended(type, '1')], 'an')).toBeUndefined();
  expect(found([convened('1'), ended('SessionLapsed', '1'), convened('2')], 'an')).toBeDefined();
});

test('members are waited for until they vote or stand aside', () => {
  const vote = entry('VoteCast', { sessionNo: '1', option: 'tax' }, 'an');
  const aside = entry('RecusalDeclared', { sessionNo: '1' }, 'shui');
  const course = [convened('1'), vote, aside];
  expect(['an', 'shui', 'pai', 'zhu'].map((id) => found(course, id)?.waitsForHim)).toEqual([
    ...[false, false, true, false],
  ]);
  const again = [...course, ended('SessionLapsed', '1'), convened('2')];
  expect(found(again, 'an')?.waitsForHim).toBe(true);
});

test.each<[string, string, readonly CourseEntry[], boolean]>([
  ['of a unit that has nothing to do with it', 'shui', [], false],
  ['of the unit that has it', 'shui', [dispatched('1', 'tax')], true],
  ['of one that helps', 'shang', [dispatched('1', 'tax')], true],
  ['of what is now part of the unit that has it', 'pai', [dispatched('1', 'water')], true],
  ['of the unit that had it', 'shui', [dispatched('1', 'tax'), dispatched('2', 'water')], true],
  [
    'of one it was taken back from without a mark',
    'shui',
    [dispatched('1', 'tax'), entry('DispatchRecalled', { dispatchNo: '1', withoutMark: 'true' })],
    false,
  ],
  [
    'of one it was taken back from',
    'shui',
    [dispatched('1', 'tax'), entry('DispatchRecalled', { dispatchNo: '1', withoutMark: 'false' })],
    true,
  ],
  ['of the one complained of', 'pai', [entry('AppealClassified', { complainedOf: 'drainage' })], true],
  [
    'of one that is only named',
    'pai',
    [
      entry('AppealClassified', { complainedOf: 'drainage' }),
      dispatched('1', 'tax', { cleared: 'drainage' }),
    ],
    false,
  ],
  ['of one that was called together about it', 'shui', [entry('MeetingConvened', { units: 'tax' })], true],
  ['of no unit', 'an', [dispatched('1', 'tax')], false],
])('a member %s stands aside or not', (_, id, before, concerned) => {
  expect(found([...before, convened('1')], id)?.concerned).toBe(concerned);
});

test('a meeting is recorded from its day on', () => {
  const course = [entry('MeetingConvened', { sessionNo: '1', units: 'tax, market', heldOn: '2026-03-04' })];
  expect(found(course, 'an', '2026-03-03')).toMatchObject({ kind: 'joint-meeting', held: false });
  expect(found(course, 'an')).toMatchObject({ held: true, waitsForHim: false });
  expect(found([...course, ended('MeetingRecorded', '1')], 'an')).toBeUndefined();
});
