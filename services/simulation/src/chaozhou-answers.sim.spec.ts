// Chaozhou in an officer's words, second part: how an appeal is received, answered and ended. Seed 7; nothing
// is drawn. The period for a rating is that of 潮府办函〔2021〕52号 (CD 二-10); its "no word counts as satisfied" is
// not taken over (HD-4). 2026: Qingming 4–6 April.
import { type Officer, officer } from '../test/officer';

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

const opens = async (at: string): Promise<Officer> => {
  town = await officer(at, 'chaozhou');
  return town;
};
const TAX = '【tax】退税申请迟迟没有结果，请尽快办理。';
const SOLVED = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };
const DISSATISFIED = { rating: 'dissatisfied', comment: '钱没有到账。' };

/** Taken and answered by the tax bureau. */
async function completed(id: string): Promise<void> {
  expect(await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('');
  expect(await town.does('tax', id, 'casework.complete', SOLVED)).toBe('');
}

test('CR 二-6 复核: dissatisfied, it is reviewed, given back, and ten working days begin anew', async () => {
  const { appeal, until, running, does, status, cards } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await completed(id);
  await until('2026-03-03 10:00');
  expect(await does('enterprise', id, 'casework.rate', DISSATISFIED)).toBe('');
  expect(await status(id)).toBe('completed');
  expect(await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('ALREADY_COMPLETED');
  // Silence no longer ends it: a person has to look.
  await until('2026-03-12 10:00');
  expect(await status(id)).toBe('completed');
  expect(await does('tax', id, 'casework.reopen', { why: '再办' })).toBe('ROLE_NOT_ALLOWED');
  expect(await does('caller', id, 'casework.reopen', { why: '企业确未收到退税' })).toBe('');
  // From Thursday 12 March: 13, 16–20, 23–26 March.
  expect([await status(id), await running(id)]).toEqual(['reopened', ['reply tax 2026-03-27 00:00']]);
  await until('2026-03-27 00:02');
  expect(await cards(id)).toEqual(['yellow reply tax 2026-03-27 00:00']);
});

test('CD 二-10: who is satisfied waits for nobody – rated, it is closed at once', async () => {
  const { appeal, does, status, running } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await completed(id);
  expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe('');
  expect([await status(id), await running(id)]).toEqual(['closed', []]);
});

test('CR 二-6: whoever handled it does not review it; content and rated, it is closed', async () => {
  const { appeal, does, status } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await completed(id);
  const content = { contacted: true, solved: true, satisfied: true, reasons: '' };
  expect(await does('tax', id, 'casework.followUp', content)).toBe('ROLE_NOT_ALLOWED');
  expect(await does('caller', id, 'casework.followUp', content)).toBe('');
  expect(await status(id)).toBe('followed-up');
  expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe('');
  expect(await status(id)).toBe('closed');
});

test('CR 二-5 杜绝答非所问: an answer that answers nothing is marked for those who check', async () => {
  const { appeal, does, file } = await opens('2026-03-02 09:00');
  const id = await appeal('【tax】公司三月申请留抵退税，至今未到账，请问何时退、退多少？');
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  const nothing = { ...SOLVED, answer: '来件收悉，我局高度重视，正在研究，请耐心等待。' };
  expect(await does('tax', id, 'casework.complete', nothing)).toBe('');
  expect((await file(id)).summary.answerVerdict).toBe('evasive');
});

test('CR 二-6 分类办结标准: a refusal needs its law, an agreed plan contact and consent', async () => {
  const { appeal, does, status } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  const not = { dispatchNo: 1, completionType: 'not-solvable', answer: '依法不能退税。' };
  expect(await does('tax', id, 'casework.complete', not)).toBe('COMPLETION_FIELD_MISSING');
  const plan = { dispatchNo: 1, completionType: 'agreed-plan', plan: '分两期退税', plannedOn: '2026-04-10' };
  expect(await does('tax', id, 'casework.complete', plan)).toBe('AGREEMENT_NEEDS_CONTACT');
  expect(await does('tax', id, 'casework.contact', { dispatchNo: 1, outcome: 'reached' })).toBe('');
  expect(await does('tax', id, 'casework.complete', plan)).toBe('COMPLETION_FIELD_MISSING');
  const agreed = { ...plan, enterpriseAgrees: { who: '陈明', on: '2026-03-02' } };
  expect(await does('tax', id, 'casework.complete', agreed)).toBe('');
  expect(await status(id)).toBe('completed');
});

test('CD 二-3: a matter before a court is held, and declined with a ground to be read', async () => {
  const { appeal, until, does, status, file, letters, running } = await opens('2026-03-02 09:00');
  const id = await appeal('【tax】与税务局的纠纷已由法院立案受理，请求协调。');
  await until('2026-03-02 09:05');
  expect([await status(id), (await file(id)).screeningGround]).toEqual(['screening', 'litigation']);
  const declined = { ground: 'litigation', explanation: '该事项已由法院受理，请依诉讼程序办理。' };
  expect(await does('tax', id, 'intake.decline', declined)).toBe('ROLE_NOT_ALLOWED');
  expect(await does('clerk', id, 'intake.decline', { ...declined, explanation: '' })).toBe('REASON_MISSING');
  expect(await does('clerk', id, 'intake.decline', declined)).toBe('');
  await until('2026-03-02 09:10');
  expect([await status(id), await running(id)]).toEqual(['declined', []]);
  expect(await letters(id, 'declined')).toEqual(['enterprise']);
});

test('CR 一: the same matter handed in twice is one appeal; the second is joined and told', async () => {
  const { appeal, until, status, file, letters, running } = await opens('2026-03-02 09:00');
  const text = '【tax】三月申报的留抵退税至今未到账，请税务部门尽快核实办理。';
  const first = await appeal(text, { of: 3, title: '退税未到账' });
  await until('2026-03-02 11:00');
  const second = await appeal(`${text}急。`, { of: 3, title: '退税未到账', channel: 'hotline' });
  const other = await appeal(text, { of: 4, title: '退税未到账' });
  expect([await status(first), await status(second), await status(other)]).toEqual([
    'dispatched',
    'joined',
    'dispatched',
  ]);
  expect((await file(second)).joinedToNumber).not.toBe('');
  expect(await running(second)).toEqual([]);
  expect(await letters(second, 'joined')).toEqual(['enterprise']);
});

test('CR 二-7 抓紧办理: urging is counted on the open case and told to its unit', async () => {
  const { appeal, until, running, does, file, letters } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  const before = await running(id);
  expect(await does('enterprise', id, 'intake.urge', { note: '请加快' })).toBe('');
  expect(await does('clerk', id, 'intake.urge', { note: '企业再次来电' })).toBe('');
  await until('2026-03-02 09:05');
  expect((await file(id)).summary.urged).toBe(2);
  expect(await letters(id, 'urged-unit')).toEqual(['tax', 'tax']);
  expect(await running(id)).toEqual(before);
});

test('CR 二-5: withdrawn in work – the clocks end, the unit is told, nothing more is taken', async () => {
  const { appeal, until, running, does, status, letters, cards } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  expect(await does('enterprise', id, 'intake.withdraw', { reason: '已经解决' })).toBe('');
  await until('2026-03-30 09:00');
  expect([await status(id), await running(id), await cards(id)]).toEqual(['withdrawn', [], []]);
  expect(await letters(id, 'withdrawn-unit')).toEqual(['tax']);
  expect(await does('tax', id, 'casework.complete', SOLVED)).toBe('CLOSED');
  expect(await does('caller', id, 'casework.reopen', { why: '再看' })).toBe('CLOSED');
});

test('CR 二-5: a dispatch taken back before it was taken leaves no clock, and goes on', async () => {
  const { appeal, until, running, does, cards, letters } = await opens('2026-03-02 09:00');
  const id = await appeal('【tax】厂区水压不足，影响生产。');
  await until('2026-03-02 09:08');
  expect(await does('clerk', id, 'triage.recall', { dispatchNo: 1, reason: '派单有误' })).toBe('');
  expect((await running(id)).filter((clock) => clock.includes(' tax '))).toEqual([]);
  expect(await does('clerk', id, 'triage.dispatch', { lead: 'wtr', assist: [], why: '供水职责' })).toBe('');
  await until('2026-03-03 09:10');
  expect(await cards(id)).toEqual(['yellow acknowledge wtr 2026-03-03 09:08']);
  expect(await letters(id, 'recalled-unit')).toEqual(['tax']);
});
