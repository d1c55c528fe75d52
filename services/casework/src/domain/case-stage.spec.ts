import { join } from 'node:path';
import { APPEAL_STATUS } from '#contracts/appeal-status';
import { loadPack } from '#policy/pack-loader';
import { stageOf } from './case-stage';

function stagesOf(name: string) {
  const loaded = loadPack(join(__dirname, '../../../../deploy/packs', name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value.stages;
}

test.each([
  ['submitted', 'acceptance'],
  ['screening', 'acceptance'],
  ['admitted', 'hand-over'],
  ['desk', 'hand-over'],
  ['dispatched', 'handling'],
  ['acknowledged', 'handling'],
  ['objected', 'handling'],
  ['opinion-given', 'handling'],
  ['reopened', 'handling'],
  ['completed', 'follow-up'],
  ['followed-up', 'appraisal'],
  ['closed', ''],
  ['withdrawn', ''],
])('YC 一: a case that is %s stands in stage %s', (status, stage) => {
  expect(stageOf(status, stagesOf('yicheng'))).toBe(stage);
});

test.each([
  ['answer-held', 'answer'],
  ['completed', 'follow-up'],
])('SZ 二-2: between the unit and the enterprise stands the platform: %s is %s', (status, stage) => {
  expect(stageOf(status, stagesOf('suzhou'))).toBe(stage);
});

test('CR 一: where nobody calls back, the answer leads straight to the rating', () => {
  expect(stageOf('completed', stagesOf('chaozhou'))).toBe('appraisal');
});

test.each(['yicheng', 'chaozhou', 'suzhou'])(
  'in %s every case that somebody has in hand stands in a stage',
  (name) => {
    const left = ['answered', 'closed', 'withdrawn', 'declined', 'sent-back', 'joined'];
    const within = Object.keys(APPEAL_STATUS).filter((status) => !left.includes(status));
    expect(within.filter((status) => stageOf(status, stagesOf(name)) === '')).toEqual([]);
  },
);
