import { memoryJournal } from '#testkit/memory-journal';
import { record } from '#testkit/journal-contract-fixtures';
import { tailJournal } from './journal-tail';

const CASE_ID = '018f1c1e-0000-5000-8000-000000000001';
const said = (seq: number) => record({ instance: 'test' }, CASE_ID, seq);

async function tailed() {
  const journal = memoryJournal({ partitions: 1 });
  const { writer } = journal.open('test');
  await writer.append([said(1)]);
  const seen: number[] = [];
  const stop = await tailJournal(journal.open('gateway'), ({ at }) => seen.push(at - 1_700_000_000_000));
  await journal.settled();
  return { journal, writer, seen, stop };
}

it('follows the journal from its end', async () => {
  const { journal, writer, seen, stop } = await tailed();
  await writer.append([said(2)]);
  await journal.settled();
  expect(seen).toEqual([2]);
  await stop();
});

it('goes on from the end of a journal that was put back to an older copy', async () => {
  const { journal, writer, seen, stop } = await tailed();
  await writer.append([said(2), said(3)]);
  await journal.settled();
  journal.truncate(0, 1);
  await journal.settled();
  await writer.append([said(4)]);
  await journal.settled();
  expect(seen).toEqual([2, 3, 4]);
  await stop();
});
