// The case file tells what our own outages mean for a clock (SV-2).
import type { ClockFact } from './case-facts';
import { EMPTY_CASE_FILE } from './case-file';
import { staffView } from './case-view';
import { foldClocks } from './fold-case-parts';

const ABOUT = { clockId: 'c', clock: 'resolve', unit: 'tax' } as const;
const STARTED: ClockFact = {
  ...{ type: 'ClockStarted', ...ABOUT, rule: 'workingDays:5', startAt: 1 },
  ...{ provisional: false, deadlineAt: 100 },
};
const LOST: ClockFact = {
  ...{ type: 'TimeLost', ...ABOUT, colour: 'yellow', lawfulAt: 100, untilAt: 150, lostMs: 50 },
};
const stopped = (stoppedAt: number, lateBySystem?: true): ClockFact => ({
  ...{ type: 'ClockStopped', ...ABOUT, stoppedAt, inTime: stoppedAt < 100, void: false },
  ...(lateBySystem && { lateBySystem }),
});

function shown(...facts: readonly ClockFact[]) {
  const clocks = facts.reduce(foldClocks, foldClocks([], STARTED));
  const [clock] = staffView('a', { ...EMPTY_CASE_FILE, clocks }, [], {}).clocks;
  return [clock?.lateBySystem, clock?.excusedUntilAt];
}

test.each<[string, readonly ClockFact[], [boolean, number]]>([
  ['no outage', [stopped(120)], [false, 0]],
  ['it runs on within the time that was lost', [LOST], [false, 150]],
  ['stopped within it, as supervision said', [LOST, stopped(120, true)], [true, 150]],
  ['stopped before anybody knew', [stopped(120), LOST], [true, 150]],
  ['stopped after it', [stopped(150), LOST], [false, 150]],
  ['in time', [stopped(99), LOST], [false, 150]],
  [
    'time lost after the yellow notice excuses no deadline',
    [stopped(120), { ...LOST, colour: 'red' }],
    [false, 0],
  ],
])('%s', (_name, facts, expected) => {
  expect(shown(...facts)).toEqual(expected);
});
