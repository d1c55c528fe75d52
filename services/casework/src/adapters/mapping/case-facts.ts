// The events of all services as facts of the case file. Every type of every writer stands here, so that
// "covering that event" can be answered for each of them.
import { type EventCodec, type EventRow, eventCodec } from '#platform/runtime/codec';
import type { CaseFact } from '../../domain/case-facts';
import type { DataRequestEvent } from '../../domain/data-request-events';
import type { WorkOrderEvent } from '../../domain/work-order-events';
import { clockRows, messageRows } from './case-facts-clocks';
import { intakeRows } from './case-facts-intake';
import { oversightRows } from './case-facts-oversight';
import { sessionRows } from './case-facts-sessions';
import { triageRows } from './case-facts-triage';
import { dataRequestsCodec } from './data-requests-wire';
import { workOrderCodec } from './work-order-wire';

/** Rows that read what casework itself writes. */
function ownRows(codec: EventCodec<WorkOrderEvent> | EventCodec<DataRequestEvent>) {
  return Object.fromEntries(codec.types.map((type) => [type, ownRow(type, codec)]));
}

function ownRow(
  type: string,
  codec: EventCodec<WorkOrderEvent> | EventCodec<DataRequestEvent>,
): EventRow<CaseFact> {
  return {
    domainType: type.slice(type.lastIndexOf('.') + 1) as CaseFact['type'],
    encode: () => {
      throw new Error(`${type} is written by its decider`);
    },
    decode: (value, open) => {
      const event = codec.decode(type, value, open);
      if (event === undefined) throw new Error(`${type} has no row`);
      return event;
    },
  };
}

/** Everything a case file is folded from. */
export const caseFacts: EventCodec<CaseFact> = eventCodec<CaseFact>({
  ...intakeRows,
  ...triageRows,
  ...sessionRows,
  ...ownRows(workOrderCodec),
  ...ownRows(dataRequestsCodec),
  ...clockRows,
  ...oversightRows,
  ...messageRows,
});
