// 单位内部审签 (HD-9) over the whole instance: who drafts, who signs, whom the reminder reaches. Seed 7 in the
// scenarios, where nothing is drawn; seed 1 in the weeks in which everybody acts by himself. The tax
// bureau of the demonstration: tax-1 handles (deputy tax-2), tax-3 heads the section (deputy tax-4), tax-4
// leads (deputy tax-3).
import { isUnreadable } from '#platform/journal/record';
import { type Happened, chainCourse } from '../test/chain-audit';
import { chained } from '../test/chained';
import { instant, officer } from '../test/officer';
import { TOWN } from '../test/town';
import { simulate } from './simulate';
import { PARTITIONS } from './simulation';
import type { Counts } from './tally';

const SOLVED = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };
const DRAFT = { completion: SOLVED };
const FIRST = { dispatchNo: 1, draftNo: 1, step: 'section' };
const SECOND = { ...FIRST, draftNo: 2 };
const atLeader = (draft: typeof FIRST) => ({ ...draft, step: 'leader' });
const DISPATCHED = 'zhitong.triage.v1.AppealDispatched';

describe('in an officer’s words', () => {
  let town: Awaited<ReturnType<typeof officer>>;
  afterEach(() => town.closes());

  test('given to a section, drafted, given back, drafted again, signed by a deputy', async () => {
    town = await officer('2026-03-02 09:00', 'yicheng', chained);
    const { appeal, does, status, happened } = town;
    const id = await appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
    await does('tax', id, 'casework.acknowledge', FIRST);
    expect(
      await does('tax:tax-3', id, 'casework.assignInside', { ...FIRST, section: 'service', handler: 'x' }),
    ).toBe('HANDLER_UNKNOWN');
    const assigned = { ...FIRST, section: 'service', handler: 'tax-1' };
    expect(await does('tax:tax-3', id, 'casework.assignInside', assigned)).toBe('');
    expect(await does('tax:tax-1', id, 'casework.complete', SOLVED)).toBe('MUST_BE_SIGNED');
    expect(await does('tax:tax-2', id, 'casework.submitDraft', DRAFT)).toBe('NOT_IN_HAND_OF');
    expect(await does('tax:tax-1', id, 'casework.submitDraft', DRAFT)).toBe('');
    expect(await does('tax:tax-2', id, 'casework.signDraft', FIRST)).toBe('WRONG_POST');
    const back = { ...FIRST, reason: '依据不足' };
    expect(await does('tax:tax-3', id, 'casework.returnDraft', back)).toBe('');
    expect(await does('tax:tax-1', id, 'casework.submitDraft', DRAFT)).toBe('');
    // Who still has the first draft before him signs nothing.
    expect(await does('tax:tax-4', id, 'casework.signDraft', FIRST)).toBe('STALE_DRAFT');
    expect(await does('tax:tax-4', id, 'casework.signDraft', SECOND)).toBe('');
    expect((await happened(id, 'DraftSigned'))[0]?.fields).toMatchObject({
      post: 'tax-head',
      deputy: 'true',
    });
    // The leader has signed for the head; who stands in for the leader signs in his place.
    expect(await does('tax:tax-4', id, 'casework.signDraft', atLeader(SECOND))).toBe('SAME_PERSON');
    expect(await does('tax:tax-3', id, 'casework.signDraft', atLeader(SECOND))).toBe('');
    expect((await happened(id, 'DraftSigned'))[1]?.fields).toMatchObject({
      post: 'tax-leader',
      deputy: 'true',
    });
    expect(await status(id)).toBe('completed');
  });

  test('two days without a draft: its handler is told once; then the head, who is slow', async () => {
    town = await officer('2026-03-02 09:00', 'yicheng', chained);
    const { appeal, does, until, happened, letteredTo, cards, status } = town;
    const id = await appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
    await does('tax', id, 'casework.acknowledge', FIRST);
    await does('tax:tax-3', id, 'casework.assignInside', { ...FIRST, section: '', handler: 'tax-1' });
    await until('2026-03-04 08:55');
    expect(await letteredTo(id, 'inside-overdue')).toEqual([]);
    await until('2026-03-04 09:05');
    expect(await letteredTo(id, 'inside-overdue')).toEqual(['tax/tax-1']);
    await until('2026-03-05 09:00');
    expect(await happened(id, 'InsideStepOverdue')).toHaveLength(1);
    expect(await does('tax:tax-1', id, 'casework.submitDraft', DRAFT)).toBe('');
    await until('2026-03-06 09:00');
    // The head and his deputy.
    expect(await letteredTo(id, 'inside-overdue')).toEqual(['tax/tax-1', 'tax/tax-3', 'tax/tax-4']);
    expect((await happened(id, 'InsideStepOverdue'))[1]?.fields).toMatchObject({ step: 'section' });
    // It is the unit's own time: no card comes of it.
    expect((await cards(id)).filter((card) => /draft|section/.test(card))).toEqual([]);
    expect(await does('tax:tax-3', id, 'casework.signDraft', FIRST)).toBe('');
    expect(await does('tax:tax-4', id, 'casework.signDraft', atLeader(FIRST))).toBe('');
    expect(await status(id)).toBe('completed');
  });
});

