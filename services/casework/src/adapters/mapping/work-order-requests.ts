// Commands as they come over the wire, made into commands of the domain. What has the wrong shape is
// answered here and never reaches a rule.
import type { ExecuteRequest } from '#contracts/gen/zhitong/casework/v1/service';
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import type { WorkOrderOutcome, WorkOrderRequest } from '../../app/ports';
import { statusWord } from '../../domain/work-order';
import type { WorkOrderCommand } from '../../domain/work-order-commands';

/** A request, or the field whose shape is wrong. */
export type ReadRequest =
  | { readonly ok: true; readonly request: WorkOrderRequest }
  | { readonly ok: false; readonly field: string };

/** Reads a request. */
export function readRequest({ meta, command }: ExecuteRequest): ReadRequest {
  if (!meta || meta.appealId === '') return { ok: false, field: 'meta.appealId' };
  if (!meta.actor || meta.actor.role === '' || meta.actor.id === '')
    return { ok: false, field: 'meta.actor' };
  const read = readCommand(command);
  if (typeof read === 'string') return { ok: false, field: read };
  const { role, id, unit } = meta.actor;
  return {
    ok: true,
    request: {
      id: meta.appealId,
      command: read,
      actor: { role, id, ...(unit !== '' && { unit }) },
      ...(meta.commandId !== '' && { commandId: meta.commandId }),
      ...(meta.expectedSeq !== undefined && { expectedSeq: meta.expectedSeq }),
    },
  };
}

function readCommand(command: ExecuteRequest['command']): WorkOrderCommand | string {
  switch (command?.$case) {
    case undefined:
      return 'command';
    case 'acknowledge':
      return { type: 'AcknowledgeDispatch', ...command.value };
    case 'object':
      return { type: 'ObjectToDispatch', ...command.value };
    case 'contact': {
      const { outcome } = command.value;
      if (outcome !== 'reached' && outcome !== 'attempt') return 'outcome';
      return { type: 'RecordContact', ...command.value, outcome };
    }
    case 'opinion':
      return { type: 'GivePreliminaryOpinion', ...command.value };
    case 'complete':
      return { type: 'CompleteAppeal', ...command.value };
    case 'followUp':
      return { type: 'FollowUpAppeal', ...command.value };
    case 'rate': {
      const { rating } = command.value;
      if (rating !== 'satisfied' && rating !== 'dissatisfied') return 'rating';
      return { type: 'RateAppeal', ...command.value, rating };
    }
    case 'dispute':
      return { type: 'DisputeAnswer', ...command.value };
    case 'reopen':
      return { type: 'ReopenAppeal', ...command.value };
    case 'close':
      return { type: 'CloseAppeal', ...command.value };
  }
}

/** The answer to a request of the wrong shape. */
export function malformed(field: string): CommandAnswer {
  return { outcome: { $case: 'rejected', value: { code: 'MALFORMED', rule: '', params: { field } } } };
}

/** The answer to a decided request. */
export function commandAnswer(outcome: WorkOrderOutcome): CommandAnswer {
  if (!outcome.ok) {
    const { code, rule, params } = outcome.rejection;
    return { outcome: { $case: 'rejected', value: { code, rule, params: { ...params } } } };
  }
  const { eventId, version, state } = outcome;
  return { outcome: { $case: 'accepted', value: { eventId, version, status: statusWord(state) } } };
}
