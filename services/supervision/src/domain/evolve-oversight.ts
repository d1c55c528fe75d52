// What each event makes of the overseeing of a case. Nothing is judged here and no clock is read: the same
// events give the same state at any time.
import type { Recorded } from '#kernel/decider';
import { evolveAppraisal } from './evolve-appraisal';
import type { Course, KnownOversight, Oversight, ShownCard, SpotCheck, SupervisionOrder } from './oversight';
import type { OversightCause, OversightEvent } from './oversight-events';

type Foreign<T extends OversightCause['type']> = Extract<OversightCause, { type: T }>;
type Own<T extends OversightEvent['type']> = Extract<OversightEvent, { type: T }>;

/** The state after an event. */
export function evolveOversight(
  state: Oversight,
  recorded: Recorded<OversightEvent | OversightCause>,
): Oversight {
  const { event, at } = recorded;
  if (isOwn(event)) return state.status === 'waiting' ? state : evolveOwn(state, event, at);
  const course = courseAfter(state.course, event, at);
  if (event.type === 'AppealAdmitted' && state.status === 'waiting') {
    const { packHash } = event;
    return { status: 'known', course, packHash, ...NOTHING_YET };
  }
  if (event.type === 'PackChanged' && state.status === 'known')
    return { ...state, course, packHash: event.packHash };
  if (event.type === 'AppealReopened' && state.status === 'known')
    return { ...state, course, checks: state.checks.map(overtaken) };
  return { ...state, course };
}

const NOTHING_YET = {
  ...{ entries: [], proposals: [], orders: [], transfers: [] },
  ...{ deductions: [], checks: [], contests: [] },
} as const;

/** A case that is worked on again is looked at again in its next round. */
function overtaken(check: SpotCheck): SpotCheck {
  const runs = ['drawn', 'mending', 'mended'].includes(check.status);
  return runs ? { ...check, status: 'overtaken' } : check;
}

const OWN: readonly string[] = [
  'GroundNoticed',
  'EntryCleared',
  'StepProposed',
  'OrderIssued',
  'OrderAnswered',
  'OrderRuled',
  'OrderOverdue',
  'CaseTransferred',
  'TransferOutcomeRecorded',
  'DeductionRecorded',
  'DeductionWithdrawn',
  'SpotCheckDrawn',
  'SpotCheckPassed',
  'SpotCheckFailed',
  'AnswerMended',
  'MendingRuled',
  'MendingOverdue',
  'ContestFiled',
  'ContestRuled',
  'RatingExcluded',
] satisfies readonly OversightEvent['type'][];

function isOwn(event: OversightEvent | OversightCause): event is OversightEvent {
  return OWN.includes(event.type);
}

function courseAfter(course: Course, event: OversightCause, at: number): Course {
  switch (event.type) {
    case 'AppealSubmitted':
      return { ...course, number: event.number };
    case 'AppealDispatched': {
      const { dispatchNo, lead, assist } = event;
      const units = [...new Set([...course.units, lead, ...assist])].filter((unit) => unit !== '');
      return { ...course, dispatchNo, lead, assist, units };
    }
    case 'AppealCompleted':
      return { ...worked(course, event.by), answeredBy: event.unit };
    case 'WorkOrderAcknowledged':
    case 'EnterpriseContacted':
    case 'PreliminaryOpinionGiven':
      return worked(course, event.by);
    case 'AppealRated':
      return rated(course, event, at);
    case 'YellowCardIssued':
      return withCard(course, { id: event.cardId, colour: 'yellow', unit: event.unit, at, revoked: false });
    case 'RedCardIssued':
      return withCard(course, { id: event.cardId, colour: 'red', unit: event.unit, at, revoked: false });
    case 'CardRevoked': {
      const cards = course.cards.map((card) =>
        card.id === event.cardId ? { ...card, revoked: true } : card,
      );
      return { ...course, cards };
    }
    default:
      return course;
  }
}

function worked(course: Course, by: string): Course {
  return course.handledBy.includes(by) ? course : { ...course, handledBy: [...course.handledBy, by] };
}

function rated(course: Course, { round, rating }: Foreign<'AppealRated'>, at: number): Course {
  const before = course.ratings.find((one) => one.round === round);
  const held = { round, value: rating, unit: course.answeredBy, at, excluded: before?.excluded ?? false };
  return { ...course, ratings: [...course.ratings.filter((one) => one.round !== round), held] };
}

function withCard(course: Course, card: ShownCard): Course {
  return { ...course, cards: [...course.cards, card] };
}

function evolveOwn(state: KnownOversight, event: OversightEvent, at: number): KnownOversight {
  switch (event.type) {
    case 'GroundNoticed': {
      const { entryId: id, ground, unit, cause, about } = event;
      return { ...state, entries: [...state.entries, { id, ground, unit, cause, about, at, open: true }] };
    }
    case 'EntryCleared':
      return cleared(state, event);
    case 'StepProposed': {
      const { step, entryId, cause } = event;
      return { ...state, proposals: [...state.proposals, { step, entryId, cause }] };
    }
    case 'OrderIssued':
      return { ...withoutProposal(state, event.step, event.cause), orders: [...state.orders, issued(event)] };
    case 'CaseTransferred': {
      const { transferNo: no, step, entryId, unit, cause } = event;
      const transfers = [...state.transfers, { no, step, entryId, unit, cause, ended: false }];
      return { ...withoutProposal(state, step, cause), transfers };
    }
    case 'TransferOutcomeRecorded': {
      const ended = event.transferNo;
      const transfers = state.transfers.map((one) => (one.no === ended ? { ...one, ended: true } : one));
      return { ...state, transfers };
    }
    case 'OrderAnswered':
      return withOrder(state, event.orderNo, { status: 'answered' });
    case 'OrderOverdue':
      return withOrder(state, event.orderNo, { overdue: true });
    case 'OrderRuled':
      return ruled(state, event);
    default:
      return evolveAppraisal(state, event, at);
  }
}

/** What was proposed on an entry goes with it. */
function cleared(state: KnownOversight, { entryId }: Own<'EntryCleared'>): KnownOversight {
  const entries = state.entries.map((entry) => (entry.id === entryId ? { ...entry, open: false } : entry));
  return { ...state, entries, proposals: state.proposals.filter((proposal) => proposal.entryId !== entryId) };
}

function issued(event: Own<'OrderIssued'>): SupervisionOrder {
  const { orderNo: no, number, step, entryId, unit, cause, deadlineAt } = event;
  const begun = { deadlineAt, deadlines: 1, overdue: false, status: 'open' } as const;
  return { no, number, step, entryId, unit, cause, ...begun };
}

function ruled(state: KnownOversight, { orderNo, verdict, deadlineAt }: Own<'OrderRuled'>): KnownOversight {
  if (verdict !== 'not-accepted') return withOrder(state, orderNo, { status: verdict });
  const before = state.orders.find(({ no }) => no === orderNo)?.deadlines ?? 0;
  return withOrder(state, orderNo, { status: 'open', deadlineAt, deadlines: before + 1, overdue: false });
}

function withOrder(state: KnownOversight, no: number, change: Partial<SupervisionOrder>): KnownOversight {
  return {
    ...state,
    orders: state.orders.map((order) => (order.no === no ? { ...order, ...change } : order)),
  };
}

function withoutProposal(state: KnownOversight, step: string, cause: string): KnownOversight {
  const kept = state.proposals.filter((proposal) => proposal.step !== step || proposal.cause !== cause);
  return { ...state, proposals: kept };
}
