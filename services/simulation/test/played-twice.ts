// Scenarios that are played twice: over the instance under virtual time, and over the real broker and store
// with a clock that the test moves. They stand in the order of their hours, so that one instance may live
// through all of them. Chaozhou's pack; CD is 潮府办函〔2021〕52号.
import type { Officer } from './officer';

/** A scenario with the hour at which it begins. */
export interface Scenario {
  readonly name: string;
  readonly at: string;
  readonly play: (town: Officer) => Promise<void>;
}

const TAX = '【tax】退税申请迟迟没有结果，请尽快办理。';

/** So that nothing of it runs on into the next scenario. */
async function withdrawn(id: string, does: Officer['does']): Promise<void> {
  expect(await does('enterprise', id, 'intake.withdraw', { reason: '已经解决' })).toBe('');
}

async function objectionUpheld({ appeal, until, running, cards, does }: Officer): Promise<void> {
  const id = await appeal('【tax】厂区水压不足，影响生产。');
  await until('2026-03-06 10:00');
  const objection = { dispatchNo: 1, proposedUnit: 'wtr', reason: '供水不属于税务职责。' };
  expect(await does('tax', id, 'casework.object', { ...objection, proposedUnit: '' })).toBe('UNIT_NOT_NAMED');
  expect(await does('tax', id, 'casework.object', objection)).toBe('');
  await until('2026-03-06 16:00');
  const ruling = { dispatchNo: 1, upheld: true, toUnit: 'wtr', note: '异议成立。' };
  expect(await does('clerk', id, 'triage.ruleObjection', ruling)).toBe('');
  // From Friday the 6th, 16:00: 24 hours, and working days 9–13 and 16–20 March.
  expect(await running(id)).toEqual([
    'acknowledge wtr 2026-03-07 16:00',
    'objection wtr 2026-03-07 16:00',
    'reply wtr 2026-03-21 00:00',
  ]);
  await until('2026-03-07 16:05');
  expect(await cards(id)).toEqual(['yellow acknowledge wtr 2026-03-07 16:00']);
  await withdrawn(id, does);
}

async function cardsOverAWeekend({ appeal, until, cards, does }: Officer): Promise<void> {
  const id = await appeal(TAX);
  await until('2026-03-14 15:59');
  expect(await cards(id)).toEqual([]);
  await until('2026-03-14 16:02');
  expect(await cards(id)).toEqual(['yellow acknowledge tax 2026-03-14 16:00']);
  // The notice is of Saturday the 14th: working day 1 after it is Monday the 16th, and ends at midnight.
  await until('2026-03-16 23:59');
  expect(await cards(id)).toHaveLength(1);
  await until('2026-03-17 00:02');
  expect(await cards(id)).toEqual([
    'yellow acknowledge tax 2026-03-14 16:00',
    'red acknowledge tax 2026-03-17 00:00',
  ]);
  await withdrawn(id, does);
}

async function ratingLapses(town: Officer): Promise<void> {
  const { appeal, until, does, running, status, happened, file, letters } = town;
  const id = await appeal('【tax】三月申报的留抵退税至今未到账。');
  expect(await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('');
  const answer = '退税款已于当日到账，企业已确认。';
  const solved = { dispatchNo: 1, completionType: 'solved', answer };
  expect(await does('tax', id, 'casework.complete', solved)).toBe('');
  await until('2026-04-02 10:05');
  expect(await letters(id, 'rating-reminder')).toEqual(['enterprise']);
  // Reminded on Thursday 2 April: days 3, 4, 5, 6, 7 April, Qingming among them.
  expect(await running(id)).toEqual(['rating 2026-04-08 00:00']);
  await until('2026-04-07 23:59');
  expect(await status(id)).toBe('completed');
  await until('2026-04-08 00:02');
  expect(await status(id)).toBe('closed');
  const [lapsed] = await happened(id, 'RatingLapsed');
  expect([lapsed?.fields['countsAs'], (await file(id)).summary.rating]).toEqual(['unrated', 'unrated']);
}

/** The pack they are played under. */
export const PLAYED_UNDER = 'chaozhou';

/** By the hour at which each begins. */
export const PLAYED_TWICE: readonly Scenario[] = [
  {
    name: 'CD 二-3: an objection names another unit; upheld, that one has all of its time',
    at: '2026-03-05 15:00',
    play: objectionUpheld,
  },
  {
    name: 'CD 二-3: not taken within 24 hours – yellow on Saturday, red after Monday',
    at: '2026-03-13 16:00',
    play: cardsOverAWeekend,
  },
  {
    name: 'CD 二-10: no word within 5 natural days, holidays counted – unrated, never satisfied',
    at: '2026-04-02 10:00',
    play: ratingLapses,
  },
];
