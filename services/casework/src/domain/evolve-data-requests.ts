// What each event makes of the requests for data of a case. Nothing is judged here and no clock is read.
import { type Recorded, unreachable } from '#kernel/decider';
import type { DataRequestCause, DataRequestEvent } from './data-request-events';
import type { CaseTold, DataRequest, DataRequests } from './data-requests';

/** The requests after an event. */
export function evolveDataRequests(
  state: DataRequests,
  { event }: Recorded<DataRequestEvent | DataRequestCause>,
): DataRequests {
  switch (event.type) {
    case 'DataRequested': {
      const { requestNo: no, packHash, template, fromUnit, ofUnit, dueAt, nearAt } = event;
      const asked = { no, packHash, template, fromUnit, ofUnit, dueAt, step: 'open' as const };
      return { ...state, requests: [...state.requests, { ...asked, ...(nearAt && { nearAt }) }] };
    }
    case 'DataProvided':
      return withRequest(state, [event.requestNo], { step: 'provided' });
    case 'DataRefused':
      return withRequest(state, [event.requestNo], { step: 'refused' });
    case 'DataRequestWithdrawn':
      return withRequest(state, [event.requestNo], { step: 'withdrawn' });
    case 'DataRequestsVoided':
      return withRequest(state, event.requestNos, { step: 'void' });
    case 'DataRequestNear':
      return reminded(state, event.requestNo);
    case 'DataRequestOverdue':
      return withRequest(reminded(state, event.requestNo), [event.requestNo], { overdue: true });
    case 'DataRead':
      return state;
    default:
      return { ...state, told: toldAfter(state.told, event) };
  }
}

function reminded(state: DataRequests, no: number): DataRequests {
  const requests = state.requests.map((one) => {
    const { nearAt: _over, ...kept } = one;
    return one.no === no ? kept : one;
  });
  return { ...state, requests };
}

function withRequest(
  state: DataRequests,
  numbers: readonly number[],
  change: Partial<DataRequest>,
): DataRequests {
  const requests = state.requests.map((one) => (numbers.includes(one.no) ? { ...one, ...change } : one));
  return { ...state, requests };
}

function toldAfter(told: CaseTold, event: DataRequestCause): CaseTold {
  switch (event.type) {
    case 'AppealSubmitted':
      return { ...told, ...(event.protect && { protect: true }) };
    case 'ProtectionLifted': {
      const { protect: _lifted, ...open } = told;
      return open;
    }
    case 'AppealAdmitted':
      return { ...told, admittedUnder: event.packHash };
    case 'AppealGone':
      return { ...told, gone: true };
    case 'PackChanged':
      return { ...told, changedTo: event.packHash };
    case 'AppealClassified':
      return event.complainedOf.length === 0 ? told : { ...told, complainedOf: event.complainedOf };
    case 'AppealDispatched':
      return dispatched(told, event);
    case 'DispatchEnded':
      return { ...told, takenBackNo: Math.max(told.takenBackNo, event.dispatchNo) };
    case 'AnsweredDirectly':
      return { ...told, answeredDirectly: true };
    case 'WorkOrderAcknowledged':
      return { ...told, takenOnNo: Math.max(told.takenOnNo, event.dispatchNo) };
    case 'AppealCompleted':
      return { ...told, last: 'completed' };
    case 'AppealReopened':
      return { ...told, last: 'reopened', reopenedWith: event.unit };
    case 'AppealClosed':
      return { ...told, last: 'closed' };
    default:
      return unreachable(event);
  }
}

/** A dispatch counts once: one that is no later than the latest known says nothing. */
function dispatched(
  told: CaseTold,
  event: Extract<DataRequestCause, { type: 'AppealDispatched' }>,
): CaseTold {
  const { dispatchNo, unit: lead, cleared = [] } = event;
  if (dispatchNo <= told.dispatchNo) return told;
  const known = [...(told.cleared ?? []), ...cleared];
  return {
    ...{ ...told, dispatchNo, lead, answeredDirectly: false },
    ...(known.length > 0 && { cleared: known }),
  };
}
