// What completing would lead to, asked before anything is handed in: the refusal, or what a clerk would
// remark (答非所问, HD-3). Nothing is written.
import { giving } from '../../../../app/roles';
import { findingJson } from '../../../mapping/case-json';
import { completionOf } from '../../../mapping/completion-wire';
import type { Edge } from '../edge';
import { answered, type Route, route } from '../route';
import * as schema from '../schemas';
import { openCase } from './open-case';
import { withWayOut } from './way-out';

/** The row of the check. */
export function completionCheckRoute(edge: Edge): Route {
  return route({
    id: 'checkCompletion',
    method: 'POST',
    path: '/api/v1/cases/{case}/completion-check',
    enter: giving('CompleteAppeal'),
    tag: 'case',
    summary: { zh: '办结前核查答复', en: 'Check an answer before completing' },
    params: schema.caseParams,
    body: schema.completion,
    replies: { 200: schema.completionCheck },
    handle: async ({ params, body, asking }) => {
      const opened = await openCase(edge, params.case);
      if (typeof opened !== 'string') return opened;
      const meta = { appealId: opened, actor: asking.actor, commandId: '', expectedSeq: undefined };
      const completion = completionOf(body);
      const { outcome } = await edge.peers.casework.checkCompletion({ meta, completion });
      if (outcome?.$case === 'checked') {
        const { verdict, findings } = outcome.value;
        return answered(200, { verdict, findings: findings.map(findingJson) });
      }
      if (outcome === undefined) throw new Error('casework answered nothing');
      const refusal = { refused: true, service: 'casework', ...outcome.value, fields: [] } as const;
      return withWayOut(edge, asking, { appealId: opened, command: 'CompleteAppeal', refusal });
    },
  });
}
