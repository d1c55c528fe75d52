// Commands as they come over the wire, made into commands of the domain; their envelope is the platform's.
import type {
  CheckCompletionRequest,
  CompleteAppeal,
  ExecuteRequest,
} from '#contracts/gen/zhitong/casework/v1/service';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import { UNCHECKED } from '../../domain/answer-remarks';
import type { CheckCommand, UnitCommand, WorkOrderCommand } from '../../domain/work-order-commands';

/** Reads a command to a work order. */
export const readWorkOrder = (request: ExecuteRequest): ReadOrder<WorkOrderCommand> =>
  readOrder(request, readCommand);

/** Reads a completion that is only to be looked at. */
export const readCompletion = ({ meta, completion }: CheckCompletionRequest): ReadOrder<Completion> =>
  readOrder({ meta, command: completion }, (given) => (given && completionOf(given)) || 'completion');

type Completion = Extract<UnitCommand, { type: 'CompleteAppeal' }>;

/** The check is the door's, never the sender's. */
function completionOf({ enterpriseAgrees, ...given }: CompleteAppeal): Completion {
  return { type: 'CompleteAppeal', ...given, agreement: enterpriseAgrees ?? null, check: UNCHECKED };
}

function checkOf(
  type: CheckCommand['type'],
  { outcome, note }: { readonly outcome: string; readonly note: string },
): CheckCommand | string {
  return outcome === 'confirmed' || outcome === 'not-confirmed' ? { type, outcome, note } : 'outcome';
}

function readCommand(command: ExecuteRequest['command']): WorkOrderCommand | string {
  switch (command?.$case) {
    case undefined:
    // Commands about data are read by data-requests-door.
    case 'requestData':
    case 'provideData':
    case 'refuseData':
    case 'withdrawDataRequest':
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
      return completionOf(command.value);
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
    case 'requestExtension':
      return { type: 'RequestExtension', ...command.value };
    case 'requestEscalation':
      return { type: 'RequestEscalation', ...command.value };
    case 'ruleExtension':
      return { type: 'RuleExtension', ...command.value };
    case 'contribute':
      return { type: 'GiveContribution', ...command.value };
    case 'ruleAssistObjection':
      return { type: 'RuleAssistObjection', ...command.value };
    case 'releaseAnswer':
      return { type: 'ReleaseAnswer', ...command.value };
    case 'returnAnswer':
      return { type: 'ReturnAnswer', ...command.value };
    case 'submitDraft': {
      const { completion } = command.value;
      return completion ? { ...completionOf(completion), type: 'SubmitDraft' } : 'completion';
    }
    case 'assignInside':
      return { type: 'AssignInside', ...command.value };
    case 'returnDraft':
      return { type: 'ReturnDraft', ...command.value };
    case 'signDraft':
      return { type: 'SignDraft', ...command.value, draft: null };
    case 'handOverInside':
      return { type: 'HandOverInside', ...command.value };
    case 'checkFacts':
      return checkOf('RecordFactCheck', command.value);
    case 'checkResult':
      return checkOf('RecordResultCheck', command.value);
    case 'close':
      return { type: 'CloseAppeal', ...command.value };
  }
}
