// Of the events of the others, the fields a deliberation's rules look at. Nothing sealed is opened here.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, type EventRow, type WireMessage, eventCodec } from '#platform/runtime/codec';
import type { DeliberationCause } from '../../domain/deliberation-events';
import { readRow } from '#platform/runtime/codec';

/** Where a session stands no more, whatever the end was. */
const ended = (message: WireMessage<unknown>): EventRow<DeliberationCause> =>
  readRow('AppealEnded', message, () => ({ type: 'AppealEnded' }));

/**
 * Events of intake, casework and of the routing under an appeal's key that a deliberation takes into account.
 */
export const deliberationCauses: EventCodec<DeliberationCause> = eventCodec<DeliberationCause>({
  'zhitong.intake.v1.AppealAdmitted': readRow(
    'AppealAdmitted',
    intake.AppealAdmitted,
    ({ packHash }): DeliberationCause => ({ type: 'AppealAdmitted', packHash }),
  ),
  'zhitong.triage.v1.PackChanged': readRow(
    'PackChanged',
    triage.PackChanged,
    ({ toHash: packHash }): DeliberationCause => ({ type: 'PackChanged', packHash }),
  ),
  'zhitong.triage.v1.AppealClassified': readRow(
    'AppealClassified',
    triage.AppealClassified,
    ({ complainedOf }): DeliberationCause => ({ type: 'AppealClassified', complainedOf }),
  ),
  'zhitong.triage.v1.AppealDispatched': readRow(
    'AppealDispatched',
    triage.AppealDispatched,
    ({ dispatchNo, lead, assist, cleared }): DeliberationCause => ({
      ...{ type: 'AppealDispatched', dispatchNo, lead, assist, cleared },
    }),
  ),
  'zhitong.triage.v1.DispatchRecalled': readRow(
    'DispatchRecalled',
    triage.DispatchRecalled,
    ({ dispatchNo, withoutMark }): DeliberationCause => ({
      ...{ type: 'DispatchRecalled', dispatchNo, withoutMark },
    }),
  ),
  'zhitong.triage.v1.DeskEntered': readRow(
    'DeskEntered',
    triage.DeskEntered,
    (): DeliberationCause => ({
      type: 'DeskEntered',
    }),
  ),
  'zhitong.triage.v1.AnsweredDirectly': readRow(
    'AnsweredDirectly',
    triage.AnsweredDirectly,
    (): DeliberationCause => ({ type: 'AnsweredDirectly' }),
  ),
  'zhitong.casework.v1.AppealCompleted': readRow(
    'AppealCompleted',
    casework.AppealCompleted,
    ({ dispatchNo }): DeliberationCause => ({ type: 'AppealCompleted', dispatchNo }),
  ),
  'zhitong.casework.v1.AppealReopened': readRow(
    'AppealReopened',
    casework.AppealReopened,
    (): DeliberationCause => ({ type: 'AppealReopened' }),
  ),
  'zhitong.casework.v1.AnswerReturned': readRow(
    'AppealReopened',
    casework.AnswerReturned,
    (): DeliberationCause => ({ type: 'AppealReopened' }),
  ),
  'zhitong.casework.v1.AppealClosed': ended(casework.AppealClosed),
  'zhitong.intake.v1.AppealJoined': ended(intake.AppealJoined),
  'zhitong.intake.v1.AppealWithdrawn': ended(intake.AppealWithdrawn),
  'zhitong.triage.v1.WithdrawalGranted': ended(triage.WithdrawalGranted),
});
