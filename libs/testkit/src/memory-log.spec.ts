import type { ReadRecord } from '#platform/journal/record';
import { MemoryLog } from './memory-log';

function entry(offset: number): ReadRecord {
  const key = `key-${offset % 7}`;
  return {
    id: `test/${key}/intake.appeal/${offset}`,
    key,
    writer: 'intake.appeal',
    seq: offset,
    type: 'zhitong.intake.v1.AppealSubmitted',
    at: 1000 + offset,
    basis: { 'triage.routing': offset },
    commandId: '',
    minReader: 1,
    instance: 'test',
    traceparent: '',
    value: new Uint8Array([offset % 256, 7]),
    partition: 0,
    offset,
  };
}

function filled(count: number): MemoryLog {
  const log = new MemoryLog();
  for (let at = 0; at < count; at += 1) log.push(entry(at));
  return log;
}

test('what was packed comes back as it was put in', () => {
  const log = filled(12_345);
  expect(log.length).toBe(12_345);
  expect([...log.items()]).toEqual(Array.from({ length: 12_345 }, (_, at) => entry(at)));
  expect(log.at(0)).toEqual(entry(0));
  expect(log.at(12_344)).toEqual(entry(12_344));
  expect(log.at(12_345)).toBeUndefined();
});

test('a stretch may end early, but only at the end of the log is there none', () => {
  const log = filled(12_345);
  const read: number[] = [];
  for (let at = 300; at < log.length; ) {
    const some = log.from(at, 400);
    expect(some.length).toBeGreaterThan(0);
    read.push(...some.map(({ offset }) => offset));
    at += some.length;
  }
  expect(read).toEqual(Array.from({ length: 12_045 }, (_, index) => 300 + index));
});

test.each([0, 1, 999, 1000, 2500, 11_999, 20_000])('cut at %i it goes on from there', (offset) => {
  const log = filled(12_000);
  log.truncate(offset);
  const left = Math.min(offset, 12_000);
  expect([...log.items()]).toEqual(Array.from({ length: left }, (_, at) => entry(at)));
  for (let at = left; at < left + 6000; at += 1) log.push(entry(at));
  expect([...log.items()]).toEqual(Array.from({ length: left + 6000 }, (_, at) => entry(at)));
});
