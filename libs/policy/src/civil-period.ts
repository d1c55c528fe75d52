// 统计期: a period as an office writes it – a day, a month, a quarter, a half-year, a year – and the instants it
// lasts from and to. Rankings, reports and tables are drawn up by it (AN-2, AN-5).
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, type CivilDay, civilDayOf, isCivilDay, startOfDay } from '#working-calendar/civil-day';
import type { PERIODS } from './pack-words';

/** How long a period is; one of `PERIODS` that has a beginning. */
export type PeriodKind = Exclude<(typeof PERIODS)[number], 'when-needed'>;

/** A period: [fromAt, toAt), epoch ms, midnight to midnight in Asia/Shanghai. */
export interface CivilPeriod {
  readonly kind: PeriodKind;
  readonly fromAt: number;
  readonly toAt: number;
}

const SHAPES = [
  ['month', /^(\d{4})-(\d{2})$/, 1],
  ['quarter', /^(\d{4})Q([1-4])$/, 3],
  ['half-year', /^(\d{4})H([12])$/, 6],
  ['year', /^(\d{4})()$/, 12],
] as const;

/**
 * Reads `2026-05-07`, `2026-05`, `2026Q1`, `2026H1` or `2026`; anything else is `PERIOD_UNREADABLE`. Years
 * run from 1992 (+08:00 without summer time) to 2100.
 */
export function readPeriod(text: string): Result<CivilPeriod, 'PERIOD_UNREADABLE'> {
  if (isCivilDay(text)) return lasting('day', text, addDays(text, 1));
  for (const [kind, shape, months] of SHAPES) {
    const [, year, part] = shape.exec(text) ?? [];
    if (year === undefined) continue;
    const first = (Number(part || 1) - 1) * months;
    if (first < 0 || first > 11) break;
    return lasting(kind, firstDay(Number(year), first), firstDay(Number(year), first + months));
  }
  return refuse('PERIOD_UNREADABLE');
}

/** The names of the whole periods of a length that lie within [fromAt, toAt), epoch ms, in their order. */
export function periodsWithin(kind: PeriodKind, fromAt: number, toAt: number): readonly string[] {
  const names = new Set<string>();
  for (let day = civilDayOf(fromAt); startOfDay(day) < toAt; day = addDays(day, 1))
    names.add(nameOf(kind, day));
  return [...names].filter((name) => {
    const read = readPeriod(name);
    return read.ok && read.value.fromAt >= fromAt && read.value.toAt <= toAt;
  });
}

/** The name of the period of that length in which a day lies. */
function nameOf(kind: PeriodKind, day: CivilDay): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const names: Readonly<Record<PeriodKind, string>> = {
    day,
    month: day.slice(0, 7),
    quarter: `${year}Q${Math.ceil(month / 3)}`,
    'half-year': `${year}H${Math.ceil(month / 6)}`,
    year,
  };
  return names[kind];
}

function lasting(
  kind: PeriodKind,
  from: CivilDay,
  until: CivilDay,
): Result<CivilPeriod, 'PERIOD_UNREADABLE'> {
  if (from < '1992-01-01' || from > '2100-12-31') return refuse('PERIOD_UNREADABLE');
  return ok({ kind, fromAt: startOfDay(from), toAt: startOfDay(until) });
}

/** First day of the month, counted from January as 0; 12 is January of the next year. */
function firstDay(year: number, month: number): CivilDay {
  const day = new Date(Date.UTC(year, month, 1)).toISOString();
  return day.slice(0, 10);
}
