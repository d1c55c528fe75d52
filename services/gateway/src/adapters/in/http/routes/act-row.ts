// One act on a case as a row of the table: whose it is, what it says, and the command it becomes.
import type { z } from 'zod';
import { type Act, ACTS, commandsOf } from '../../../../app/possible-acts';
import { giving } from '../../../../app/roles';
import { answerOf, withUnitField } from '../command-answer';
import type { Edge } from '../edge';
import { ordinal } from '../ordinal';
import { type Answer, type Route, route, operationId } from '../route';
import * as schema from '../schemas';
import { openCase } from './open-case';
import { withWayOut } from './way-out';

type Execute<S extends 'intake' | 'triage' | 'casework'> = Parameters<Edge['peers'][S]['execute']>[0];
type Meta = Execute<'intake'>['meta'];
type Asked = (meta: Meta, edge: Edge) => Promise<Answer>;

/** Which dispatch is meant. */
export const dispatchNo = ordinal.describe('the dispatch the person saw · 派单号');

/** Every signature says which draft it is for. */
export const draftNo = ordinal.describe('the draft the person has read · 拟稿号');

/** A command to intake. */
export const intake =
  (command: Execute<'intake'>['command']): Asked =>
  async (meta, { peers }) =>
    answerOf('intake', await peers.intake.execute({ meta, command }));

/** A command to triage. */
export const triage =
  (command: Execute<'triage'>['command']): Asked =>
  async (meta, { peers }) =>
    answerOf('triage', await peers.triage.execute({ meta, command }));

/** A command to casework. */
export const casework =
  (command: Execute<'casework'>['command']): Asked =>
  async (meta, { peers }) =>
    answerOf('casework', await peers.casework.execute({ meta, command }));

/** The row of an act. */
export function act<B extends z.ZodObject>(
  edge: Edge,
  name: Act,
  summary: Route['summary'],
  body: B,
  asked: (body: z.output<B>) => Asked,
): Route {
  return route({
    id: operationId(name, 'Case'),
    method: 'POST',
    path: `/api/v1/cases/{case}/${name}`,
    enter: giving(...commandsOf(name)),
    tag: 'case',
    summary,
    params: schema.caseParams,
    body,
    replies: { 200: schema.decided },
    command: true,
    handle: async ({ params, body: given, asking }) => {
      const opened = await openCase(edge, params.case);
      if (typeof opened !== 'string') return opened;
      const { actor, commandId, expectedSeq } = asking;
      const answer = await asked(given as z.output<B>)(
        { appealId: opened, actor, commandId, expectedSeq },
        edge,
      );
      if (answer.refused !== true) return answer;
      const { command } = ACTS[name];
      return withWayOut(edge, asking, { appealId: opened, command, refusal: withUnitField(answer, given) });
    },
  });
}
