// The rules of requests for data in one value (HD-8): what may be asked, what then happens, what it makes of
// the state. What time and events bring about is never refused: where it does not fit it changes nothing.
import { type Decider, type Recorded, decided, unreachable } from '#kernel/decider';
import { provideData, refuseData } from './data-answering';
import { requestData, withdrawDataRequest } from './data-asking';
import { readData } from './data-reading';
import type { DataRequestCommand, DataRequestPolicy, DataRequestRefusal } from './data-request-commands';
import type { DataRequestCause, DataRequestEvent } from './data-request-events';
import type { DataAnswer } from './data-request-rules';
import { type DataRequests, NO_DATA_REQUESTS, mootRequests } from './data-requests';
import { evolveDataRequests } from './evolve-data-requests';

/** Writer of the requests' events in the journal. */
export const DATA_REQUESTS_WRITER = 'casework.datarequests';

/** 数据调用 */
export const dataRequestsDecider: Decider<
  DataRequests,
  DataRequestCommand,
  DataRequestEvent,
  DataRequestCause,
  DataRequestPolicy,
  DataRequestRefusal
> = {
  initial: NO_DATA_REQUESTS,
  evolve: evolveDataRequests,
  decide(command, state, policy, decision) {
    switch (command.type) {
      case 'RequestData':
        return requestData(command, state, policy, decision);
      case 'ProvideData':
        return provideData(command, state, policy, decision);
      case 'RefuseData':
        return refuseData(command, state, policy, decision);
      case 'WithdrawDataRequest':
        return withdrawDataRequest(command, state, policy, decision);
      case 'ReadData':
        return readData(command, state, policy, decision);
      case 'MarkDueRequests':
        return markDue(state, decision.at);
      case 'VoidRequests':
        return voidRequests(state);
      default:
        return unreachable(command);
    }
  },
};

/**
 * Of every open request the asked unit is reminded when its answer is due soon, and when the time has passed
 * it is marked overdue; each once, and no reminder comes after that mark.
 */
function markDue({ requests }: DataRequests, at: number): DataAnswer {
  const open = requests.filter(({ step, overdue }) => step === 'open' && !overdue);
  return decided(
    ...open.flatMap(({ no: requestNo, ofUnit: unit, fromUnit, nearAt, dueAt }): DataRequestEvent[] => {
      if (at >= dueAt)
        return [{ type: 'DataRequestOverdue', requestNo, unit, ...(fromUnit && { fromUnit }) }];
      return nearAt !== undefined && at >= nearAt
        ? [{ type: 'DataRequestNear', requestNo, unit, dueAt }]
        : [];
    }),
  );
}

/** What nobody owes any more is void, on record. */
function voidRequests(state: DataRequests): DataAnswer {
  const moot = mootRequests(state);
  const numbersOf = (ground: string) => moot.flatMap(([no, why]) => (why === ground ? [no] : []));
  const events = (['closed', 'moved'] as const).map((why): DataRequestEvent => {
    return { type: 'DataRequestsVoided', requestNos: numbersOf(why), why };
  });
  return decided(
    ...events.filter((event) => event.type === 'DataRequestsVoided' && event.requestNos.length > 0),
  );
}

/** What an event of another brings about by itself. */
export function voidsRequests(
  _cause: Recorded<DataRequestCause>,
  state: DataRequests,
): DataRequestCommand | undefined {
  return mootRequests(state).length > 0 ? { type: 'VoidRequests' } : undefined;
}
