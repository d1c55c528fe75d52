// The commands on the overseeing of a case (SV-3 … SV-6, HD-11), one row each. Whether a command is granted
// is for supervision, by the pack that governs the case.
import type { z } from 'zod';
import { OVERSIGHT_ACTS, type OversightAct } from '../../../../app/oversight-acts';
import { giving } from '../../../../app/roles';
import { answerOf } from '../command-answer';
import type { Edge } from '../edge';
import { OVERSIGHT_BODIES } from '../oversight-schemas';
import { type Route, route, operationId } from '../route';
import { caseParams, decided } from '../schemas';
import { openCase } from './open-case';
import { openOversight } from './open-oversight';
import { withWayOut } from './way-out';

type Command = Parameters<Edge['peers']['supervision']['execute']>[0]['command'];
type Bodies = typeof OVERSIGHT_BODIES;

/** Rows of the commands. */
export function oversightActRoutes(edge: Edge): readonly Route[] {
  return [...groundRows(edge), ...orderRows(edge), ...qualityRows(edge)];
}

function groundRows(edge: Edge): readonly Route[] {
  return [
    act(edge, 'state-ground', { zh: '认定督办情形', en: 'State a ground' }, ({ unit = '', ...said }) => {
      return { $case: 'stateGround', value: { ...said, unit } };
    }),
    act(edge, 'clear-entry', { zh: '台账销号', en: 'Strike an entry off' }, (value) => {
      return { $case: 'clearEntry', value };
    }),
    act(edge, 'record-transfer', { zh: '移送', en: 'Hand the case over' }, (value) => {
      return { $case: 'recordTransfer', value };
    }),
    act(
      edge,
      'record-transfer-outcome',
      { zh: '登记移送结果', en: 'Record the outcome of a transfer' },
      (value) => ({ $case: 'recordTransferOutcome', value }),
    ),
  ];
}

function orderRows(edge: Edge): readonly Route[] {
  return [
    act(edge, 'issue-order', { zh: '签发督办单', en: 'Issue an order' }, (body) => {
      const { unit = '', within = '', dueOn = '', ...said } = body;
      return { $case: 'issueOrder', value: { ...said, unit, within, dueOn } };
    }),
    act(edge, 'answer-order', { zh: '答复督办单', en: 'Answer an order' }, (value) => {
      return { $case: 'answerOrder', value };
    }),
    act(edge, 'rule-order', { zh: '督办单裁定', en: 'Rule on an order' }, (body) => {
      const { reason = '', within = '', dueOn = '', ...said } = body;
      return { $case: 'ruleOrder', value: { ...said, reason, within, dueOn } };
    }),
  ];
}

function qualityRows(edge: Edge): readonly Route[] {
  return [
    act(edge, 'give-findings', { zh: '抽查复核', en: 'Give the findings of a check' }, (body) => {
      const { missing = [], demand = '', dueOn = '', ...said } = body;
      return { $case: 'giveFindings', value: { ...said, missing, demand, dueOn } };
    }),
    act(edge, 'mend-answer', { zh: '整改', en: 'Mend an answer' }, (value) => {
      return { $case: 'mendAnswer', value };
    }),
    act(edge, 'rule-mending', { zh: '整改复核', en: 'Rule on the mending' }, (body) => {
      const { reason = '', dueOn = '', ...said } = body;
      return { $case: 'ruleMending', value: { ...said, reason, dueOn } };
    }),
    act(edge, 'file-contest', { zh: '申诉', en: 'Contest' }, (value) => {
      return { $case: 'fileContest', value };
    }),
    act(edge, 'rule-contest', { zh: '申诉裁定', en: 'Rule on a contest' }, (value) => {
      return { $case: 'ruleContest', value };
    }),
  ];
}

function act<N extends OversightAct>(
  edge: Edge,
  name: N,
  summary: Route['summary'],
  commandOf: (body: z.output<Bodies[N]>) => Command,
): Route {
  const { command } = OVERSIGHT_ACTS[name];
  return route({
    id: operationId(name, 'Case'),
    method: 'POST',
    path: `/api/v1/cases/{case}/oversight/${name}`,
    enter: giving(command),
    tag: 'case',
    summary,
    params: caseParams,
    body: OVERSIGHT_BODIES[name],
    replies: { 200: decided },
    command: true,
    handle: async ({ params, body, asking }) => {
      const appealId = await openCase(edge, params.case);
      if (typeof appealId !== 'string') return appealId;
      const { actor, commandId, expectedSeq } = asking;
      const meta = { appealId, actor, commandId, expectedSeq };
      const asked = { meta, command: commandOf(body as z.output<Bodies[N]>) };
      const answer = answerOf('supervision', await edge.peers.supervision.execute(asked));
      if (answer.refused !== true) return answer;
      const told = await withWayOut(edge, asking, { appealId, command, refusal: answer });
      if (told.code !== 'NOT_FOUND') return told;
      // A unit that the case was taken from still hears of its own orders and cards.
      return 'refused' in (await openOversight(edge, asking, appealId)) ? told : answer;
    },
  });
}
