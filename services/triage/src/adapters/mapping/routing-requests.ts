// Commands as they come over the wire, made into commands of the domain; their envelope is the platform's.
import type { ExecuteRequest } from '#contracts/gen/zhitong/triage/v1/service';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import type { SessionCommand } from '../../domain/deliberation-commands';
import type { ClerkCommand } from '../../domain/routing-commands';
import { sessionCommand } from './session-requests';

/** Longest sentence of a person, in characters. */
const LONGEST = 2000;
const MOST_ASSISTING = 20;

/** Whether a request is for the deliberation of an appeal rather than for its routing. */
export const isForSession = ({ command }: ExecuteRequest): boolean => sessionCommand(command) !== undefined;

/** Reads a command to a routing. */
export const readRouting = (request: ExecuteRequest): ReadOrder<ClerkCommand> =>
  readOrder(request, readCommand);

/** Reads a command to a deliberation. */
export const readSession = (request: ExecuteRequest): ReadOrder<SessionCommand> =>
  readOrder(request, (command) => sessionCommand(command) ?? 'command');

function readCommand(command: ExecuteRequest['command']): ClerkCommand | string {
  switch (command?.$case) {
    case 'dispatch': {
      const { lead, assist, why, onlyNamed } = command.value;
      if (lead === '') return 'lead';
      if (assist.length > MOST_ASSISTING) return 'assist';
      return why.length > LONGEST ? 'why' : { type: 'DispatchAppeal', lead, assist, why, onlyNamed };
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
    case 'transfer': {
      const { toPack, ground, reason } = command.value;
      if (toPack === '' || ground === '') return toPack === '' ? 'toPack' : 'ground';
      return reason.length > LONGEST ? 'reason' : { type: 'TransferAppeal', toPack, ground, reason };
    }
    case 'ruleEscalation': {
      const { dispatchNo, reason } = command.value;
      if (dispatchNo < 1) return 'dispatchNo';
      return reason.length > LONGEST ? 'reason' : { type: 'RuleEscalation', ...command.value };
    }
    case 'setClass':
      return command.value.classId === '' ? 'classId' : { type: 'SetClass', ...command.value };
    case 'confirmUrgent':
      return reasoned('ConfirmUrgent', command.value.reason);
    case 'denyUrgent':
      return reasoned('DenyUrgent', command.value.reason);
    default:
      return 'command';
  }
}

function reasoned<T extends ClerkCommand['type']>(
  type: T,
  reason: string,
): { readonly type: T; reason: string } | string {
  return reason.length > LONGEST ? 'reason' : { type, reason };
}
