// A question for a ranking: which programme's, over which period, seen from which day. The cut-off is the end
// of the period, so that the same ranking comes out for ever; while the period runs it is now, and the answer
// says that the order may still change.
import { type PeriodKind, readPeriod } from '#policy/civil-period';
import type { Pack } from '#policy/pack';
import { type FigureQuestion, problem, type QuestionProblem } from './figure-query';

/** A ranking as asked for; empty and 0 are the defaults (see `RankRequest`). */
interface RankingAsked {
  readonly ranking: string;
  readonly pack: string;
  readonly period: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly cutOffAt: number;
}

/** A ranking that can be drawn up. */
export interface RankingQuestion {
  readonly pack: Pack;
  readonly ranking: Pack['rankings'][number];
  readonly question: FigureQuestion;
  /** The period is not over at the cut-off. */
  readonly running: boolean;
}

type Read<T> = { ok: true; question: T } | { ok: false; problem: QuestionProblem };

/** Reads a question for a ranking of `packs`; a period named must be as long as the ranking's. */
export function readRankingQuestion(
  asked: RankingAsked,
  packs: readonly Pack[],
  now: number,
): Read<RankingQuestion> {
  const offered = packs.filter(({ id }) => asked.pack === '' || id === asked.pack);
  const pack = offered.find(({ rankings }) => rankings.some(({ id }) => id === asked.ranking));
  const ranking = pack?.rankings.find(({ id }) => id === asked.ranking);
  if (!pack || !ranking) {
    const known = packs.flatMap(({ rankings }) => rankings.map(({ id }) => id)).join(', ') || '–';
    return problem('RANKING_UNKNOWN', 'ranking', { known });
  }
  const period = periodOf(asked, ranking.every);
  if (!period.ok) return period;
  const { fromAt, toAt } = period.question;
  if (toAt <= fromAt) return problem('PERIOD_REVERSED', 'to');
  const cutOffAt = asked.cutOffAt || Math.min(now, toAt - 1);
  if (cutOffAt < fromAt) return problem('CUT_OFF_BEFORE_PERIOD', 'cutOff');
  const question: FigureQuestion = { fromAt, toAt, cutOffAt, by: 'unit', pack: pack.id };
  return { ok: true, question: { pack, ranking, question, running: cutOffAt < toAt - 1 } };
}

function periodOf(
  { period, fromAt, toAt }: RankingAsked,
  every: PeriodKind | 'when-needed',
): Read<{ fromAt: number; toAt: number }> {
  if (period === '') return { ok: true, question: { fromAt, toAt } };
  const read = readPeriod(period);
  if (!read.ok) return problem('PERIOD_UNREADABLE', 'period');
  if (every !== 'when-needed' && read.value.kind !== every) {
    return problem('PERIOD_OF_ANOTHER_LENGTH', 'period', { every });
  }
  return { ok: true, question: read.value };
}
