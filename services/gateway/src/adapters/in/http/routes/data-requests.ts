// Requests for data (HD-8; CR 二-4): those addressed to one's unit over all cases, those of a case with the
// log of who read, and the acts on them. What was provided is answered to `read-data` alone, after the
// reading was written down – every reading anew: a repeated key makes no second look free.
import { randomUUID } from 'node:crypto';
import { successionIn } from '#policy/succession';
import { DATA_ACTS, type DataAct, mayRequestData, possibleDataActs } from '../../../../app/data-acts';
import { giving, reading } from '../../../../app/roles';
import { dataRequestJson, readingsJson, templateJson } from '../../../mapping/data-json';
import { ofSeenCases, ownUnitOf } from '../case-rights';
import { answerOf, withUnitField } from '../command-answer';
import * as schema from '../data-schemas';
import type { Edge } from '../edge';
import { unknownCodes } from '../known-codes';
import { type Answer, type Asking, type Refused, type Route, answered, route, operationId } from '../route';
import { caseParams, decided } from '../schemas';
import { openCase } from './open-case';
import { openDataRequests } from './open-requests';
import { withWayOut } from './way-out';

type Command = Parameters<Edge['peers']['casework']['execute']>[0]['command'];
type Body<N extends DataAct> = ReturnType<(typeof schema.DATA_BODIES)[N]['parse']>;

/** Rows of reading and of the acts. */
export function dataRequestRoutes(edge: Edge): readonly Route[] {
  return [listRoute(edge), ofCaseRoute(edge), ...actRows(edge), readRoute(edge)];
}

function listRoute(edge: Edge): Route {
  return route({
    id: 'listDataRequests',
    method: 'GET',
    path: '/api/v1/data-requests',
    enter: reading('words'),
    tag: 'case',
    summary: { zh: '数据调用', en: 'Requests for data, those to your unit if you read for one' },
    query: schema.dataListQuery,
    replies: { 200: schema.dataList },
    handle: async ({ query: { unit = '', state = 'open', limit = 0, cursor = '' }, asking }) => {
      const wrong = unknownCodes(edge, { unit });
      if (wrong) return wrong;
      const own = ownUnitOf(edge, asking);
      const question = {
        appealId: '',
        unit: own || unit,
        ownUnit: own,
        state: state === 'all' ? '' : state,
        limit,
        cursor,
      };
      const { requests, nextCursor } = await edge.peers.casework.listDataRequests(question);
      const seen = own === '' ? await ofSeenCases(edge, asking, requests, 'words') : requests;
      const shown = seen.map((one) => dataRequestJson(one, edge.versions.pack(one.packHash)));
      return answered(200, { requests: shown, nextCursor });
    },
  });
}

function ofCaseRoute(edge: Edge): Route {
  return route({
    id: 'getDataRequests',
    method: 'GET',
    path: '/api/v1/cases/{case}/data-requests',
    enter: reading('words'),
    tag: 'case',
    summary: { zh: '本件的数据调用与查阅留痕', en: 'Requests for data of a case, with the log of readings' },
    params: caseParams,
    replies: { 200: schema.dataOfCase },
    handle: async ({ params, asking }) => {
      const opened = await openDataRequests(edge, asking, params.case);
      if ('refused' in opened) return opened;
      const { requests, pack } = opened;
      const { successorOf } = successionIn(edge.versions.profile());
      const who = { ...asking.actor, unit: successorOf(asking.actor.unit) };
      const atHand = { ...opened.atHand, lead: successorOf(opened.atHand.lead) };
      const shown = requests.map((one) => {
        const sides = {
          fromUnit: successorOf(one.fromUnit),
          ofUnit: successorOf(one.ofUnit),
          step: one.step,
        };
        // A request goes on under the pack under which it was made, whatever governs the case since.
        const its = edge.versions.pack(one.packHash);
        const possible = possibleDataActs(its, who, atHand, sides);
        const line = dataRequestJson(one, its);
        return { ...line, log: readingsJson(one), possible };
      });
      const may = mayRequestData(pack, who, atHand);
      const templates = may ? (pack.dataRequests?.templates.map(templateJson) ?? []) : [];
      return answered(200, { possible: may ? ['request-data'] : [], templates, requests: shown });
    },
  });
}

