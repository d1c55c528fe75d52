// Of the events of the others, the fields triage's rules look at. Only the enterprise's words are personal:
// the classifier needs them, the rules of evolution never look at them.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import * as knowledge from '#contracts/gen/zhitong/knowledge/v1/events';
import { type EventCodec, type Open, eventCodec } from '#platform/runtime/codec';
import type { RoutingCause, Wording } from '../../domain/routing-events';
import { readRow } from '#platform/runtime/codec';

function openWording(sealed: Uint8Array, open: Open): Wording {
  const plain = open(sealed);
  if (plain === 'erased') return 'erased';
  const { title, content } = intake.AppealSubmittedPrivate.decode(plain);
  return { title, content };
}

/**
 * Events of intake, knowledge, casework and of deliberations under an appeal's key that triage takes into
 * account.
 */
export const routingCauses: EventCodec<RoutingCause> = eventCodec<RoutingCause>({
  'zhitong.intake.v1.AppealSubmitted': readRow(
    'AppealSubmitted',
    intake.AppealSubmitted,
    ({ kind, topic, region, template, sealed }, open) => ({
      type: 'AppealSubmitted',
      kind,
      topic,
      region,
      ...(template !== '' && { template }),
      wording: openWording(sealed, open),
    }),
  ),
  'zhitong.intake.v1.AppealAdmitted': readRow(
    'AppealAdmitted',
    intake.AppealAdmitted,
    ({ packHash, kind, topic, region }) => ({ type: 'AppealAdmitted', packHash, kind, topic, region }),
  ),
  'zhitong.intake.v1.AppealJoined': readRow('AppealJoined', intake.AppealJoined, () => ({
    type: 'AppealJoined',
  })),
  'zhitong.intake.v1.AppealWithdrawn': readRow('AppealWithdrawn', intake.AppealWithdrawn, () => ({
    type: 'AppealWithdrawn',
  })),
  'zhitong.intake.v1.WithdrawalRequested': readRow('WithdrawalRequested', intake.WithdrawalRequested, () => ({
    type: 'WithdrawalRequested',
  })),
  'zhitong.knowledge.v1.AnswerSought': readRow(
    'AnswerSought',
    knowledge.AnswerSought,
    ({ articles: [best], sure }) => ({
      type: 'AnswerSought',
      best: best === undefined ? null : { articleId: best.articleId, score: best.score },
      sure,
    }),
  ),
  'zhitong.casework.v1.WorkOrderAcknowledged': readRow(
    'WorkOrderAcknowledged',
    casework.WorkOrderAcknowledged,
    ({ dispatchNo }) => ({ type: 'WorkOrderAcknowledged', dispatchNo }),
  ),
  'zhitong.casework.v1.DispatchObjected': readRow(
    'DispatchObjected',
    casework.DispatchObjected,
    ({ dispatchNo, proposedUnit, late }) => ({ type: 'DispatchObjected', dispatchNo, proposedUnit, late }),
  ),
  'zhitong.casework.v1.EscalationRequested': readRow(
    'EscalationRequested',
    casework.EscalationRequested,
    ({ dispatchNo }) => ({ type: 'EscalationRequested', dispatchNo }),
  ),
  'zhitong.casework.v1.FactsChecked': readRow('FactsChecked', casework.FactsChecked, () => ({
    type: 'FactsChecked',
  })),
  'zhitong.casework.v1.AppealCompleted': readRow(
    'AppealCompleted',
    casework.AppealCompleted,
    ({ dispatchNo }) => ({ type: 'AppealCompleted', dispatchNo }),
  ),
  'zhitong.casework.v1.AnswerDisputed': readRow('AnswerDisputed', casework.AnswerDisputed, () => ({
    type: 'AnswerDisputed',
  })),
  'zhitong.casework.v1.AppealReopened': readRow('AppealReopened', casework.AppealReopened, ({ unit }) => ({
    type: 'AppealReopened',
    unit,
  })),
  // An answer the platform gives back is taken up again by its unit.
  'zhitong.casework.v1.AnswerReturned': readRow('AppealReopened', casework.AnswerReturned, ({ unit }) => ({
    type: 'AppealReopened',
    unit,
  })),
  'zhitong.casework.v1.AppealClosed': readRow('AppealClosed', casework.AppealClosed, ({ why }) => ({
    type: 'AppealClosed',
    why,
  })),
  'zhitong.triage.v1.PanelRuled': readRow(
    'PanelRuled',
    triage.PanelRuled,
    ({ question, option, sessionNo }) => ({ type: 'PanelRuled', question, option, sessionNo }),
  ),
  'zhitong.triage.v1.MeetingRecorded': readRow(
    'MeetingRecorded',
    triage.MeetingRecorded,
    ({ lead, assist, sessionNo }) => ({ type: 'MeetingRecorded', lead, assist, sessionNo }),
  ),
});
