// Suzhou in an officer's words, over the instance as shipped under virtual time. Seed 7; nothing is drawn.
// 苏府办〔2023〕47号 (SZ) names no periods; those of the pack are counted by hand on the calendar of 2026:
// Mid-Autumn 25–27 September off, National Day 1–7 October off, Saturday 10 October worked; Spring Festival
// 15–23 February off, Saturday 28 February worked.
import { type Officer, officer } from '../test/officer';

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

const opens = async (at: string): Promise<Officer> => {
  town = await officer(at, 'suzhou');
  return town;
};
const TAX = '【tax】退税申请迟迟没有结果，请尽快办理。';
const SOLVED = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };
const CONTENT = { contacted: true, solved: true, satisfied: true, reasons: '' };
const DISCONTENT = { contacted: true, solved: false, satisfied: false, reasons: '款项仍未到账' };

/** Taken and completed by the tax bureau, answered by 12345. */
async function completed(id: string): Promise<void> {
  expect(await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('');
  expect(await town.does('tax', id, 'casework.complete', SOLVED)).toBe('');
  expect(await town.does('clerk', id, 'casework.releaseAnswer', { dispatchNo: 1 })).toBe('');
}

test('SZ 一 快速响应: 15 office minutes from the eve of National Day end on 8 October', async () => {
  // 30 September 16:55; the office closes at 17:00 and opens on Thursday 8 October at 09:00: 5 + 10 minutes.
  const { appeal, until, running, cards } = await opens('2026-09-30 16:55');
  const id = await appeal('园区周边配套不足，请协调有关部门。');
  expect(await running(id)).toEqual(['desk 2026-10-08 09:10']);
  await until('2026-10-08 09:09');
  expect(await cards(id)).toEqual([]);
  await until('2026-10-08 09:12');
  expect(await cards(id)).toEqual(['yellow desk 2026-10-08 09:10']);
});

test('SZ 二-2: ten working days over Mid-Autumn, National Day and a worked Saturday', async () => {
  // Monday 21 September; 22–24 are days 1–3, 28–30 days 4–6, 8–10 October days 7–9, Monday the 12th day 10.
  const { appeal, until, running, cards, does } = await opens('2026-09-21 10:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  expect(await running(id)).toEqual(['reply tax 2026-10-13 00:00']);
  await until('2026-10-14 23:59');
  expect(await cards(id)).toEqual(['yellow reply tax 2026-10-13 00:00']);
  // The notice is of Tuesday the 13th: working day 1 after it is Wednesday the 14th.
  await until('2026-10-15 00:02');
  expect(await cards(id)).toContain('red reply tax 2026-10-15 00:00');
});

test('SZ 二-2: not signed for within 24 hours – yellow also on a Sunday, and no red', async () => {
  const { appeal, until, cards, does } = await opens('2026-03-07 11:30');
  const id = await appeal(TAX);
  await until('2026-03-08 11:32');
  expect(await cards(id)).toEqual(['yellow acknowledge tax 2026-03-08 11:30']);
  await until('2026-03-13 11:30');
  expect(await cards(id)).toEqual(['yellow acknowledge tax 2026-03-08 11:30']);
  expect(await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('');
});

test('SZ 二-2 两库解答: a general question is answered by the library or by an expert', async () => {
  const { appeal, until, status, running, does, file } = await opens('2026-03-02 09:00');
  const general = await appeal('一个地址能不能登记多家公司？', { kind: 'consultation', title: '一址多照' });
  await until('2026-03-02 09:02');
  expect([await status(general), await running(general)]).toEqual(['answered', []]);
  const special = await appeal('关于企业设立的一个特殊问题，请专家解答。', { title: '设立问题' });
  expect(await status(special)).toBe('desk');
  expect(await does('tax', special, 'triage.answer', { articleId: 'K003' })).toBe('ROLE_NOT_ALLOWED');
  expect(await does('expert', special, 'triage.answer', { articleId: 'K003' })).toBe('');
  expect([await status(special), await running(special)]).toEqual(['answered', []]);
  expect((await file(special)).timeline.some(({ type }) => type === 'AppealDispatched')).toBe(false);
});

test('SZ 二-3: units cannot agree – the Inspection Office designates the lead', async () => {
  const { appeal, does, status, file } = await opens('2026-03-02 09:00');
  const id = await appeal('【tax】跨部门的历史遗留问题，多部门互相推诿。');
  const first = { dispatchNo: 1, proposedUnit: '', reason: '不属税务职责，请另行确定。' };
  expect(await does('tax', id, 'casework.object', first)).toBe('');
  expect(
    await does('clerk', id, 'triage.ruleObjection', { dispatchNo: 1, upheld: true, toUnit: 'nrp' }),
  ).toBe('');
  const second = { dispatchNo: 2, proposedUnit: '', reason: '亦不属自然资源职责。' };
  expect(await does('nrp', id, 'casework.object', second)).toBe('');
  const ruling = { dispatchNo: 2, upheld: true, toUnit: 'drc', note: '指定发改委牵头' };
  expect(await does('clerk', id, 'triage.ruleObjection', ruling)).toBe('PING_PONG_STOPPED');
  expect(await does('supervisor', id, 'triage.ruleObjection', ruling)).toBe('');
  expect([await status(id), (await file(id)).summary.lead]).toEqual(['dispatched', 'drc']);
});

test('SZ 二-2 统一答复: a unit’s answer waits for 12345, one working day', async () => {
  // Completed on Friday the 6th: Monday the 9th.
  const { appeal, until, running, cards, does, status, letters } = await opens('2026-03-06 10:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  expect(await does('tax', id, 'casework.complete', SOLVED)).toBe('');
  await until('2026-03-06 10:05');
  expect([await status(id), await running(id)]).toEqual(['answer-held', ['answer 2026-03-10 00:00']]);
  expect(await letters(id, 'completed-enterprise')).toEqual([]);
  expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe(
    'NOT_COMPLETED',
  );
  await until('2026-03-10 00:02');
  expect(await cards(id)).toEqual(['yellow answer 2026-03-10 00:00']);
  expect(await does('tax', id, 'casework.releaseAnswer', { dispatchNo: 1 })).toBe('ROLE_NOT_ALLOWED');
  expect(await does('clerk', id, 'casework.releaseAnswer', { dispatchNo: 1 })).toBe('');
  await until('2026-03-10 00:05');
  // Released in the first minutes of Tuesday the 10th: Wednesday the 11th and Thursday the 12th.
  expect([await status(id), await running(id)]).toEqual(['completed', ['follow-up 2026-03-13 00:00']]);
  expect(await letters(id, 'completed-enterprise')).toEqual(['enterprise']);
});

test('SZ 二-2 统一答复: given back with a reason, the unit has ten working days for another answer', async () => {
  const { appeal, until, running, does, status } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  await does('tax', id, 'casework.complete', SOLVED);
  await until('2026-03-03 10:00');
  expect(await does('clerk', id, 'casework.returnAnswer', { dispatchNo: 1, reason: '' })).toBe(
    'REASON_MISSING',
  );
  const back = { dispatchNo: 1, reason: '未说明退税金额' };
  expect(await does('clerk', id, 'casework.returnAnswer', back)).toBe('');
  // From Tuesday the 3rd: 4–6, 9–13, 16, 17 March.
  expect(await running(id)).toEqual(['reply tax 2026-03-18 00:00']);
  expect(await does('tax', id, 'casework.complete', SOLVED)).toBe('');
  expect(await status(id)).toBe('answer-held');
});

test('SZ 二-2 回访: two working days after the answer; missed, the card is the platform’s', async () => {
  // Completed on Friday the 6th: Monday the 9th and Tuesday the 10th.
  const { appeal, until, running, cards, does } = await opens('2026-03-06 10:00');
  const id = await appeal(TAX);
  const asked = await appeal('【tax】发票额度申请没有回音，请办理。');
  await completed(id);
  await completed(asked);
  expect(await running(id)).toEqual(['follow-up 2026-03-11 00:00']);
  await until('2026-03-10 17:00');
  expect(await does('caller', asked, 'casework.followUp', CONTENT)).toBe('');
  await until('2026-03-11 00:02');
  expect(await cards(id)).toEqual(['yellow follow-up 2026-03-11 00:00']);
  expect(await cards(asked)).toEqual([]);
});

test('SZ 二-2: not content at the call, it is called again; its own rating stays', async () => {
  const { appeal, until, does, status, file } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await completed(id);
  expect(await does('caller', id, 'casework.followUp', DISCONTENT)).toBe('');
  expect(await does('enterprise', id, 'casework.rate', { rating: 'dissatisfied', comment: '' })).toBe('');
  expect(await status(id)).toBe('followed-up');
  await until('2026-03-05 09:00');
  expect(await does('caller', id, 'casework.followUp', CONTENT)).toBe('');
  expect([await status(id), (await file(id)).summary.rating]).toEqual(['closed', 'dissatisfied']);
});

test('SZ 二-2: the call finds it unsolved – the seat gives it back, ten days begin anew', async () => {
  const { appeal, until, does, running, status, letters } = await opens('2026-03-02 09:00');
  const id = await appeal(TAX);
  await completed(id);
  await until('2026-03-03 15:00');
  await does('caller', id, 'casework.followUp', DISCONTENT);
  expect(await does('caller', id, 'casework.reopen', { why: '未解决' })).toBe('ROLE_NOT_ALLOWED');
  expect(await does('clerk', id, 'casework.reopen', { why: '回访未解决' })).toBe('');
  await until('2026-03-03 15:05');
  // From Tuesday the 3rd: 4–6, 9–13, 16, 17 March.
  expect([await status(id), await running(id)]).toEqual(['reopened', ['reply tax 2026-03-18 00:00']]);
  expect(await letters(id, 'reopened-unit')).toEqual(['tax']);
});

test('SZ 附3 满意度: not reached at the call, silent for five natural days – unrated', async () => {
  // Reminded on the worked Saturday 14 February: 15–19 February, all of them Spring Festival.
  const { appeal, until, does, running, status, happened } = await opens('2026-02-14 09:30');
  const [silent, content] = [await appeal(TAX), await appeal('【tax】发票额度申请没有回音，请办理。')];
  for (const id of [silent, content]) await completed(id);
  const unreached = { contacted: false, solved: false, satisfied: false, reasons: '' };
  expect(await does('caller', silent, 'casework.followUp', unreached)).toBe('');
  expect(await does('caller', content, 'casework.followUp', CONTENT)).toBe('');
  await until('2026-02-14 09:35');
  expect(await running(silent)).toEqual(['rating 2026-02-20 00:00']);
  await until('2026-02-19 23:59');
  expect([await status(silent), await status(content)]).toEqual(['completed', 'followed-up']);
  await until('2026-02-20 00:02');
  expect([await status(silent), await status(content)]).toEqual(['closed', 'closed']);
  // Who said at the call that it was content has not been silent.
  expect(await happened(silent, 'RatingLapsed')).toHaveLength(1);
  expect(await happened(content, 'RatingLapsed')).toEqual([]);
});

test('SZ 附1-1.2 直报: a unit’s report with a wrong code is looked at, the app refuses it', async () => {
  const { appeal, refused, does, status } = await opens('2026-03-02 09:00');
  const wrong = { uscc: '91320500MA0000000X' };
  expect(await refused(TAX, wrong)).not.toBe('');
  const id = await appeal(TAX, { ...wrong, channel: 'direct-report' });
  expect(await status(id)).toBe('identity-review');
  expect(await does('tax', id, 'intake.ruleIdentity', { ruling: 'founding' })).toBe('ROLE_NOT_ALLOWED');
  expect(await does('clerk', id, 'intake.ruleIdentity', { ruling: 'founding' })).toBe('');
  await town.until('2026-03-02 09:01');
  expect(await status(id)).toBe('dispatched');
});

test('SZ 二-1 全量汇聚: what the enterprise told the app and a unit reports again is one appeal', async () => {
  const { appeal, until, status, cards } = await opens('2026-03-02 09:00');
  const matter = { of: 5, title: '用工备案' };
  const text = '【hrs】我公司用工备案系统报错，三次提交均未成功，请人社部门协助处理。';
  const first = await appeal(text, matter);
  await until('2026-03-02 10:00');
  const reported = await appeal(`走访企业反映：${text.slice(5)}`, { ...matter, channel: 'direct-report' });
  expect([await status(first), await status(reported)]).toEqual(['dispatched', 'joined']);
  await until('2026-03-04 10:00');
  expect([(await cards(first)).length, (await cards(reported)).length]).toEqual([1, 0]);
});
