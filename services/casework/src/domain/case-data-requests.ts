// Requests for data as the case file holds them (HD-8), for lists and for whoever may open what was provided.
// The words of an answer stand here and in no view and no course: they leave by the logged reading alone.
import type { Recorded } from '#kernel/decider';
import type { DataRequestEvent, Provided } from './data-request-events';
import type { RequestStep } from './data-requests';

/** A request in the case file. */
export interface FiledRequest {
  readonly no: number;
  readonly packHash: string;
  readonly template: string;
  readonly fromUnit: string;
  readonly ofUnit: string;
  readonly askedAt: number;
  readonly askedBy: string;
  readonly purpose: string;
  readonly dueAt: number;
  readonly step: RequestStep;
  readonly overdue: boolean;
  /** When and by whom it was answered, withdrawn or voided; 0 and empty while it is open. */
  readonly endedAt: number;
  readonly endedBy: string;
  /** The ground of a refusal, the reason of a withdrawal, why it is void. */
  readonly said: string;
  /** Present once something was provided. */
  readonly provided?: Provided;
  /** How often it was opened; who did stands in the course. */
  readonly readings: number;
}

/** The requests of a case file after an event. */
export function foldDataRequests(
  before: readonly FiledRequest[],
  { event, at }: Recorded<DataRequestEvent>,
): readonly FiledRequest[] {
  switch (event.type) {
    case 'DataRequested': {
      const { type: _type, requestNo: no, by: askedBy, nearAt: _reminder, ...said } = event;
      const fresh = { step: 'open', overdue: false, endedAt: 0, endedBy: '', said: '', readings: 0 } as const;
      return [...before, { no, askedAt: at, askedBy, ...said, ...fresh }];
    }
    case 'DataProvided':
      return changed(before, event, { ...ended('provided', event.by, at), provided: event.provided });
    case 'DataRefused':
      return changed(before, event, { ...ended('refused', event.by, at), said: event.reason });
    case 'DataRequestWithdrawn':
      return changed(before, event, { ...ended('withdrawn', event.by, at), said: event.reason });
    case 'DataRequestsVoided':
      return before.map((one) =>
        event.requestNos.includes(one.no) ? { ...one, ...ended('void', '', at), said: event.why } : one,
      );
    case 'DataRequestOverdue':
      return changed(before, event, { overdue: true });
    case 'DataRequestNear':
      return before;
    case 'DataRead':
      return before.map((one) => (one.no === event.requestNo ? { ...one, readings: one.readings + 1 } : one));
  }
}

function ended(step: RequestStep, endedBy: string, endedAt: number): Partial<FiledRequest> {
  return { step, endedBy, endedAt };
}

function changed(
  before: readonly FiledRequest[],
  { requestNo }: { readonly requestNo: number },
  change: Partial<FiledRequest>,
): readonly FiledRequest[] {
  return before.map((one) => (one.no === requestNo ? { ...one, ...change } : one));
}
