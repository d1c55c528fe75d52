// Between the events of a work order and the bytes of the journal. What a unit, a follow-up caller or the
// enterprise wrote in its own words is sealed; who acted, when and with what result stands in clear.
import * as wire from '#contracts/gen/zhitong/casework/v1/events';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { AnswerFindingCode } from '../../domain/answer-check';
import type { AnswerVerdict } from '../../domain/answer-remarks';
import type {
  ClosingGround,
  ContactOutcome,
  Rating,
  RatedBy,
  ReopeningGround,
  WorkOrderEvent,
} from '../../domain/work-order-events';
import { assistRows } from './assist-wire';
import { checkRows } from './check-wire';
import { insideRows } from './inside-wire';
import { openWords, sealWords } from '#contracts/sealed-words';
import { openAnswer, sealAnswer } from './sealed-answer';

const row = rowsOf<WorkOrderEvent>();

/** Events of `casework.workorder`. */
export const workOrderCodec: EventCodec<WorkOrderEvent> = eventCodec<WorkOrderEvent>({
  ...assistRows,
  ...checkRows,
  ...insideRows,
  'zhitong.casework.v1.WorkOrderAcknowledged': row(
    'WorkOrderAcknowledged',
    wire.WorkOrderAcknowledged,
    (event) => event,
    (event) => ({ type: 'WorkOrderAcknowledged', ...event }),
  ),
  'zhitong.casework.v1.DispatchObjected': row(
    'DispatchObjected',
    wire.DispatchObjected,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'DispatchObjected',
      ...event,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.EnterpriseContacted': row(
    'EnterpriseContacted',
    wire.EnterpriseContacted,
    ({ note, byPlatform = false, ...event }, seal) => ({
      ...event,
      byPlatform,
      sealed: sealWords(note, seal),
    }),
    ({ sealed, outcome, byPlatform, ...event }, open) => ({
      type: 'EnterpriseContacted',
      ...event,
      ...(byPlatform && { byPlatform }),
      outcome: outcome as ContactOutcome,
      note: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.PreliminaryOpinionGiven': row(
    'PreliminaryOpinionGiven',
    wire.PreliminaryOpinionGiven,
    ({ text, ...event }, seal) => ({ ...event, sealed: sealWords(text, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'PreliminaryOpinionGiven',
      ...event,
      text: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.AppealCompleted': row(
    'AppealCompleted',
    wire.AppealCompleted,
    ({ answer, findingCodes, withoutUnits = [], held = false, ...event }, seal) => ({
      ...event,
      held,
      withoutUnits: [...withoutUnits],
      findingCodes: [...findingCodes],
      sealed: sealAnswer(answer, seal),
    }),
    ({ sealed, answerVerdict, findingCodes, withoutUnits, held, ...event }, open) => ({
      type: 'AppealCompleted',
      ...event,
      ...(held && { held }),
      ...(withoutUnits.length > 0 && { withoutUnits }),
      answerVerdict: answerVerdict as AnswerVerdict | '',
      findingCodes: findingCodes as AnswerFindingCode[],
      answer: openAnswer(sealed, open),
    }),
  ),
  'zhitong.casework.v1.AnswerReleased': row(
    'AnswerReleased',
    wire.AnswerReleased,
    (event) => event,
    (event) => ({ type: 'AnswerReleased', ...event }),
  ),
  'zhitong.casework.v1.AnswerReturned': row(
    'AnswerReturned',
    wire.AnswerReturned,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'AnswerReturned', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.casework.v1.AppealFollowedUp': row(
    'AppealFollowedUp',
    wire.AppealFollowedUp,
    ({ reasons, ...event }, seal) => ({ ...event, sealed: sealWords(reasons, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'AppealFollowedUp',
      ...event,
      reasons: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.AppealRated': row(
    'AppealRated',
    wire.AppealRated,
    ({ comment, ...event }, seal) => ({ ...event, sealed: sealWords(comment, seal) }),
    ({ sealed, rating, by, round }, open) => ({
      type: 'AppealRated',
      rating: rating as Rating,
      by: by as RatedBy,
      round,
      comment: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.RatingLapsed': row(
    'RatingLapsed',
    wire.RatingLapsed,
    (event) => event,
    ({ countsAs, round }) => ({
      type: 'RatingLapsed',
      countsAs: countsAs as 'unrated' | 'satisfied',
      round,
    }),
  ),
  'zhitong.casework.v1.AnswerDisputed': row(
    'AnswerDisputed',
    wire.AnswerDisputed,
    ({ round, reason }, seal) => ({ round, sealed: sealWords(reason, seal) }),
    ({ round, sealed }, open) => ({ type: 'AnswerDisputed', round, reason: openWords(sealed, open) }),
  ),
  'zhitong.casework.v1.AppealReopened': row(
    'AppealReopened',
    wire.AppealReopened,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, why, ...event }, open) => ({
      type: 'AppealReopened',
      ...event,
      why: why as ReopeningGround,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.AppealClosed': row(
    'AppealClosed',
    wire.AppealClosed,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ why, by, sealed }, open) => ({
      type: 'AppealClosed',
      why: why as ClosingGround,
      by,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.EscalationRequested': row(
    'EscalationRequested',
    wire.EscalationRequested,
    ({ opinion, ...event }, seal) => ({ ...event, sealed: sealWords(opinion, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'EscalationRequested',
      ...event,
      opinion: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.ExtensionRequested': row(
    'ExtensionRequested',
    wire.ExtensionRequested,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'ExtensionRequested',
      ...event,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.casework.v1.ExtensionRuled': row(
    'ExtensionRuled',
    wire.ExtensionRuled,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'ExtensionRuled', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.casework.v1.UnitSucceeded': row(
    'UnitSucceeded',
    wire.UnitSucceeded,
    (event) => event,
    (event) => ({ type: 'UnitSucceeded', ...event }),
  ),
});
