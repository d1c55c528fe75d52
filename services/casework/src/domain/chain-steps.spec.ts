// 内部审签 (HD-9): no shipped pack has a chain; here Yicheng gets draft, section head, leader.
import type { UnitInside } from '#policy/unit-inside';
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
const giveBack = {
  type: 'ReturnDraft',
  dispatchNo: 1,
  draftNo: 1,
  step: 'section',
  reason: '依据不足',
} as const;
const handOver = { type: 'HandOverInside', dispatchNo: 1, fromHandler: 'li', toHandler: 'qian' } as const;

/** The signature with the draft as the door reads it from what has happened. */
function sign(past: readonly Past[]): WorkOrderCommand {
  const drafts = past.flatMap(([, event]) => (event.type === 'DraftSubmitted' ? [event] : []));
  const latest = drafts.at(-1);
  if (!latest) return { type: 'SignDraft', dispatchNo: 1, draftNo: 1, step: 'section', draft: null };
  const { type: _type, dispatchNo: _no, unit: _unit, ...draft } = latest;
  const from = past.findLastIndex(([, event]) => event.type === 'DraftSubmitted');
  const step = past.slice(from).some(([, event]) => event.type === 'DraftSigned') ? 'leader' : 'section';
  return { type: 'SignDraft', dispatchNo: 1, draftNo: draft.draftNo, step, draft };
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
const againDrafted = after(returned, li, submit, 24);
const againSigned = after(againDrafted, head, sign(againDrafted), 25);

/** The signature over words that were destroyed. */
function erased(past: readonly Past[]): WorkOrderCommand {
  const { draft, ...command } = sign(past) as Extract<WorkOrderCommand, { type: 'SignDraft' }>;
  return { ...command, draft: draft && { ...draft, answer: 'erased' } };
}

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

  test('each step is kept with its beginning and its end', () => {
    const handedAt = orderOf(stateAfter(GIVEN.opinionGiven))?.at;
    expect(insideOf(orderOf(stateAfter(signedOnce)) as never).done).toEqual([
      { step: 'assigned', by: 'he', startedAt: handedAt, at: hours(21) },
      { step: 'drafted', by: 'li', startedAt: handedAt, at: hours(22) },
      { step: 'section', by: 'he', startedAt: hours(22), at: hours(23) },
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
  ['taken back by the drafter without a reason', drafted, li, { ...giveBack, reason: ' ' }, 'REASON_MISSING'],
  ['signed after another took its place', againDrafted, head, sign(drafted), 'STALE_DRAFT'],
  ['signed for a step that somebody has done', signedOnce, leader, sign(drafted), 'STEP_DONE'],
  ['given back at a step that somebody has done', signedOnce, leader, giveBack, 'STEP_DONE'],
  ['given back after another took its place', againDrafted, head, giveBack, 'STALE_DRAFT'],
  [
    'the last signature with the words of an earlier draft',
    againSigned,
    leader,
    { ...sign(drafted), draftNo: 2, step: 'leader' } as WorkOrderCommand,
    'DRAFT_NOT_AT_HAND',
  ],
  ['returned without a reason', drafted, head, { ...giveBack, reason: '' }, 'REASON_MISSING'],
  ['by another unit', drafted, waterHandler, giveBack, 'NOT_YOUR_UNIT'],
  ['without the right', drafted, clerk, giveBack, 'ROLE_NOT_ALLOWED'],
  ['handed over by the wrong one', assigned, head, { ...handOver, fromHandler: 'sun' }, 'NOT_IN_HAND_OF'],
  ['handed over to nobody', assigned, head, { ...handOver, toHandler: '' }, 'HANDLER_MISSING'],
])('%s: %s', (_, past, who, command, code) => {
  expect(as(past, who as Somebody, command).refused).toBe(code);
});

test.each<[string, readonly Past[], WorkOrderCommand, string]>([
  ['HANDLER_MISSING', GIVEN.opinionGiven, { ...assign, handler: ' ' }, 'handler'],
  ['HANDLER_UNKNOWN', GIVEN.opinionGiven, { ...assign, handler: 'sun' }, 'handler'],
  ['SECTION_UNKNOWN', GIVEN.opinionGiven, { ...assign, section: 'x' }, 'section'],
  ['HANDLER_MISSING', assigned, { ...handOver, toHandler: '' }, 'toHandler'],
  ['HANDLER_UNKNOWN', assigned, { ...handOver, toHandler: 'sun' }, 'toHandler'],
  ['STALE_DISPATCH', assigned, { ...handOver, dispatchNo: 9 }, 'dispatchNo'],
  ['STALE_DRAFT', againDrafted, sign(drafted), 'draftNo'],
])('%s names the field %#', (code, past, command, field) => {
  expect(as(past, head, command).fields).toEqual([expect.objectContaining({ code, field })]);
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

describe('no draft waits for ever', () => {
  /** What the decider answers where the tax bureau is as given. */
  function within(unit: UnitInside, past: readonly Past[], who: Somebody, command: WorkOrderCommand) {
    const policy = { ...policyOf(PACK), inside: () => unit };
    const decision = { at: hours(30), commandId: 'c', actor: who };
    const answer = workOrderDecider.decide(command, stateAfter(past), policy, decision);
    return answer.ok ? answer.value.map(({ type }) => type).join(' ') : answer.error;
  }
  const post = (kind: 'section-head' | 'unit-leader', holder: string, deputies: string[] = []) => {
    return { id: kind, title: kind, unit: 'tax', kind, holder, deputies };
  };
  const bureau = (...posts: ReturnType<typeof post>[]): UnitInside => {
    return { sections: [], people: ['li', 'he', 'wu', 'chen'], posts };
  };
  const vacant = (step: string, by: string) => ({ code: 'POST_VACANT', params: { step, post: by } });

  test('no section gets the case whose signatures nobody could give', () => {
    const headless = { ...bureau(post('unit-leader', 'chen')), sections: ['levy'] };
    expect(within(headless, GIVEN.opinionGiven, head, assign)).toMatchObject(
      vacant('section', 'section-head'),
    );
    const other = { ...post('section-head', 'lin'), section: 'refunds' };
    const others = { ...bureau(other, post('unit-leader', 'chen')), sections: ['levy', 'refunds'] };
    expect(within(others, GIVEN.opinionGiven, head, assign)).toMatchObject(vacant('section', 'section-head'));
    expect(within(others, GIVEN.opinionGiven, head, { ...assign, section: '' })).toBe('InsideAssigned');
  });

  test('nobody gets the case to draft whom a later step cannot do without', () => {
    const alone = bureau(post('section-head', 'he'), post('unit-leader', 'chen'));
    const toChen = { ...assign, section: '', handler: 'chen' };
    expect(within(alone, GIVEN.opinionGiven, head, toChen)).toMatchObject(vacant('leader', 'unit-leader'));
    expect(within(alone, GIVEN.opinionGiven, head, { ...toChen, handler: 'wu' })).toBe('InsideAssigned');
    const over = { ...handOver, toHandler: 'chen' };
    expect(within(alone, assigned, head, over)).toMatchObject(vacant('leader', 'unit-leader'));
    // A draft that waits is kept as it is.
    expect(within(alone, drafted, head, over)).toBe('InsideHandedOver');
  });

  test('only a person of the unit drafts, whoever may act for it', () => {
    const stranger = { role: 'handler', id: 'handler', unit: 'tax' };
    const refused = within(policyOf(PACK).inside('tax'), GIVEN.opinionGiven, stranger, submit);
    expect(refused).toMatchObject({ code: 'HANDLER_UNKNOWN', params: { handler: 'handler' } });
  });

  test('a draft that nobody of the unit may sign is not taken', () => {
    const none = within(bureau(), GIVEN.opinionGiven, li, submit);
    expect(none).toMatchObject(vacant('section', 'section-head'));
  });

  test('the only leader does not draft; where another stands in for him he does', () => {
    const alone = bureau(post('section-head', 'he'), post('unit-leader', 'chen'));
    expect(within(alone, GIVEN.opinionGiven, leader, submit)).toMatchObject(vacant('leader', 'unit-leader'));
    const two = bureau(post('section-head', 'he'), post('unit-leader', 'chen', ['wu']));
    expect(within(two, GIVEN.opinionGiven, leader, submit)).toBe('DraftSubmitted');
  });

  test('the head whose deputy is the leader does not draft: that deputy is needed as leader', () => {
    const ring = bureau(post('section-head', 'he', ['chen']), post('unit-leader', 'chen'));
    expect(within(ring, GIVEN.opinionGiven, head, submit)).toMatchObject(vacant('leader', 'unit-leader'));
  });

  test('the leader does not sign for the head, unless another signs for him', () => {
    const ring = bureau(post('section-head', 'he', ['chen']), post('unit-leader', 'chen'));
    expect(within(ring, drafted, leader, sign(drafted))).toMatchObject(vacant('leader', 'unit-leader'));
    expect(within(ring, drafted, head, sign(drafted))).toBe('DraftSigned');
    const filled = bureau(post('section-head', 'he', ['chen']), post('unit-leader', 'chen', ['he']));
    expect(within(filled, drafted, leader, sign(drafted))).toBe('DraftSigned');
  });

  test('whoever drafted, or has the case in hand, takes it back, also where the post fell vacant', () => {
    expect(within(bureau(), drafted, li, giveBack)).toBe('DraftReturned');
    const over = after(drafted, head, handOver, 25);
    expect(within(bureau(), over, { ...head, id: 'qian' }, giveBack)).toBe('DraftReturned');
    expect(within(bureau(), over, wu, giveBack)).toMatchObject({ code: 'WRONG_POST' });
  });

  test('a section that was dissolved meanwhile stops nothing: any head signs', () => {
    const merged = bureau(post('section-head', 'lin'), post('unit-leader', 'chen'));
    const section = { ...merged, sections: ['collection'] };
    expect(within(section, drafted, { ...head, id: 'lin' }, sign(drafted))).toBe('DraftSigned');
  });
});

test('a draft whose words were destroyed completes as an answer does whose words were', () => {
  const done = as(signedOnce, leader, erased(signedOnce));
  expect(done.types).toEqual(['DraftSigned', 'AppealCompleted']);
  expect(done.events[1]).toMatchObject({ completionType: 'solved', answer: 'erased' });
});

test('where the pack has no chain nothing of it is known', () => {
  const plain = YICHENG as typeof PACK;
  const free = { ...plain, scopes: PACK.scopes };
  expect(when(GIVEN.opinionGiven, head, assign, 30, free).refused).toBe('CHAIN_NOT_FORESEEN');
  expect(when(GIVEN.opinionGiven, li, complete, 30, free).types).toEqual(['AppealCompleted']);
});
