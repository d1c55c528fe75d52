// 单位内部 (HD-9) as staff see it: each step with its beginning, its end, and by when it was to be done.
import { GIVEN, type Past, YICHENG, hours, policyOf, stateAfter } from '../../test/scenario';
import type { WorkOrder } from '../domain/work-order';
import { insideView } from './look-inside';

const title = { zh: '步骤', en: 'step' };
const steps = [
  { id: 'draft', title, by: 'handler' as const, within: 'hours:48' },
  { id: 'section', title, by: 'section-head' as const },
];
const PACK = { ...YICHENG, unitChain: { clause: 'HD-9', steps } };
const about = { dispatchNo: 1, unit: 'tax' };
const draft = (hour: number, draftNo: number): Past => [
  hour,
  {
    ...{ type: 'DraftSubmitted', ...about, by: 'li', draftNo, completionType: 'solved' },
    ...{ answerVerdict: 'unchecked', findingCodes: [], plannedOn: '', agreedOn: '' },
    answer: { answer: '已退税', basis: '', plan: '', agreedBy: '' },
  },
];
const signature = (hour: number, draftNo: number): Past => [
  hour,
  { type: 'DraftSigned', ...about, by: 'he', draftNo, step: 'section', post: 'levy-head' },
];

async function seen(state: WorkOrder, pack: typeof YICHENG = PACK) {
  const orders = {
    find: async () => state,
    execute: () => Promise.reject(new Error('looked at only')),
  };
  return insideView('a', { orders, policy: policyOf(pack) });
}

test('from the hand-over on, and after a reopening from there', async () => {
  const before = stateAfter([...GIVEN.opinionGiven, draft(70, 1), signature(71, 1)]);
  const handedAt = stateAfter(GIVEN.opinionGiven) as Extract<WorkOrder, { order: object }>;
  const first = { step: 'drafted', by: 'li', startedAt: handedAt.order.at, endedAt: hours(70) };
  const late = { ...first, dueAt: handedAt.order.at + 48 * 3_600_000 };
  expect((await seen(before))?.steps[0]).toEqual(late);

  const completed: Past = [
    71,
    { ...(GIVEN.completed.at(-1)?.[1] as Extract<Past[1], { type: 'AppealCompleted' }>) },
  ];
  const again: Past = [100, REOPENED];
  const after = stateAfter([...GIVEN.opinionGiven, draft(70, 1), signature(71, 1), completed, again]);
  const steps = (await seen(after))?.steps ?? [];
  expect(steps[0]).toEqual(late);
  expect(steps[1]).toMatchObject({ step: 'section', startedAt: hours(70), endedAt: hours(71), dueAt: 0 });
  expect(steps[2]).toEqual({ ...OPEN, startedAt: hours(100), dueAt: hours(148) });
  expect(steps.filter(({ startedAt, endedAt }) => endedAt !== 0 && endedAt < startedAt)).toEqual([]);
});

test('a document from before beginnings were kept shows none after its end', async () => {
  const state = stateAfter(GIVEN.opinionGiven) as Extract<WorkOrder, { status: 'in-work' }>;
  const done = [{ step: 'assigned', by: 'he', at: hours(1) }];
  const inside = { section: '', handler: 'li', draftNo: 0, since: hours(200), done };
  const old = { ...state, order: { ...state.order, at: hours(200), inside } };
  expect((await seen(old))?.steps[0]).toMatchObject({ startedAt: hours(1), endedAt: hours(1) });
});

test('where the pack has no chain there is nothing to see', async () => {
  expect(await seen(stateAfter(GIVEN.opinionGiven), YICHENG)).toBeUndefined();
});

const REOPENED = { type: 'AppealReopened', why: 'dissatisfied', unit: 'tax', round: 2, by: 'clerk' } as never;
const OPEN = { step: 'draft', by: '', endedAt: 0 };
