// Requests of the wire made into commands of the domain, and the answer to a submission; the envelope of a
// command is the platform's.
import type { ExecuteRequest, SubmitResponse } from '#contracts/gen/zhitong/intake/v1/service';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import type { PersonsCommand } from '../../app/ports';
import type { SubmitAnswer } from '../../app/submit-appeal';
import { readAttachments } from '../../domain/attachment';

/** Reads a command of a person. */
export const readPersonsOrder = (request: ExecuteRequest): ReadOrder<PersonsCommand> =>
  readOrder(request, readCommand);

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
    case 'openProtected':
      return { type: 'OpenProtected', reason: command.value.reason };
    case 'liftProtection':
      return { type: 'LiftProtection' };
    case 'ruleIdentity': {
      const { ruling, uscc } = command.value;
      if (ruling === 'matched') return { type: 'RuleIdentity', ruling: { ruling, uscc } };
      if (ruling === 'founding' || ruling === 'not-registered')
        return { type: 'RuleIdentity', ruling: { ruling } };
      return 'ruling';
    }
  }
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
