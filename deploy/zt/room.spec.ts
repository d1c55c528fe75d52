import { inMoreRoom, roomFor } from './room';

test('a town of the sample data lives in what a process has; one of fifty thousand needs more', () => {
  expect(roomFor(360, 4144)).toBeUndefined();
  expect(roomFor(50_000, 4144)).toBe(6900);
  expect(roomFor(50_000, 6900)).toBeUndefined();
});

test('what no machine of this size holds is said before anything starts', () => {
  expect(() => inMoreRoom(6900, 4096)).toThrow(
    expect.objectContaining({ zh: expect.stringContaining('6900 MB') }),
  );
});
