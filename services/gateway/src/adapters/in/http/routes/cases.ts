// What staff read of cases: the list, the file, the counts and the live stream, each as far as they see
// (TR-2).
import { reading } from '../../../../app/roles';
import { askedFor, holds, shownTo } from '../../../../app/sight';
import { caseJson, summaryJson } from '../../../mapping/case-json';
import { scopesWire } from '../../../mapping/scope-wire';
import { actsFor, ANY_CASE, sightFor } from '../case-rights';
import { fileWithoutWords, summaryWithoutWords } from '../without-words';
import type { Edge } from '../edge';
import { unknownCodes } from '../known-codes';
import { withLibraryAnswer } from '../library-answer';
import { answered, type Route, refused, route } from '../route';
import * as schema from '../schemas';
import { questionFor } from './open-case';

/** Rows of reading. */
export function caseRoutes(edge: Edge): readonly Route[] {
  return [listRoute(edge), fileRoute(edge), countsRoute(edge), liveRoute(edge)];
}

function listRoute(edge: Edge): Route {
  return route({
    id: 'listCases',
    method: 'GET',
    path: '/api/v1/cases',
    enter: reading('states'),
    tag: 'case',
    summary: { zh: '诉求列表', en: 'List cases' },
    query: schema.listQuery,
    replies: { 200: schema.caseList },
    handle: async ({ query, asking }) => {
      const { status = '', unit = '', channel = '', region = '', topic = '', card = '', text = '' } = query;
      const { answerVerdict = '', stage = '', class: underClass = '' } = query;
      const urgent = query.urgent === 'true';
      const { sourceNumber = '', sort = 'newest', limit = 0, cursor = '' } = query;
      const wrong = unknownCodes(edge, { unit, channel, region, topic, stage, class: underClass });
      if (wrong) return wrong;
      const sight = sightFor(edge, asking);
      // Words are searched where they may be read, or the search would tell what the list hides.
      const scopes = text === '' ? askedFor(sight.words, sight.states) : askedFor(sight.words);
      if (scopes === undefined) return answered(200, { cases: [], nextCursor: '', total: 0 });
      const sourceNumbers = sourceNumber.split(',').filter((one) => one !== '');
      const filters = { status, unit, channel, region, topic, card, text, sourceNumbers, answerVerdict };
      const question = {
        ...ANY_CASE,
        ...filters,
        ...{ stage, underClass },
        urgent,
        sort,
        limit,
        cursor,
        scopes: scopesWire(scopes),
      };
      const { cases, nextCursor, total } = await edge.peers.casework.listCases(question);
      const shown = cases.map((one) => {
        const line = summaryJson(one);
        return holds(sight.words, one) ? line : summaryWithoutWords(line);
      });
      return answered(200, { cases: shown, nextCursor, total });
    },
  });
}

function fileRoute(edge: Edge): Route {
  const { peers } = edge;
  return route({
    id: 'getCase',
    method: 'GET',
    path: '/api/v1/cases/{case}',
    enter: reading('states'),
    tag: 'case',
    summary: { zh: '诉求档案', en: 'A case file' },
    params: schema.caseParams,
    query: schema.caseQuery,
    replies: { 200: schema.caseFile },
    handle: async ({ params, query: { covering = '' }, asking }) => {
      const { case: found, stale } = await peers.casework.getCase(questionFor(params.case, covering));
      const summary = found?.summary;
      if (!found || !summary) return refused('NOT_FOUND');
      const shown = shownTo(sightFor(edge, asking), summary);
      if (shown === 'nothing') return refused('NOT_FOUND');
      const possible = actsFor(edge, asking, summary, found);
      const file = await withLibraryAnswer(peers, caseJson(found));
      return answered(200, { ...(shown === 'words' ? file : fileWithoutWords(file)), possible, stale });
    },
  });
}

function countsRoute(edge: Edge): Route {
  return route({
    id: 'getCounts',
    method: 'GET',
    path: '/api/v1/counts',
    enter: reading('states'),
    tag: 'case',
    summary: { zh: '实时数量', en: 'Counts as of now' },
    replies: { 200: schema.counts },
    handle: async ({ asking }) => {
      const { words, states } = sightFor(edge, asking);
      const scopes = askedFor(words, states);
      if (scopes === undefined) return answered(200, { byStatus: {}, byUnit: {}, byCard: {}, total: 0 });
      return answered(200, await edge.peers.casework.countCases({ scopes: scopesWire(scopes) }));
    },
  });
}

function liveRoute(edge: Edge): Route {
  return route({
    id: 'followLive',
    method: 'GET',
    path: '/api/v1/live',
    enter: reading('states'),
    tag: 'case',
    summary: {
      zh: '实时变化（SSE）：事件 cases，能看到全部诉求的还有 counts；无个人信息',
      en: 'What changes as it changes (SSE): events cases and, for who sees all, counts; nothing personal',
    },
    replies: {},
    stream: true,
    handle: async ({ asking }) => {
      const { words, states } = sightFor(edge, asking);
      return { refused: 'stream', counts: askedFor(words, states)?.length === 0 };
    },
  });
}
