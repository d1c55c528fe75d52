// Of the events of the others and of the work order, the fields on which requests for data depend. Nothing
// sealed is opened here.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import {
  type EventCodec,
  type EventRow,
  type WireMessage,
  eventCodec,
  readRow,
} from '#platform/runtime/codec';
import type { DataRequestCause } from '../../domain/data-request-events';

const row = <M>(
  message: WireMessage<M>,
  cause: (wire: M) => DataRequestCause,
  type: DataRequestCause['type'],
): EventRow<DataRequestCause> => readRow<DataRequestCause, M>(type, message, cause);

type Bare = 'AnsweredDirectly' | 'AppealCompleted' | 'AppealClosed' | 'AppealGone';
const bare = (type: Bare, message: WireMessage<unknown>) => row(message, () => ({ type }), type);

/** What the requests of a case take into account. */
export const dataRequestsCauses: EventCodec<DataRequestCause> = eventCodec<DataRequestCause>({
  'zhitong.intake.v1.AppealSubmitted': row(
    intake.AppealSubmitted,
    ({ protect }) => ({ type: 'AppealSubmitted', ...(protect && { protect: true as const }) }),
    'AppealSubmitted',
  ),
  'zhitong.intake.v1.ProtectionLifted': row(
    intake.ProtectionLifted,
    () => ({ type: 'ProtectionLifted' }),
    'ProtectionLifted',
  ),
  'zhitong.intake.v1.AppealAdmitted': row(
    intake.AppealAdmitted,
    ({ packHash }) => ({ type: 'AppealAdmitted', packHash }),
    'AppealAdmitted',
  ),
  'zhitong.triage.v1.PackChanged': row(
    triage.PackChanged,
    ({ toHash: packHash }) => ({ type: 'PackChanged', packHash }),
    'PackChanged',
  ),
  'zhitong.triage.v1.AppealClassified': row(
    triage.AppealClassified,
    ({ complainedOf }) => ({ type: 'AppealClassified', complainedOf }),
    'AppealClassified',
  ),
  'zhitong.triage.v1.AppealDispatched': row(
    triage.AppealDispatched,
    ({ dispatchNo, lead: unit, cleared }) => ({ type: 'AppealDispatched', dispatchNo, unit, cleared }),
    'AppealDispatched',
  ),
  'zhitong.triage.v1.DispatchRecalled': row(
    triage.DispatchRecalled,
    ({ dispatchNo }) => ({ type: 'DispatchEnded', dispatchNo }),
    'DispatchEnded',
  ),
  'zhitong.triage.v1.ObjectionRuled': row(
    triage.ObjectionRuled,
    ({ dispatchNo, upheld }) => ({ type: 'DispatchEnded', dispatchNo: upheld ? dispatchNo : 0 }),
    'DispatchEnded',
  ),
  'zhitong.casework.v1.WorkOrderAcknowledged': row(
    casework.WorkOrderAcknowledged,
    ({ dispatchNo }) => ({ type: 'WorkOrderAcknowledged', dispatchNo }),
    'WorkOrderAcknowledged',
  ),
  'zhitong.triage.v1.AnsweredDirectly': bare('AnsweredDirectly', triage.AnsweredDirectly),
  'zhitong.casework.v1.AppealCompleted': bare('AppealCompleted', casework.AppealCompleted),
  'zhitong.casework.v1.AppealReopened': row(
    casework.AppealReopened,
    ({ unit }) => ({ type: 'AppealReopened', unit }),
    'AppealReopened',
  ),
  'zhitong.casework.v1.AnswerReturned': row(
    casework.AnswerReturned,
    ({ unit }) => ({ type: 'AppealReopened', unit }),
    'AppealReopened',
  ),
  'zhitong.casework.v1.AppealClosed': bare('AppealClosed', casework.AppealClosed),
  'zhitong.intake.v1.AppealJoined': bare('AppealGone', intake.AppealJoined),
  'zhitong.intake.v1.AppealWithdrawn': bare('AppealGone', intake.AppealWithdrawn),
  'zhitong.triage.v1.WithdrawalGranted': bare('AppealGone', triage.WithdrawalGranted),
});
