// 内部时限 (HD-9): two days for the draft, four working hours for the head, none for the leader. Monday 2 March
// 2026, 09:00, is hour 0; office hours are Yicheng's.
import { isoShanghai } from '#working-calendar/civil-day';
import { GIVEN, PEOPLE, type Past, YICHENG, hours, policyOf, stateAfter, when } from '../../test/scenario';
import { markStepOverdue, stepTellsAt } from './chain-time';
import { insideOf, orderOf } from './work-order';

const { system } = PEOPLE;
const title = { zh: '步骤', en: 'step' };
const steps = [
  { id: 'draft', title, by: 'handler' as const, within: 'hours:48' },
  { id: 'section', title, by: 'section-head' as const, within: 'workingHours:4' },
  { id: 'leader', title, by: 'unit-leader' as const },
];
const PACK = { ...YICHENG, unitChain: { clause: 'HD-9', steps } };
const POLICY = policyOf(PACK);
const MARK = { type: 'MarkStepOverdue' } as const;

/** Who stands in for the head is the only leader. */
const ring = [
  { id: 'head', title: '科长', unit: 'tax', kind: 'section-head' as const, holder: 'he', deputies: ['chen'] },
  { id: 'leader', title: '局长', unit: 'tax', kind: 'unit-leader' as const, holder: 'chen', deputies: [] },
];

const about = { dispatchNo: 1, unit: 'tax' };
const given: Past = [5, { type: 'InsideAssigned', ...about, section: 'levy', handler: 'li', by: 'he' }];
const draft = (hour: number, draftNo = 1): Past => [
  hour,
  {
    type: 'DraftSubmitted',
    ...{
      ...about,
      by: 'li',
      draftNo,
      completionType: 'solved',
      answerVerdict: 'unchecked',
      findingCodes: [],
    },
    ...{ plannedOn: '', agreedOn: '', answer: { answer: '已退税', basis: '', plan: '', agreedBy: '' } },
  },
];
const returned: Past = [
  26,
  { type: 'DraftReturned', ...about, by: 'he', draftNo: 1, step: 'section', reason: '依据不足' },
];
const signed: Past = [
  25,
  {
    type: 'DraftSigned',
    ...{ ...about, by: 'he', draftNo: 1, step: 'section', post: 'levy-head' },
  },
];
const told: Past = [
  60,
  { type: 'InsideStepOverdue', ...about, step: 'draft', dueAt: hours(59), persons: ['li'] },
];
const tellsAt = (past: readonly Past[]) => stepTellsAt(stateAfter(past), POLICY);
const dispatchedAt = orderOf(stateAfter(GIVEN.opinionGiven))?.at ?? 0;
const draftDueAt = dispatchedAt + 48 * 3_600_000;

test('the draft’s time runs from the hand-over to the unit; passing it on inside starts nothing anew', () => {
  expect(tellsAt(GIVEN.dispatched)).toBeNull();
  expect(tellsAt(GIVEN.opinionGiven)).toBe(draftDueAt);
  expect(tellsAt([...GIVEN.opinionGiven, given])).toBe(draftDueAt);
  const over: Past = [
    9,
    { type: 'InsideHandedOver', ...about, fromHandler: 'li', toHandler: 'qian', by: 'he' },
  ];
  expect(tellsAt([...GIVEN.opinionGiven, given, over])).toBe(draftDueAt);
});

test('a signature’s time runs from what came before it, in working hours where the pack says so', () => {
  const dueAfter = (hour: number) =>
    isoShanghai(tellsAt([...GIVEN.opinionGiven, given, draft(hour)]) ?? 0).slice(0, 16);
  // Handed in at nine: three hours up to noon, one after the break. At four: an hour and a half, the rest
  // next day.
  expect(dueAfter(24)).toBe('2026-03-03T14:30');
  expect(dueAfter(31)).toBe('2026-03-04T11:00');
  expect(tellsAt([...GIVEN.opinionGiven, given, draft(24), signed])).toBeNull();
});

