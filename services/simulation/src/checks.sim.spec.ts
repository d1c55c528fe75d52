// 受理诉求-情况核实-分级处置-限期反馈-结果核查 (HD-7; CD 二-3) over the whole instance: the pack of Yicheng with both checks, the
// clerk's. Seed 7; nothing is drawn.
import type { Pack } from '#policy/pack';
import { officer } from '../test/officer';

const checked = (pack: Pack): Pack => {
  const by = { clause: 'CD 二-3', by: 'clerk' };
  return { ...pack, checks: { facts: { ...by, before: 'dispatched' }, result: by } };
};
const SOLVED = { dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' };
const CONTENT = { contacted: true, solved: true, satisfied: true, reasons: '' };
const CONFIRMED = { outcome: 'confirmed', note: '' };

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

test('nothing reaches a unit unlooked at, and nothing is closed unlooked at', async () => {
  town = await officer('2026-03-02 09:00', 'yicheng', checked);
  const { appeal, does, status, until, running, happened } = town;
  const id = await appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  expect(await status(id)).toBe('desk');
  const dispatch = { lead: 'tax', assist: [], why: '' };
  expect(await does('clerk', id, 'triage.dispatch', dispatch)).toBe('FACTS_NOT_CHECKED');
  expect(await does('caller', id, 'casework.checkFacts', CONFIRMED)).toBe('ROLE_NOT_ALLOWED');
  expect(await does('clerk', id, 'casework.checkFacts', CONFIRMED)).toBe('');
  expect(await does('clerk', id, 'triage.dispatch', dispatch)).toBe('');
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  expect(await does('tax', id, 'casework.complete', SOLVED)).toBe('');

  await until('2026-03-03 10:00');
  expect(await does('clerk', id, 'casework.close', { why: 'ruled', reason: '' })).toBe('RESULT_NOT_CHECKED');
  const refuted = { outcome: 'not-confirmed', note: '款项仍未到账' };
  expect(await does('tax', id, 'casework.checkResult', refuted)).toBe('ROLE_NOT_ALLOWED');
  expect(await does('clerk', id, 'casework.checkResult', refuted)).toBe('');
  // Reopened on Tuesday the 3rd: 4–6, 9, 10 March.
  expect(await status(id)).toBe('reopened');
  expect(await running(id)).toContain('resolve tax 2026-03-11 00:00');
  expect((await happened(id, 'AppealReopened'))[0]?.fields).toMatchObject({ why: 'result-check' });

  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  expect(await does('tax', id, 'casework.complete', SOLVED)).toBe('');
  expect(await does('caller', id, 'casework.followUp', CONTENT)).toBe('');
  expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe('');
  expect(await status(id)).toBe('followed-up');
  expect(await does('clerk', id, 'casework.checkResult', CONFIRMED)).toBe('');
  expect(await status(id)).toBe('closed');
});

test('silence closes what was checked, and waits for the check', async () => {
  town = await officer('2026-03-02 09:00', 'yicheng', checked);
  const { appeal, does, status, until } = town;
  const id = await appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await does('clerk', id, 'casework.checkFacts', CONFIRMED);
  await does('clerk', id, 'triage.dispatch', { lead: 'tax', assist: [], why: '' });
  await does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  await does('tax', id, 'casework.complete', SOLVED);
  await does('caller', id, 'casework.followUp', CONTENT);
  await until('2026-03-20 09:00');
  expect(await status(id)).toBe('followed-up');
  await does('clerk', id, 'casework.checkResult', CONFIRMED);
  await until('2026-03-20 09:05');
  expect(await status(id)).toBe('closed');
});
