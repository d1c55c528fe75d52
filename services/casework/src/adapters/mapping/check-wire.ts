// Checks of facts and result, between the domain and the bytes of the journal: notes sealed.
import * as wire from '#contracts/gen/zhitong/casework/v1/events';
import { openWords, sealWords } from '#contracts/sealed-words';
import { type EventRow, rowsOf } from '#platform/runtime/codec';
import type { CheckOutcome, WorkOrderEvent } from '../../domain/work-order-events';

const row = rowsOf<WorkOrderEvent>();

/** Rows of checks (HD-7). */
export const checkRows: Readonly<Record<string, EventRow<WorkOrderEvent>>> = {
  'zhitong.casework.v1.FactsChecked': row(
    'FactsChecked',
    wire.FactsChecked,
    ({ note, ...event }, seal) => ({ ...event, sealed: sealWords(note, seal) }),
    ({ sealed, outcome, by }, open) => {
      return { type: 'FactsChecked', outcome: outcome as CheckOutcome, by, note: openWords(sealed, open) };
    },
  ),
  'zhitong.casework.v1.ResultChecked': row(
    'ResultChecked',
    wire.ResultChecked,
    ({ note, ...event }, seal) => ({ ...event, sealed: sealWords(note, seal) }),
    ({ sealed, outcome, ...event }, open) => ({
      type: 'ResultChecked',
      ...event,
      outcome: outcome as CheckOutcome,
      note: openWords(sealed, open),
    }),
  ),
};
