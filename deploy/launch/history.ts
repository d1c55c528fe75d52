/**
 * Loads a history – the journal of a simulated town – into the empty journal of an instance, before its
 * services start: they rebuild themselves from it as from any journal. The end of loading is noted in the
 * data directory as the marker behind which senders and sweeps start, at this start and at every later one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { wrap, wrappingKey } from '#identity/adapters/out/key-wrapping';
import { type HistoryHead, keysFileOf, readKeyLine, readRecordLine } from '#platform/journal/history-file';
import { type KafkaJournal, openKafkaJournal } from '#platform/journal/kafka-journal';
import type { JournalRecord } from '#platform/journal/record';
import { checkedHead, linesOf } from './history-check';
import { LaunchFailure, badConfiguration } from './launch-failure';
import { loadingBegins, loadingEnded } from './loaded-history';

/** The instance a history is loaded into. */
export interface HistoryTarget {
  readonly brokers: string;
  readonly instance: string;
  readonly dataDir: string;
  /** The instance's secret, under which the data keys are wrapped. */
  readonly secretFile: string;
}

const RECORDS_AT_ONCE = 500;
const SAY_EVERY_MS = 2000;

/** Loads it; refuses a file of another instance or that is not whole, and a journal that holds anything. */
export async function loadHistory(file: string, target: HistoryTarget): Promise<void> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const { instance, brokers, dataDir } = target;
  const head = await checkedHead(file);
  const clientId = `${instance}.history`;
  const journal = await openKafkaJournal({ brokers: brokers.split(','), instance, clientId, log });
  try {
    await assertFits(head, journal, instance);
    loadingBegins(dataDir, file);
    const ids = await load(file, journal, head);
    await postKeys(file, ids, journal, readFileSync(target.secretFile));
  } finally {
    await journal.stop();
  }
  loadingEnded(dataDir, file, Date.now());
}

async function assertFits(head: HistoryHead, journal: KafkaJournal, instance: string): Promise<void> {
  if (head.instance !== instance)
    throw refusal(
      `历史属于实例“${head.instance}”,不是“${instance}”。请用 --instance ${head.instance}。`,
      `The history is that of instance "${head.instance}", not "${instance}". Use --instance ${head.instance}.`,
    );
  const ends = await journal.probe.ends();
  if (ends.size !== head.partitions)
    throw refusal(
      `历史有 ${head.partitions} 个分区,实例的日志有 ${ends.size} 个。`,
      `The history has ${head.partitions} partitions, the journal of the instance ${ends.size}.`,
    );
  if ([...ends.values()].some((end) => end > 0))
    throw refusal(
      '实例的日志不是空的,历史只能载入全新的实例。请用 --data 另选一个目录。',
      'The journal is not empty, and a history is loaded into a new instance alone. Choose another --data.',
    );
}

/** Appends the records; answers the ids of everything they are about. */
async function load(
  file: string,
  journal: KafkaJournal,
  { records }: HistoryHead,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let part: JournalRecord[] = [];
  let [loaded, saidAt] = [0, 0];
  const append = async (): Promise<void> => {
    await journal.writer.append(part);
    loaded += part.length;
    part = [];
    if (Date.now() - saidAt < SAY_EVERY_MS && loaded !== records) return;
    saidAt = Date.now();
    process.stderr.write(`载入历史 loading history ${loaded}/${records}\n`);
  };
  for await (const line of linesOf(file)) {
    const record = readRecordLine(line);
    if (record === undefined) continue;
    ids.add(record.key);
    part.push(record);
    if (part.length === RECORDS_AT_ONCE) await append();
  }
  if (part.length > 0) await append();
  return ids;
}

/** What has no key at hand is as if it had been erased: everything else about it can be read. */
async function postKeys(
  file: string,
  ids: ReadonlySet<string>,
  journal: KafkaJournal,
  secret: Uint8Array,
): Promise<void> {
  const wrapping = wrappingKey(secret);
  const without = new Set(ids);
  const copies: { id: string; value: string }[] = [];
  if (existsSync(keysFileOf(file))) {
    for await (const line of linesOf(keysFileOf(file))) {
      const found = readKeyLine(line);
      if (!found || !without.delete(found.id)) continue;
      copies.push({ id: found.id, value: JSON.stringify({ wrapped: wrap(found.id, found.key, wrapping) }) });
    }
  }
  const destroyed = JSON.stringify({ destroyed: true, reason: 'history without its keys' });
  for (const id of without) copies.push({ id, value: destroyed });
  for (let from = 0; from < copies.length; from += RECORDS_AT_ONCE)
    await journal.dataKeys.post(copies.slice(from, from + RECORDS_AT_ONCE));
}

function refusal(zh: string, en: string): LaunchFailure {
  return new LaunchFailure(zh, en, badConfiguration);
}
