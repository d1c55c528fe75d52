// The events of the journal as people hear them.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as notification from '#contracts/gen/zhitong/notification/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { Heard } from '../../domain/acts';
import { OVERSIGHT_READERS } from './heard-oversight';

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
  'zhitong.casework.v1.WorkOrderAcknowledged': (value) => {
    const { dispatchNo, unit } = casework.WorkOrderAcknowledged.decode(value);
    return { type: 'WorkOrderAcknowledged', dispatchNo, unit };
  },
  'zhitong.casework.v1.AssistObjected': (value) => {
    const { dispatchNo, unit } = casework.AssistObjected.decode(value);
    return { type: 'AssistObjected', dispatchNo, unit };
  },
  'zhitong.casework.v1.AssistObjectionRuled': (value) => {
    const { unit, upheld } = casework.AssistObjectionRuled.decode(value);
    return { type: 'AssistObjectionRuled', unit, upheld };
  },
  'zhitong.casework.v1.ContributionGiven': () => ({ type: 'ContributionGiven' }),
  'zhitong.casework.v1.DraftSubmitted': (value) => {
    const { by, draftNo } = casework.DraftSubmitted.decode(value);
    return { type: 'DraftSubmitted', by, draftNo };
  },
  'zhitong.casework.v1.DraftReturned': (value) => {
    const { by, draftNo } = casework.DraftReturned.decode(value);
    return { type: 'DraftReturned', by, draftNo };
  },
  'zhitong.casework.v1.DraftSigned': (value) => {
    const { by, draftNo, deputy } = casework.DraftSigned.decode(value);
    return { type: 'DraftSigned', by, draftNo, deputy };
  },
  'zhitong.casework.v1.InsideStepOverdue': (value) => {
    const { step } = casework.InsideStepOverdue.decode(value);
    return { type: 'InsideStepOverdue', step };
  },
  'zhitong.casework.v1.ExtensionRequested': (value) => {
    const { dispatchNo, unit } = casework.ExtensionRequested.decode(value);
    return { type: 'ExtensionRequested', dispatchNo, unit };
  },
  'zhitong.casework.v1.ExtensionRuled': (value) => {
    const { granted } = casework.ExtensionRuled.decode(value);
    return { type: 'ExtensionRuled', granted };
  },
  'zhitong.casework.v1.EscalationRequested': (value) => {
    const { dispatchNo, unit } = casework.EscalationRequested.decode(value);
    return { type: 'EscalationRequested', dispatchNo, unit };
  },
  'zhitong.triage.v1.EscalationRuled': (value) => {
    const { accepted } = triage.EscalationRuled.decode(value);
    return { type: 'EscalationRuled', accepted };
  },
  'zhitong.triage.v1.AppealClassified': (value) =>
    triage.AppealClassified.decode(value).urgent ? { type: 'UrgencyProposed' } : undefined,
  'zhitong.triage.v1.UrgencyConfirmed': () => ({ type: 'UrgencyConfirmed' }),
  'zhitong.triage.v1.UrgencyDenied': () => ({ type: 'UrgencyDenied' }),
  'zhitong.casework.v1.AppealFollowedUp': (value) => {
    const { contacted, solved, satisfied } = casework.AppealFollowedUp.decode(value);
    return contacted && !(solved && satisfied) ? { type: 'Discontent' } : undefined;
  },
  'zhitong.casework.v1.AppealRated': (value) => {
    const { rating, by, round } = casework.AppealRated.decode(value);
    if (by !== 'enterprise') return undefined;
    return { type: 'EnterpriseRated', content: rating === 'satisfied', round };
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
    const { cardId, clock, unit } = supervision.YellowCardIssued.decode(value);
    return { type: 'CardShown', cardId, colour: 'yellow', clock, unit };
  },
  'zhitong.supervision.v1.RedCardIssued': (value) => {
    const { cardId, clock, unit } = supervision.RedCardIssued.decode(value);
    return { type: 'CardShown', cardId, colour: 'red', clock, unit };
  },
  'zhitong.supervision.v1.CardRevoked': (value) => {
    const { cardId, unit } = supervision.CardRevoked.decode(value);
    return { type: 'CardRevoked', cardId, unit };
  },
  'zhitong.supervision.v1.ClockStarted': (value) => {
    const { clock, unit, deadlineAt } = supervision.ClockStarted.decode(value);
    return { type: 'ClockStarted', clock, unit, deadlineAt };
  },
  ...OVERSIGHT_READERS,
};

/** What people hear of an event; undefined when it is of no concern to them. */
export function heardOf(type: string, value: Uint8Array): Heard | undefined {
  return READERS[type]?.(value);
}
