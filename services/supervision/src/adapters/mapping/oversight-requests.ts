// Commands as they come over the wire, made into commands of the domain; their envelope is the platform's.
import type { ExecuteRequest } from '#contracts/gen/zhitong/supervision/v1/service';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import type { PersonCommand } from '../../domain/oversight-commands';

/** Longest text of a person, in characters. */
const LONGEST = 4000;

/** Reads a command to the overseeing of a case. */
export const readOversight = (request: ExecuteRequest): ReadOrder<PersonCommand> =>
  readOrder(request, readCommand);

function readCommand(command: ExecuteRequest['command']): PersonCommand | string {
  if (command === undefined) return 'command';
  const long = Object.entries(command.value).find(
    ([, value]) => typeof value === 'string' && value.length > LONGEST,
  );
  if (long !== undefined) return long[0];
  switch (command.$case) {
    case 'stateGround':
      return { type: 'StateGround', ...command.value };
    case 'clearEntry':
      return { type: 'ClearEntry', ...command.value };
    case 'issueOrder':
      return { type: 'IssueOrder', ...command.value };
    case 'answerOrder':
      return { type: 'AnswerOrder', ...command.value };
    case 'ruleOrder':
      return { type: 'RuleOrder', ...command.value };
    case 'recordTransfer':
      return { type: 'RecordTransfer', ...command.value };
    case 'recordTransferOutcome':
      return { type: 'RecordTransferOutcome', ...command.value };
    case 'giveFindings':
      return { type: 'GiveFindings', ...command.value };
    case 'mendAnswer':
      return { type: 'MendAnswer', ...command.value };
    case 'ruleMending':
      return { type: 'RuleMending', ...command.value };
    case 'fileContest':
      return { type: 'FileContest', ...command.value };
    case 'ruleContest':
      return { type: 'RuleContest', ...command.value };
  }
}
