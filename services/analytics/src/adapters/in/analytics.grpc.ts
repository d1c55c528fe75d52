// The door to the figures. It answers while the journal is still being read and says how far it has come.
import {
  AnalyticsServiceService,
  type AppraiseRequest,
  AppraiseResponse,
  type Figure,
  type ListReportCasesRequest,
  type ListReportCasesResponse,
  RankResponse,
  type RankRequest,
} from '#contracts/gen/zhitong/analytics/v1/service';
import { type GrpcBinding, bindGrpc } from '#platform/edge/grpc-types';
import type { Pack } from '#policy/pack';
import type { Profile } from '#policy/profile';
import { percentOf, USUAL_ROUNDING } from '#policy/share';
import { type FigurePorts, getFigures, type ShownFigure } from '../../app/get-figures';
import { getRanking } from '../../app/get-ranking';
import { CASE_ROWS } from '../../domain/case-rows';
import { verdictOf } from '../../domain/figure-target';
import { type QuestionProblem, readQuestion } from '../../domain/figure-query';
import { figuresOf } from '../../domain/figures';
import { readRankingQuestion } from '../../domain/ranking-question';

const MOST_CASES = 1000;
const MINUTE_MS = 60_000;

/** What the door opens on. */
export interface AnalyticsDoor extends FigurePorts {
  /** The programmes in force, the one that governs the rest first. */
  readonly packs: () => readonly Pack[];
  readonly baselines: () => Profile['baselines'];
  readonly now: () => number;
}

/** Opens the door; a question that has no answer is told what is wrong with it. */
export function analyticsGrpc(door: AnalyticsDoor): GrpcBinding {
  return bindGrpc(AnalyticsServiceService, {
    getFigures: async (request) => {
      const read = readQuestion(request, door.now());
      if (!read.ok) return { rows: [], asOf: 0, stale: false, refused: refusal(read.problem) };
      const packs = door.packs().filter(({ id }) => [id, ''].includes(request.pack));
      const definitions = figuresOf(packs);
      const answer = await getFigures(definitions, read.question, request.covering, door);
      return {
        rows: answer.groups.map(({ group, figures }) => ({
          group,
          figures: figures.map((figure) => figureWire(figure, packs, door)),
        })),
        asOf: answer.asOf,
        stale: answer.stale,
        refused: undefined,
      };
    },
    rank: (request) => rank(request, door),
    appraise: (request) => appraise(request, door),
    listReportCases: (request) => listReportCases(request, door),
  });
}

/** A target is one programme's: over the appeals of several there is none to reach. */
function figureWire(figure: ShownFigure, packs: readonly Pack[], { baselines }: AnalyticsDoor): Figure {
  const { name, measure, numerator, denominator, medianMs, p90Ms } = figure;
  const { beforeNumerator, beforeDenominator, excluded } = figure;
  const [pack, ...others] = packs;
  const own = others.length === 0 ? pack?.figures.find(({ id }) => id === name) : undefined;
  const minutes = baselines()?.find((one) => one.figure === name)?.medianMinutes;
  const baselineMs = minutes === undefined ? undefined : minutes * MINUTE_MS;
  const { digits = USUAL_ROUNDING.digits, target, reduction } = own ?? {};
  return {
    ...{ name, measure, numerator, denominator, medianMs, p90Ms },
    ...{ beforeNumerator, beforeDenominator, excluded },
    shown: measure === 'rate' && denominator > 0 ? percentOf(numerator, denominator, { digits }) : '',
    target: target ?? 0,
    reduction: reduction ?? 0,
    baselineMs: reduction === undefined ? 0 : (baselineMs ?? 0),
    verdict: verdictOf(figure, { target, reduction }, baselineMs),
  };
}

async function rank(request: RankRequest, door: AnalyticsDoor): Promise<RankResponse> {
  const read = readRankingQuestion(request, door.packs(), door.now());
  if (!read.ok) return RankResponse.fromPartial({ refused: refusal(read.problem) });
  const { pack, ranking, question, running } = read.question;
  const { units, asOf, stale } = await getRanking(read.question, request.covering, door);
  const { fromAt, toAt, cutOffAt } = question;
  return {
    ...{ pack: pack.id, ranking: ranking.id, fromAt, toAt, cutOffAt, running, asOf, stale },
    units: units.map(({ figures, ...unit }) => ({ ...unit, figures: [...figures] })),
    refused: undefined,
  };
}

async function appraise(request: AppraiseRequest, { facts, now }: AnalyticsDoor): Promise<AppraiseResponse> {
  const read = readQuestion({ ...request, by: 'unit' }, now());
  if (!read.ok) return AppraiseResponse.fromPartial({ refused: refusal(read.problem) });
  const { items, asOf, old } = await facts.appraisal({ ...read.question, unit: request.unit });
  const shown = items.map(({ key: appealId, ...item }) => ({ appealId, ...item }));
  return { items: shown, asOf, stale: old, refused: undefined };
}

async function listReportCases(
  { rows, cursor, limit, ...period }: ListReportCasesRequest,
  { facts }: AnalyticsDoor,
): Promise<ListReportCasesResponse> {
  const known = CASE_ROWS.find((one) => one === rows);
  if (!known) throw new Error(`There are no rows ${rows}`);
  const [, submittedAt = '-1', key = ''] = /^(\d+)\/(.+)$/.exec(cursor) ?? [];
  const asked = { ...period, rows: known, after: { submittedAt: Number(submittedAt), key } };
  const most = Math.min(MOST_CASES, Math.max(1, limit));
  const found = await facts.cases({ ...asked, limit: most });
  const last = found.length === most ? found.at(-1) : undefined;
  return {
    cases: found.map(({ key: appealId, ...one }) => ({ appealId, ...one })),
    nextCursor: last ? `${last.submittedAt}/${last.key}` : '',
  };
}

function refusal({ code, field, params }: QuestionProblem) {
  return { code, field, params: { ...params } };
}
