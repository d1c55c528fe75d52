// What every journal promises, as one suite that runs over the one in memory and over Kafka. A promise that
// only the fake keeps would make every test built on the fake worthless.
import { isUnreadable } from '#platform/journal/record';
import {
  follow,
  type JournalBench,
  patienceMs,
  record,
  scanned,
  seqsOf,
  type Test,
  until,
  untilAccepted,
} from './journal-contract-fixtures';

/** Runs the suite over one implementation. */
export function journalContract(name: string, openBench: () => Promise<JournalBench>): void {
  describe(`journal: ${name}`, () => {
    let bench: JournalBench;
    beforeEach(async () => {
      bench = await openBench();
    }, patienceMs);
    afterEach(() => bench.close(), patienceMs);
    const test: Test = (title, run) => it(title, run, 2 * patienceMs);
    writing(test, () => bench);
    reading(test, () => bench);
    steering(test, () => bench);
    faults(test, () => bench);
  });
}

function writing(test: Test, bench: () => JournalBench): void {
  test('answers where each record came to stand, and the probe finds it there', async () => {
    const journal = await bench().open('intake.appeal');
    const records = [record(bench(), 'a', 1), record(bench(), 'b', 1), record(bench(), 'a', 2)];
    const positions = await journal.writer.append(records);
    expect(positions).toHaveLength(3);
    expect(positions[2]?.partition).toBe(positions[0]?.partition);
    expect(positions[2]?.offset).toBeGreaterThan(positions[0]?.offset ?? 0);
    for (const [index, position] of positions.entries()) {
      expect(await journal.probe.at(position)).toEqual({ ...records[index], ...position });
    }
    const ends = await journal.probe.ends();
    expect([...ends.keys()].sort()).toEqual(
      Array.from({ length: bench().partitions }, (_, partition) => partition),
    );
    expect([...ends.values()].reduce((sum, end) => sum + end, 0)).toBe(3);
  });

  test('has nothing at a position beyond the end or in an empty partition', async () => {
    const journal = await bench().open('intake.appeal');
    expect(await journal.probe.at({ partition: 0, offset: 0 })).toBeUndefined();
    const [position] = await journal.writer.append([record(bench(), 'a', 1)]);
    const { partition, offset } = position ?? { partition: 0, offset: 0 };
    expect(await journal.probe.at({ partition, offset: offset + 1 })).toBeUndefined();
    expect(await journal.probe.at({ partition, offset: offset + 1000 })).toBeUndefined();
  });

  test('keeps the order of a key through many concurrent appends', async () => {
    const journal = await bench().open('intake.appeal');
    const keys = Array.from({ length: 40 }, (_, index) => `key-${index}`);
    const appends: Promise<unknown>[] = [];
    for (let seq = 1; seq <= 25; seq += 5) {
      for (const key of keys) {
        appends.push(journal.writer.append([0, 1, 2, 3, 4].map((step) => record(bench(), key, seq + step))));
      }
    }
    await Promise.all(appends);
    const read = await scanned(journal);
    for (const key of keys)
      expect(seqsOf(read, key)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  test('scans everything up to the end at the call, each partition in order', async () => {
    const journal = await bench().open('intake.appeal');
    expect(await scanned(journal)).toEqual([]);
    const count = 3000;
    await journal.writer.append(
      Array.from({ length: count }, (_, index) => record(bench(), `k${index % 7}`, index + 1)),
    );
    const read = await scanned(journal);
    expect(read).toHaveLength(count);
    const next = new Map<number, number>();
    for (const { partition, offset } of read) {
      expect(offset).toBe(next.get(partition) ?? 0);
      next.set(partition, offset + 1);
    }
  });
}

function reading(test: Test, bench: () => JournalBench): void {
  test('delivers from the offset that the handler names', async () => {
    const journal = await bench().open('intake.appeal');
    const positions = await journal.writer.append([1, 2, 3, 4].map((seq) => record(bench(), 'a', seq)));
    const third = positions[2] ?? { partition: 0, offset: 0 };
    const follower = follow({
      assigned: (partition) => (partition === third.partition ? third.offset : 0),
    });
    await journal.reader('from-third').run(follower.handler);
    await follower.until(() => follower.items.length === 2);
    expect(seqsOf(follower.items, 'a')).toEqual([3, 4]);
    await journal.writer.append([record(bench(), 'a', 5)]);
    await follower.until(() => follower.items.length === 3);
    expect(seqsOf(follower.items, 'a')).toEqual([3, 4, 5]);
  });

  test('assigns every partition before delivering anything of it, also when a member joins', async () => {
    const first = await bench().open('triage.routing');
    const second = await bench().open('triage.routing');
    const one = follow();
    await first.reader('shared').run(one.handler);
    await one.until(() => one.assigned.length >= bench().partitions);
    const two = follow();
    await second.reader('shared').run(two.handler);
    await two.until(() => two.assigned.length > 0 && one.assigned.length > bench().partitions);
    const keys = Array.from({ length: 30 }, (_, index) => `key-${index}`);
    await first.writer.append(keys.map((key) => record(bench(), key, 1)));
    await two.until(() => new Set([...one.items, ...two.items].map(({ key }) => key)).size === keys.length);
    expect(two.items.length).toBeGreaterThan(0);
    expect(one.early + two.early).toBe(0);
  });

  test('delivers a stretch again when its handler throws, then goes on', async () => {
    const journal = await bench().open('intake.appeal');
    let failures = 2;
    const follower = follow({
      batch: () => {
        failures -= 1;
        if (failures >= 0) throw new Error('the store is away');
        return undefined;
      },
    });
    await journal.reader('stubborn').run(follower.handler);
    await journal.writer.append([record(bench(), 'a', 1), record(bench(), 'a', 2)]);
    await follower.until(() => follower.items.length >= 2);
    await journal.writer.append([record(bench(), 'a', 3)]);
    await follower.until(() => follower.items.length >= 3);
    expect(seqsOf(follower.items, 'a')).toEqual([1, 2, 3]);
    expect(failures).toBeLessThan(0);
  });
}

function steering(test: Test, bench: () => JournalBench): void {
  test('goes on reading where the handler says', async () => {
    const journal = await bench().open('intake.appeal');
    let jumped = false;
    const follower = follow({
      batch: (items) => {
        if (jumped || !items.some((item) => !isUnreadable(item) && item.seq === 3)) return undefined;
        jumped = true;
        return 0;
      },
    });
    await journal.reader('jumping').run(follower.handler);
    await journal.writer.append([1, 2, 3].map((seq) => record(bench(), 'a', seq)));
    await follower.until(() => follower.items.length >= 6);
    expect(seqsOf(follower.items, 'a')).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test('delivers nothing more after stop', async () => {
    const journal = await bench().open('intake.appeal');
    const follower = follow();
    const reader = journal.reader('leaving');
    await reader.run(follower.handler);
    await journal.writer.append([record(bench(), 'a', 1)]);
    await follower.until(() => follower.items.length === 1);
    await reader.stop();
    await journal.writer.append([record(bench(), 'a', 2)]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(follower.items).toHaveLength(1);
  });
}

function faults(test: Test, bench: () => JournalBench): void {
  test('loses nothing and keeps the order of first occurrences when an answer is lost', async () => {
    const journal = await bench().open('intake.appeal');
    await journal.writer.append([record(bench(), 'a', 1)]);
    await bench().loseNextAnswer();
    await untilAccepted(journal, [record(bench(), 'a', 2), record(bench(), 'a', 3)]);
    await untilAccepted(journal, [record(bench(), 'a', 4)]);
    const read = await scanned(journal);
    expect([...new Set(seqsOf(read, 'a'))]).toEqual([1, 2, 3, 4]);
  });

  test('shows at once that its tail is lost, and can be filled again', async () => {
    const journal = await bench().open('intake.appeal');
    const [position] = await journal.writer.append([record(bench(), 'a', 1)]);
    await bench().takeBack();
    const { partition, offset } = position ?? { partition: 0, offset: 0 };
    expect((await journal.probe.ends()).get(partition)).toBe(0);
    expect(await journal.probe.at({ partition, offset })).toBeUndefined();
    await untilAccepted(journal, [record(bench(), 'a', 1)]);
    expect(seqsOf(await scanned(journal), 'a')).toEqual([1]);
  });

  test('hands over what it cannot understand instead of failing', async () => {
    const journal = await bench().open('intake.appeal');
    const follower = follow();
    await journal.reader('robust').run(follower.handler);
    await bench().appendUnreadable('a');
    await journal.writer.append([record(bench(), 'a', 2)]);
    await follower.until(() => follower.items.length === 2);
    expect(follower.items.map(isUnreadable)).toEqual([true, false]);
    expect(follower.items[0]).toMatchObject({ key: 'a', offset: 0 });
  });

  test('shows the heartbeats of all writers', async () => {
    const intake = await bench().open('intake.appeal');
    const other = await bench().open('supervision.docket');
    await intake.heartbeats.post({ writer: 'intake.appeal', publishedThroughAt: 1000, parked: [] });
    const board = await other.heartbeats.follow();
    await until(() => board.has('intake.appeal'));
    await intake.heartbeats.post({ writer: 'intake.appeal', publishedThroughAt: 2000, parked: ['a'] });
    await other.heartbeats.post({ writer: 'supervision.docket', publishedThroughAt: 1500, parked: [] });
    await until(() => board.size === 2 && board.get('intake.appeal')?.publishedThroughAt === 2000);
    expect(board.get('intake.appeal')).toEqual({
      writer: 'intake.appeal',
      publishedThroughAt: 2000,
      parked: ['a'],
    });
  });

  test('keeps what a heartbeat says of its own gaps, for whoever reads the board later', async () => {
    const intake = await bench().open('intake.appeal');
    const said = { writer: 'intake.appeal', publishedThroughAt: 9000, parked: [], at: 9500 };
    const gaps = [{ fromAt: 1000, toAt: 9500 }];
    await intake.heartbeats.post({ ...said, publishedThroughAt: 1 });
    await intake.heartbeats.post({ ...said, gaps });
    const board = await (await bench().open('later')).heartbeats.read();
    expect(board.get('intake.appeal')).toEqual({ ...said, gaps });
  });
}
