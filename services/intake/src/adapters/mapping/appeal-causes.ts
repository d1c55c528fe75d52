// Of the others' events under an appeal's key, those that end it or open it again; what they say beside
// that does not concern intake.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, eventCodec, type EventRow, type WireMessage } from '#platform/runtime/codec';
import type { AppealCause } from '../../domain/appeal-events';

/** Events of casework and triage that intake takes into account. */
export const appealCauses: EventCodec<AppealCause> = eventCodec<AppealCause>({
  'zhitong.casework.v1.AppealClosed': bare('AppealClosed', casework.AppealClosed),
  'zhitong.casework.v1.AppealReopened': bare('AppealReopened', casework.AppealReopened),
  'zhitong.triage.v1.WithdrawalGranted': bare('WithdrawalGranted', triage.WithdrawalGranted),
});

/**
 * A row of which only the type matters; the bytes are decoded all the same, so that a broken event parks
 * its key.
 */
function bare<M>(type: AppealCause['type'], message: WireMessage<M>): EventRow<AppealCause> {
  return {
    domainType: type,
    encode: () => {
      throw new Error(`${type} is written by another service`);
    },
    decode: (value) => {
      message.decode(value);
      return { type };
    },
  };
}
