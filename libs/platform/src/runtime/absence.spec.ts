import { Absence } from './absence';

const FROM_MS = 120_000;
const W = 'casework.workorder';

function back(lastAt: number, now: number) {
  const absence = new Absence(FROM_MS);
  absence.recall(new Map([[W, { writer: W, publishedThroughAt: lastAt - 5000, parked: [], at: lastAt }]]));
  return { absence, presence: absence.presenceAt(W, now) };
}

test('a writer that was never seen has no gap', () => {
  expect(new Absence(FROM_MS).presenceAt(W, 1_000_000)).toEqual({ at: 1_000_000 });
});

test('a restart within the bound is no gap, anything longer is one', () => {
  expect(back(1_000_000, 1_000_000 + FROM_MS).presence).toEqual({ at: 1_120_000 });
  expect(back(1_000_000, 1_000_001 + FROM_MS).presence).toEqual({
    at: 1_120_001,
    gaps: [{ fromAt: 1_000_000, toAt: 1_120_001 }],
  });
});

test('a heartbeat of an earlier build tells by what it had published', () => {
  const absence = new Absence(FROM_MS);
  absence.recall(new Map([[W, { writer: W, publishedThroughAt: 1_000_000, parked: [] }]]));
  expect(absence.presenceAt(W, 2_000_000).gaps).toEqual([{ fromAt: 1_000_000, toAt: 2_000_000 }]);
});

test('a gap is told again with every later heartbeat; one that could not be posted grows', () => {
  const { absence, presence } = back(1_000_000, 2_000_000);
  expect(absence.presenceAt(W, 2_001_000).gaps).toEqual([{ fromAt: 1_000_000, toAt: 2_001_000 }]);
  absence.posted(W, presence);
  expect(absence.presenceAt(W, 2_001_000)).toEqual({
    at: 2_001_000,
    gaps: [{ fromAt: 1_000_000, toAt: 2_000_000 }],
  });
});

test('the board keeps the last twenty', () => {
  const absence = new Absence(FROM_MS);
  for (let hour = 0; hour <= 25; hour += 1)
    absence.posted(W, absence.presenceAt(W, 1_000_000 + hour * 3_600_000));
  const { gaps = [] } = absence.presenceAt(W, 1_000_000 + 25 * 3_600_000 + 1000);
  expect(gaps).toHaveLength(20);
  expect(gaps.at(-1)?.toAt).toBe(1_000_000 + 25 * 3_600_000);
});
