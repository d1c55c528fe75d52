import { freeAt } from './number-limits';

const T = 1_000_000_000;
const MINUTE = 60_000;
const LIMITS = { minute: 1, hour: 5, day: 10 };
const ago = (...minutes: readonly number[]) => minutes.map((one) => T - one * MINUTE);

test.each<[string, readonly number[], number]>([
  ['nothing sent', [], 0],
  ['one half a minute ago', ago(0.5), 0.5],
  ['one a minute ago', ago(1), 0],
  ['four within the hour', ago(50, 40, 30, 20), 0],
  ['five within the hour', ago(50, 40, 30, 20, 10), 10],
  ['six, one of them older', ago(70, 50, 40, 30, 20, 10), 10],
  ['ten within the day', ago(1200, 1100, 1000, 900, 800, 700, 600, 500, 400, 300), 240],
])('%s', (_, sentAt, minutes) => {
  expect(freeAt(sentAt, LIMITS, T)).toBe(T + minutes * MINUTE);
  expect(freeAt(sentAt, {}, T)).toBe(T);
});
