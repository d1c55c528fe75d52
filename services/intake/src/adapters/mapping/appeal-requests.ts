// Requests of the wire made into commands of the domain, and outcomes into answers. What has the wrong
// shape is answered here and never reaches a rule.
import type { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import type { ExecuteRequest, SubmitResponse } from '#contracts/gen/zhitong/intake/v1/service';
import type { AppealOrder, AppealOutcome, PersonsCommand } from '../../app/ports';
import type { SubmitAnswer } from '../../app/submit-appeal';
import { readAttachments } from '../../domain/attachment';

/** A request read, or the field whose shape is wrong. */
export type ReadOrder =
  | { readonly ok: true; readonly order: AppealOrder<PersonsCommand> }
  | { readonly ok: false; readonly field: string };

/** Reads a command of a person. */
export function readOrder({ meta, command }: ExecuteRequest): ReadOrder {
  if (!meta || meta.appealId === '') return { ok: false, field: 'meta.appealId' };
  if (!meta.actor || meta.actor.role === '' || meta.actor.id === '')
    return { ok: false, field: 'meta.actor' };
  const read = readCommand(command);
  if (typeof read === 'string') return { ok: false, field: read };
  const { role, id, unit } = meta.actor;
  return {
    ok: true,
    order: {
      id: meta.appealId,
      command: read,
      actor: { role, id, ...(unit !== '' && { unit }) },
      ...(meta.commandId !== '' && { commandId: meta.commandId }),
      ...(meta.expectedSeq !== undefined && { expectedSeq: meta.expectedSeq }),
    },
  };
}

function readCommand(command: ExecuteRequest['command']): PersonsCommand | string {
  switch (command?.$case) {
    case undefined:
      return 'command';
    case 'addMaterial': {
      const attachments = readAttachments(command.value.attachments);
      if (!attachments.ok) return attachments.error[0]?.field ?? 'attachments';
      return { type: 'AddMaterial', text: command.value.text, attachments: attachments.value };
    }
    case 'urge':
      return { type: 'UrgeAppeal', note: command.value.note };
    case 'withdraw':
      return { type: 'WithdrawAppeal', reason: command.value.reason };
    case 'admit':
      return { type: 'AdmitAppeal' };
    case 'decline':
      return { type: 'DeclineAppeal', ...command.value };
    case 'sendBack':
      return { type: 'SendBackAppeal', wanted: command.value.wanted };
    case 'ruleIdentity': {
      const { ruling, uscc } = command.value;
      if (ruling === 'matched') return { type: 'RuleIdentity', ruling: { ruling, uscc } };
      if (ruling === 'founding' || ruling === 'not-registered')
        return { type: 'RuleIdentity', ruling: { ruling } };
      return 'ruling';
    }
  }
}

/** The answer to a request of the wrong shape. */
export function malformed(field: string): CommandAnswer {
  return { outcome: { $case: 'rejected', value: { code: 'MALFORMED', rule: '', params: { field } } } };
}

/** The answer to a decided command. */
export function commandAnswer(outcome: AppealOutcome): CommandAnswer {
  if (!outcome.ok) {
    const { code, rule, params } = outcome.rejection;
    return { outcome: { $case: 'rejected', value: { code, rule, params: { ...params } } } };
  }
  const { eventId, version, state } = outcome;
  return { outcome: { $case: 'accepted', value: { eventId, version, status: state.status } } };
}

/** The answer to a submission. */
export function submitResponse(answer: SubmitAnswer): SubmitResponse {
  if (answer.outcome === 'refused') {
    const problems = answer.problems.map(({ code, field, params }) => ({
      code,
      field,
      params: { ...params },
    }));
    return { outcome: { $case: 'refused', value: { problems } } };
  }
  return { outcome: { $case: answer.outcome, value: { ...answer.receipt } } };
}
