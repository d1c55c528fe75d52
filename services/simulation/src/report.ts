// What a simulated period comes to: the account by end state, cards, figures, and the ranking of the units.
// The report holds nothing that the seed does not determine; how long it took is said beside it.
import {
  type FigureCount,
  type FigureTable,
  type OnReport,
  type PeriodRanking,
  figuresOver,
} from './adapters/out/figures.grpc';
import type { CardCounts, Counts } from './tally';
import { PARTITIONS, type Simulation } from './simulation';

/** A unit's place. */
interface RankedUnit {
  readonly unit: string;
  readonly completed: string;
  readonly onTime: string;
  readonly satisfied: string;
  readonly yellow: number;
  readonly red: number;
}

/** A report. */
export interface Report {
  readonly submitted: number;
  readonly refused: Counts;
  /** Appeals by their status at the end; with the refused ones they are all that were submitted. */
  readonly byStatus: Counts;
  readonly total: number;
  readonly sums: boolean;
  readonly cards: CardCounts;
  /** Completions by what the answer check made of them 答非所问. */
  readonly answers: Counts;
  /** What people beside the unit did: sessions, contributions, orders, spot checks, deductions, contests. */
  readonly noted: Counts;
  readonly figures: readonly FigureCount[];
  readonly ranking: readonly RankedUnit[];
  /** As the pack lays them down, for every whole period within. */
  readonly rankings: readonly PeriodRanking[];
  readonly events: number;
  readonly acts: number;
  readonly refusedActs: Counts;
  readonly parked: number;
}

/** Makes the report of a period (epoch ms). */
export async function reportOf(
  simulation: Simulation,
  period: { readonly fromAt: number; readonly toAt: number },
  writeReport?: OnReport['write'],
): Promise<Report> {
  const { tally, town, versions } = simulation;
  const { figures, rankings } = await figuresOver(
    town.journal,
    versions,
    { ...period, partitions: PARTITIONS },
    writeReport && {
      casework: { describeCases: (asked) => town.call('casework', 'describeCases', asked) },
      write: writeReport,
    },
  );
  const counted = await town.call<{ byStatus: Counts; total: number }>('casework', 'countCases', {
    scopes: [],
  });
  const { 'taken-in': takenIn = 0, ...refused } = tally.of('submitted');
  const parked = Object.values(town.hosts).reduce((sum, { runtime }) => sum + runtime.parkedCount, 0);
  const byStatus = Object.fromEntries(Object.entries(counted.byStatus).sort());
  const inStates = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  return {
    submitted: tally.sum('submitted'),
    refused,
    byStatus,
    total: counted.total,
    sums: inStates === takenIn && counted.total === takenIn && parked === 0,
    cards: tally.cards,
    answers: tally.of('answers'),
    noted: tally.of('noted'),
    figures: figures['all'] ?? [],
    ranking: rankingOf(figures, tally.cards),
    rankings,
    events: tally.sum('events'),
    acts: tally.sum('acts'),
    refusedActs: tally.of('refused'),
    parked,
  };
}

/** Units by the rate of completion in time, then by satisfaction, then by name. */
function rankingOf(figures: FigureTable, { byUnit }: CardCounts): readonly RankedUnit[] {
  const units = Object.keys(figures).filter((group) => group !== 'all' && group !== '');
  const of = (unit: string, name: string) => figures[unit]?.find((figure) => figure.name === name);
  const place = (unit: string, name: string) => rate(of(unit, name)) ?? -1;
  const ordered = units.sort(
    (one, other) =>
      place(other, 'on-time-rate') - place(one, 'on-time-rate') ||
      place(other, 'satisfaction-expressed') - place(one, 'satisfaction-expressed') ||
      (one < other ? -1 : 1),
  );
  return ordered.map((unit) => {
    const { yellow = 0, red = 0 } = byUnit[unit] ?? {};
    const [completed, onTime, satisfied] = (
      ['completion-rate', 'on-time-rate', 'satisfaction-expressed'] as const
    ).map((name) => shown(of(unit, name))) as [string, string, string];
    return { unit, completed, onTime, satisfied, yellow, red };
  });
}

function rate(figure: FigureCount | undefined): number | undefined {
  return figure === undefined || figure.denominator === 0 ? undefined : figure.numerator / figure.denominator;
}

function shown(figure: FigureCount | undefined): string {
  return figure === undefined || figure.denominator === 0 ? '–' : `${figure.numerator}/${figure.denominator}`;
}
