import { journalContract } from './journal-contract';
import { record } from './journal-contract-fixtures';
import { memoryJournal } from './memory-journal';

journalContract('in memory', async () => {
  const log = memoryJournal({ partitions: 4 });
  return {
    instance: 'test',
    partitions: 4,
    open: async (writer) => log.open(writer),
    loseNextAnswer: async () => log.plant('answer lost'),
    takeBack: async () => [0, 1, 2, 3].forEach((partition) => log.truncate(partition, 0)),
    appendUnreadable: async (key) => void log.plantUnreadable(key, 'planted'),
    close: async () => {},
  };
});

describe('faults of the memory journal', () => {
  const bench = { instance: 'test' };

  it('are the same for the same seed', async () => {
    const run = async () => {
      const log = memoryJournal({
        partitions: 1,
        seed: 7,
        chances: { refused: 0.2, 'answer lost': 0.2, doubled: 0.2 },
      });
      const { writer } = log.open('intake.appeal');
      for (let seq = 1; seq <= 60; seq += 1) await writer.append([record(bench, 'a', seq)]).catch(() => {});
      return log.partition(0).map((item) => ('seq' in item ? item.seq : 0));
    };
    const seqs = await run();
    expect(await run()).toEqual(seqs);
    expect(seqs.length).not.toBe(60);
    expect(new Set(seqs).size).toBeLessThan(60);
  });

  it('delivers nothing while held, and everything after release', async () => {
    const log = memoryJournal({ partitions: 2 });
    const journal = log.open('intake.appeal');
    const keys: string[] = [];
    await journal.reader('group').run({
      assigned: async () => 0,
      batch: async (_, items) => {
        keys.push(...items.map(({ key }) => key));
        return undefined;
      },
    });
    log.hold();
    await journal.writer.append([record(bench, 'a', 1), record(bench, 'b', 1)]);
    await log.settled();
    expect(keys).toEqual([]);
    log.release();
    await log.settled();
    expect(keys.sort()).toEqual(['a', 'b']);
  });

  it('stores nothing of a refused append and both of a doubled one', async () => {
    const log = memoryJournal({ partitions: 1 });
    const { writer, probe } = log.open('intake.appeal');
    log.plant('refused');
    log.plant('doubled');
    await expect(writer.append([record(bench, 'a', 1)])).rejects.toThrow('refused');
    expect((await probe.ends()).get(0)).toBe(0);
    await writer.append([record(bench, 'a', 1)]);
    expect((await probe.ends()).get(0)).toBe(2);
  });
});
