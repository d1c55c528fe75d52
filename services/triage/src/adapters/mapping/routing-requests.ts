// Commands as they come over the wire, made into commands of the domain. What has the wrong shape is answered
// here and never reaches a rule.
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import type { ExecuteRequest } from '#contracts/gen/zhitong/triage/v1/service';
import type { RoutingOutcome, RoutingRequest } from '../../app/ports';
import { statusWord } from '../../domain/routing';
import type { ClerkCommand } from '../../domain/routing-commands';

/** Longest sentence of a person, in characters. */
const LONGEST = 2000;
const MOST_ASSISTING = 20;

/** A request, or the field whose shape is wrong. */
export type ReadRequest =
  | { readonly ok: true; readonly request: RoutingRequest }
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

function readCommand(command: ExecuteRequest['command']): ClerkCommand | string {
  switch (command?.$case) {
    case undefined:
      return 'command';
    case 'dispatch': {
      const { lead, assist, why } = command.value;
      if (lead === '') return 'lead';
      if (assist.length > MOST_ASSISTING) return 'assist';
      return why.length > LONGEST ? 'why' : { type: 'DispatchAppeal', lead, assist, why };
    }
    case 'answer':
      return command.value.articleId === '' ? 'articleId' : { type: 'AnswerAppeal', ...command.value };
    case 'recall': {
      if (command.value.dispatchNo < 1) return 'dispatchNo';
      return command.value.reason.length > LONGEST ? 'reason' : { type: 'RecallDispatch', ...command.value };
    }
    case 'ruleObjection': {
      if (command.value.dispatchNo < 1) return 'dispatchNo';
      return command.value.note.length > LONGEST ? 'note' : { type: 'RuleObjection', ...command.value };
    }
  }
}

/** The answer to a request of the wrong shape. */
export function malformed(field: string): CommandAnswer {
  return { outcome: { $case: 'rejected', value: { code: 'MALFORMED', rule: '', params: { field } } } };
}

/** The answer to a decided request. */
export function commandAnswer(outcome: RoutingOutcome): CommandAnswer {
  if (!outcome.ok) {
    const { code, rule, params } = outcome.rejection;
    return { outcome: { $case: 'rejected', value: { code, rule, params: { ...params } } } };
  }
  const { eventId, version, state } = outcome;
  return { outcome: { $case: 'accepted', value: { eventId, version, status: statusWord(state) } } };
}
