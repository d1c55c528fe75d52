// Targets beside the figures: those of the one programme that is counted (CR 一).
import type { Pack } from '#policy/pack';
import { recordsOf } from '../test/others';
import { day, eventsOf, TOWN } from '../test/town';
import { startWorld, type World, YICHENG } from '../test/world';

const MARCH = { fromAt: day(0), toAt: day(31), cutOffAt: day(40) };
const AIMING: Pack = {
  ...YICHENG,
  figures: YICHENG.figures.map((figure) => {
    if (figure.id === 'completion-rate') return { ...figure, target: 0.7, digits: 2 };
    return figure.id === 'dispatch-time' ? { ...figure, reduction: 0.2 } : figure;
  }),
};
const BASELINE = { figure: 'dispatch-time', from: '2025-01-01', to: '2025-12-31', source: '2025年台账' };

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

async function figures(making: object, question: object = {}) {
  world = await startWorld({ inForce: [AIMING], ...making });
  await world.plant(recordsOf(TOWN.flatMap(eventsOf)));
  const [row] = (await world.ask({ ...MARCH, ...question })).rows;
  return new Map(row?.figures.map((figure) => [figure.name, figure]));
}

test('a share is shown as the pack rounds it and judged by its fraction', async () => {
  const shown = await figures({});
  expect(shown.get('completion-rate')).toMatchObject({ shown: '71.43%', target: 0.7, verdict: 'met' });
  expect(shown.get('on-time-rate')).toMatchObject({ shown: '71.4%', target: 0, verdict: '' });
  expect(shown.get('submitted')).toMatchObject({ shown: '', verdict: '' });
});

test('a time is measured against the imported baseline; without one it is not measurable', async () => {
  const minutes = 24 * 60;
  expect((await figures({})).get('dispatch-time')).toMatchObject({
    baselineMs: 0,
    verdict: 'not-measurable',
  });
  await world?.stop();
  // Half of the eight were handed over within a day and a half.
  const slower = await figures({ baselines: [{ ...BASELINE, medianMinutes: 3 * minutes }] });
  expect(slower.get('dispatch-time')).toMatchObject({ baselineMs: 3 * minutes * 60_000, verdict: 'met' });
  await world?.stop();
  const faster = await figures({ baselines: [{ ...BASELINE, medianMinutes: 60 }] });
  expect(faster.get('dispatch-time')).toMatchObject({ reduction: 0.2, verdict: 'missed' });
});

test('over the appeals of two programmes there is no target to reach', async () => {
  const both = { inForce: [AIMING, { ...YICHENG, id: 'other' }] };
  expect((await figures(both)).get('completion-rate')).toMatchObject({ target: 0, verdict: '' });
  await world?.stop();
  expect((await figures(both, { pack: 'yicheng' })).get('completion-rate')).toMatchObject({ target: 0.7 });
});