function actRows(edge: Edge): readonly Route[] {
  return [
    act(edge, 'request-data', { zh: '发起数据调用', en: 'Ask another unit for data' }, (value) => {
      return { $case: 'requestData', value };
    }),
    act(edge, 'provide-data', { zh: '提供数据', en: 'Provide data' }, (body) => {
      const { requestNo, fields = {}, text = '' } = body;
      return { $case: 'provideData', value: { requestNo, fields, text } };
    }),
    act(edge, 'refuse-data', { zh: '拒绝提供数据', en: 'Refuse to provide data' }, (value) => {
      return { $case: 'refuseData', value };
    }),
    act(edge, 'withdraw-data-request', { zh: '撤回数据调用', en: 'Withdraw a request' }, (value) => {
      return { $case: 'withdrawDataRequest', value };
    }),
  ];
}

const pathOf = (name: DataAct) => `/api/v1/cases/{case}/data-requests/${name}`;

function act<N extends Exclude<DataAct, 'read-data'>>(
  edge: Edge,
  name: N,
  summary: Route['summary'],
  commandOf: (body: Body<N>) => Command,
): Route {
  return route({
    id: operationId(name, 'Case'),
    method: 'POST',
    path: pathOf(name),
    enter: giving(DATA_ACTS[name]),
    tag: 'case',
    summary,
    params: caseParams,
    body: schema.DATA_BODIES[name],
    replies: { 200: decided },
    command: true,
    handle: async ({ params, body, asking }) => {
      const appealId = await openCase(edge, params.case);
      if (typeof appealId !== 'string') return appealId;
      const { actor, commandId, expectedSeq } = asking;
      const meta = { appealId, actor, commandId, expectedSeq };
      const command = commandOf(body as Body<N>);
      const answer = answerOf('casework', await edge.peers.casework.execute({ meta, command }));
      if (answer.refused !== true) return answer;
      return toldOn(edge, asking, { appealId, name, refusal: withUnitField(answer, body) });
    },
  });
}

/** The one address that answers what was provided; nobody is answered whose reading is not on record. */
function readRoute(edge: Edge): Route {
  const name = 'read-data';
  return route({
    id: operationId(name, 'Case'),
    method: 'POST',
    path: pathOf(name),
    enter: giving(DATA_ACTS[name]),
    tag: 'case',
    summary: { zh: '查阅所提供的数据（留痕）', en: 'Open what was provided, on record' },
    params: caseParams,
    body: schema.DATA_BODIES[name],
    replies: { 200: schema.providedData },
    command: true,
    handle: async ({ params, body: { requestNo, purpose }, asking }) => {
      const appealId = await openCase(edge, params.case);
      if (typeof appealId !== 'string') return appealId;
      const { actor, expectedSeq } = asking;
      const meta = { appealId, actor, commandId: randomUUID(), expectedSeq };
      const { outcome } = await edge.peers.casework.readData({ meta, requestNo, purpose });
      if (outcome?.$case === 'data') return answered(200, outcome.value);
      const refusal = answerOf('casework', { outcome });
      return refusal.refused === true ? toldOn(edge, asking, { appealId, name, refusal }) : refusal;
    },
  });
}

/** A unit that was asked does not read the case and is told all the same what became of its answer. */
async function toldOn(
  edge: Edge,
  asking: Asking,
  { appealId, name, refusal }: { appealId: string; name: DataAct; refusal: Refused },
): Promise<Answer> {
  const told = await withWayOut(edge, asking, { appealId, command: DATA_ACTS[name], refusal });
  if (told.code !== 'NOT_FOUND') return told;
  return 'refused' in (await openDataRequests(edge, asking, appealId)) ? told : refusal;
}
