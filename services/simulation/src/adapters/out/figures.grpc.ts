// Figures of a simulated journal, counted by analytics' own queries: the service takes in the finished
// journal as after a rebuild, is asked, and ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalytics } from '#analytics/service';
import { AnalyticsServiceService } from '#contracts/gen/zhitong/analytics/v1/service';
import { type DrawnReport, drawReport } from '#gateway/app/draw-report';
import { reportSources } from '#gateway/adapters/out/report-sources.grpc';
import { type Handlers, handlersOf } from '#platform/edge/grpc-types';
import type { Hosted } from '#platform/host-ports';
import { type ReadItem, type ReadRecord, isUnreadable } from '#platform/journal/record';
import type { Folder } from '#platform/runtime/folder';
import type { VersionBook } from '#platform/version-book';
import { periodsWithin } from '#policy/civil-period';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { type MemoryJournal, memoryJournal } from '#testkit/memory-journal';

/** A figure of a group. */
export interface FigureCount {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  /** `rate`, `count` or `duration`. */
  readonly measure: string;
}

/** A ranking the pack lays down, of one of its periods. */
export interface PeriodRanking {
  readonly ranking: string;
  readonly period: string;
  /** In their order; a rank of 0 stands apart. */
  readonly units: readonly {
    readonly unit: string;
    readonly rank: number;
    readonly figures: readonly Omit<FigureCount, 'medianMs' | 'p90Ms' | 'measure'>[];
  }[];
}

/** Told of every report the packs make a table of, for every whole period of its length. */
export interface OnReport {
  /** Casework's own handlers: what people wrote is read from its case files. */
  readonly casework: Parameters<typeof reportSources>[0]['casework'];
  /** Its rows can be read until this resolves. */
  readonly write: (report: DrawnReport) => Promise<void>;
}

/** What analytics makes of a period. */
interface CountedPeriod {
  readonly figures: FigureTable;
  /** Every ranking of the packs in force for every whole period of its length. */
  readonly rankings: readonly PeriodRanking[];
}

/** The figures of a period, by unit and over all; `all` is the group of everything. */
export type FigureTable = Readonly<Record<string, readonly FigureCount[]>>;

type AnalyticsDoor = Handlers<typeof AnalyticsServiceService>;

/** Appeals whose events are taken in at once. */
const APPEALS_AT_ONCE = 400;

/** Counts the figures from `fromAt` up to `toAt` (epoch ms). */
export async function figuresOver(
  journal: MemoryJournal,
  versions: VersionBook,
  period: { readonly fromAt: number; readonly toAt: number; readonly partitions: number },
  onReport?: OnReport,
): Promise<CountedPeriod> {
  const { fromAt, toAt, partitions } = period;
  const dataDir = mkdtempSync(join(tmpdir(), 'zhitong-simulation-'));
  const { analytics, folders } = openAnalytics(versions, toAt, dataDir);
  try {
    await analytics.prepare?.();
    for (let partition = 0; partition < partitions; partition += 1)
      for (const records of wholeAppeals(journal.items(partition)))
        for (const folder of folders) await foldInto(folder, records);
    await analytics.begin?.();
    const { getFigures, rank } = handlersOf(AnalyticsServiceService, analytics.grpc);
    const table: Record<string, readonly FigureCount[]> = {};
    for (const by of ['all', 'unit']) {
      const { rows, refused } = await getFigures({
        fromAt,
        toAt,
        cutOffAt: toAt,
        by,
        covering: '',
        pack: '',
      });
      if (refused) throw new Error(`analytics refuses the question: ${refused.code} ${refused.field}`);
      for (const { group, figures } of rows) table[group] = figures;
    }
    if (onReport) await drawReports(analytics, versions, period, onReport);
    return { figures: table, rankings: await rankingsOver(rank, versions, period) };
  } finally {
    await analytics.stop?.();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function rankingsOver(
  rank: AnalyticsDoor['rank'],
  versions: VersionBook,
  { fromAt, toAt }: { readonly fromAt: number; readonly toAt: number },
): Promise<readonly PeriodRanking[]> {
  const drawn: PeriodRanking[] = [];
  for (const { id: pack, rankings } of versions.packsInForce()) {
    for (const { id: ranking, every } of rankings) {
      const periods = every === 'when-needed' ? [] : periodsWithin(every, fromAt, toAt);
      for (const period of periods) {
        const asked = { ranking, pack, period, fromAt: 0, toAt: 0, cutOffAt: 0, covering: '' };
        const { units, refused } = await rank(asked);
        if (refused) throw new Error(`analytics refuses the ranking: ${refused.code} ${refused.field}`);
        drawn.push({ ranking, period, units });
      }
    }
  }
  return drawn;
}

async function drawReports(
  analytics: Hosted,
  versions: VersionBook,
  { fromAt, toAt }: { readonly fromAt: number; readonly toAt: number },
  { casework, write }: OnReport,
): Promise<void> {
  const handlers = handlersOf(AnalyticsServiceService, analytics.grpc);
  const sources = reportSources({ analytics: handlers, casework });
  const known = { packs: versions.packsInForce(), profile: versions.profile(), now: toAt };
  for (const { id: pack, reports } of known.packs) {
    for (const { id: report, every, columns, to: role } of reports) {
      const periods = columns && every !== 'when-needed' ? periodsWithin(every, fromAt, toAt) : [];
      for (const period of periods) {
        const drawn = drawReport({ report, pack, period, cutOffAt: 0, role }, known, sources);
        if (!drawn.ok) throw new Error(`no report ${report} of ${period}: ${drawn.problem.code}`);
        await write(drawn.report);
      }
    }
  }
}

/** Analytics on a host whose journal is handed to it, not read by it: its folders are taken by hand. */
function openAnalytics(
  versions: VersionBook,
  asOf: number,
  dataDir: string,
): { readonly analytics: Hosted; readonly folders: readonly Folder[] } {
  const folders: Folder[] = [];
  const nothing = memoryJournal({ partitions: 1 });
  const shared = { service: 'analytics', journal: nothing, vault: memoryVault(), versions };
  const host = memoryHost({ ...shared, now: () => asOf, dataDir });
  host.runtime.folder = (folder) => void folders.push(folder);
  return { analytics: createAnalytics(host), folders };
}

/** Its events come appeal by appeal, so that each row of a fact is written once and not event by event. */
function* wholeAppeals(items: Iterable<ReadItem>): Generator<readonly ReadRecord[]> {
  const byKey = new Map<string, ReadRecord[]>();
  for (const item of items) {
    if (isUnreadable(item)) throw new Error(`unreadable: ${item.unreadable}`);
    const records = byKey.get(item.key);
    if (records) records.push(item);
    else byKey.set(item.key, [item]);
  }
  const appeals = [...byKey.values()];
  for (let at = 0; at < appeals.length; at += APPEALS_AT_ONCE)
    yield appeals.slice(at, at + APPEALS_AT_ONCE).flat();
}

async function foldInto(folder: Folder, records: readonly ReadRecord[]): Promise<void> {
  const [first] = await folder.apply(records);
  if (first) throw new Error(`${first.record.id} is no fact: ${first.reason}`);
}
