// The events of all services as facts of the case file. Every type of every writer stands here, so that
// "covering that event" can be answered for each of them.
import { type EventCodec, type EventRow, eventCodec } from '#platform/runtime/codec';
import type { CaseFact } from '../../domain/case-facts';
import { clockRows, messageRows } from './case-facts-clocks';
import { intakeRows } from './case-facts-intake';
import { oversightRows } from './case-facts-oversight';
import { sessionRows } from './case-facts-sessions';
import { triageRows } from './case-facts-triage';
import { workOrderCodec } from './work-order-wire';

const workRows: Readonly<Record<string, EventRow<CaseFact>>> = Object.fromEntries(
  workOrderCodec.types.map((type) => [type, workRow(type)]),
);

function workRow(type: string): EventRow<CaseFact> {
  return {
    domainType: type.slice(type.lastIndexOf('.') + 1) as CaseFact['type'],
    encode: () => {
      throw new Error(`${type} is written by the work order`);
    },
    decode: (value, open) => {
      const event = workOrderCodec.decode(type, value, open);
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
  ...workRows,
  ...clockRows,
  ...oversightRows,
  ...messageRows,
});
