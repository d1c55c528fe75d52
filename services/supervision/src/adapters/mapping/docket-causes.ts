// Of the events of the others, the fields clocks depend on. Nothing sealed is opened here.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as notification from '#contracts/gen/zhitong/notification/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, type EventRow, type WireMessage, eventCodec } from '#platform/runtime/codec';
import type { DocketCause } from '../../domain/docket-events';

function read<M>(
  domainType: DocketCause['type'],
  message: WireMessage<M>,
  toDomain: (wire: M) => DocketCause,
): EventRow<DocketCause> {
  return {
    domainType,
    encode: () => {
      throw new Error(`${domainType} is written by another service`);
    },
    decode: (value) => toDomain(message.decode(value)),
  };
}

/** Causes without fields. */
type Bare = {
  [Type in DocketCause['type']]: keyof Extract<DocketCause, { type: Type }> extends 'type' ? Type : never;
}[DocketCause['type']];

/** That it happened is all that counts. */
function bare(type: Bare, message: WireMessage<unknown>): EventRow<DocketCause> {
  return read(type, message, () => ({ type }) as DocketCause);
}

/** Events of others under an appeal's key that move clocks. */
export const docketCauses: EventCodec<DocketCause> = eventCodec<DocketCause>({
  'zhitong.intake.v1.AppealSubmitted': read(
    'AppealSubmitted',
    intake.AppealSubmitted,
    ({ protect, receivedAt }) => ({
      type: 'AppealSubmitted',
      ...(protect && { protect }),
      ...(receivedAt > 0 && { receivedAt }),
    }),
  ),
  'zhitong.intake.v1.ProtectionLifted': bare('ProtectionLifted', intake.ProtectionLifted),
  'zhitong.intake.v1.AppealAdmitted': read('AppealAdmitted', intake.AppealAdmitted, ({ packHash }) => ({
    type: 'AppealAdmitted',
    packHash,
  })),
  'zhitong.intake.v1.AppealJoined': bare('AppealJoined', intake.AppealJoined),
  'zhitong.intake.v1.AppealWithdrawn': bare('AppealWithdrawn', intake.AppealWithdrawn),
  'zhitong.triage.v1.UrgencyConfirmed': bare('UrgencyConfirmed', triage.UrgencyConfirmed),
  'zhitong.triage.v1.PackChanged': read('PackChanged', triage.PackChanged, ({ toHash: packHash }) => ({
    type: 'PackChanged',
    packHash,
  })),
  'zhitong.triage.v1.WithdrawalGranted': bare('WithdrawalGranted', triage.WithdrawalGranted),
  'zhitong.triage.v1.DeskEntered': bare('DeskEntered', triage.DeskEntered),
  'zhitong.triage.v1.AnsweredDirectly': bare('AnsweredDirectly', triage.AnsweredDirectly),
  'zhitong.triage.v1.AppealDispatched': read(
    'AppealDispatched',
    triage.AppealDispatched,
    ({ dispatchNo, lead, assist }) => ({ type: 'AppealDispatched', dispatchNo, lead, assist }),
  ),
  'zhitong.triage.v1.DispatchRecalled': read(
    'DispatchRecalled',
    triage.DispatchRecalled,
    ({ dispatchNo, unit }) => ({ type: 'DispatchRecalled', dispatchNo, unit }),
  ),
  'zhitong.triage.v1.ObjectionRuled': read(
    'ObjectionRuled',
    triage.ObjectionRuled,
    ({ dispatchNo, unit, upheld }) => ({ type: 'ObjectionRuled', dispatchNo, unit, upheld }),
  ),
  'zhitong.casework.v1.WorkOrderAcknowledged': read(
    'WorkOrderAcknowledged',
    casework.WorkOrderAcknowledged,
    ({ dispatchNo, unit }) => ({ type: 'WorkOrderAcknowledged', dispatchNo, unit }),
  ),
  'zhitong.casework.v1.DispatchObjected': read(
    'DispatchObjected',
    casework.DispatchObjected,
    ({ dispatchNo, unit, late }) => ({ type: 'DispatchObjected', dispatchNo, unit, late }),
  ),
  'zhitong.casework.v1.EnterpriseContacted': read(
    'EnterpriseContacted',
    casework.EnterpriseContacted,
    ({ dispatchNo, unit, outcome, arrived, satisfies }) => ({
      type: 'EnterpriseContacted',
      dispatchNo,
      unit,
      reached: outcome === 'reached',
      arrived,
      satisfies,
    }),
  ),
  'zhitong.casework.v1.AssistAcknowledged': read(
    'AssistAcknowledged',
    casework.AssistAcknowledged,
    ({ dispatchNo, unit }) => ({ type: 'AssistAcknowledged', dispatchNo, unit }),
  ),
  'zhitong.casework.v1.AssistObjected': read(
    'AssistObjected',
    casework.AssistObjected,
    ({ dispatchNo, unit, late }) => ({ type: 'AssistObjected', dispatchNo, unit, late }),
  ),
  'zhitong.casework.v1.AssistObjectionRuled': read(
    'AssistObjectionRuled',
    casework.AssistObjectionRuled,
    ({ dispatchNo, unit, upheld }) => ({ type: 'AssistObjectionRuled', dispatchNo, unit, upheld }),
  ),
  'zhitong.casework.v1.ContributionGiven': read(
    'ContributionGiven',
    casework.ContributionGiven,
    ({ dispatchNo, unit }) => ({ type: 'ContributionGiven', dispatchNo, unit }),
  ),
  'zhitong.casework.v1.EscalationRequested': read(
    'EscalationRequested',
    casework.EscalationRequested,
    ({ dispatchNo, unit }) => ({ type: 'EscalationRequested', dispatchNo, unit }),
  ),
  'zhitong.triage.v1.EscalationRuled': read(
    'EscalationRuled',
    triage.EscalationRuled,
    ({ dispatchNo, unit }) => ({ type: 'EscalationRuled', dispatchNo, unit }),
  ),
  'zhitong.casework.v1.PreliminaryOpinionGiven': read(
    'PreliminaryOpinionGiven',
    casework.PreliminaryOpinionGiven,
    ({ dispatchNo, unit }) => ({ type: 'PreliminaryOpinionGiven', dispatchNo, unit }),
  ),
  'zhitong.casework.v1.AppealCompleted': read(
    'AppealCompleted',
    casework.AppealCompleted,
    ({ dispatchNo, unit, round }) => ({ type: 'AppealCompleted', dispatchNo, unit, round }),
  ),
  'zhitong.casework.v1.AnswerReleased': read(
    'AnswerReleased',
    casework.AnswerReleased,
    ({ dispatchNo, unit }) => ({ type: 'AnswerReleased', dispatchNo, unit }),
  ),
  'zhitong.casework.v1.AnswerReturned': read(
    'AnswerReturned',
    casework.AnswerReturned,
    ({ dispatchNo, unit, round }) => ({ type: 'AnswerReturned', dispatchNo, unit, round }),
  ),
  'zhitong.casework.v1.ExtensionRuled': read(
    'ExtensionRuled',
    casework.ExtensionRuled,
    ({ dispatchNo, unit, clock, round, granted, deadlineAt }) => ({
      type: 'ExtensionRuled',
      ...{ dispatchNo, unit, clock, round, granted, deadlineAt },
    }),
  ),
  'zhitong.casework.v1.FactsChecked': bare('FactsChecked', casework.FactsChecked),
  'zhitong.casework.v1.ResultChecked': bare('ResultChecked', casework.ResultChecked),
  'zhitong.casework.v1.AppealFollowedUp': bare('AppealFollowedUp', casework.AppealFollowedUp),
  'zhitong.casework.v1.AppealRated': bare('AppealRated', casework.AppealRated),
  'zhitong.casework.v1.RatingLapsed': bare('RatingLapsed', casework.RatingLapsed),
  'zhitong.casework.v1.AppealReopened': read(
    'AppealReopened',
    casework.AppealReopened,
    ({ round, unit }) => ({ type: 'AppealReopened', round, unit }),
  ),
  'zhitong.casework.v1.AppealClosed': bare('AppealClosed', casework.AppealClosed),
  'zhitong.supervision.v1.ContestRuled': read(
    'ContestRuled',
    supervision.ContestRuled,
    ({ about, target, upheld }) => ({ type: 'ContestRuled', about, target, upheld }),
  ),
  'zhitong.notification.v1.MessageDelivered': read(
    'MessageDelivered',
    notification.MessageDelivered,
    // A message's id begins with the id of the event it told of.
    ({ template, messageId }) => ({
      type: 'MessageDelivered',
      template,
      follows: messageId.split('#')[0] ?? '',
    }),
  ),
});
