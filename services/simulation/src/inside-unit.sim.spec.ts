// 单位内部审签 (HD-9) over the whole instance: who drafts, who signs, whom the reminder reaches. Seed 7 in the
// scenarios, where nothing is drawn; seed 1 in the two weeks, in which everybody acts by himself. The tax
// bureau of the demonstration: tax-1 handles (deputy tax-2), tax-3 heads the section (deputy tax-4), tax-4
// leads (deputy tax-3).
import { isUnreadable } from '#platform/journal/record';
import { chained } from '../test/chained';
import { officer } from '../test/officer';
import { TOWN } from '../test/town';
import { simulate } from './simulate';
import { PARTITIONS } from './simulation';

const SOLVED = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };
const DRAFT = { completion: SOLVED };
const FIRST = { dispatchNo: 1 };

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
    expect(await does('tax:tax-4', id, 'casework.signDraft', FIRST)).toBe('');
    expect((await happened(id, 'DraftSigned'))[0]?.fields).toMatchObject({
      post: 'tax-head',
      deputy: 'true',
    });
    // The leader has signed for the head; who stands in for the leader signs in his place.
    expect(await does('tax:tax-4', id, 'casework.signDraft', FIRST)).toBe('SAME_PERSON');
    expect(await does('tax:tax-3', id, 'casework.signDraft', FIRST)).toBe('');
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
    expect(await does('tax:tax-4', id, 'casework.signDraft', FIRST)).toBe('');
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
  expect(await does('tax:tax-4', id, 'casework.signDraft', FIRST)).toBe('DATE_PAST');
  const back = { ...FIRST, reason: '计划日期已过，请重拟' };
  expect(await does('tax:tax-1', id, 'casework.returnDraft', back)).toBe('');
  expect(await does('tax:tax-1', id, 'casework.submitDraft', planned('2026-03-20'))).toBe('');
  expect(await does('tax:tax-3', id, 'casework.signDraft', FIRST)).toBe('');
  expect(await does('tax:tax-4', id, 'casework.signDraft', FIRST)).toBe('');
  expect(await status(id)).toBe('completed');
  await town.closes();
});

test('fifty in two weeks: the account adds up, nothing completes unsigned, some are reminded', async () => {
  const types = new Map<string, number>();
  const days = { fromOn: '2026-03-02', toOn: '2026-03-14', count: 50, appeals: TOWN.profile.training };
  const differing: unknown[] = [];
  const report = await simulate({
    ...{ ...TOWN, ...days, pack: chained(TOWN.pack), seed: 1 },
    onEnd: async ({ town }) => {
      for (let at = 0; at < PARTITIONS; at += 1)
        for (const item of town.journal.partition(at)) {
          const type = isUnreadable(item) ? 'unreadable' : item.type;
          types.set(type, (types.get(type) ?? 0) + 1);
        }
      for (const { runtime } of Object.values(town.hosts))
        differing.push(...(await runtime.compare()).flatMap((one) => one.differing));
    },
  });
  const count = (name: string) => types.get(`zhitong.casework.v1.${name}`) ?? 0;
  expect(report).toMatchObject({ submitted: 50, sums: true, parked: 0 });
  expect(differing).toEqual([]);
  expect(count('AppealCompleted')).toBeGreaterThan(10);
  expect(count('DraftSigned')).toBeGreaterThanOrEqual(2 * count('AppealCompleted'));
  expect(count('DraftReturned')).toBeGreaterThan(0);
  expect(count('InsideStepOverdue')).toBeGreaterThan(0);
}, 120_000);
