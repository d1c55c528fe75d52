import { CLOSED, USUAL_CIRCUIT, admits, answered, failed, probing } from './circuit';

const T = 1_000_000;
const after = (count: number, apartMs: number) =>
  Array.from({ length: count }).reduce<typeof CLOSED>(
    (circuit, _, index) => failed(circuit, T + index * apartMs, USUAL_CIRCUIT),
    CLOSED,
  );

test('five failures within a minute open it, four do not, nor five over an hour', () => {
  expect(admits(after(4, 1000), T + 4000)).toBe('all');
  expect(admits(after(5, 1000), T + 4001)).toBe('none');
  expect(admits(after(5, 900_000), T + 3_600_001)).toBe('all');
});

test('after its time a single message is let through, and no second beside it', () => {
  const open = after(5, 0);
  expect(admits(open, T + 29_999)).toBe('none');
  expect(admits(open, T + 30_000)).toBe('one');
  const tried = probing(open, T + 30_000, USUAL_CIRCUIT);
  expect(admits(tried, T + 30_001)).toBe('none');
  expect(admits(failed(tried, T + 31_000, USUAL_CIRCUIT), T + 60_999)).toBe('none');
  expect(admits(answered(), T + 31_000)).toBe('all');
});
