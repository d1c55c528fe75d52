// Between the search for an answer and the journal: intake's events come in with the words opened, the
// finding goes out in clear – ids of articles and scores, nothing personal.
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as wire from '#contracts/gen/zhitong/knowledge/v1/events';
import { type EventCodec, type EventRow, type Open, eventCodec, eventRow } from '#platform/runtime/codec';
import type { AnswerSought, AnsweringCause, Wording } from '../../domain/answering';

function neverWritten(): never {
  throw new Error('Events of intake are read here, never written');
}

function openWording(sealed: Uint8Array, open: Open): Wording {
  const plain = open(sealed);
  if (plain === 'erased') return 'erased';
  const { title, content } = intake.AppealSubmittedPrivate.decode(plain);
  return { title, content };
}

const submitted: EventRow<AnsweringCause> = eventRow<AnsweringCause, intake.AppealSubmitted>(
  'AppealSubmitted',
  intake.AppealSubmitted,
  neverWritten,
  ({ kind, topic, sealed }, open) => ({
    type: 'AppealSubmitted',
    kind,
    topic,
    wording: openWording(sealed, open),
  }),
);

const admitted: EventRow<AnsweringCause> = eventRow<AnsweringCause, intake.AppealAdmitted>(
  'AppealAdmitted',
  intake.AppealAdmitted,
  neverWritten,
  ({ packHash, kind, topic }) => ({ type: 'AppealAdmitted', packHash, kind, topic }),
);

/** Events of intake that a search takes into account. */
export const answeringCauses: EventCodec<AnsweringCause> = eventCodec<AnsweringCause>({
  'zhitong.intake.v1.AppealSubmitted': submitted,
  'zhitong.intake.v1.AppealAdmitted': admitted,
});

/** Events of `knowledge.answering`. */
export const answeringCodec: EventCodec<AnswerSought> = eventCodec<AnswerSought>({
  'zhitong.knowledge.v1.AnswerSought': eventRow<AnswerSought, wire.AnswerSought>(
    'AnswerSought',
    wire.AnswerSought,
    ({ articles, sure }) => ({ articles: [...articles], sure }),
    ({ articles, sure }) => ({ type: 'AnswerSought', articles, sure }),
  ),
});
