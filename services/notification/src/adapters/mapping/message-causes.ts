// Of the events of the others, what somebody may be told of. Sealed words are opened for the texts.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import {
  type EventCodec,
  type EventRow,
  type Open,
  type WireMessage,
  eventCodec,
} from '#platform/runtime/codec';
import type { MessageCause } from '../../domain/message-events';
import type { Words } from '../../domain/messages';

function read<M>(
  domainType: MessageCause['type'],
  message: WireMessage<M>,
  toDomain: (wire: M, open: Open) => MessageCause,
): EventRow<MessageCause> {
  return {
    domainType,
    encode: () => {
      throw new Error(`${domainType} is written by another service`);
    },
    decode: (value, open) => toDomain(message.decode(value), open),
  };
}

function sentence(sealed: Uint8Array, open: Open): string {
  const plain = open(sealed);
  return plain === 'erased' ? 'erased' : intake.Words.decode(plain).text;
}

function submittedWords(sealed: Uint8Array, open: Open): Words {
  const plain = open(sealed);
  if (plain === 'erased') return 'erased';
  const { title, enterpriseName, contactName, contactPhone, queryCode } =
    intake.AppealSubmittedPrivate.decode(plain);
  return { title, enterprise: enterpriseName, contact: contactName, phone: contactPhone, queryCode };
}

function resultOf(sealed: Uint8Array, open: Open): string {
  const plain = open(sealed);
  if (plain === 'erased') return 'erased';
  const { answer, plan } = casework.AppealCompletedPrivate.decode(plain);
  return answer === '' ? plan : answer;
}

const intakeRows: Readonly<Record<string, EventRow<MessageCause>>> = {
  'zhitong.intake.v1.AppealSubmitted': read(
    'AppealSubmitted',
    intake.AppealSubmitted,
    ({ number, sourceNumber, channel: door, kind, deskDueAt, protect, sealed }, open) => {
      const words = { words: submittedWords(sealed, open), ...(protect && { protect: true as const }) };
      return { type: 'AppealSubmitted', number, sourceNumber, door, kind, deskDueAt, ...words };
    },
  ),
  'zhitong.intake.v1.PushHeld': read(
    'PushHeld',
    intake.PushHeld,
    ({ number, sourceNumber, channel: door }) => ({ type: 'PushHeld', number, sourceNumber, door }),
  ),
  'zhitong.intake.v1.PushRejected': read('PushRejected', intake.PushRejected, ({ sealed }, open) => {
    return { type: 'PushRejected', reason: sentence(sealed, open) };
  }),
  'zhitong.intake.v1.AppealAdmitted': read('AppealAdmitted', intake.AppealAdmitted, ({ packHash, uscc }) => {
    return { type: 'AppealAdmitted', packHash, uscc };
  }),
  'zhitong.intake.v1.AppealDeclined': read(
    'AppealDeclined',
    intake.AppealDeclined,
    ({ ground, sealed }, open) => ({ type: 'AppealDeclined', ground, reason: sentence(sealed, open) }),
  ),
  'zhitong.intake.v1.AppealSentBack': read('AppealSentBack', intake.AppealSentBack, ({ sealed }, open) => {
    return { type: 'AppealSentBack', reason: sentence(sealed, open) };
  }),
  'zhitong.intake.v1.AppealJoined': read('AppealJoined', intake.AppealJoined, ({ joinedToNumber }) => {
    return { type: 'AppealJoined', joinedToNumber };
  }),
  'zhitong.intake.v1.AppealUrged': read('AppealUrged', intake.AppealUrged, () => ({ type: 'AppealUrged' })),
  'zhitong.intake.v1.ProtectionLifted': read('ProtectionLifted', intake.ProtectionLifted, () => ({
    type: 'ProtectionLifted',
  })),
  'zhitong.intake.v1.AppealWithdrawn': read('AppealWithdrawn', intake.AppealWithdrawn, () => {
    return { type: 'AppealWithdrawn' };
  }),
};

