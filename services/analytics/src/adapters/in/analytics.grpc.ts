// The door to the figures. It answers while the journal is still being read and says how far it has come.
import { AnalyticsServiceService } from '#contracts/gen/zhitong/analytics/v1/service';
import { type GrpcBinding, bindGrpc } from '#platform/edge/grpc-types';
import { getFigures } from '../../app/get-figures';
import type { FactReading } from '../../app/ports';
import type { FigureDefinition } from '../../domain/figure-definition';
import { readQuestion } from '../../domain/figure-query';

/** What the door opens on. */
export interface AnalyticsDoor {
  readonly facts: FactReading;
  /** Figures of the pack in force. */
  readonly definitions: () => readonly FigureDefinition[];
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** Opens the door; a question that has no answer is told what is wrong with it. */
export function analyticsGrpc(door: AnalyticsDoor): GrpcBinding {
  return bindGrpc(AnalyticsServiceService, {
    getFigures: async (request) => {
      const read = readQuestion(request, door.now());
      if (!read.ok) {
        const { code, field, params } = read.problem;
        return { rows: [], asOf: 0, stale: false, refused: { code, field, params: { ...params } } };
      }
      const answer = await getFigures(door.definitions(), read.question, request.covering, door);
      return {
        rows: answer.groups.map(({ group, figures }) => ({
          group,
          figures: figures.map(({ name, numerator, denominator, medianMs, p90Ms }) => {
            return { name, numerator, denominator, medianMs, p90Ms };
          }),
        })),
        asOf: answer.asOf,
        stale: answer.stale,
        refused: undefined,
      };
    },
  });
}
