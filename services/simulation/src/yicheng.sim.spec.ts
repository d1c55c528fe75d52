// Yicheng in an officer's words, over the instance as shipped under virtual time. Seed 7; nothing is drawn.
// 2026: Labour Day 1–5 May off, Saturday 9 May worked.
import { officer } from '../test/officer';

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

const CAME = { dispatchNo: 1, outcome: 'reached', arrived: true, visitWaived: false, note: '' };
const OPINION = { dispatchNo: 1, text: '已核实，拟于三日内办结。' };
const SOLVED = {
  dispatchNo: 1,
  completionType: 'solved',
  answer: '退税款已于当日到账，企业已确认。',
  basis: '',
  plan: '',
};

/** Taken, visited and answered by the tax bureau. */
async function completed(id: string): Promise<void> {
  await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  await town.does('tax', id, 'casework.contact', CAME);
  await town.does('tax', id, 'casework.opinion', OPINION);
  expect(await town.does('tax', id, 'casework.complete', SOLVED)).toBe('');
}

test('late before the holiday: yellow after 2 hours, red after the next working day', async () => {
  town = await officer('2026-04-30 09:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await town.until('2026-04-30 10:59');
  expect(await town.cards(id)).toEqual([]);
  await town.until('2026-04-30 11:02');
  expect(await town.cards(id)).toEqual(['yellow contact tax 2026-04-30 11:00']);
  await town.until('2026-05-06 23:59');
  expect((await town.cards(id)).filter((card) => card.startsWith('red contact'))).toEqual([]);
  await town.until('2026-05-07 00:02');
  expect(await town.cards(id)).toContain('red contact tax 2026-05-07 00:00');
});

test('the make-up Saturday is worked: yellow on Friday, red at the end of Saturday', async () => {
  town = await officer('2026-05-08 14:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await town.until('2026-05-09 23:59');
  expect((await town.cards(id)).filter((card) => card.includes(' contact '))).toEqual([
    'yellow contact tax 2026-05-08 16:00',
  ]);
  await town.until('2026-05-10 00:02');
  expect(await town.cards(id)).toContain('red contact tax 2026-05-10 00:00');
});

test('contacted and visited within 2 hours: no card, and the clock stops', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await town.until('2026-03-02 09:20');
  await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  await town.until('2026-03-02 10:30');
  await town.does('tax', id, 'casework.contact', CAME);
  await town.until('2026-03-02 18:00');
  expect(await town.cards(id)).toEqual([]);
  expect((await town.running(id)).filter((clock) => clock.startsWith('contact'))).toEqual([]);
});

test('reminded, five natural days pass unrated: the case is closed as unrated', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await completed(id);
  const followedUp = { contacted: false, solved: false, satisfied: false, reasons: '' };
  expect(await town.does('caller', id, 'casework.followUp', followedUp)).toBe('');
  await town.until('2026-03-07 23:59');
  expect(await town.status(id)).toBe('completed');
  await town.until('2026-03-08 00:01');
  expect(await town.status(id)).toBe('closed');
  expect(await town.happened(id, 'RatingLapsed')).toHaveLength(1);
});

test('an objection is upheld: the other unit has fresh clocks, the first no card', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】厂区水压不足，影响生产。');
  await town.until('2026-03-02 10:00');
  const objection = { dispatchNo: 1, proposedUnit: 'wtr', reason: '供水不属于税务职责。' };
  expect(await town.does('tax', id, 'casework.object', objection)).toBe('');
  await town.until('2026-03-02 10:30');
  const ruling = { dispatchNo: 1, upheld: true, toUnit: 'wtr', note: '异议成立。' };
  expect(await town.does('clerk', id, 'triage.ruleObjection', ruling)).toBe('');
  expect((await town.running(id)).every((clock) => clock.includes(' wtr '))).toBe(true);
  await town.until('2026-03-02 12:45');
  expect(await town.cards(id)).toEqual(['yellow contact wtr 2026-03-02 12:30']);
});

test('an objection not upheld: the unit keeps it and its clocks have not stood still', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await town.until('2026-03-02 09:30');
  await town.does('tax', id, 'casework.object', { dispatchNo: 1, proposedUnit: 'wtr', reason: '不归我局。' });
  await town.until('2026-03-02 10:30');
  const ruling = { dispatchNo: 1, upheld: false, toUnit: '', note: '职责明确。' };
  expect(await town.does('clerk', id, 'triage.ruleObjection', ruling)).toBe('');
  await town.until('2026-03-02 11:05');
  expect(await town.cards(id)).toEqual(['yellow contact tax 2026-03-02 11:00']);
});

test('a dispatch recalled within minutes leaves no mark on the unit and no clock', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】厂区水压不足，影响生产。');
  await town.until('2026-03-02 09:06');
  expect(await town.does('clerk', id, 'triage.recall', { dispatchNo: 1, reason: '派单有误。' })).toBe('');
  await town.until('2026-03-03 18:00');
  expect((await town.cards(id)).filter((card) => card.includes(' tax '))).toEqual([]);
  expect(await town.status(id)).toBe('desk');
});

test('withdrawn while dispatched: the clocks end, no card follows, nothing more is taken', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await town.until('2026-03-02 09:40');
  expect(await town.does('enterprise', id, 'intake.withdraw', { reason: '已经解决。' })).toBe('');
  await town.until('2026-03-10 18:00');
  expect([await town.status(id), await town.cards(id), await town.running(id)]).toEqual([
    'withdrawn',
    [],
    [],
  ]);
  expect(await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).not.toBe('');
});

test('dissatisfied: the case is reopened with the same unit and its clocks start anew', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await completed(id);
  await town.until('2026-03-03 10:00');
  expect(await town.does('enterprise', id, 'casework.rate', { rating: 'dissatisfied', comment: '' })).toBe(
    '',
  );
  expect(await town.status(id)).toBe('reopened');
  expect(await town.running(id)).toContain('contact tax 2026-03-03 12:00');
  await town.until('2026-03-03 12:02');
  expect(await town.cards(id)).toEqual(['yellow contact tax 2026-03-03 12:00']);
});

test('our own outage gives no card: contacted in time, read only after the deadline', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  await town.until('2026-03-02 10:50');
  town.simulation.town.journal.hold();
  expect(await town.does('tax', id, 'casework.contact', CAME)).toBe('');
  await town.until('2026-03-02 11:10');
  town.simulation.town.journal.release();
  await town.until('2026-03-02 12:00');
  expect(await town.cards(id)).toEqual([]);
});

test('a stoppage is marked as urgent from the first look on', async () => {
  town = await officer('2026-03-02 09:00');
  const id = await town.appeal('【tax】发票额度不足，今天就要停产。');
  expect((await town.file(id)).summary.urgent).toBe(true);
});
