// Of the events of the others, and of the docket beside it, the fields the overseeing looks at. Nothing
// sealed is opened here.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, type EventRow, type WireMessage, eventCodec } from '#platform/runtime/codec';
import type { OversightCause } from '../../domain/oversight-events';
import { readRow } from '#platform/runtime/codec';

/** The event with the fields of its message that the domain names. */
function picked<T extends OversightCause['type'], M>(
  type: T,
  message: WireMessage<M>,
  ...fields: readonly (keyof M & keyof Extract<OversightCause, { type: T }>)[]
): EventRow<OversightCause> {
  return readRow<OversightCause, M>(type, message, (wire) => {
    const held = Object.fromEntries(fields.map((field) => [field, wire[field]]));
    return { type, ...held } as Extract<OversightCause, { type: T }>;
  });
}

/** Events of others under an appeal's key that its overseeing takes into account. */
export const oversightCauses: EventCodec<OversightCause> = eventCodec<OversightCause>({
  'zhitong.intake.v1.AppealSubmitted': picked('AppealSubmitted', intake.AppealSubmitted, 'number'),
  'zhitong.intake.v1.AppealAdmitted': picked('AppealAdmitted', intake.AppealAdmitted, 'packHash'),
  'zhitong.intake.v1.AppealJoined': picked('AppealJoined', intake.AppealJoined),
  'zhitong.intake.v1.AppealWithdrawn': picked('AppealWithdrawn', intake.AppealWithdrawn),
  'zhitong.triage.v1.WithdrawalGranted': picked('WithdrawalGranted', triage.WithdrawalGranted),
  'zhitong.triage.v1.PackChanged': readRow('PackChanged', triage.PackChanged, ({ toHash: packHash }) => ({
    type: 'PackChanged',
    packHash,
  })),
  'zhitong.triage.v1.AppealDispatched': picked(
    'AppealDispatched',
    triage.AppealDispatched,
    ...(['dispatchNo', 'lead', 'assist'] as const),
  ),
  'zhitong.triage.v1.ObjectionRuled': picked(
    'ObjectionRuled',
    triage.ObjectionRuled,
    ...(['dispatchNo', 'unit', 'upheld'] as const),
  ),
  'zhitong.casework.v1.DispatchObjected': picked(
    'DispatchObjected',
    casework.DispatchObjected,
    ...(['dispatchNo', 'unit'] as const),
  ),
  'zhitong.casework.v1.WorkOrderAcknowledged': picked(
    'WorkOrderAcknowledged',
    casework.WorkOrderAcknowledged,
    ...(['unit', 'by'] as const),
  ),
  'zhitong.casework.v1.EnterpriseContacted': picked(
    'EnterpriseContacted',
    casework.EnterpriseContacted,
    'by',
  ),
  'zhitong.casework.v1.PreliminaryOpinionGiven': picked(
    'PreliminaryOpinionGiven',
    casework.PreliminaryOpinionGiven,
    'by',
  ),
  'zhitong.casework.v1.AppealCompleted': picked(
    'AppealCompleted',
    casework.AppealCompleted,
    ...(['unit', 'round', 'by', 'completionType', 'answerVerdict'] as const),
  ),
  'zhitong.casework.v1.AppealRated': picked(
    'AppealRated',
    casework.AppealRated,
    ...(['rating', 'round'] as const),
  ),
  'zhitong.casework.v1.AppealReopened': picked(
    'AppealReopened',
    casework.AppealReopened,
    ...(['round', 'unit', 'why'] as const),
  ),
  'zhitong.casework.v1.AppealClosed': picked('AppealClosed', casework.AppealClosed, 'why'),
  'zhitong.casework.v1.DataRequestOverdue': picked(
    'DataRequestOverdue',
    casework.DataRequestOverdue,
    ...(['requestNo', 'unit'] as const),
  ),
  'zhitong.casework.v1.DataProvided': picked('DataAnswered', casework.DataProvided, 'requestNo'),
  'zhitong.casework.v1.DataRefused': picked('DataAnswered', casework.DataRefused, 'requestNo'),
  'zhitong.casework.v1.DataRequestWithdrawn': readRow(
    'DataRequestsGone',
    casework.DataRequestWithdrawn,
    ({ requestNo }): OversightCause => ({ type: 'DataRequestsGone', requestNos: [requestNo] }),
  ),
  'zhitong.casework.v1.DataRequestsVoided': picked(
    'DataRequestsGone',
    casework.DataRequestsVoided,
    'requestNos',
  ),
  'zhitong.supervision.v1.ClockStopped': picked(
    'ClockStopped',
    supervision.ClockStopped,
    ...(['clockId', 'inTime', 'void'] as const),
  ),
  'zhitong.supervision.v1.YellowCardIssued': picked(
    'YellowCardIssued',
    supervision.YellowCardIssued,
    ...(['cardId', 'unit'] as const),
  ),
  'zhitong.supervision.v1.RedCardIssued': picked(
    'RedCardIssued',
    supervision.RedCardIssued,
    ...(['cardId', 'unit'] as const),
  ),
  'zhitong.supervision.v1.CardRevoked': picked(
    'CardRevoked',
    supervision.CardRevoked,
    ...(['cardId', 'unit'] as const),
  ),
});
