// Figures of a simulated journal, counted by analytics' own queries: the service is started on the journal as
// after a rebuild, reads it to its end, is asked, and ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalytics } from '#analytics/service';
import type { VersionBook } from '#platform/version-book';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import type { MemoryJournal } from '#testkit/memory-journal';

/** A figure of a group. */
export interface FigureCount {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly medianMs: number;
  readonly p90Ms: number;
}

/** The figures of a period, by unit and over all; `all` is the group of everything. */
export type FigureTable = Readonly<Record<string, readonly FigureCount[]>>;

interface Answer {
  readonly rows: readonly { readonly group: string; readonly figures: readonly FigureCount[] }[];
  readonly refused?: { readonly code: string; readonly field: string };
}

/** Counts the figures from `fromAt` up to `toAt` (epoch ms). */
export async function figuresOver(
  journal: MemoryJournal,
  versions: VersionBook,
  period: { readonly fromAt: number; readonly toAt: number },
): Promise<FigureTable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhitong-simulation-'));
  const now = () => period.toAt;
  const host = memoryHost({ service: 'analytics', journal, vault: memoryVault(), versions, now, dataDir });
  const analytics = createAnalytics(host);
  try {
    await analytics.prepare?.();
    await host.runtime.start();
    await journal.settled();
    await analytics.begin?.();
    const ask = analytics.grpc[0]?.handlers['getFigures'] as (question: object) => Promise<Answer>;
    const table: Record<string, readonly FigureCount[]> = {};
    for (const by of ['all', 'unit']) {
      const question = { ...period, cutOffAt: period.toAt, by, covering: '' };
      const { rows, refused } = await ask(question);
      if (refused) throw new Error(`analytics refuses the question: ${refused.code} ${refused.field}`);
      for (const { group, figures } of rows) table[group] = figures;
    }
    return table;
  } finally {
    await analytics.stop?.();
    await host.runtime.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
