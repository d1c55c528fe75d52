// When the platform itself was down (SV-2): read by everybody with a role, because it excuses units; stated
// and withdrawn by whom the packs give it. It is about no case.
import { z } from 'zod';
import { giving, reading } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import { answerOf } from '../command-answer';
import type { Edge } from '../edge';
import { type Answer, type Asking, type Route, answered, route } from '../route';
import { decided } from '../schemas';
import { instantOr, malformed } from './figures';

/** The list there is one of for an instance. */
const LIST = 'outages';
const PATH = '/api/v1/outages';

const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');
const outage = z.strictObject({
  outageId: text,
  source: text.describe('the writer whose heartbeats were missing, or `stated` · 来源'),
  ...{ from: time, to: time, by: text, reason: text, recordedAt: time },
  ...{ withdrawnBy: text, withdrawnReason: text, withdrawnAt: time },
});

/** The rows. */
export function outageRoutes(edge: Edge): readonly Route[] {
  return [listRoute(edge), stateRoute(edge), withdrawRoute(edge)];
}

function listRoute({ peers }: Edge): Route {
  return route({
    id: 'listOutages',
    method: 'GET',
    path: PATH,
    enter: reading('states'),
    tag: 'reference',
    summary: { zh: '系统停机台账', en: 'When the platform itself was down' },
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).optional() }),
    replies: { 200: z.strictObject({ outages: z.array(outage) }) },
    handle: async ({ query: { limit = 50 } }) => {
      const { outages } = await peers.supervision.listOutages({ limit });
      const shown = outages.map(({ fromAt, toAt, recordedAt, withdrawnAt, ...rest }) => ({
        ...rest,
        ...{ from: isoOf(fromAt), to: isoOf(toAt) },
        ...{ recordedAt: isoOf(recordedAt), withdrawnAt: isoOf(withdrawnAt) },
      }));
      return answered(200, { outages: shown });
    },
  });
}

function stateRoute(edge: Edge): Route {
  return route({
    id: 'stateOutage',
    method: 'POST',
    path: PATH,
    enter: giving('StateOutage'),
    tag: 'reference',
    summary: { zh: '登记一次停机', en: 'State an outage that is over' },
    body: z.strictObject({
      from: text.max(40).describe('ISO 8601 · 起'),
      to: text.max(40).describe('ISO 8601, exclusive · 止'),
      reason: text.max(4000),
    }),
    replies: { 200: decided },
    command: true,
    handle: async ({ body: { from, to, reason }, asking }) => {
      const [fromAt, toAt] = [instantOr(from, 0), instantOr(to, 0)];
      if (fromAt === undefined || toAt === undefined)
        return malformed(fromAt === undefined ? ['from'] : ['to']);
      return tell(edge, asking, { $case: 'stateOutage', value: { fromAt, toAt, reason } });
    },
  });
}

function withdrawRoute(edge: Edge): Route {
  return route({
    id: 'withdrawOutage',
    method: 'POST',
    path: `${PATH}/withdrawal`,
    enter: giving('StateOutage'),
    tag: 'reference',
    summary: { zh: '撤销停机登记', en: 'Withdraw an outage that was stated in error' },
    body: z.strictObject({ outageId: text.max(80), reason: text.max(4000) }),
    replies: { 200: decided },
    command: true,
    handle: ({ body: value, asking }) => tell(edge, asking, { $case: 'withdrawOutage', value }),
  });
}

async function tell(
  { peers }: Edge,
  { actor, commandId }: Asking,
  command: Parameters<Edge['peers']['supervision']['executeOutage']>[0]['command'],
): Promise<Answer> {
  const meta = { appealId: LIST, actor, commandId, expectedSeq: undefined };
  return answerOf('supervision', await peers.supervision.executeOutage({ meta, command }));
}
