// The events of the journal as people hear them.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as notification from '#contracts/gen/zhitong/notification/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { Heard } from '../../domain/acts';

const RATING_REMINDER = 'rating-reminder';

type Reader = (value: Uint8Array) => Heard | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  'zhitong.intake.v1.AppealAdmitted': () => ({ type: 'AppealAdmitted' }),
  'zhitong.intake.v1.AppealSentBack': () => ({ type: 'AppealSentBack' }),
  'zhitong.intake.v1.IdentityQueried': () => ({ type: 'IdentityQueried' }),
  'zhitong.intake.v1.ScreeningHeld': (value) => {
    const { ground } = intake.ScreeningHeld.decode(value);
    return { type: 'ScreeningHeld', ground };
  },
  'zhitong.triage.v1.DeskEntered': (value) => ({
    type: 'DeskEntered',
    why: triage.DeskEntered.decode(value).why,
  }),
  'zhitong.triage.v1.AnsweredDirectly': () => ({ type: 'AnsweredDirectly' }),
  'zhitong.triage.v1.AppealDispatched': (value) => {
    const { dispatchNo, lead, assist } = triage.AppealDispatched.decode(value);
    return { type: 'AppealDispatched', dispatchNo, unit: lead, assist };
  },
  'zhitong.triage.v1.ObjectionRuled': (value) => {
    const { dispatchNo, unit, upheld } = triage.ObjectionRuled.decode(value);
    return { type: 'ObjectionRuled', dispatchNo, unit, upheld };
  },
  'zhitong.casework.v1.DispatchObjected': (value) => {
    const { dispatchNo, unit } = casework.DispatchObjected.decode(value);
    return { type: 'DispatchObjected', dispatchNo, unit };
  },
  'zhitong.casework.v1.AppealCompleted': (value) => {
    const { dispatchNo, unit, round, held, answerVerdict } = casework.AppealCompleted.decode(value);
    return { type: 'AppealCompleted', dispatchNo, unit, round, held, verdict: answerVerdict };
  },
  'zhitong.casework.v1.AnswerReleased': (value) => ({
    type: 'AnswerReleased',
    unit: casework.AnswerReleased.decode(value).unit,
  }),
  'zhitong.casework.v1.AppealReopened': (value) => {
    const { round, unit } = casework.AppealReopened.decode(value);
    return { type: 'AppealReopened', round, unit };
  },
  'zhitong.casework.v1.WorkOrderAcknowledged': () => ({ type: 'WorkOrderAcknowledged' }),
  'zhitong.casework.v1.AppealFollowedUp': (value) => {
    const { contacted, solved, satisfied } = casework.AppealFollowedUp.decode(value);
    return contacted && !(solved && satisfied) ? { type: 'Discontent' } : undefined;
  },
  'zhitong.casework.v1.AppealRated': (value) => {
    const { rating, by } = casework.AppealRated.decode(value);
    return by === 'enterprise' ? { type: 'EnterpriseRated', content: rating === 'satisfied' } : undefined;
  },
  'zhitong.casework.v1.AnswerDisputed': () => ({ type: 'Discontent' }),
  'zhitong.casework.v1.AppealClosed': () => ({ type: 'AppealOver' }),
  'zhitong.triage.v1.WithdrawalGranted': () => ({ type: 'AppealOver' }),
  'zhitong.intake.v1.AppealWithdrawn': () => ({ type: 'AppealOver' }),
  'zhitong.intake.v1.AppealDeclined': () => ({ type: 'AppealOver' }),
  'zhitong.intake.v1.AppealJoined': () => ({ type: 'AppealOver' }),
  'zhitong.triage.v1.DispatchRecalled': () => ({ type: 'DispatchRecalled' }),
  'zhitong.notification.v1.MessageDelivered': (value) => {
    const { template } = notification.MessageDelivered.decode(value);
    return template === RATING_REMINDER ? { type: 'ReminderDelivered' } : undefined;
  },
  'zhitong.supervision.v1.YellowCardIssued': (value) => {
    const { clock, unit } = supervision.YellowCardIssued.decode(value);
    return { type: 'CardShown', colour: 'yellow', clock, unit };
  },
  'zhitong.supervision.v1.RedCardIssued': (value) => {
    const { clock, unit } = supervision.RedCardIssued.decode(value);
    return { type: 'CardShown', colour: 'red', clock, unit };
  },
  'zhitong.supervision.v1.CardRevoked': (value) => {
    const { unit } = supervision.CardRevoked.decode(value);
    return { type: 'CardRevoked', unit };
  },
};

/** What people hear of an event; undefined when it is of no concern to them. */
export function heardOf(type: string, value: Uint8Array): Heard | undefined {
  return READERS[type]?.(value);
}
