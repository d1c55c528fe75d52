// The door to the figures. It answers while the journal is still being read and says how far it has come.
import {
  AnalyticsServiceService,
  type ListReportCasesRequest,
  type ListReportCasesResponse,
  RankResponse,
  type RankRequest,
} from '#contracts/gen/zhitong/analytics/v1/service';
import { type GrpcBinding, bindGrpc } from '#platform/edge/grpc-types';
import type { Pack } from '#policy/pack';
import { type FigurePorts, getFigures } from '../../app/get-figures';
import { getRanking } from '../../app/get-ranking';
import { CASE_ROWS } from '../../domain/case-rows';
import { type QuestionProblem, readQuestion } from '../../domain/figure-query';
import { figuresOf } from '../../domain/figures';
import { readRankingQuestion } from '../../domain/ranking-question';

const MOST_CASES = 1000;

/** What the door opens on. */
export interface AnalyticsDoor extends FigurePorts {
  /** The programmes in force, the one that governs the rest first. */
  readonly packs: () => readonly Pack[];
  readonly now: () => number;
}

/** Opens the door; a question that has no answer is told what is wrong with it. */
export function analyticsGrpc(door: AnalyticsDoor): GrpcBinding {
  return bindGrpc(AnalyticsServiceService, {
    getFigures: async (request) => {
      const read = readQuestion(request, door.now());
      if (!read.ok) return { rows: [], asOf: 0, stale: false, refused: refusal(read.problem) };
      const definitions = figuresOf(door.packs().flatMap(({ figures }) => figures));
      const answer = await getFigures(definitions, read.question, request.covering, door);
      return {
        rows: answer.groups.map(({ group, figures }) => ({
          group,
          figures: figures.map(({ name, measure, numerator, denominator, medianMs, p90Ms }) => {
            return { name, measure, numerator, denominator, medianMs, p90Ms };
          }),
        })),
        asOf: answer.asOf,
        stale: answer.stale,
        refused: undefined,
      };
    },
    rank: (request) => rank(request, door),
    listReportCases: (request) => listReportCases(request, door),
  });
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
