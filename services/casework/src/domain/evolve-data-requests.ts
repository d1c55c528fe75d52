// What each event makes of the requests for data of a case. Nothing is judged here and no clock is read.
import { type Recorded, unreachable } from '#kernel/decider';
import type { DataRequestCause, DataRequestEvent } from './data-request-events';
import type { CaseInHand, DataRequest, DataRequests } from './data-requests';

/** The requests after an event. */
export function evolveDataRequests(
  state: DataRequests,
  { event }: Recorded<DataRequestEvent | DataRequestCause>,
): DataRequests {
  switch (event.type) {
    case 'DataRequested': {
      const { requestNo: no, packHash, template, fromUnit, ofUnit, dueAt } = event;
      const asked = { no, packHash, template, fromUnit, ofUnit, dueAt, step: 'open' as const };
      return { ...state, requests: [...state.requests, asked] };
    }
    case 'DataProvided':
      return withRequest(state, [event.requestNo], { step: 'provided' });
    case 'DataRefused':
      return withRequest(state, [event.requestNo], { step: 'refused' });
    case 'DataRequestWithdrawn':
      return withRequest(state, [event.requestNo], { step: 'withdrawn' });
    case 'DataRequestsVoided':
      return withRequest(state, event.requestNos, { step: 'void' });
    case 'DataRequestOverdue':
      return withRequest(state, [event.requestNo], { overdue: true });
    case 'DataRead':
      return state;
    default:
      return { ...state, inHand: inHandAfter(state.inHand, event) };
  }
}

function withRequest(
  state: DataRequests,
  numbers: readonly number[],
  change: Partial<DataRequest>,
): DataRequests {
  const requests = state.requests.map((one) => (numbers.includes(one.no) ? { ...one, ...change } : one));
  return { ...state, requests };
}

const NO_UNIT = { unit: '', acknowledged: false } as const;

function inHandAfter(before: CaseInHand, event: DataRequestCause): CaseInHand {
  switch (event.type) {
    case 'AppealSubmitted':
      return { ...before, ...(event.protect && { protect: true }) };
    case 'ProtectionLifted': {
      const { protect: _lifted, ...open } = before;
      return open;
    }
    case 'AppealAdmitted':
      return { ...before, packHash: event.packHash, stage: 'open' };
    case 'PackChanged':
      return { ...before, packHash: event.packHash };
    case 'AppealDispatched': {
      const { dispatchNo, unit } = event;
      if (before.stage === 'over' || dispatchNo <= before.dispatchNo) return before;
      return { ...before, stage: 'open', unit, acknowledged: false, dispatchNo };
    }
    case 'WorkOrderAcknowledged':
      return event.dispatchNo === before.dispatchNo ? { ...before, acknowledged: true } : before;
    case 'DispatchEnded':
      return event.dispatchNo === before.dispatchNo ? { ...before, ...NO_UNIT } : before;
    case 'AppealAnswered':
      return before.stage === 'open' ? { ...before, stage: 'answered' } : before;
    case 'AppealReopened': {
      const again = event.unit === '' ? NO_UNIT : { unit: event.unit, acknowledged: true };
      return { ...before, ...again, stage: 'open' };
    }
    case 'AppealEnded':
      return { ...before, stage: 'over' };
    default:
      return unreachable(event);
  }
}
