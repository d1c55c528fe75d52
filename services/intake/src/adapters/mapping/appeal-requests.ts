// Requests of the wire made into commands of the domain, and the answer to a submission; the envelope of a
// command is the platform's.
import * as wire from '#contracts/gen/zhitong/intake/v1/service';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import type { PersonsCommand } from '../../app/ports';
import type { HeldPush } from '../../app/list-held';
import type { SubmitAnswer } from '../../app/submit-appeal';
import { readAttachments } from '../../domain/attachment';

/** Reads a command of a person. */
export const readPersonsOrder = (request: wire.ExecuteRequest): ReadOrder<PersonsCommand> =>
  readOrder(request, readCommand);

function readCommand(command: wire.ExecuteRequest['command']): PersonsCommand | string {
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
    case 'releasePush':
      return { type: 'ReleasePush', ...command.value };
    case 'rejectPush':
      return { type: 'RejectPush', reason: command.value.reason };
    case 'ruleIdentity': {
      const { ruling, uscc } = command.value;
      if (ruling === 'matched') return { type: 'RuleIdentity', ruling: { ruling, uscc } };
      if (ruling === 'founding' || ruling === 'not-registered')
        return { type: 'RuleIdentity', ruling: { ruling } };
      return 'ruling';
    }
  }
}

/** A push that waits for a person. */
export function heldPush({ id, words, unmapped, ...read }: HeldPush): wire.HeldPush {
  const said =
    words === 'erased'
      ? { title: '', content: '', enterpriseName: '', contactName: '', contactPhone: '', attachments: 0 }
      : { ...words, attachments: words.attachments.length };
  return wire.HeldPush.fromPartial({ appealId: id, unmapped: { ...unmapped }, ...read, ...said });
}

/** The answer to a submission. */
export function submitResponse(answer: SubmitAnswer): wire.SubmitResponse {
  if (answer.outcome === 'refused') {
    const problems = answer.problems.map(({ code, field, params }) => ({
      code,
      field,
      params: { ...params },
    }));
    return { outcome: { $case: 'refused', value: { problems } } };
  }
  // Whoever is answered here sends our own codes: what was held came in by a platform's door.
  const $case = answer.outcome === 'created' ? 'created' : 'repeated';
  return { outcome: { $case, value: { ...answer.receipt } } };
}
