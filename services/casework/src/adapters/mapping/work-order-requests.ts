// Commands as they come over the wire, made into commands of the domain; their envelope is the platform's.
import type { ExecuteRequest } from '#contracts/gen/zhitong/casework/v1/service';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import type { WorkOrderCommand } from '../../domain/work-order-commands';

/** Reads a command to a work order. */
export const readWorkOrder = (request: ExecuteRequest): ReadOrder<WorkOrderCommand> =>
  readOrder(request, readCommand);

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
