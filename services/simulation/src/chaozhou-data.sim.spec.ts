// Chaozhou in an officer's words, third part: data that one office needs of another for the sake of a case
// (CR 二-4, HD-8). Seed 7; nothing is drawn. An answer is due within three working days, by the pack's
// default. 2026: Qingming 4–6 April.
import { type Officer, officer } from '../test/officer';

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

const opens = async (at: string): Promise<Officer> => {
  town = await officer(at, 'chaozhou');
  return town;
};
const TAX = '【tax】退税申请迟迟没有结果，请尽快办理。';
const ASK = { template: 'above-scale', ofUnit: 'wtr', purpose: '核实企业是否规上' };
const LISTED = { listed: '在库', since: '2023年' };
const SOLVED = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };

/** An appeal the tax bureau has taken, with a request to the water office. */
async function asked(): Promise<string> {
  const id = await town.appeal(TAX);
  expect(await town.does('tax', id, 'casework.requestData', ASK)).toBe('NOT_ACKNOWLEDGED');
  expect(await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 })).toBe('');
  expect(await town.does('tax', id, 'casework.requestData', ASK)).toBe('');
  return id;
}

test('CR 二-4 跨部门: asked on Thursday before Qingming, provided on the last day, read on record', async () => {
  // Thursday 2 April; Friday 3 is day 1, 4–6 April are off, 7 and 8 April days 2 and 3.
  const {
    until,
    requests,
    readings,
    does,
    opens: reads,
    file,
    running,
    letters,
  } = await opens('2026-04-02 10:00');
  const id = await asked();
  expect(await requests('', 'wtr')).toEqual(['1 tax→wtr open 2026-04-09 00:00']);
  expect(await requests('', 'umb')).toEqual([]);
  // The case's own ten working days run on: 3, 7–10, 13–17 April.
  expect(await running(id)).toEqual(['reply tax 2026-04-18 00:00']);
  expect(await does('umb', id, 'casework.provideData', { requestNo: 1, fields: LISTED, text: '' })).toBe(
    'NOT_YOUR_REQUEST',
  );
  await until('2026-04-08 17:00');
  expect(await does('wtr', id, 'casework.provideData', { requestNo: 1, fields: {}, text: '在库' })).toBe(
    'DATA_FIELD_MISSING',
  );
  expect(await does('wtr', id, 'casework.provideData', { requestNo: 1, fields: LISTED, text: '' })).toBe('');
  expect(JSON.stringify(await file(id))).not.toContain('2023年');
  expect(await reads('wtr', id, 1, '看看')).toBe('NOT_YOUR_REQUEST');
  expect(await reads('tax', id, 1, '')).toBe('REASON_MISSING');
  expect(await readings(id)).toEqual([]);
  expect(await reads('tax', id, 1, '起草答复')).toEqual(LISTED);
  expect(await reads('supervisor', id, 1, '抽查')).toEqual(LISTED);
  // Who gave it away sees who read it.
  expect(await readings(id, 'wtr')).toEqual(['handler-tax 起草答复', 'supervisor-1 抽查']);
  expect(await requests(id)).toEqual(['1 tax→wtr provided 2026-04-09 00:00']);
  expect(await letters(id, 'data-requested-unit')).toEqual(['wtr']);
  expect(await letters(id, 'data-answered-unit')).toEqual(['tax']);
  expect(await letters(id, 'data-overdue-unit')).toEqual([]);
});

test('CR 二-4: no answer in time – shown as overdue, once, and no card for anybody', async () => {
  const { until, requests, does, happened, cards, letters } = await opens('2026-04-02 10:00');
  const id = await asked();
  await until('2026-04-08 23:59');
  expect(await happened(id, 'DataRequestOverdue')).toEqual([]);
  await until('2026-04-10 09:00');
  expect(await requests('', 'wtr')).toEqual(['1 tax→wtr open 2026-04-09 00:00 overdue']);
  expect(await happened(id, 'DataRequestOverdue')).toHaveLength(1);
  expect(await letters(id, 'data-near-unit')).toEqual(['wtr']);
  expect(await letters(id, 'data-overdue-unit')).toEqual(['wtr', 'tax']);
  expect(await does('wtr', id, 'casework.refuseData', { requestNo: 1, ground: '本部门不掌握' })).toBe('');
  const [refusal] = await happened(id, 'DataRefused');
  expect(refusal?.fields).toMatchObject({ late: 'true', reason: '本部门不掌握' });
  expect(await does('wtr', id, 'casework.provideData', { requestNo: 1, fields: LISTED, text: '' })).toBe(
    'REQUEST_ENDED',
  );
  expect(await cards(id)).toEqual([]);
});

test('CR 二-4 提高分办效率: the desk asks before it dispatches', async () => {
  const { appeal, does, requests, opens: reads } = await opens('2026-03-02 09:00');
  const id = await appeal('园区道路积水，不知道该找哪个部门。');
  const which = { template: 'file-in-hand', ofUnit: 'umb', purpose: '核实是否已有报修' };
  expect(await does('clerk', id, 'casework.requestData', which)).toBe('');
  expect(await requests(id)).toEqual(['1 →umb open 2026-03-05 00:00']);
  expect(await does('umb', id, 'casework.provideData', { requestNo: 1, fields: {}, text: '已报修' })).toBe(
    '',
  );
  expect(await reads('clerk', id, 1, '分办')).toEqual({});
  expect(await reads('tax', id, 1, '分办')).toBe('NOT_YOUR_REQUEST');
});

test('CR 二-4: what nobody needs any more is void on record – closed, or in other hands', async () => {
  const { does, requests, happened, opens: reads } = await opens('2026-03-02 09:00');
  const id = await asked();
  expect(await does('tax', id, 'casework.requestData', { ...ASK, ofUnit: 'umb' })).toBe('');
  expect(await does('umb', id, 'casework.provideData', { requestNo: 2, fields: LISTED, text: '' })).toBe('');
  expect(await does('tax', id, 'casework.complete', SOLVED)).toBe('');
  expect(await does('tax', id, 'casework.requestData', { ...ASK, template: 'tax-source' })).toBe(
    'ALREADY_COMPLETED',
  );
  expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe('');
  expect((await requests(id)).map((line) => line.split(' ')[2])).toEqual(['void', 'provided']);
  expect((await happened(id, 'DataRequestsVoided')).map(({ fields }) => fields)).toMatchObject([
    { requestNos: '1', why: 'closed' },
  ]);
  // After the end only the roles the pack names look once more.
  expect(await reads('tax', id, 2, '归档')).toBe('CLOSED');
  expect(await reads('supervisor', id, 2, '抽查')).toEqual(LISTED);

  const second = await asked();
  const moved = { dispatchNo: 1, reason: '派单有误' };
  expect(await does('supervisor', second, 'triage.recall', moved)).toBe('');
  expect((await happened(second, 'DataRequestsVoided')).map(({ fields }) => fields['why'])).toEqual([
    'moved',
  ]);
  expect(await does('wtr', second, 'casework.provideData', { requestNo: 1, fields: LISTED, text: '' })).toBe(
    'REQUEST_ENDED',
  );
});
