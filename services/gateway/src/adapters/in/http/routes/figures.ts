// What is counted: figures, and the rankings a programme lays down (AN-1, AN-2).
import { parseInstant } from '#policy/instant';
import { reading } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import { figureJson } from '../../../mapping/figure-json';
import type { Edge } from '../edge';
import * as schema from '../figure-schemas';
import { answered, type FieldRefusal, type Refused, refused, type Route, route } from '../route';

const GET = { method: 'GET', tag: 'reference' } as const;
const THIRTY_DAYS_MS = 30 * 86_400_000;

/** Rows of what is counted. */
export function figureRoutes(edge: Edge): readonly Route[] {
  return [figuresRoute(edge), rankingRoute(edge)];
}

function figuresRoute({ peers, now }: Edge): Route {
  return route({
    ...GET,
    id: 'getFigures',
    path: '/api/v1/figures',
    enter: reading('states'),
    summary: { zh: '统计指标', en: 'Figures of a period' },
    query: schema.figuresQuery,
    replies: { 200: schema.figures },
    handle: async ({ query: { from, to, cutOff, by = 'all', pack = '', covering = '' } }) => {
      const end = now();
      const read = {
        from: instantOr(from, end - THIRTY_DAYS_MS),
        to: instantOr(to, end),
        cutOff: instantOr(cutOff, end),
      };
      const wrong = Object.entries(read).filter(([, at]) => at === undefined);
      if (wrong.length > 0) return malformed(wrong.map(([field]) => field));
      const period = { fromAt: read.from ?? 0, toAt: read.to ?? 0, cutOffAt: read.cutOff ?? 0 };
      const answer = await peers.analytics.getFigures({ ...period, by, pack, covering });
      if (answer.refused) return notAnswered(answer.refused);
      const { rows, asOf, stale } = answer;
      const shown = rows.map(({ group, figures }) => ({ group, figures: figures.map(figureJson) }));
      return answered(200, { rows: shown, asOf: isoOf(asOf), stale });
    },
  });
}

function rankingRoute({ peers }: Edge): Route {
  return route({
    ...GET,
    id: 'getRanking',
    path: '/api/v1/rankings/{ranking}',
    enter: reading('everything'),
    summary: { zh: '承办单位排名', en: 'The ranking of units in a period' },
    params: schema.rankingParams,
    query: schema.rankingQuery,
    replies: { 200: schema.ranking },
    handle: async ({ params: { ranking }, query: { period, cutOff, pack = '', covering = '' } }) => {
      const cutOffAt = instantOr(cutOff, 0);
      if (cutOffAt === undefined) return malformed(['cutOff']);
      const asked = { ranking, pack, period, fromAt: 0, toAt: 0, cutOffAt, covering };
      const {
        refused: problem,
        fromAt,
        toAt,
        cutOffAt: seenAt,
        asOf,
        ...rest
      } = await peers.analytics.rank(asked);
      if (problem) return notAnswered(problem);
      const times = { from: isoOf(fromAt), to: isoOf(toAt), cutOff: isoOf(seenAt), asOf: isoOf(asOf) };
      return answered(200, { ...rest, ...times });
    },
  });
}

/** What there is no answer to, by field. */
export function notAnswered(problem: FieldRefusal): Refused {
  return { ...refused('INPUT_INVALID', {}, [problem]), service: 'analytics' };
}

/** Refuses instants nobody can read. */
export function malformed(fields: readonly string[]): Refused {
  return refused(
    'INPUT_INVALID',
    {},
    fields.map((field) => ({ code: 'MALFORMED', field, params: { field } })),
  );
}

/** Reads an instant; what is not named is `otherwise`, what cannot be read undefined. */
export function instantOr(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return otherwise;
  const read = parseInstant(text);
  return read.ok ? read.value : undefined;
}
