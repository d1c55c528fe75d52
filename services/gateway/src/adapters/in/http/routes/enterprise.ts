// The door of the enterprise: it hands its appeal in, follows it and says what it thinks of the answer (IN-1,
// IN-7). A number and its query code open one case; a wrong number and a wrong code are answered alike.
import type { z } from 'zod';
import { ANYONE } from '../../../../app/roles';
import { harmlessEcho } from '../echo';
import type { Edge } from '../edge';
import { withLibraryAnswer } from '../library-answer';
import {
  type Answer,
  type Asking,
  answered,
  type Refused,
  type Route,
  refused,
  route,
  operationId,
} from '../route';
import * as schema from '../schemas';
import { answerOf } from '../command-answer';
import { enterpriseJson, isoOf, receiptJson } from '../../../mapping/case-json';

type Intake = Edge['peers']['intake'];
type Casework = Edge['peers']['casework'];
type IntakeCommand = Parameters<Intake['execute']>[0]['command'];
type CaseworkCommand = Parameters<Casework['execute']>[0]['command'];
type Found = Awaited<ReturnType<Intake['findByNumber']>>;
type Submitted = Awaited<ReturnType<Intake['submit']>>;

const OPEN = { enter: ANYONE, tag: 'enterprise' } as const;

/** Rows of the enterprise. */
export function enterpriseRoutes(edge: Edge): readonly Route[] {
  return [submitRoute(edge), lookRoute(edge), ...intakeActs(edge), ...caseworkActs(edge)];
}

function submitRoute({ peers }: Edge): Route {
  return route({
    id: 'submitAppeal',
    method: 'POST',
    path: '/api/v1/channels/{channel}/appeals',
    enter: ANYONE,
    tag: 'channel',
    summary: {
      zh: '提交诉求；重复推送返回首次回执',
      en: 'Hand an appeal in; a repeat gets the first receipt',
    },
    params: schema.channelParams,
    body: schema.submission,
    replies: { 201: schema.receipt, 200: schema.receipt },
    handle: async ({ params, body }) => {
      const {
        kind = '',
        topic = '',
        template = '',
        fields = {},
        protect = false,
        enterprise,
        ...rest
      } = body;
      const { uscc = '', tags = [] } = enterprise;
      const attachments = attachmentsWire(body.attachments);
      const chosen = {
        ...{ kind, topic, template, fields, attachments, protect },
        enterprise: { ...enterprise, uscc, tags },
      };
      return submittedAnswer(await peers.intake.submit({ channel: params.channel, ...rest, ...chosen }));
    },
  });
}

function attachmentsWire(files: z.infer<typeof schema.submission>['attachments'] = []) {
  return files.map(({ fileId = '', name = '', url = '', mediaType = '', size = 0, purpose = '' }) => {
    return { fileId, digest: '', name, url, mediaType, size, purpose };
  });
}

function submittedAnswer({ outcome }: Submitted): Answer {
  switch (outcome?.$case) {
    case 'created':
      return answered(201, receiptJson(outcome.value));
    case 'repeated':
      return answered(200, receiptJson(outcome.value));
    case 'refused':
      return submissionRefused(outcome.value.problems);
    case undefined:
      throw new Error('Intake answered nothing');
  }
}

/** Field by field, as intake found them; a door that does not exist is an address that does not exist. */
function submissionRefused(
  problems: readonly { code: string; field: string; params: Record<string, string> }[],
): Refused {
  const fields = problems.map(({ code, field, params }) => ({ code, field, params: harmlessEcho(params) }));
  const door = fields.find(({ code }) => code === 'CHANNEL_UNKNOWN');
  return { ...refused(door ? door.code : 'INPUT_INVALID', door?.params ?? {}, fields), service: 'intake' };
}

function lookRoute(edge: Edge): Route {
  const { peers } = edge;
  return route({
    ...OPEN,
    id: 'getOwnAppeal',
    method: 'GET',
    path: '/api/v1/appeals/{number}',
    summary: { zh: '凭编号和查询码查看进度', en: 'See where an appeal stands, by number and query code' },
    params: schema.numberParams,
    query: schema.enterpriseQuery,
    replies: { 200: schema.enterpriseCase },
    handle: async ({ params: { number }, query: { queryCode, covering = '' }, asking }) => {
      const found = await foundBy(edge, { number, queryCode }, asking);
      if ('refused' in found) return found;
      const question = { appealId: found.appealId, number: '', view: 'enterprise', covering };
      const { case: detail, stale } = await peers.casework.getCase(question);
      if (detail)
        return answered(200, { ...(await withLibraryAnswer(peers, enterpriseJson(detail))), stale });
      return answered(200, notYetFolded(number, found.status, found.submittedAt));
    },
  });
}

