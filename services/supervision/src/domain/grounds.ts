// Grounds for supervision 督办情形 that show by themselves (SV-3, SV-5): one rule for each event that shows one.
// A card is a ground by itself (YC-7). A matter of several units is nothing wrong until it is late. An
// objection that was not upheld kept a matter from being worked on (推诿); one raised when the matter had
// already gone to and fro as often as the pack bears shows that nobody knows whose it is, and is nobody's
// fault. An answer that answers nothing is perfunctory (敷衍), one that a follow-up found to have solved
// nothing is poor. All other grounds of the pack's list are for people to state.
import type { Pack } from '#policy/pack';
import type { Ground } from '#policy/pack-words';
import type { Course } from './oversight';
import type { OversightCause } from './oversight-events';

/** A ground that an event shows. */
export interface Shown {
  readonly ground: Ground;
  readonly unit: string;
  /** What of the case it is about; the same ground about the same thing is one entry. */
  readonly about: string;
}

/** Grounds only a rule notices: nobody states a card. */
export const NOTICED_ONLY: readonly Ground[] = ['yellow', 'red'];

/** The grounds an event shows, given the course with the event in it. Never of a matter without a unit. */
export function groundsIn(event: OversightCause, course: Course, pack: Pack): readonly Shown[] {
  const { objection } = pack;
  switch (event.type) {
    case 'YellowCardIssued':
      return yellow(event.cardId, event.unit, course);
    case 'RedCardIssued':
      return event.unit === '' ? [] : [{ ground: 'red', unit: event.unit, about: event.cardId }];
    case 'ObjectionRuled':
      return event.upheld
        ? []
        : [{ ground: 'shirking', unit: event.unit, about: dispatch(event.dispatchNo) }];
    case 'DispatchObjected':
      return event.dispatchNo < objection.stopAfter
        ? []
        : [{ ground: 'unclear-duty', unit: '', about: dispatch(event.dispatchNo) }];
    case 'AppealCompleted':
      return event.answerVerdict === 'evasive'
        ? [{ ground: 'perfunctory', unit: event.unit, about: round(event.round) }]
        : [];
    case 'AppealReopened':
      return event.why === 'unsolved' && event.unit !== ''
        ? [{ ground: 'poor-quality', unit: event.unit, about: round(event.round - 1) }]
        : [];
    case 'AppealRated':
      return event.rating === 'dissatisfied' && course.answeredBy !== ''
        ? [{ ground: 'low-satisfaction', unit: course.answeredBy, about: round(event.round) }]
        : [];
    case 'DataRequestOverdue':
      return overdueData(event, pack);
    default:
      return [];
  }
}

/** Data a unit owes another past its time (HD-8) is what the pack calls it, or nothing. */
function overdueData(
  { requestNo, unit }: Extract<OversightCause, { type: 'DataRequestOverdue' }>,
  { dataRequests }: Pack,
): readonly Shown[] {
  const ground = dataRequests?.overdueIs;
  return ground === undefined ? [] : [{ ground, unit, about: aboutData(requestNo) }];
}

function yellow(cardId: string, unit: string, { lead, assist }: Course): readonly Shown[] {
  if (unit === '') return [];
  const late: Shown = { ground: 'yellow', unit, about: cardId };
  const together = unit === lead && assist.some((one) => one !== lead);
  return together ? [late, { ground: 'several-units', unit, about: cardId }] : [late];
}

const dispatch = (no: number): string => `dispatch/${no}`;
/** The request for data of that number, as an entry says what it is about. */
export const aboutData = (requestNo: number): string => `data/${requestNo}`;
const round = (no: number): string => `round/${no}`;
