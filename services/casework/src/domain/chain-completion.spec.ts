// The completion that a last signature writes is the one the unit would have handed in itself, whatever else
// the pack lays down (HD-9): held where the platform answers, in its round, with the units it went without.
import { GIVEN, PEOPLE, type Past, YICHENG, when } from '../../test/scenario';
import type { WorkOrderCommand } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

const { taxHandler: li, waterHandler } = PEOPLE;
const head = { role: 'handler', id: 'he', unit: 'tax' };
const leader = { role: 'handler', id: 'chen', unit: 'tax' };
const title = { zh: '步骤', en: 'step' };
const steps = [
  { id: 'draft', title, by: 'handler' as const },
  { id: 'section', title, by: 'section-head' as const },
  { id: 'leader', title, by: 'unit-leader' as const },
];
type Pack = typeof YICHENG;
const chained = (pack: Pack): Pack => ({
  ...pack,
  unitChain: { clause: 'HD-9', steps },
  scopes: pack.scopes.map((scope) =>
    scope.role === 'handler' ? { ...scope, may: [...scope.may, 'SignDraft'] as const } : scope,
  ) as unknown as Pack['scopes'],
});
const fields = {
  ...{ dispatchNo: 1, completionType: 'solved', answer: '已退税', basis: '', plan: '', plannedOn: '' },
  ...{ agreement: null, check: { verdict: 'answers' as const, codes: [] } },
};
const REASON = { withoutContributions: '已两次催告' };
const reopened: Past = [
  30,
  { type: 'AppealReopened', round: 2, unit: 'tax', why: 'ruled', by: 'w', reason: '' },
];
const again: readonly Past[] = [
  ...GIVEN.completed,
  reopened,
  [31, { type: 'WorkOrderAcknowledged', dispatchNo: 1, unit: 'tax', by: 'li' }],
];
const deskAnswers: Pack = {
  ...YICHENG,
  answering: { ...YICHENG.answering, by: 'desk', role: 'clerk' } as never,
};

function then(
  past: readonly Past[],
  who: typeof head,
  command: WorkOrderCommand,
  pack: Pack,
): readonly Past[] {
  const { refused, events } = when(past, who, command, 40, pack);
  if (refused) throw new Error(`${command.type}: ${refused}`);
  return [...past, ...events.map((event): Past => [40, event])];
}

/** Draft and two signatures; between the draft and the first of them `meanwhile` happens. */
function signed(past: readonly Past[], more: object, pack: Pack, meanwhile: readonly Past[] = []) {
  const rules = chained(pack);
  const drafted = then(past, li, { type: 'SubmitDraft', ...fields, ...more }, rules);
  const draft = drafted.at(-1)?.[1] as Extract<WorkOrderEvent, { type: 'DraftSubmitted' }>;
  const { type: _type, dispatchNo: _no, unit: _unit, ...words } = draft;
  const sign = { type: 'SignDraft', dispatchNo: 1, draftNo: draft.draftNo, draft: words } as const;
  const read = then([...drafted, ...meanwhile], head, { ...sign, step: 'section' }, rules);
  return then(read, leader, { ...sign, step: 'leader' }, rules).at(-1)?.[1];
}

function plain(past: readonly Past[], more: object, pack: Pack) {
  return then(past, li, { type: 'CompleteAppeal', ...fields, ...more }, pack).at(-1)?.[1];
}

test.each<[string, readonly Past[], object, Pack, object]>([
  ['as it is', GIVEN.opinionGiven, {}, YICHENG, { round: 1 }],
  ['held where the platform answers', GIVEN.opinionGiven, {}, deskAnswers, { held: true }],
  ['without a unit that owes its part', GIVEN.assisted, REASON, YICHENG, { withoutUnits: ['water'] }],
  [
    'a reason where nothing is missing',
    GIVEN.opinionGiven,
    REASON,
    YICHENG,
    { answer: { answer: '已退税' } },
  ],
  ['in another round', again, {}, YICHENG, { round: 2 }],
])('%s', (_, past, more, pack, expected) => {
  const completion = plain(past, more, pack);
  expect(completion).toMatchObject({ type: 'AppealCompleted', ...expected });
  expect(signed(past, more, pack)).toEqual(completion);
});

test('without a reason no draft goes out past a unit that owes its part', () => {
  const draft = { type: 'SubmitDraft', ...fields } as const;
  expect(when(GIVEN.assisted, li, draft, 40, chained(YICHENG)).refused).toBe('CONTRIBUTION_MISSING');
});

test('what came in before the last signature is not said to be missing', () => {
  const taken = when(GIVEN.assisted, waterHandler, { type: 'AcknowledgeDispatch', dispatchNo: 1 }, 21).events;
  const past = [...GIVEN.assisted, ...taken.map((event): Past => [21, event])];
  const contribution = { type: 'GiveContribution', dispatchNo: 1, text: '供水已恢复' } as const;
  const given = when(past, waterHandler, contribution, 40).events.map((event): Past => [40, event]);
  const completion = signed(past, REASON, YICHENG, given);
  expect(completion).not.toHaveProperty('withoutUnits');
  expect(completion).not.toHaveProperty('answer.withoutReason');
});

test('a plan whose day passed while the draft waited is not completed; the draft is given back', () => {
  const planned = { completionType: 'agreed-plan', plan: '分两期办理', plannedOn: '2026-03-04' };
  const more = { ...planned, agreement: { who: '王经理', on: '2026-03-02' } };
  expect(signed(GIVEN.opinionGiven, more, YICHENG)).toMatchObject({ type: 'AppealCompleted' });
  const rules = chained(YICHENG);
  const drafted = then(GIVEN.opinionGiven, li, { type: 'SubmitDraft', ...fields, ...more }, rules);
  const { draftNo, ...said } = drafted.at(-1)?.[1] as Extract<WorkOrderEvent, { type: 'DraftSubmitted' }>;
  const { type: _type, dispatchNo: _no, unit: _unit, ...words } = { ...said, draftNo };
  const sign = { type: 'SignDraft', dispatchNo: 1, draftNo, draft: words } as const;
  const read = then(drafted, head, { ...sign, step: 'section' }, rules);
  const last = { ...sign, step: 'leader' };
  expect(when(read, leader, last, 64, rules).refused).toBe('DATE_PAST');
  const erased = { ...last, draft: { ...words, answer: 'erased' as const } };
  expect(when(read, leader, erased, 64, rules).refused).toBe('DATE_PAST');
  const back = { type: 'ReturnDraft', dispatchNo: 1, draftNo, step: 'leader', reason: '请重拟' } as const;
  expect(when(read, leader, back, 64, rules).types).toEqual(['DraftReturned']);
});
