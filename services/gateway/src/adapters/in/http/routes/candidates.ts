// The units proposed for a case 候选单位 (RT-1), whatever became of it. What triage recorded when it sorted the
// case is shown as it was; for a case that triage never sorted it is asked now, and nothing is recorded.
import { z } from 'zod';
import { READERS } from '../../../../app/roles';
import type { Edge } from '../edge';
import { answered, type Route, refused, route } from '../route';
import * as schema from '../schemas';
import { questionFor } from './open-case';

const reply = z.strictObject({
  recorded: z.boolean().describe('as recorded when the case was sorted, not asked now · 分办时记录的结果'),
  candidates: schema.caseFile.shape.candidates,
});

/** The row. */
export function candidatesRoute({ peers }: Edge): Route {
  return route({
    id: 'getCandidates',
    method: 'GET',
    path: '/api/v1/cases/{case}/candidates',
    roles: READERS,
    tag: 'case',
    summary: { zh: '候选单位与理由', en: 'The units proposed for a case, with reasons' },
    params: schema.caseParams,
    replies: { 200: reply },
    handle: async ({ params, asking }) => {
      const { case: found } = await peers.casework.getCase(questionFor(params.case, ''));
      const summary = found?.summary;
      if (!found || !summary) return refused('NOT_FOUND');
      const mine = [summary.lead, ...summary.assist].includes(asking.actor.unit);
      if (asking.role === 'handler' && !mine) return refused('NOT_YOUR_UNIT', { unit: summary.lead });
      if (found.candidates.length > 0) return answered(200, { recorded: true, candidates: found.candidates });
      const { title, kind, topic } = summary;
      const { candidates } = await peers.triage.rank({ title, content: found.content, kind, topic });
      return answered(200, { recorded: false, candidates });
    },
  });
}