/** The appeal is stored and its file is still being folded: what intake knows is shown. */
function notYetFolded(number: string, status: string, submittedAt: number) {
  const nothing = { channel: '', kind: '', topic: '', title: '', content: '', lead: '', answer: '' };
  return {
    ...{ ...nothing, number, status, statusAt: isoOf(submittedAt), submittedAt: isoOf(submittedAt) },
    ...{
      articleId: '',
      joinedToNumber: '',
      rating: '',
      urged: 0,
      nameProtected: false,
      stepTimes: {},
      timeline: [],
      stale: true,
    },
  };
}

function intakeActs(edge: Edge): readonly Route[] {
  const act = (appealId: string, asking: Asking, command: IntakeCommand) =>
    edge.peers.intake
      .execute({ meta: metaOf(appealId, asking), command })
      .then((reply) => answerOf('intake', reply));
  return [
    route({
      ...rowOf('material', { zh: '补充材料', en: 'Add material' }),
      body: schema.material,
      handle: ({ params, body: { queryCode, text = '', attachments }, asking }) =>
        opened(edge, { ...params, queryCode }, asking, (id) =>
          act(id, asking, {
            $case: 'addMaterial',
            value: { text, attachments: attachmentsWire(attachments) },
          }),
        ),
    }),
    route({
      ...rowOf('withdraw', { zh: '撤回诉求', en: 'Withdraw the appeal' }),
      body: schema.withdrawal,
      handle: ({ params, body: { queryCode, reason = '' }, asking }) =>
        opened(edge, { ...params, queryCode }, asking, (id) =>
          act(id, asking, { $case: 'withdraw', value: { reason } }),
        ),
    }),
    route({
      ...rowOf('urge', { zh: '催办', en: 'Urge' }),
      body: schema.urging,
      handle: ({ params, body: { queryCode, note = '' }, asking }) =>
        opened(edge, { ...params, queryCode }, asking, (id) =>
          act(id, asking, { $case: 'urge', value: { note } }),
        ),
    }),
    route({
      ...rowOf('lift-protection', { zh: '解除保护', en: 'Lift the protection' }),
      body: schema.ownCode,
      handle: ({ params, body: { queryCode }, asking }) =>
        opened(edge, { ...params, queryCode }, asking, (id) =>
          act(id, asking, { $case: 'liftProtection', value: {} }),
        ),
    }),
  ];
}

function caseworkActs(edge: Edge): readonly Route[] {
  const act = (appealId: string, asking: Asking, command: CaseworkCommand) =>
    edge.peers.casework
      .execute({ meta: metaOf(appealId, asking), command })
      .then((reply) => answerOf('casework', reply));
  return [
    route({
      ...rowOf('rate', { zh: '评价', en: 'Rate the answer' }),
      body: schema.ratingBody,
      handle: ({ params, body: { queryCode, rating, comment = '' }, asking }) =>
        opened(edge, { ...params, queryCode }, asking, (id) =>
          act(id, asking, { $case: 'rate', value: { rating, comment } }),
        ),
    }),
    route({
      ...rowOf('dispute', { zh: '对答复提出异议', en: 'Dispute the answer' }),
      body: schema.disputeBody,
      handle: ({ params, body: { queryCode, reason }, asking }) =>
        opened(edge, { ...params, queryCode }, asking, (id) =>
          act(id, asking, { $case: 'dispute', value: { reason } }),
        ),
    }),
  ];
}

function rowOf(act: string, summary: Route['summary']) {
  return {
    ...OPEN,
    id: operationId(act, 'OwnAppeal'),
    method: 'POST' as const,
    path: `/api/v1/appeals/{number}/${act}`,
    summary,
    params: schema.numberParams,
    replies: { 200: schema.decided },
    command: true as const,
  };
}

async function opened(
  edge: Edge,
  held: Held,
  asking: Asking,
  act: (appealId: string) => Promise<Answer>,
): Promise<Answer> {
  const found = await foundBy(edge, held, asking);
  return 'refused' in found ? found : act(found.appealId);
}

/** What the enterprise holds in its hands. */
interface Held {
  readonly number: string;
  readonly queryCode: string;
}

/** The appeal that number and code open. Who tried too many codes is told when he may try again (IN-7). */
export async function foundBy(
  { peers, brake }: Edge,
  held: Held,
  { address }: Asking,
): Promise<Found | Refused> {
  const { number } = held;
  const found = await brake.attempt({ number, address }, () => peers.intake.findByNumber(held));
  if (!('braked' in found)) return found.appealId === '' ? refused('NOT_FOUND') : found;
  const { retryAfterS } = found;
  return { ...refused('TOO_MANY_TRIES', { minutes: String(Math.ceil(retryAfterS / 60)) }), retryAfterS };
}

/**
 * Whoever holds the query code is the enterprise; a token he may hold besides gives him no other part here.
 */
function metaOf(appealId: string, { commandId, expectedSeq }: Asking) {
  return { commandId, appealId, expectedSeq, actor: { role: 'enterprise', id: 'enterprise', unit: '' } };
}
