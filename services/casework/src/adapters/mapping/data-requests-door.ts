// Commands and questions about requests for data as they come over the wire, and their answers.
import type {
  DataRequestView as ViewWire,
  ExecuteRequest,
  ListDataRequestsRequest,
  ProvidedData,
  ReadDataRequest,
} from '#contracts/gen/zhitong/casework/v1/service';
import { type ReadOrder, readOrder } from '#platform/edge/command-envelope';
import type { DataRequestQuery, DataRequestView } from '../../app/ports';
import type { DataCommand } from '../../domain/data-request-commands';
import type { Provided } from '../../domain/data-request-events';

/** Longest words of a person, in characters. */
const LONGEST = 5000;
const MOST_FIELDS = 50;
const USUAL = 100;
const MOST = 500;

type Command = ExecuteRequest['command'];

/** Whether a command is about data; a work order knows nothing of it. */
export function isAboutData({ command }: ExecuteRequest): boolean {
  return dataCommand(command) !== undefined;
}

/** Reads a command about data. */
export const readDataCommand = (request: ExecuteRequest): ReadOrder<DataCommand> =>
  readOrder(request, (command) => dataCommand(command) ?? 'command');

/** Reads the wish to open what was provided; whether it is at hand the door says. */
export const readReading = ({ meta, requestNo, purpose }: ReadDataRequest): ReadOrder<DataCommand> =>
  readOrder({ meta, command: { requestNo, purpose } }, (said) =>
    purpose.length > LONGEST ? 'purpose' : { type: 'ReadData', requestNo, purpose, atHand: false, ...said },
  );

function dataCommand(command: Command): DataCommand | string | undefined {
  switch (command?.$case) {
    case 'requestData':
      return long(command.value.purpose, 'purpose') ?? { type: 'RequestData', ...command.value };
    case 'provideData': {
      const { fields, text } = command.value;
      const words = Object.values(fields);
      if (words.length > MOST_FIELDS || words.some((word) => word.length > LONGEST)) return 'fields';
      return long(text, 'text') ?? { type: 'ProvideData', ...command.value };
    }
    case 'refuseData':
      return long(command.value.ground, 'ground') ?? { type: 'RefuseData', ...command.value };
    case 'withdrawDataRequest':
      return long(command.value.reason, 'reason') ?? { type: 'WithdrawDataRequest', ...command.value };
    default:
      return undefined;
  }
}

function long(text: string, field: string): string | undefined {
  return text.length > LONGEST ? field : undefined;
}

/** A question to the list; a limit outside 1 … 500 is brought inside, 0 asks for 100. */
export function dataRequestQuery({ state, limit, ...where }: ListDataRequestsRequest): DataRequestQuery {
  return {
    ...where,
    state: state === 'open' || state === 'overdue' ? state : '',
    limit: limit === 0 ? USUAL : Math.min(MOST, Math.max(1, limit)),
  };
}

/** A request as it is shown; what was provided is no part of it. */
export function dataRequestWire(view: DataRequestView): ViewWire {
  return { ...view, log: view.log.map((reading) => ({ ...reading })) };
}

/** What was provided, for whom the log has an entry. */
export function providedWire(provided: Provided, eventId: string): ProvidedData {
  const erased = provided === 'erased';
  const { fields, text } = erased ? { fields: {}, text: '' } : provided;
  return { fields: { ...fields }, text, erased, eventId };
}
