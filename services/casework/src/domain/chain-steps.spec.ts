// 内部审签 (HD-9): no shipped pack has a chain; here Yicheng gets draft, section head, leader.
import { GIVEN, PEOPLE, type Past, YICHENG, hours, policyOf, stateAfter, when } from '../../test/scenario';
import { insideOf, orderOf } from './work-order';
import type { WorkOrderCommand } from './work-order-commands';
import { workOrderDecider } from './work-order-decider';
import type { WorkOrderEvent } from './work-order-events';

const { waterHandler, clerk } = PEOPLE;
const li = PEOPLE.taxHandler;
const head = { role: 'handler', id: 'he', unit: 'tax' };
const wu = { role: 'handler', id: 'wu', unit: 'tax' };
const leader = { role: 'handler', id: 'chen', unit: 'tax' };
const title = { zh: '步骤', en: 'step' };
const steps = [
  { id: 'draft', title, by: 'handler' as const },
  { id: 'section', title, by: 'section-head' as const },
  { id: 'leader', title, by: 'unit-leader' as const },
];
const PACK = {
  ...YICHENG,
  unitChain: { clause: 'HD-9', steps },
  scopes: YICHENG.scopes.map((scope) =>
    scope.role === 'handler'
      ? { ...scope, may: [...scope.may, 'AssignInside', 'SignDraft'] as const }
      : scope,
  ) as unknown as typeof YICHENG.scopes,
};
type Somebody = typeof head;
const as = (past: readonly Past[], who: Somebody, command: WorkOrderCommand, hour = 30, pack = PACK) =>
  when(past, who, command, hour, pack);

const fields = {
  ...{ dispatchNo: 1, completionType: 'solved', answer: '已退税', basis: '', plan: '', plannedOn: '' },
  ...{ agreement: null, check: { verdict: 'answers' as const, codes: [] } },
};
const complete: WorkOrderCommand = { type: 'CompleteAppeal', ...fields };
const submit = { type: 'SubmitDraft', ...fields } satisfies WorkOrderCommand;
const assign = { type: 'AssignInside', dispatchNo: 1, section: 'levy', handler: 'li' } as const;
const giveBack = { type: 'ReturnDraft', dispatchNo: 1, reason: '依据不足' } as const;
const handOver = { type: 'HandOverInside', dispatchNo: 1, fromHandler: 'li', toHandler: 'qian' } as const;

/** The signature with the draft as the door reads it from what has happened. */
function sign(past: readonly Past[]): WorkOrderCommand {
  const drafts = past.flatMap(([, event]) => (event.type === 'DraftSubmitted' ? [event] : []));
  const latest = drafts.at(-1);
  if (!latest) return { type: 'SignDraft', dispatchNo: 1, draft: null };
  const { type: _type, dispatchNo: _no, unit: _unit, ...draft } = latest;
  return { type: 'SignDraft', dispatchNo: 1, draft };
}

function after(past: readonly Past[], who: Somebody, command: WorkOrderCommand, hour = 30): readonly Past[] {
  const { refused, events } = as(past, who, command, hour);
  if (refused) throw new Error(refused);
  return [...past, ...events.map((event): Past => [hour, event])];
}

const assigned = after(GIVEN.opinionGiven, head, assign, 21);
const drafted = after(assigned, li, submit, 22);
const signedOnce = after(drafted, head, sign(drafted), 23);
const returned = after(drafted, head, giveBack, 23);

describe('the draft', () => {
  test('takes the place of the completion, and owes the same fields at once', () => {
    expect(as(assigned, li, complete).refused).toBe('MUST_BE_SIGNED');
    expect(as(assigned, li, { ...submit, answer: ' ' }).refused).toBe('COMPLETION_FIELD_MISSING');
    expect(as(assigned, li, submit)).toMatchObject({
      status: 'opinion-given',
      events: [{ type: 'DraftSubmitted', by: 'li', draftNo: 1, completionType: 'solved' }],
    });
  });

  test('is handed in by whoever has the case in hand, anybody of the unit while nobody was named', () => {
    expect(as(assigned, head, submit).refused).toBe('NOT_IN_HAND_OF');
    expect(as(GIVEN.opinionGiven, head, submit).types).toEqual(['DraftSubmitted']);
    expect(as(assigned, waterHandler, submit).refused).toBe('NOT_YOUR_UNIT');
  });

  test('the last signature writes the completion with the words of the draft and its drafter', () => {
    const done = as(signedOnce, leader, sign(signedOnce));
    expect(done.types).toEqual(['DraftSigned', 'AppealCompleted']);
    expect(done.events[1]).toMatchObject({
      by: 'li',
      answer: { answer: '已退税' },
      answerVerdict: 'answers',
    });
    expect(done.status).toBe('completed');
    const [completed] = as(GIVEN.opinionGiven, li, complete, 30, YICHENG as typeof PACK).events;
    const { by: _by, ...plain } = completed as Extract<WorkOrderEvent, { type: 'AppealCompleted' }>;
    expect(done.events[1]).toMatchObject(plain);
  });

  test('returned it is in the handler’s hand again, and the next one is signed from the beginning', () => {
    const again = after(returned, li, submit, 24);
    expect(as(again, head, sign(again)).types).toEqual(['DraftSigned']);
    expect(insideOf(orderOf(stateAfter(again)) as never)).toMatchObject({
      draftNo: 2,
      signing: { signers: [] },
    });
  });

  test('each step is kept with its time', () => {
    expect(insideOf(orderOf(stateAfter(signedOnce)) as never).done).toEqual([
      { step: 'assigned', by: 'he', at: hours(21) },
      { step: 'drafted', by: 'li', at: hours(22) },
      { step: 'section', by: 'he', at: hours(23) },
    ]);
  });
});

