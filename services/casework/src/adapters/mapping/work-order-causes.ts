// Of the events of the others, the fields a work order's rules look at. Nothing sealed is among them, so
// that an erased person changes no decision.
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as notification from '#contracts/gen/zhitong/notification/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, eventCodec } from '#platform/runtime/codec';
import type { WorkOrderCause } from '../../domain/work-order-events';
import { readRow } from '#platform/runtime/codec';

/** Events of others under an appeal's key that a work order takes into account. */
export const workOrderCauses: EventCodec<WorkOrderCause> = eventCodec<WorkOrderCause>({
  'zhitong.intake.v1.AppealSubmitted': readRow(
    'AppealSubmitted',
    intake.AppealSubmitted,
    ({ number, protect }) => ({
      type: 'AppealSubmitted',
      number,
      ...(protect && { protect }),
    }),
  ),
  'zhitong.intake.v1.ProtectionLifted': readRow('ProtectionLifted', intake.ProtectionLifted, () => ({
    type: 'ProtectionLifted',
  })),
  'zhitong.intake.v1.AppealAdmitted': readRow(
    'AppealAdmitted',
    intake.AppealAdmitted,
    ({ packHash, kind }) => ({ type: 'AppealAdmitted', packHash, kind }),
  ),
  'zhitong.intake.v1.AppealJoined': readRow('AppealJoined', intake.AppealJoined, () => ({
    type: 'AppealJoined',
  })),
  'zhitong.intake.v1.WithdrawalRequested': readRow('WithdrawalRequested', intake.WithdrawalRequested, () => ({
    type: 'WithdrawalRequested',
  })),
  'zhitong.intake.v1.AppealWithdrawn': readRow('AppealWithdrawn', intake.AppealWithdrawn, () => ({
    type: 'AppealWithdrawn',
  })),
  'zhitong.triage.v1.PackChanged': readRow('PackChanged', triage.PackChanged, ({ toHash: packHash }) => ({
    type: 'PackChanged',
    packHash,
  })),
  'zhitong.triage.v1.WithdrawalGranted': readRow('WithdrawalGranted', triage.WithdrawalGranted, () => ({
    type: 'WithdrawalGranted',
  })),
  'zhitong.triage.v1.AppealDispatched': readRow(
    'AppealDispatched',
    triage.AppealDispatched,
    ({ dispatchNo, lead, assist }) => ({ type: 'AppealDispatched', dispatchNo, lead, assist }),
  ),
  'zhitong.triage.v1.DispatchRecalled': readRow(
    'DispatchRecalled',
    triage.DispatchRecalled,
    ({ dispatchNo }) => ({ type: 'DispatchRecalled', dispatchNo }),
  ),
  'zhitong.triage.v1.ObjectionRuled': readRow(
    'ObjectionRuled',
    triage.ObjectionRuled,
    ({ dispatchNo, upheld }) => ({ type: 'ObjectionRuled', dispatchNo, upheld }),
  ),
  'zhitong.triage.v1.AnsweredDirectly': readRow(
    'AnsweredDirectly',
    triage.AnsweredDirectly,
    ({ articleId }) => ({ type: 'AnsweredDirectly', articleId }),
  ),
  'zhitong.triage.v1.EscalationRuled': readRow(
    'EscalationRuled',
    triage.EscalationRuled,
    ({ dispatchNo }) => ({ type: 'EscalationRuled', dispatchNo }),
  ),
  'zhitong.triage.v1.PanelConvened': readRow(
    'PanelConvened',
    triage.PanelConvened,
    ({ sessionNo, question }) => ({ type: 'PanelConvened', sessionNo, question }),
  ),
  'zhitong.triage.v1.PanelRuled': readRow(
    'PanelRuled',
    triage.PanelRuled,
    ({ sessionNo, question, option }) => ({ type: 'PanelRuled', sessionNo, question, option }),
  ),
  'zhitong.triage.v1.SessionLapsed': readRow(
    'SessionLapsed',
    triage.SessionLapsed,
    ({ sessionNo, question }) => ({ type: 'SessionLapsed', sessionNo, question }),
  ),
  'zhitong.supervision.v1.SpotCheckFailed': readRow(
    'SpotCheckFailed',
    supervision.SpotCheckFailed,
    ({ reopen, by }) => ({ type: 'SpotCheckFailed', reopen, by }),
  ),
  'zhitong.notification.v1.MessageDelivered': readRow(
    'MessageDelivered',
    notification.MessageDelivered,
    ({ template }) => ({ type: 'MessageDelivered', template }),
  ),
});
