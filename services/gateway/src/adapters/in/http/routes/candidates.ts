// The units proposed for a case 候选单位 (RT-1), whatever became of it. What triage recorded when it sorted the
// case is shown as it was; for a case that triage never sorted it is asked now, and nothing is recorded.
import { z } from 'zod';
import { reading } from '../../../../app/roles';
import { holds } from '../../../../app/sight';
import { sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { answered, type Route, refused, route } from '../route';
import * as schema from '../schemas';
import { questionFor } from './open-case';

const reply = z.strictObject({
  recorded: z.boolean().describe('as recorded when the case was sorted, not asked now · 分办时记录的结果'),
  candidates: schema.caseFile.shape.candidates,
});

/** The row. */
export function candidatesRoute(edge: Edge): Route {
  const { peers } = edge;
  return route({
    id: 'getCandidates',
    method: 'GET',
    path: '/api/v1/cases/{case}/candidates',
    enter: reading('words'),
    tag: 'case',
    summary: { zh: '候选单位与理由', en: 'The units proposed for a case, with reasons' },
    params: schema.caseParams,
    replies: { 200: reply },
    handle: async ({ params, asking }) => {
      const { case: found } = await peers.casework.getCase(questionFor(params.case, ''));
      const summary = found?.summary;
      if (!found || !summary || !holds(sightFor(edge, asking).words, summary)) return refused('NOT_FOUND');
      if (found.candidates.length > 0) return answered(200, { recorded: true, candidates: found.candidates });
      const { title, kind, topic } = summary;
      const { candidates } = await peers.triage.rank({ title, content: found.content, kind, topic });
      return answered(200, { recorded: false, candidates });
    },
  });
}
