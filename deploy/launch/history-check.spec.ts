// A history that is not whole is refused before anything is loaded, and a loading that was broken off is not
// taken for an instance.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headLine, recordLine } from '#platform/journal/history-file';
import type { JournalRecord } from '#platform/journal/record';
import { freshDataDir } from '../test/data-dir';
import { checkedHead } from './history-check';
import { LaunchFailure, badConfiguration } from './launch-failure';
import { assertLoadedWhole, historyMarker, loadingBegins, loadingEnded } from './loaded-history';

const dir = freshDataDir('history-check');
const record = (writer: string, seq: number, more: Partial<JournalRecord> = {}): JournalRecord => ({
  ...{ id: `demo/a1/${writer}/${seq}`, key: 'a1', writer, seq, type: 'x', at: 1, basis: {}, commandId: 'c' },
  ...{ minReader: 1, instance: 'demo', traceparent: '', value: new Uint8Array() },
  ...more,
});
const [one, two, three] = [1, 2, 3].map((seq) => record('intake.appeal', seq)) as [
  JournalRecord,
  JournalRecord,
  JournalRecord,
];
const other = record('triage.routing', 1);
const HEAD = headLine({ instance: 'demo', partitions: 4, records: 4 });

/** What is said of a file of these lines. */
async function said(...lines: readonly (JournalRecord | string)[]): Promise<string> {
  const file = join(dir, 'town.jsonl');
  const texts = lines.map((line) => (typeof line === 'string' ? line : recordLine(line)));
  writeFileSync(file, texts.map((text) => `${text}\n`).join(''));
  return checkedHead(file).then(
    ({ records }) => `${records} records`,
    (error: unknown) => {
      if (!(error instanceof LaunchFailure)) throw error;
      return `${error.exitCode} ${error.message.replaceAll(file, 'FILE').split('\n')[1]}`;
    },
  );
}
const refused = `${badConfiguration} FILE`;

test('a whole history is taken, the writers’ events in whatever order beside each other', async () => {
  expect(await said(HEAD, one, other, two, three)).toBe('4 records');
  expect(await said(HEAD, other, one, two, three)).toBe('4 records');
});

test.each<readonly [string, readonly (JournalRecord | string)[], string]>([
  ['empty', [], ' is no history'],
  ['something else', ['{"id":"A1"}', one], ' is no history'],
  ['cut', [HEAD, one, other, two], ' is not whole: 3 records of 4.'],
  ['longer than it says', [HEAD, one, other, two, three, record('triage.routing', 2)], ' is not whole: 5'],
  ['cut within a line', [HEAD, one, other, recordLine(two).slice(0, 40)], ', line 4, is no record'],
  ['of two instances', [HEAD, one, { ...other, instance: 'b' }], ', line 3, is no record of instance "demo"'],
  ['doubled', [HEAD, one, one, two, three], ', line 3: event 2 of intake.appeal belongs here'],
  ['out of order', [HEAD, one, three, two, other], ', line 3: event 2 of intake.appeal belongs here'],
  ['without a beginning', [HEAD, two, three, other], ', line 2: event 1 of intake.appeal belongs here'],
])('a file that is %s is refused', async (_, lines, sentence) => {
  expect(await said(...lines)).toContain(`${refused}${sentence}`);
});

test('a directory is started before a loading and after it, and not after one that was broken off', () => {
  const data = freshDataDir('loaded-history');
  const start = () => assertLoadedWhole(data);
  expect(start).not.toThrow();
  loadingBegins(data, 'town.jsonl');
  expect(start).toThrow(/was broken off.*new --data/);
  expect(historyMarker(data)).toBeUndefined();
  loadingEnded(data, 'town.jsonl', 7);
  expect(start).not.toThrow();
  expect(historyMarker(data)).toBe(7);
});
