// What assisting units say, between the domain and the bytes of the journal: contributions and reasons
// sealed.
import * as wire from '#contracts/gen/zhitong/casework/v1/events';
import { type EventRow, rowsOf } from '#platform/runtime/codec';
import type { WorkOrderEvent } from '../../domain/work-order-events';
import { openWords, sealWords } from '#contracts/sealed-words';

const row = rowsOf<WorkOrderEvent>();

/** Rows of assisting units (RT-3). */
export const assistRows: Readonly<Record<string, EventRow<WorkOrderEvent>>> = {
  'zhitong.casework.v1.AssistAcknowledged': row(
    'AssistAcknowledged',
    wire.AssistAcknowledged,
    (event) => event,
    (event) => ({ type: 'AssistAcknowledged', ...event }),
  ),
  'zhitong.casework.v1.AssistObjected': row(
    'AssistObjected',
    wire.AssistObjected,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'AssistObjected', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.casework.v1.AssistObjectionRuled': row(
    'AssistObjectionRuled',
    wire.AssistObjectionRuled,
    ({ note, ...event }, seal) => ({ ...event, sealed: sealWords(note, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'AssistObjectionRuled',
      ...event,
      note: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.ContributionGiven': row(
    'ContributionGiven',
    wire.ContributionGiven,
    ({ text, ...event }, seal) => ({ ...event, sealed: sealWords(text, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'ContributionGiven', ...event, text: openWords(sealed, open) }),
  ),
};
