import { join } from 'node:path';
import { loadPack } from '#policy/pack-loader';
import { reached } from '../../test/milestones';
import { EMPTY_CASE_FILE } from './case-file';
import { stageOf } from './case-stage';

function stagesOf(name: string) {
  const loaded = loadPack(join(__dirname, '../../../../deploy/packs', name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value.stages;
}
const IN = 'submitted admitted';
const OUT = `${IN} desk-entered dispatched`;
const DONE = `${OUT} acknowledged contacted opinion-given completed`;

test.each([
  ['submitted', 'acceptance'],
  ['submitted identity-queried', 'acceptance'],
  [IN, 'hand-over'],
  [`${IN} desk-entered`, 'hand-over'],
  [OUT, 'handling'],
  [`${OUT} objected`, 'handling'],
  [DONE, 'follow-up'],
  [`${DONE} followed-up`, 'appraisal'],
  [`${DONE} followed-up reopened`, 'handling'],
  [`${DONE} followed-up rated closed`, ''],
  [`${IN} answered`, ''],
  ['submitted sent-back', ''],
  ['submitted sent-back admitted', 'hand-over'],
  [`${IN} withdrawn`, ''],
])('YC 一: after %s a case stands in stage %s', (course, stage) => {
  expect(stageOf(reached(course), stagesOf('yicheng'))).toBe(stage);
});

test.each([
  [DONE, 'answer'],
  [`${DONE} answer-returned`, 'handling'],
  [`${DONE} answer-released`, 'follow-up'],
])('SZ 二-2: between the unit and the enterprise stands the platform: %s is %s', (course, stage) => {
  expect(stageOf(reached(course), stagesOf('suzhou'))).toBe(stage);
});

test('CR 一: where nobody calls back, the answer leads to the rating, and the rating out of it', () => {
  expect(stageOf(reached(DONE), stagesOf('chaozhou'))).toBe('appraisal');
  expect(stageOf(reached(`${DONE} rated`), stagesOf('chaozhou'))).toBe('');
});

test('RT-2: an overruled objection leaves the case with the unit, an upheld one does not', () => {
  const ruled = reached(`${OUT} objected objection-ruled`);
  expect(stageOf(ruled, stagesOf('yicheng'))).toBe('handling');
  const upheld = { ...ruled, triage: { ...ruled.triage, takenBackNo: 1 } };
  expect(stageOf(upheld, stagesOf('yicheng'))).toBe('');
});

test('a file written before latest times were kept stands where its first times say', () => {
  const steps = { submitted: 1, admitted: 2, 'desk-entered': 2, dispatched: 3 };
  expect(stageOf({ ...EMPTY_CASE_FILE, steps }, stagesOf('yicheng'))).toBe('handling');
});