test('returned it is the drafter’s again, from that instant', () => {
  expect(tellsAt([...GIVEN.opinionGiven, given, draft(24), returned])).toBe(hours(26 + 48));
});

test('told once, to whoever may do the step; the next step is told for itself', () => {
  const past = [...GIVEN.opinionGiven, given];
  const hour = (draftDueAt - hours(0)) / 3_600_000;
  expect(when(past, system, MARK, hour - 0.01, PACK).refused).toBe('NOT_DUE');
  expect(when(past, system, MARK, hour, PACK).events).toEqual([
    { type: 'InsideStepOverdue', ...about, step: 'draft', dueAt: draftDueAt, persons: ['li'] },
  ]);
  expect(tellsAt([...past, told])).toBeNull();
  expect(when([...past, told], system, MARK, 90, PACK).refused).toBe('NOT_DUE');
  const persons = ['he', 'wu'];
  const next = when([...past, told, draft(61)], system, MARK, 150, PACK).events;
  expect(next).toMatchObject([{ step: 'section', persons }]);
});

test('whoever gets the case after its time was told, is told; whoever has it already is not', () => {
  const late = [...GIVEN.opinionGiven, given, told];
  const over = (toHandler: string): Past => [
    61,
    { type: 'InsideHandedOver', ...about, fromHandler: 'li', toHandler, by: 'he' },
  ];
  expect(tellsAt([...late, over('qian')])).toBe(draftDueAt);
  expect(when([...late, over('qian')], system, MARK, 61, PACK).events).toMatchObject([{ persons: ['qian'] }]);
  expect(tellsAt([...late, over('li')])).toBeNull();
  const read: Past = [80, { ...told[1], step: 'section', persons: ['he', 'wu'] } as (typeof told)[1]];
  expect(tellsAt([...late, draft(61), read, over('qian')])).toBeNull();
});

test('not told is who could not sign without leaving a later step empty', () => {
  const only = { ...policyOf(PACK), inside: () => ({ ...POLICY.inside('tax'), posts: ring }) };
  const decision = { at: hours(90), commandId: 'c', actor: system };
  const answer = markStepOverdue(stateAfter([...GIVEN.opinionGiven, given, draft(24)]), only, decision);
  expect(answer).toMatchObject({ ok: true, value: [{ step: 'section', persons: ['he'] }] });
});

test('had by somebody who left the unit, nobody is named either', () => {
  const left = { ...POLICY, inside: () => ({ ...POLICY.inside('tax'), people: ['he', 'qian'] }) };
  const decision = { at: hours(90), commandId: 'c', actor: system };
  const answer = markStepOverdue(stateAfter([...GIVEN.opinionGiven, given]), left, decision);
  expect(answer).toMatchObject({ ok: true, value: [{ step: 'draft', persons: [] }] });
});

test('in nobody’s hand nobody is named, so that the unit’s contact is told', () => {
  expect(when(GIVEN.opinionGiven, system, MARK, 90, PACK).events).toMatchObject([{ persons: [] }]);
});

test('where the pack gives no time, and while nothing is in work, nothing is told', () => {
  expect(stepTellsAt(stateAfter(GIVEN.opinionGiven), policyOf())).toBeNull();
  expect(when(GIVEN.opinionGiven, system, MARK, 900, YICHENG).refused).toBe('NOT_DUE');
  expect(stepTellsAt(stateAfter(GIVEN.completed), POLICY)).toBeNull();
});

test('what was told goes with the step, whoever has it in hand stays', () => {
  const order = orderOf(stateAfter([...GIVEN.opinionGiven, given, told, draft(61)]));
  if (order === null) throw new Error('no order');
  expect(insideOf(order)).toMatchObject({ since: hours(61), handler: 'li' });
  expect(insideOf(order).overdue).toBeUndefined();
});
