// What analytics makes of a pack, asked as whoever draws the figures up would ask; a pack's proofs compare it
// with what its document says.
import { deepEqual, equal } from 'node:assert/strict';
import { verdictOf } from '#analytics/domain/figure-target';
import { rankUnits } from '#analytics/domain/ranking';
import { readRankingQuestion } from '#analytics/domain/ranking-question';
import { drawReport } from '#gateway/app/draw-report';
import { taskList } from '#gateway/app/task-list';
import type { ReportSources } from '#gateway/app/report-sources';
import type { Profile } from '#policy/profile';
import type { Proof } from './proof';

const AFTERWARDS = Date.parse('2026-07-01T00:00:00+08:00');

/** Shares of units by figure, `numerator/denominator`. */
type Shares = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The ranking of a period comes out as `rank unit`, in this order. */
export function ranks(ranking: string, period: string, shares: Shares, expected: readonly string[]): Proof {
  return (pack) => {
    const asked = { ranking, pack: '', period, fromAt: 0, toAt: 0, cutOffAt: 0 };
    const read = readRankingQuestion(asked, [pack], AFTERWARDS);
    if (!read.ok) throw new Error(read.problem.code);
    const rule = read.question.ranking;
    const units = Object.entries(shares).map(([unit, byFigure]) => ({
      unit,
      shares: rule.by.map((figure) => {
        const [numerator = 0, denominator = 0] = (byFigure[figure] ?? '').split('/').map(Number);
        return { numerator, denominator };
      }),
    }));
    deepEqual(
      rankUnits(units, rule).map(({ rank, unit }) => `${rank} ${unit}`),
      expected,
    );
  };
}

const NOWHERE = { units: [], topics: [], regions: [] } as unknown as Profile;

/** A report of a period comes out for a role, drawn from those rows, under these headings. */
export function tabulates(
  report: string,
  period: string,
  role: string,
  rows: string,
  headings: readonly string[],
): Proof {
  return async (pack) => {
    const asked: string[] = [];
    const sources: ReportSources = {
      cases: async (of) => {
        asked.push(of.rows);
        return { cases: [], nextCursor: '' };
      },
      words: async () => [],
      figures: async ({ by }) => {
        if (by === 'unit') asked.push('units');
        return [];
      },
      ranking: async (of) => {
        asked.push(of.ranking);
        return [];
      },
    };
    const question = { report, pack: '', period, cutOffAt: 0, role };
    const drawn = drawReport(question, { packs: [pack], profile: NOWHERE, now: AFTERWARDS }, sources);
    if (!drawn.ok) throw new Error(drawn.problem.code);
    for await (const row of drawn.report.rows) throw new Error(`A row out of nowhere: ${row.join()}`);
    deepEqual(asked, [rows]);
    equal(drawn.report.columns.map(({ title }) => title).join('|'), headings.join('|'));
  };
}

type Counted = Partial<Parameters<typeof verdictOf>[0]>;

/** A figure reaches its target with the first count and misses it with the second. */
export function reaches(figure: string, met: Counted, missed: Counted, baselineMs?: number): Proof {
  return ({ figures }) => {
    const own = figures.find(({ id }) => id === figure) ?? {};
    const counted = { numerator: 1, denominator: 0, medianMs: 0 };
    const verdicts = [met, missed].map((count) => verdictOf({ ...counted, ...count }, own, baselineMs));
    deepEqual(verdicts, ['met', 'missed']);
  };
}

/** A task is listed with its date: in time to the end of that day, afterwards the date has passed. */
export function listsTask(task: string, due: string): Proof {
  return (pack) => {
    const stateAt = (at: number) => {
      const found = taskList([pack], at).find(({ id }) => id === task);
      return [found?.due, found?.state].join(' ');
    };
    const day = due === 'ongoing' ? '2023-06-30' : due;
    const midnight = Date.parse(`${day}T24:00:00+08:00`);
    const states = due === 'ongoing' ? ['ongoing', 'ongoing'] : ['before-date', 'date-passed'];
    deepEqual(
      [stateAt(midnight - 1), stateAt(midnight)],
      states.map((state) => `${due} ${state}`),
    );
  };
}
