// 查看受保护企业信息 (HD-10): who a protected enterprise is, for whom the pack lets, with a reason. Intake writes the
// opening down before anything is shown, and every opening anew: a repeated key makes no second look free.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ACTS } from '../../../../app/possible-acts';
import { giving } from '../../../../app/roles';
import { answerOf } from '../command-answer';
import type { Edge } from '../edge';
import { answered, refused, type Route, route } from '../route';
import * as schema from '../schemas';
import { openCase } from './open-case';
import { withWayOut } from './way-out';

const text = z.string();

/** The row. */
export function protectedRoute(edge: Edge): Route {
  const { command } = ACTS['open-protected'];
  return route({
    id: 'openProtectedCase',
    method: 'POST',
    path: '/api/v1/cases/{case}/open-protected',
    enter: giving(command),
    tag: 'case',
    summary: { zh: '查看受保护企业信息（留痕）', en: 'See who a protected enterprise is, on record' },
    params: schema.caseParams,
    body: z.strictObject({ reason: text.describe('2–5000 characters · 理由') }),
    replies: {
      200: z.strictObject({
        ...{ eventId: text, enterpriseName: text, uscc: text, contactName: text, contactPhone: text },
      }),
    },
    handle: async ({ params, body: { reason }, asking }) => {
      const appealId = await openCase(edge, params.case);
      if (typeof appealId !== 'string') return appealId;
      const { actor } = asking;
      const meta = { appealId, actor, commandId: randomUUID(), expectedSeq: undefined };
      const opened = { $case: 'openProtected', value: { reason } } as const;
      const reply = await edge.peers.intake.execute({ meta, command: opened });
      const answer = answerOf('intake', reply);
      if (answer.refused === true) return withWayOut(edge, asking, { appealId, command, refusal: answer });
      const eventId = reply.outcome?.$case === 'accepted' ? reply.outcome.value.eventId : '';
      const question = { appealId, number: '', view: 'identified', covering: eventId };
      const { case: found } = await edge.peers.casework.getCase(question);
      if (!found?.summary) return refused('NOT_FOUND');
      const { uscc, contactName, contactPhone, summary } = found;
      return answered(200, {
        ...{ eventId, enterpriseName: summary.enterpriseName, uscc, contactName, contactPhone },
      });
    },
  });
}