test('a plan whose day passed while it lay with the leader is drafted again, with another day', async () => {
  const town = await officer('2026-03-02 09:00', 'yicheng', chained);
  const { appeal, does, until, status } = town;
  const id = await appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await does('tax', id, 'casework.acknowledge', FIRST);
  const contact = { ...FIRST, outcome: 'reached', arrived: true, note: '已联系' };
  expect(await does('tax:tax-1', id, 'casework.contact', contact)).toBe('');
  const planned = (on: string) => ({
    completion: {
      ...{ dispatchNo: 1, completionType: 'agreed-plan', answer: '分两期退税。', plan: '分两期办理' },
      ...{ plannedOn: on, enterpriseAgrees: { who: '王经理', on: '2026-03-02' } },
    },
  });
  expect(await does('tax:tax-1', id, 'casework.submitDraft', planned('2026-03-03'))).toBe('');
  expect(await does('tax:tax-3', id, 'casework.signDraft', FIRST)).toBe('');
  await until('2026-03-04 09:00');
  expect(await does('tax:tax-4', id, 'casework.signDraft', atLeader(FIRST))).toBe('DATE_PAST');
  const back = { ...atLeader(FIRST), reason: '计划日期已过，请重拟' };
  expect(await does('tax:tax-1', id, 'casework.returnDraft', back)).toBe('');
  expect(await does('tax:tax-1', id, 'casework.submitDraft', planned('2026-03-20'))).toBe('');
  expect(await does('tax:tax-3', id, 'casework.signDraft', SECOND)).toBe('');
  expect(await does('tax:tax-4', id, 'casework.signDraft', atLeader(SECOND))).toBe('');
  expect(await status(id)).toBe('completed');
  await town.closes();
});

describe('fifty of two weeks, lived on for four', () => {
  const pack = chained(TOWN.pack);
  const courses = new Map<string, Happened[]>();
  const differing: unknown[] = [];
  let report: Awaited<ReturnType<typeof simulate>>;
  let lived: { now: number; refused: Counts; noted: Counts };

  beforeAll(async () => {
    const days = { fromOn: '2026-03-02', toOn: '2026-03-14', count: 50, appeals: TOWN.profile.training };
    report = await simulate({
      ...{ ...TOWN, ...days, pack, seed: 1 },
      onEnd: async (simulation) => {
        const { town, tally, time } = simulation;
        await simulation.runTo(instant('2026-04-11 00:00'));
        lived = { now: time.now(), refused: tally.of('refused'), noted: tally.of('noted') };
        for (let at = 0; at < PARTITIONS; at += 1)
          for (const item of town.journal.partition(at)) {
            if (isUnreadable(item)) throw new Error(item.unreadable);
            courses.set(item.key, [...(courses.get(item.key) ?? []), item]);
          }
        for (const { runtime } of Object.values(town.hosts))
          differing.push(...(await runtime.compare()).flatMap((one) => one.differing));
      },
    });
  }, 240_000);

  test('the account adds up, and what is stored is what the journal says', () => {
    expect(report).toMatchObject({ submitted: 50, sums: true, parked: 0 });
    expect(differing).toEqual([]);
  });

  test('no appeal is answered but through the chain, and none is stuck in it', () => {
    const told = [...courses].map(([id, happened]) => ({ id, ...chainCourse(happened, pack, lived.now) }));
    expect(told.filter(({ problems }) => problems.length > 0)).toEqual([]);
    const dispatched = [...courses.values()].filter((one) => one.some(({ type }) => type === DISPATCHED));
    const answered = told.filter(({ answers }) => answers > 0);
    expect(dispatched.length).toBeGreaterThan(30);
    // A silent unit never answers; there are few of them.
    expect(answered.length).toBeGreaterThan(0.8 * dispatched.length);
  });

  test('nobody signs what he had in hand, and nobody is needed who is not there', () => {
    const inside = Object.keys(lived.refused).filter((what) => /Draft (?!CONTRIBUTION_MISSING)/.test(what));
    expect(inside).toEqual([]);
    expect(lived.noted).toMatchObject({
      'inside: draft': expect.any(Number),
      'inside: signature of the holder': expect.any(Number),
      'inside: signature of a deputy': expect.any(Number),
      'inside: draft returned': expect.any(Number),
      'inside: step overdue section': expect.any(Number),
    });
  });
});
