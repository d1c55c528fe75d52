// What staff read of cases: the list, the file, the counts and the live stream. A handler sees the cases of
// his unit.
import { circumstancesOf, possibleActs } from '../../../../app/possible-acts';
import { STAFF } from '../../../../app/roles';
import { caseJson, summaryJson } from '../../../mapping/case-json';
import { fileForOps, summaryForOps } from '../without-words';
import type { Edge } from '../edge';
import { withLibraryAnswer } from '../library-answer';
import { answered, type Route, refused, route } from '../route';
import * as schema from '../schemas';
import { questionFor } from './open-case';

/** Rows of reading. */
export function caseRoutes(edge: Edge): readonly Route[] {
  return [listRoute(edge), fileRoute(edge), countsRoute(edge), liveRoute()];
}

function listRoute({ peers }: Edge): Route {
  return route({
    id: 'listCases',
    method: 'GET',
    path: '/api/v1/cases',
    roles: STAFF,
    tag: 'case',
    summary: { zh: '诉求列表', en: 'List cases' },
    query: schema.listQuery,
    replies: { 200: schema.caseList },
    handle: async ({ query, asking }) => {
      const { status = '', unit = '', channel = '', region = '', topic = '', card = '', text = '' } = query;
      const { answerVerdict = '' } = query;
      const urgent = query.urgent === 'true';
      const { sourceNumber = '', sort = 'newest', limit = 0, cursor = '' } = query;
      const own = asking.role === 'handler' ? asking.actor.unit : unit;
      const sourceNumbers = sourceNumber.split(',').filter((one) => one !== '');
      const filters = { status, unit: own, channel, region, topic, card, text, sourceNumbers, answerVerdict };
      const { cases, nextCursor, total } = await peers.casework.listCases({
        ...filters,
        urgent,
        sort,
        limit,
        cursor,
      });
      const shown = cases.map(summaryJson).map((one) => (asking.role === 'ops' ? summaryForOps(one) : one));
      return answered(200, { cases: shown, nextCursor, total });
    },
  });
}

function fileRoute({ peers }: Edge): Route {
  return route({
    id: 'getCase',
    method: 'GET',
    path: '/api/v1/cases/{case}',
    roles: STAFF,
    tag: 'case',
    summary: { zh: '诉求档案', en: 'A case file' },
    params: schema.caseParams,
    query: schema.caseQuery,
    replies: { 200: schema.caseFile },
    handle: async ({ params, query: { covering = '' }, asking }) => {
      const { case: found, stale } = await peers.casework.getCase(questionFor(params.case, covering));
      const summary = found?.summary;
      if (!found || !summary) return refused('NOT_FOUND');
      const mine = [summary.lead, ...summary.assist].includes(asking.actor.unit);
      if (asking.role === 'handler' && !mine) return refused('NOT_YOUR_UNIT', { unit: summary.lead });
      const about = circumstancesOf(summary, found.assisting, asking);
      const possible = possibleActs(summary.status, asking.role, about);
      const file = await withLibraryAnswer(peers, caseJson(found));
      return answered(200, { ...(asking.role === 'ops' ? fileForOps(file) : file), possible, stale });
    },
  });
}

function countsRoute({ peers }: Edge): Route {
  return route({
    id: 'getCounts',
    method: 'GET',
    path: '/api/v1/counts',
    roles: STAFF,
    tag: 'case',
    summary: { zh: '实时数量', en: 'Counts as of now' },
    replies: { 200: schema.counts },
    handle: async () => answered(200, await peers.casework.countCases({})),
  });
}

function liveRoute(): Route {
  return route({
    id: 'followLive',
    method: 'GET',
    path: '/api/v1/live',
    roles: STAFF,
    tag: 'case',
    summary: {
      zh: '实时变化（SSE）：事件 cases、counts，无个人信息',
      en: 'What changes as it changes (SSE): events cases and counts, nothing personal',
    },
    replies: {},
    stream: true,
    handle: async () => ({ refused: 'stream' }),
  });
}
