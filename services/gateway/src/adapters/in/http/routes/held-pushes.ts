// Pushes of platforms that wait for a person to say what a code means (IN-1): what was read, what is not
// known, since when, and the word of whoever the packs let give it. Each is an enterprise whose desk clock
// runs.
import { z } from 'zod';
import { giving } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import { answerOf } from '../command-answer';
import type { Edge } from '../edge';
import { type Answer, type Asking, answered, type Route, route } from '../route';
import { decided } from '../schemas';

const PATH = '/api/v1/held-pushes';
const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');
const params = z.strictObject({ push: text.max(64).describe('id · 推送 id') });

const held = z.strictObject({
  ...{ id: text, number: text, door: text, sourceNumber: text },
  since: time,
  dueAt: time.describe('end of the desk clock, which runs from the arrival · 即时转办期限'),
  unmapped: z.record(z.string(), text).describe('codes without a meaning by field · 未对照的代码'),
  ...{ kind: text, topic: text, region: text, uscc: text, title: text, content: text },
  ...{ enterpriseName: text, contactName: text, contactPhone: text, attachments: z.number() },
});

/** The rows. */
export function heldPushRoutes(edge: Edge): readonly Route[] {
  return [listRoute(edge), releaseRoute(edge), rejectRoute(edge)];
}

function listRoute({ peers }: Edge): Route {
  return route({
    id: 'listHeldPushes',
    method: 'GET',
    path: PATH,
    enter: giving('ReleasePush'),
    tag: 'case',
    summary: { zh: '待核代码的推送', en: 'Pushes that wait for a person' },
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).optional() }),
    replies: { 200: z.strictObject({ pushes: z.array(held) }) },
    handle: async ({ query: { limit = 100 } }) => {
      const { pushes } = await peers.intake.listHeldPushes({ limit });
      const shown = pushes.map(({ appealId: id, since, dueAt, ...rest }) => {
        return { id, ...rest, since: isoOf(since), dueAt: isoOf(dueAt) };
      });
      return answered(200, { pushes: shown });
    },
  });
}

function releaseRoute(edge: Edge): Route {
  const code = text.max(60).optional();
  return route({
    id: 'releasePush',
    method: 'POST',
    path: `${PATH}/{push}/release`,
    enter: giving('ReleasePush'),
    tag: 'case',
    summary: { zh: '说明代码含义，按所推内容受理', en: 'Say what the codes mean; the appeal is taken in' },
    params,
    body: z.strictObject({ kind: code, topic: code, region: code }),
    replies: { 200: decided },
    command: true,
    handle: ({ params: { push }, body: { kind = '', topic = '', region = '' }, asking }) =>
      tell(edge, push, asking, { $case: 'releasePush', value: { kind, topic, region } }),
  });
}

function rejectRoute(edge: Edge): Route {
  return route({
    id: 'rejectPush',
    method: 'POST',
    path: `${PATH}/{push}/rejection`,
    enter: giving('ReleasePush'),
    tag: 'case',
    summary: { zh: '退回推送，理由答复来源平台', en: 'Reject a push; its platform is told why' },
    params,
    body: z.strictObject({ reason: text.max(4000) }),
    replies: { 200: decided },
    command: true,
    handle: ({ params: { push }, body: value, asking }) =>
      tell(edge, push, asking, { $case: 'rejectPush', value }),
  });
}

async function tell(
  { peers }: Edge,
  appealId: string,
  { actor, commandId, expectedSeq }: Asking,
  command: Parameters<Edge['peers']['intake']['execute']>[0]['command'],
): Promise<Answer> {
  const meta = { appealId, actor, commandId, expectedSeq };
  return answerOf('intake', await peers.intake.execute({ meta, command }));
}
