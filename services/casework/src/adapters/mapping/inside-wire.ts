// What happens inside a unit, between the domain and the bytes of the journal: drafts and reasons sealed.
import * as wire from '#contracts/gen/zhitong/casework/v1/events';
import { type EventRow, rowsOf } from '#platform/runtime/codec';
import type { AnswerFindingCode } from '../../domain/answer-check';
import type { AnswerVerdict } from '../../domain/answer-remarks';
import type { WorkOrderEvent } from '../../domain/work-order-events';
import { openWords, sealWords } from '#contracts/sealed-words';
import { openAnswer, sealAnswer } from './sealed-answer';

const row = rowsOf<WorkOrderEvent>();

/** Rows of the chain inside a unit (HD-9). */
export const insideRows: Readonly<Record<string, EventRow<WorkOrderEvent>>> = {
  'zhitong.casework.v1.InsideAssigned': row(
    'InsideAssigned',
    wire.InsideAssigned,
    (event) => event,
    (event) => ({ type: 'InsideAssigned', ...event }),
  ),
  'zhitong.casework.v1.DraftSubmitted': row(
    'DraftSubmitted',
    wire.DraftSubmitted,
    ({ answer, findingCodes, ...event }, seal) => ({
      ...event,
      findingCodes: [...findingCodes],
      sealed: sealAnswer(answer, seal),
    }),
    ({ sealed, answerVerdict, findingCodes, ...event }, open) => ({
      type: 'DraftSubmitted',
      ...event,
      answerVerdict: answerVerdict as AnswerVerdict,
      findingCodes: findingCodes as AnswerFindingCode[],
      answer: openAnswer(sealed, open),
    }),
  ),
  'zhitong.casework.v1.DraftReturned': row(
    'DraftReturned',
    wire.DraftReturned,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'DraftReturned', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.casework.v1.DraftSigned': row(
    'DraftSigned',
    wire.DraftSigned,
    ({ post = '', deputy = false, ...event }) => ({ ...event, post, deputy }),
    ({ post, deputy, ...event }) => {
      return { type: 'DraftSigned', ...event, ...(post && { post }), ...(deputy && { deputy: true }) };
    },
  ),
  'zhitong.casework.v1.InsideStepOverdue': row(
    'InsideStepOverdue',
    wire.InsideStepOverdue,
    ({ persons, ...event }) => ({ ...event, persons: [...persons] }),
    (event) => ({ type: 'InsideStepOverdue', ...event }),
  ),
  'zhitong.casework.v1.InsideHandedOver': row(
    'InsideHandedOver',
    wire.InsideHandedOver,
    (event) => event,
    (event) => ({ type: 'InsideHandedOver', ...event }),
  ),
};
