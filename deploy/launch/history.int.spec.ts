import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keysFileOf, readHead, readKeyLine, readRecordLine, headLine } from '#platform/journal/history-file';
import { openKafkaJournal } from '#platform/journal/kafka-journal';
import { type JournalRecord, isUnreadable } from '#platform/journal/record';
import { freshDataDir } from '../test/data-dir';
import { compare, parked } from '../zt/operate';
import { askStaff, reach } from '../zt/reach';
import { projectRoot } from './cache';
import { type HistoryTarget, loadHistory } from './history';
import { type Instance, startInstance } from './instance';
import { historyMarker } from './loaded-history';

jest.setTimeout(300_000);

const COUNT = 30;
const dataDir = freshDataDir('history');
const file = join(dataDir, 'town.jsonl');
let instance: Instance;
/** Its last message had been claimed, and not yet sent, when the history ended. */
let waiting = '';
/** Its key is not among the keys. */
let keyless = '';

/** A week of March, as the operator exports it. */
function exportTown(): void {
  const args = ['--pack', 'yicheng', '--from', '2026-03-02', '--to', '2026-03-08', '--count', `${COUNT}`];
  const bootstrap = join(projectRoot, 'deploy', 'bootstrap.mjs');
  const command = [bootstrap, 'zt', 'simulate', ...args, '--instance', 'history', '--export', file];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n');
const isSending = ({ type }: JournalRecord) => /MessageSent$|MessageDelivered$/.test(type);

/** Cuts the sending of one appeal's last message off, and takes one key away. */
function prepare(): void {
  const records = linesOf(file).flatMap((line) => readRecordLine(line) ?? []);
  const byKey = new Map<string, JournalRecord[]>();
  for (const record of records) byKey.set(record.key, [...(byKey.get(record.key) ?? []), record]);
  waiting = [...byKey].find(([, all]) => all.slice(-2).every(isSending))?.[0] ?? '';
  expect(waiting).not.toBe('');
  const cut = new Set(byKey.get(waiting)?.slice(-2));
  const left = new Set(records.filter((record) => !cut.has(record)).map(({ id }) => id));
  const kept = linesOf(file).filter((line) => left.has(readRecordLine(line)?.id ?? ''));
  const head = readHead(linesOf(file)[0] ?? '');
  if (!head) throw new Error('no head');
  writeFileSync(file, [headLine({ ...head, records: kept.length }), ...kept].join('\n'));
  const keys = linesOf(keysFileOf(file));
  keyless = readKeyLine(keys.find((line) => readKeyLine(line)?.id !== waiting) ?? '')?.id ?? '';
  writeFileSync(keysFileOf(file), keys.filter((line) => readKeyLine(line)?.id !== keyless).join('\n'));
}

async function journal(): Promise<readonly JournalRecord[]> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const brokers = [instance.infrastructure.brokers];
  const opened = await openKafkaJournal({ brokers, instance: 'history', clientId: 'spec', log });
  const found: JournalRecord[] = [];
  try {
    await opened.probe.scan(async (items) => {
      for (const item of items) if (!isUnreadable(item)) found.push(item);
    });
    return found;
  } finally {
    await opened.stop();
  }
}

const target = (name: string): HistoryTarget => ({
  brokers: instance.infrastructure.brokers,
  instance: name,
  dataDir,
  secretFile: join(dataDir, 'secret'),
});

beforeAll(async () => {
  exportTown();
  prepare();
  instance = await startInstance({
    dataDir,
    portBase: 0,
    instance: 'history',
    compact: true,
    history: file,
  });
});
afterAll(() => instance?.stop());

/**
 * Months have passed since the history ended: what lapsed meanwhile ends its cases at once, and is told.
 * While that goes on, what is stored is ahead of what was just read.
 */
async function atRest(): Promise<void> {
  let before = -1;
  for (let now = (await journal()).length; now !== before; now = (await journal()).length) {
    before = now;
    await sleep(3000);
  }
}

test('every service has rebuilt itself from it: what is stored is what the journal makes of it', async () => {
  const reached = reach({ data: dataDir });
  await atRest();
  expect(await compare(reached, undefined, { json: true })).toBe(0);
  expect(await parked(reached, 'list', undefined, { json: true })).toBe(0);
  const { total } = await askStaff<{ total: number }>(reached, '/api/v1/cases?limit=1');
  expect(total).toBe(new Set((await journal()).map(({ key }) => key)).size);
});

test('nobody is reminded, carded or written to for what was before it was loaded', async () => {
  await sleep(8000);
  const loadedAt = historyMarker(dataDir) ?? 0;
  expect(loadedAt).toBeGreaterThan(0);
  const all = await journal();
  const fresh = all.filter(({ at }) => at > loadedAt);
  const named = (name: string) => fresh.filter(({ type }) => type.endsWith(`.${name}`));
  expect([...named('YellowCardIssued'), ...named('RedCardIssued'), ...named('DeadlineNear')]).toEqual([]);
  expect(named('MessageSent').filter(({ key }) => key === waiting)).toEqual([]);
  expect(named('MessageSent').length).toBeLessThanOrEqual(named('MessageClaimed').length);
  expect(all.filter(({ at }) => at <= loadedAt)).toHaveLength(readHead(linesOf(file)[0] ?? '')?.records ?? 0);
});

test('what people wrote can be read with its key, and is erased without', async () => {
  const reached = reach({ data: dataDir });
  const titleOf = async (id: string) =>
    (await askStaff<{ title: string }>(reached, `/api/v1/cases/${id}`)).title;
  expect(await titleOf(waiting)).toMatch(/\p{Script=Han}{4}/u);
  expect(await titleOf(keyless)).not.toMatch(/\p{Script=Han}{5}/u);
});

test('it is refused by a journal that holds anything, and by another instance', async () => {
  await expect(loadHistory(file, target('history'))).rejects.toThrow('not empty');
  await expect(loadHistory(file, target('demo'))).rejects.toThrow('Use --instance history');
  const other = join(dataDir, 'other.jsonl');
  writeFileSync(other, 'nothing');
  await expect(loadHistory(other, target('history'))).rejects.toThrow('no history');
});