test.each<[string, readonly Past[], object, WorkOrderCommand, string]>([
  ['a draft beside one that waits', drafted, li, submit, 'DRAFT_PENDING'],
  ['assigned while a draft waits', drafted, head, assign, 'DRAFT_PENDING'],
  ['assigned to nobody', GIVEN.opinionGiven, head, { ...assign, handler: ' ' }, 'HANDLER_MISSING'],
  ['before acknowledging', GIVEN.dispatched, head, assign, 'NOT_ACKNOWLEDGED'],
  ['signed by the drafter', drafted, li, sign(drafted), 'SAME_PERSON'],
  ['signed twice by one', signedOnce, head, sign(signedOnce), 'SAME_PERSON'],
  ['signed out of turn', drafted, leader, sign(drafted), 'WRONG_POST'],
  ['signed by the head of another section', drafted, { ...head, id: 'lin' }, sign(drafted), 'WRONG_POST'],
  ['signed by somebody without a post', drafted, { ...head, id: 'qian' }, sign(drafted), 'WRONG_POST'],
  ['returned out of turn', drafted, leader, giveBack, 'WRONG_POST'],
  ['assigned to a stranger', GIVEN.opinionGiven, head, { ...assign, handler: 'sun' }, 'HANDLER_UNKNOWN'],
  ['assigned to no section', GIVEN.opinionGiven, head, { ...assign, section: 'x' }, 'SECTION_UNKNOWN'],
  ['handed over to a stranger', assigned, head, { ...handOver, toHandler: 'sun' }, 'HANDLER_UNKNOWN'],
  ['signed without a draft', assigned, head, sign(assigned), 'NO_DRAFT'],
  ['signed after a return', returned, head, sign(returned), 'NO_DRAFT'],
  [
    'signed with other words',
    signedOnce,
    leader,
    { ...sign(signedOnce), draft: null } as WorkOrderCommand,
    'DRAFT_NOT_AT_HAND',
  ],
  ['returned by the drafter', drafted, li, giveBack, 'SAME_PERSON'],
  ['returned without a reason', drafted, head, { ...giveBack, reason: '' }, 'REASON_MISSING'],
  ['by another unit', drafted, waterHandler, giveBack, 'NOT_YOUR_UNIT'],
  ['without the right', drafted, clerk, giveBack, 'ROLE_NOT_ALLOWED'],
  ['handed over by the wrong one', assigned, head, { ...handOver, fromHandler: 'sun' }, 'NOT_IN_HAND_OF'],
  ['handed over to nobody', assigned, head, { ...handOver, toHandler: '' }, 'HANDLER_MISSING'],
])('%s: %s', (_, past, who, command, code) => {
  expect(as(past, who as Somebody, command).refused).toBe(code);
});

test('handed over the other drafts, also after a return; a draft that waits is kept', () => {
  const over = after(assigned, head, handOver, 25);
  expect(as(over, li, submit).refused).toBe('NOT_IN_HAND_OF');
  expect(as(over, { ...head, id: 'qian' }, submit).types).toEqual(['DraftSubmitted']);
  const waiting = after(drafted, head, handOver, 25);
  expect(as(waiting, head, sign(waiting)).types).toEqual(['DraftSigned']);
});

test('the profile says who signs: the holder of the post, or a deputy, which is kept', () => {
  const [bySelf] = as(drafted, head, sign(drafted)).events;
  expect(bySelf).toMatchObject({ type: 'DraftSigned', by: 'he', post: 'levy-head' });
  expect(bySelf).not.toHaveProperty('deputy');
  const [byDeputy] = as(drafted, wu, sign(drafted)).events;
  expect(byDeputy).toMatchObject({ type: 'DraftSigned', by: 'wu', post: 'levy-head', deputy: true });
});

test('given to no section any section’s head signs', () => {
  const free = after(after(GIVEN.opinionGiven, head, { ...assign, section: '' }, 21), li, submit, 22);
  expect(as(free, { ...head, id: 'lin' }, sign(free)).types).toEqual(['DraftSigned']);
});

test('a draft that nobody of the unit may sign is not taken', () => {
  const without = { ...policyOf(PACK), inside: () => ({ sections: [], people: ['li'], posts: [] }) };
  const decision = { at: hours(22), commandId: 'c', actor: li };
  const answer = workOrderDecider.decide(submit, stateAfter(GIVEN.opinionGiven), without, decision);
  const params = { step: 'section', post: 'section-head' };
  expect(answer).toMatchObject({ ok: false, error: { code: 'POST_VACANT', params } });
});

test('where the pack has no chain nothing of it is known', () => {
  const plain = YICHENG as typeof PACK;
  const free = { ...plain, scopes: PACK.scopes };
  expect(when(GIVEN.opinionGiven, head, assign, 30, free).refused).toBe('CHAIN_NOT_FORESEEN');
  expect(when(GIVEN.opinionGiven, li, complete, 30, free).types).toEqual(['AppealCompleted']);
});
