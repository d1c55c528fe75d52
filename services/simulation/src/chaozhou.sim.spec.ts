// Chaozhou in an officer's words, over the instance as shipped under virtual time. Seed 7; nothing is drawn.
// 潮府办函〔2023〕18号 (CR) names no periods; those of 潮府办函〔2021〕52号 (CD 二-3, 二-10) stand in: taken or objected to
// within 24 hours, answered within 10 working days, rated within 5 natural days. All instants are counted by
// hand on the calendar of 2026: Qingming 4–6 April off, Labour Day 1–5 May off and Saturday 9 May worked.
import { type Officer, officer } from '../test/officer';

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

const opens = async (at: string): Promise<Officer> => {
  town = await officer(at, 'chaozhou');
  return town;
};
const TAX = '【tax】退税申请迟迟没有结果，请尽快办理。';
const OBJECTION = { dispatchNo: 1, proposedUnit: 'wtr', reason: '供水不属于税务职责。' };
const SOLVED = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };

test('CR 二-6: taken on Monday morning after the yellow card – it stays, no red follows', async () => {
  const { appeal, until, cards, does } = await opens('2026-03-06 16:00');
  const id = await appeal(TAX);
  await until('2026-03-09 09:00');
  expect(await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('');
  await until('2026-03-12 09:00');
  expect(await cards(id)).toEqual(['yellow acknowledge tax 2026-03-07 16:00']);
});

test('CD 二-3: ten working days over Qingming; answered on the last there is no card', async () => {
  // Monday 30 March; 31, 1, 2, 3 April are days 1–4, 4–6 April are off, 7–10 April days 5–8, 13 and 14 days
  // 9, 10.
  const { appeal, until, running, cards, does, happened, letters } = await opens('2026-03-30 09:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  expect(await running(id)).toEqual(['reply tax 2026-04-15 00:00']);
  // A reminder 2 working days before the last: Friday the 10th, when the office opens.
  await until('2026-04-10 08:29');
  expect(await letters(id, 'clock-near-unit')).toEqual([]);
  await until('2026-04-10 08:32');
  expect(await letters(id, 'clock-near-unit')).toEqual(['tax']);
  await until('2026-04-14 23:50');
  expect(await does('tax', id, 'casework.complete', SOLVED)).toBe('');
  await until('2026-04-17 18:00');
  expect([await cards(id), await happened(id, 'YellowCardIssued')]).toEqual([[], []]);
});

test('CD 二-3: ten working days over Labour Day and its worked Saturday; silence is carded', async () => {
  // Tuesday 28 April; 29 and 30 are days 1, 2, 1–5 May off, 6–9 May days 3–6 (Saturday worked), 11–14 days
  // 7–10.
  const { appeal, until, running, cards, does } = await opens('2026-04-28 10:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  expect(await running(id)).toEqual(['reply tax 2026-05-15 00:00']);
  await until('2026-05-14 23:59');
  expect(await cards(id)).toEqual([]);
  // The notice is of Friday the 15th: working day 1 after it is Monday the 18th.
  await until('2026-05-18 23:59');
  expect(await cards(id)).toEqual(['yellow reply tax 2026-05-15 00:00']);
  await until('2026-05-19 00:02');
  expect(await cards(id)).toContain('red reply tax 2026-05-19 00:00');
});

test('CD 二-3: an objection after 24 hours is late: the card stands, the days have run on', async () => {
  const { appeal, until, running, cards, does, file } = await opens('2026-03-05 15:00');
  const id = await appeal(TAX);
  await until('2026-03-06 15:10');
  expect(await does('tax', id, 'casework.object', OBJECTION)).toBe('');
  const [objected] = (await file(id)).timeline.filter(({ type }) => type === 'DispatchObjected');
  expect(objected?.fields['late']).toBe('true');
  const ruling = { dispatchNo: 1, upheld: false, toUnit: '', note: '属税务职责。' };
  expect(await does('clerk', id, 'triage.ruleObjection', ruling)).toBe('');
  expect(await cards(id)).toEqual(['yellow acknowledge tax 2026-03-06 15:00']);
  expect(await running(id)).toContain('reply tax 2026-03-20 00:00');
});

test('CD 二-3: a late objection that is upheld takes the card back: the order was never theirs', async () => {
  const { appeal, until, cards, does } = await opens('2026-03-05 15:00');
  const id = await appeal('【tax】厂区水压不足，影响生产。');
  await until('2026-03-06 15:10');
  await does('tax', id, 'casework.object', OBJECTION);
  const ruling = { dispatchNo: 1, upheld: true, toUnit: 'wtr', note: '异议成立。' };
  expect(await does('clerk', id, 'triage.ruleObjection', ruling)).toBe('');
  expect(await cards(id)).toEqual(['yellow acknowledge tax 2026-03-06 15:00 revoked']);
});

test('CR 二-5 杜绝踢皮球: after two units only the leading group passes it on', async () => {
  const { appeal, does, status } = await opens('2026-03-02 09:00');
  const id = await appeal('【tax】园区道路积水，多部门互相推诿。');
  await does('tax', id, 'casework.object', OBJECTION);
  const first = { dispatchNo: 1, upheld: true, toUnit: 'wtr', note: '' };
  expect(await does('clerk', id, 'triage.ruleObjection', first)).toBe('');
  const again = { dispatchNo: 2, proposedUnit: 'umb', reason: '属城管职责。' };
  expect(await does('wtr', id, 'casework.object', again)).toBe('');
  const second = { dispatchNo: 2, upheld: true, toUnit: 'umb', note: '' };
  expect(await does('clerk', id, 'triage.ruleObjection', second)).toBe('PING_PONG_STOPPED');
  expect(await does('leader', id, 'triage.ruleObjection', second)).toBe('');
  expect(await status(id)).toBe('dispatched');
});

test('CR 一 分办提速: no unit is sure – the desk has 15 minutes of office time', async () => {
  // Friday 17:20; the office closes at 17:30, so that 5 minutes are left for Monday from 08:30.
  const { appeal, until, running, cards, does } = await opens('2026-03-06 17:20');
  const id = await appeal('园区道路积水，不知道该找哪个部门。');
  expect(await running(id)).toEqual(['desk 2026-03-09 08:35']);
  const next = await appeal('车间噪声扰民怎么处理，请协调。');
  await until('2026-03-09 08:20');
  expect(await does('clerk', next, 'triage.dispatch', { lead: 'umb', assist: [], why: '属城管职责' })).toBe(
    '',
  );
  await until('2026-03-09 08:40');
  expect(await cards(id)).toEqual(['yellow desk 2026-03-09 08:35']);
  expect(await cards(next)).toEqual([]);
});

test('CR 二-3 直接解答: a consultation is answered from the library; no unit has a clock', async () => {
  const { appeal, until, running, does, status, letters } = await opens('2026-03-02 09:00');
  const given = { kind: 'consultation', title: '一址多照' };
  const id = await appeal('一个地址能不能登记多家公司？', given);
  await until('2026-03-02 09:02');
  expect([await status(id), await running(id)]).toEqual(['answered', []]);
  expect(await letters(id, 'answered-from-library')).toEqual(['enterprise']);
  expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe('');
  expect(await status(id)).toBe('closed');
});
