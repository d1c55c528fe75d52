// Between the events of requests for data and the bytes of the journal. What it is for, what was provided and
// why not is sealed; who asked whom for what, until when, and who opened it stands in clear.
import * as wire from '#contracts/gen/zhitong/casework/v1/events';
import { openWords, sealWords } from '#contracts/sealed-words';
import { type EventCodec, type Open, type Seal, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { DataRequestEvent, Provided } from '../../domain/data-request-events';
import type { VoidGround } from '../../domain/data-requests';

const row = rowsOf<DataRequestEvent>();

/** Events of `casework.datarequests`. */
export const dataRequestsCodec: EventCodec<DataRequestEvent> = eventCodec<DataRequestEvent>({
  'zhitong.casework.v1.DataRequested': row(
    'DataRequested',
    wire.DataRequested,
    ({ purpose, nearAt = 0, ...event }, seal) => ({ ...event, nearAt, sealed: sealWords(purpose, seal) }),
    ({ sealed, nearAt, ...event }, open) => ({
      type: 'DataRequested',
      ...event,
      ...(nearAt > 0 && { nearAt }),
      purpose: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.DataProvided': row(
    'DataProvided',
    wire.DataProvided,
    ({ provided, ...event }, seal) => ({ ...event, sealed: sealProvided(provided, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'DataProvided',
      ...event,
      provided: openProvided(sealed, open),
    }),
  ),
  'zhitong.casework.v1.DataRefused': row(
    'DataRefused',
    wire.DataRefused,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'DataRefused', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.casework.v1.DataRequestWithdrawn': row(
    'DataRequestWithdrawn',
    wire.DataRequestWithdrawn,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'DataRequestWithdrawn',
      ...event,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.DataRequestsVoided': row(
    'DataRequestsVoided',
    wire.DataRequestsVoided,
    ({ requestNos, why }) => ({ requestNos: [...requestNos], why }),
    ({ requestNos, why }) => ({ type: 'DataRequestsVoided', requestNos, why: why as VoidGround }),
  ),
  'zhitong.casework.v1.DataRequestNear': row(
    'DataRequestNear',
    wire.DataRequestNear,
    (event) => event,
    (event) => ({ type: 'DataRequestNear', ...event }),
  ),
  'zhitong.casework.v1.DataRequestOverdue': row(
    'DataRequestOverdue',
    wire.DataRequestOverdue,
    ({ fromUnit = '', ...event }) => ({ ...event, fromUnit }),
    ({ fromUnit, ...event }) => ({ type: 'DataRequestOverdue', ...event, ...(fromUnit && { fromUnit }) }),
  ),
  'zhitong.casework.v1.DataRead': row(
    'DataRead',
    wire.DataRead,
    ({ purpose, ...event }, seal) => ({ ...event, sealed: sealWords(purpose, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'DataRead', ...event, purpose: openWords(sealed, open) }),
  ),
});

function sealProvided(provided: Provided, seal: Seal): Uint8Array {
  if (provided === 'erased') return new Uint8Array(0);
  const { fields, text } = provided;
  return seal(wire.DataProvidedPrivate.encode({ fields: { ...fields }, text }).finish());
}

function openProvided(sealed: Uint8Array, open: Open): Provided {
  const plain = open(sealed);
  return plain === 'erased' ? plain : wire.DataProvidedPrivate.decode(plain);
}
