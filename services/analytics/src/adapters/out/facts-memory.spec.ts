import { memoryLimit } from './facts-memory';

const GB = 1024 ** 3;

test.each([
  ['a large machine without limits', 24 * GB, undefined, '3072MiB'],
  ['a container on it', 24 * GB, 4 * GB, '512MiB'],
  ['a container without a limit, as the kernel writes it', 24 * GB, 2 ** 63, '3072MiB'],
  ['one that says nothing', 24 * GB, 0, '3072MiB'],
  ['a small container', 24 * GB, 0.5 * GB, '256MiB'],
])('facts in %s', (_, machine, container, expected) => {
  expect(memoryLimit(machine, container)).toBe(expected);
});
