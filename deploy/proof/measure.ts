/**
 * `npx tsx deploy/proof/measure.ts [--appeals N] [--in-flight N] [--json]`: what an accept costs, beside
 * its floors, how soon clocks run, and what the processes need. One run, one machine, everything on
 * loopback.
 */
import { parseArgs } from 'node:util';
import { ClockStarted } from '#contracts/gen/zhitong/supervision/v1/events';
import { type ReadRecord, isUnreadable } from '#platform/journal/record';
import { readRecord } from '../launch/instance-home';
import { clearTestRoot, freshDataDir } from '../test/data-dir';
import { manyAppeals, pushOnce } from './appeals';
import { type Rate, bareDoor, bareStore, rateOf } from './floors';
import { type Ground, quiet, raise } from './ground';
import { cpuMs, residentMb } from './process-cost';
import { readJournal } from './raw-journal';
import { type Spread, spreadOf } from './spread';

const { values } = parseArgs({
  options: { appeals: { type: 'string' }, 'in-flight': { type: 'string' }, json: { type: 'boolean' } },
});
const COUNT = Number(values.appeals ?? 2000);
const IN_FLIGHT = Number(values['in-flight'] ?? 32);
const WARM = 100;
const INSTANCE = 'measure';

interface Figures {
  readonly appeals: number;
  readonly inFlight: number;
  readonly accept: Rate;
  readonly bareDoor: Rate;
  readonly bareStore: Rate;
  /** Answers other than 201, by status. */
  readonly refused: Readonly<Record<string, number>>;
  readonly cpuMsPerAppeal: Readonly<Record<string, number>>;
  readonly submitToClocks: { readonly appeals: number; readonly ms: Spread };
  readonly settledS: number;
  readonly residentMb: Readonly<Record<string, number>>;
}

async function measure(ground: Ground): Promise<Figures> {
  const { address, infrastructure } = ground.instance;
  const all = manyAppeals(WARM + COUNT);
  const appeals = all.slice(WARM);
  await rateOf(all.slice(0, WARM), IN_FLIGHT, (appeal) => pushOnce(address, appeal));
  await quiet(ground, 300_000);
  const door = await bareDoor(appeals, IN_FLIGHT);
  const store = await bareStore(infrastructure.mongoUri, appeals, IN_FLIGHT);
  const before = costs(ground, cpuMs);
  const since = performance.now();
  const refused: Record<string, number> = {};
  const accept = await rateOf(appeals, IN_FLIGHT, async (appeal) => {
    const status = await pushOnce(address, appeal);
    if (status !== 201) refused[status] = (refused[status] ?? 0) + 1;
  });
  await quiet(ground, 1_800_000);
  const settledS = (performance.now() - since) / 1000;
  const after = costs(ground, cpuMs);
  const spent = Object.fromEntries(
    Object.keys(after).map((name) => [name, ((after[name] ?? 0) - (before[name] ?? 0)) / COUNT]),
  );
  const delays = await clockDelays(infrastructure.brokers);
  return {
    ...{ appeals: COUNT, inFlight: IN_FLIGHT, accept, bareDoor: door, bareStore: store, refused },
    cpuMsPerAppeal: { ...spent, total: Object.values(spent).reduce((sum, ms) => sum + ms, 0) },
    submitToClocks: { appeals: delays.length, ms: spreadOf(delays) },
    ...{ settledS, residentMb: costs(ground, residentMb) },
  };
}

/** A cost of every process of the instance by its name, broker and store among them. */
function costs({ dataDir }: Ground, of: (pid: number) => number): Record<string, number> {
  const processes = readRecord(dataDir)?.processes ?? [];
  return Object.fromEntries(processes.map(({ name, pid }) => [name, of(pid)]));
}

/**
 * From the submission to the event that starts a unit's contact clock, for every appeal that went out by
 * itself.
 */
async function clockDelays(brokers: string): Promise<readonly number[]> {
  const items = (await readJournal(brokers, INSTANCE)).map(({ item }) => item);
  const records = items.filter((item): item is ReadRecord => !isUnreadable(item));
  const submitted = new Map<string, number>();
  const started = new Map<string, number>();
  for (const { key, type, at, value } of records) {
    if (type === 'zhitong.intake.v1.AppealSubmitted') submitted.set(key, at);
    if (type !== 'zhitong.supervision.v1.ClockStarted') continue;
    if (ClockStarted.decode(value).clock === 'contact' && !started.has(key)) started.set(key, at);
  }
  return [...started].flatMap(([key, at]) => {
    const from = submitted.get(key);
    return from === undefined ? [] : [at - from];
  });
}

function table(figures: Figures): string {
  const n = (value: number) => value.toFixed(1);
  const rate = ({ perSecond, ms }: Rate) => `${n(perSecond)}/s  p50 ${n(ms.p50)} ms  p99 ${n(ms.p99)} ms`;
  const each = (rows: Readonly<Record<string, number>>, unit: string) =>
    Object.entries(rows).map(([name, value]) => `    ${name.padEnd(14)} ${n(value)} ${unit}`);
  const { submitToClocks: clocks } = figures;
  return [
    `诉求 appeals ${figures.appeals}, 在途 in flight ${figures.inFlight}, 拒收 refused ${JSON.stringify(figures.refused)}`,
    `  受理 accept              ${rate(figures.accept)}`,
    `  空门 bare Fastify POST   ${rate(figures.bareDoor)}`,
    `  空库 bare store insert   ${rate(figures.bareStore)}`,
    `  提交至计时 submit → clocks running, ${clocks.appeals} appeals`,
    `                           p50 ${n(clocks.ms.p50)} ms  p99 ${n(clocks.ms.p99)} ms`,
    `  全部稳定 all settled after ${n(figures.settledS)} s`,
    '  每件诉求 CPU per appeal',
    ...each(figures.cpuMsPerAppeal, 'ms'),
    '  内存 resident memory',
    ...each(figures.residentMb, 'MB'),
  ].join('\n');
}

async function main(): Promise<void> {
  const dataDir = freshDataDir('measure');
  const ground = await raise(dataDir, { instance: INSTANCE });
  try {
    const figures = await measure(ground);
    process.stdout.write(`${values.json ? JSON.stringify(figures, null, 2) : table(figures)}\n`);
  } finally {
    await ground.instance.stop();
    await clearTestRoot(dataDir);
  }
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