const triageRows: Readonly<Record<string, EventRow<MessageCause>>> = {
  'zhitong.triage.v1.EscalationRuled': read(
    'EscalationRuled',
    triage.EscalationRuled,
    ({ unit, sealed }, open) => ({ type: 'EscalationRuled', unit, reason: sentence(sealed, open) }),
  ),
  'zhitong.triage.v1.UrgencyConfirmed': read('UrgencyConfirmed', triage.UrgencyConfirmed, () => {
    return { type: 'UrgencyConfirmed' };
  }),
  'zhitong.triage.v1.PackChanged': read('PackChanged', triage.PackChanged, ({ toHash: packHash }) => {
    return { type: 'PackChanged', packHash };
  }),
  'zhitong.triage.v1.WithdrawalGranted': read('WithdrawalGranted', triage.WithdrawalGranted, () => {
    return { type: 'WithdrawalGranted' };
  }),
  'zhitong.triage.v1.DeskEntered': read('DeskEntered', triage.DeskEntered, () => ({ type: 'DeskEntered' })),
  'zhitong.triage.v1.AnsweredDirectly': read(
    'AnsweredDirectly',
    triage.AnsweredDirectly,
    ({ articleId }) => ({ type: 'AnsweredDirectly', articleId }),
  ),
  'zhitong.triage.v1.AppealDispatched': read(
    'AppealDispatched',
    triage.AppealDispatched,
    ({ lead, assist }) => ({ type: 'AppealDispatched', lead, assist }),
  ),
  'zhitong.triage.v1.DispatchRecalled': read(
    'DispatchRecalled',
    triage.DispatchRecalled,
    ({ unit, sealed }, open) => ({ type: 'DispatchRecalled', unit, reason: sentence(sealed, open) }),
  ),
  'zhitong.triage.v1.ObjectionRuled': read(
    'ObjectionRuled',
    triage.ObjectionRuled,
    ({ unit, upheld, sealed }, open) => ({
      type: 'ObjectionRuled',
      unit,
      upheld,
      reason: sentence(sealed, open),
    }),
  ),
};

const caseworkRows: Readonly<Record<string, EventRow<MessageCause>>> = {
  'zhitong.casework.v1.WorkOrderAcknowledged': read(
    'WorkOrderAcknowledged',
    casework.WorkOrderAcknowledged,
    ({ unit }) => ({ type: 'WorkOrderAcknowledged', unit }),
  ),
  'zhitong.casework.v1.DispatchObjected': read(
    'DispatchObjected',
    casework.DispatchObjected,
    ({ unit, sealed }, open) => ({ type: 'DispatchObjected', unit, reason: sentence(sealed, open) }),
  ),
  'zhitong.casework.v1.AssistAcknowledged': read(
    'AssistAcknowledged',
    casework.AssistAcknowledged,
    ({ unit }) => ({ type: 'AssistAcknowledged', unit }),
  ),
  'zhitong.casework.v1.AssistObjected': read(
    'AssistObjected',
    casework.AssistObjected,
    ({ unit, sealed }, open) => ({ type: 'AssistObjected', unit, reason: sentence(sealed, open) }),
  ),
  'zhitong.casework.v1.AssistObjectionRuled': read(
    'AssistObjectionRuled',
    casework.AssistObjectionRuled,
    ({ unit, upheld, sealed }, open) => {
      return { type: 'AssistObjectionRuled', unit, upheld, reason: sentence(sealed, open) };
    },
  ),
  'zhitong.casework.v1.ContributionGiven': read(
    'ContributionGiven',
    casework.ContributionGiven,
    ({ unit }) => ({ type: 'ContributionGiven', unit }),
  ),
  'zhitong.casework.v1.EnterpriseContacted': read(
    'EnterpriseContacted',
    casework.EnterpriseContacted,
    ({ unit, outcome, arrived, satisfies }) => {
      return { type: 'EnterpriseContacted', unit, reached: outcome === 'reached', arrived, satisfies };
    },
  ),
  'zhitong.casework.v1.EscalationRequested': read(
    'EscalationRequested',
    casework.EscalationRequested,
    ({ unit, sealed }, open) => ({ type: 'EscalationRequested', unit, reason: sentence(sealed, open) }),
  ),
  'zhitong.casework.v1.PreliminaryOpinionGiven': read(
    'PreliminaryOpinionGiven',
    casework.PreliminaryOpinionGiven,
    ({ unit, sealed }, open) => {
      return { type: 'PreliminaryOpinionGiven', unit, opinion: sentence(sealed, open) };
    },
  ),
  'zhitong.casework.v1.AppealCompleted': read(
    'AppealCompleted',
    casework.AppealCompleted,
    ({ unit, sealed, held }, open) => {
      const answer = { unit, result: resultOf(sealed, open) };
      return { type: 'AppealCompleted', ...answer, ...(held && { held: true as const }) };
    },
  ),
  'zhitong.casework.v1.AnswerReleased': read('AnswerReleased', casework.AnswerReleased, ({ unit }) => ({
    type: 'AnswerReleased',
    unit,
  })),
  'zhitong.casework.v1.AnswerReturned': read(
    'AnswerReturned',
    casework.AnswerReturned,
    ({ unit, sealed }, open) => ({ type: 'AnswerReturned', unit, reason: sentence(sealed, open) }),
  ),
  'zhitong.casework.v1.ExtensionRuled': read(
    'ExtensionRuled',
    casework.ExtensionRuled,
    ({ unit, granted, deadlineAt }) => ({ type: 'ExtensionRuled', unit, granted, deadlineAt }),
  ),
  'zhitong.casework.v1.FactsChecked': read('FactsChecked', casework.FactsChecked, ({ sealed }, open) => {
    return { type: 'FactsChecked', note: sentence(sealed, open) };
  }),
  'zhitong.casework.v1.ResultChecked': read('ResultChecked', casework.ResultChecked, ({ sealed }, open) => {
    return { type: 'ResultChecked', note: sentence(sealed, open) };
  }),
  'zhitong.casework.v1.AppealFollowedUp': read('AppealFollowedUp', casework.AppealFollowedUp, (said) => {
    const { contacted, solved, satisfied } = said;
    return { type: 'AppealFollowedUp', content: !contacted || (solved && satisfied) };
  }),
  'zhitong.casework.v1.AppealRated': read('AppealRated', casework.AppealRated, () => {
    return { type: 'AppealRated' };
  }),
  'zhitong.casework.v1.AppealReopened': read(
    'AppealReopened',
    casework.AppealReopened,
    ({ unit, sealed }, open) => ({ type: 'AppealReopened', unit, reason: sentence(sealed, open) }),
  ),
  'zhitong.casework.v1.AppealClosed': read('AppealClosed', casework.AppealClosed, ({ why }) => {
    return { type: 'AppealClosed', why };
  }),
};

/** Requests for data (HD-8); what was provided is told to nobody. */
const dataRows: Readonly<Record<string, EventRow<MessageCause>>> = {
  'zhitong.casework.v1.DataRequested': read(
    'DataRequested',
    casework.DataRequested,
    ({ ofUnit: unit, dueAt, sealed }, open) => {
      return { type: 'DataRequested', unit, dueAt, purpose: sentence(sealed, open) };
    },
  ),
  'zhitong.casework.v1.DataRequestOverdue': read(
    'DataRequestOverdue',
    casework.DataRequestOverdue,
    ({ unit, fromUnit }) => ({ type: 'DataRequestOverdue', unit, fromUnit }),
  ),
  'zhitong.casework.v1.InsideStepOverdue': read(
    'InsideStepOverdue',
    casework.InsideStepOverdue,
    ({ unit, step, dueAt, persons }) => ({ type: 'InsideStepOverdue', unit, step, dueAt, persons }),
  ),
  'zhitong.casework.v1.DataRequestNear': read(
    'DataRequestNear',
    casework.DataRequestNear,
    ({ unit, dueAt }) => ({ type: 'DataRequestNear', unit, dueAt }),
  ),
  'zhitong.casework.v1.DataProvided': read('DataAnswered', casework.DataProvided, ({ fromUnit: unit }) => {
    return { type: 'DataAnswered', unit };
  }),
  'zhitong.casework.v1.DataRefused': read('DataAnswered', casework.DataRefused, ({ fromUnit: unit }) => {
    return { type: 'DataAnswered', unit };
  }),
};

const supervisionRows: Readonly<Record<string, EventRow<MessageCause>>> = {
  'zhitong.supervision.v1.DeadlineNear': read(
    'DeadlineNear',
    supervision.DeadlineNear,
    ({ unit, clock, deadlineAt }) => ({ type: 'DeadlineNear', unit, clock, deadlineAt }),
  ),
  'zhitong.supervision.v1.YellowCardIssued': read(
    'YellowCardIssued',
    supervision.YellowCardIssued,
    ({ unit, clock, deadlineAt }) => ({ type: 'YellowCardIssued', unit, clock, deadlineAt }),
  ),
  'zhitong.supervision.v1.RedCardIssued': read(
    'RedCardIssued',
    supervision.RedCardIssued,
    ({ unit, clock }) => ({ type: 'RedCardIssued', unit, clock }),
  ),
};

/** Events of others under an appeal's key that somebody may be told of. */
export const messageCauses: EventCodec<MessageCause> = eventCodec<MessageCause>({
  ...intakeRows,
  ...triageRows,
  ...caseworkRows,
  ...dataRows,
  ...supervisionRows,
});
