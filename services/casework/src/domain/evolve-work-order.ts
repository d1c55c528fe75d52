// What each event makes of a work order. Nothing is judged here and no clock is read: the same events give
// the same state at any time, so that it can be built again from the journal.
import { withPart } from './evolve-assisting';
import { draftedAnew, insideAfter } from './evolve-inside';
import { followedUp, rated, reminded, withVerdict } from './evolve-verdict';
import type { InsideEvent } from './inside-events';
import { type Recorded, unreachable } from '#kernel/decider';
import {
  NO_VERDICT,
  type AppealFile,
  type Extension,
  type Order,
  type Step,
  type WorkOrder,
  freshOrder,
  isFinished,
  orderOf,
} from './work-order';
import {
  type AssistEvent,
  type CheckEvent,
  ON_RESULT,
  RATING_REMINDER,
  type WorkOrderCause,
  type WorkOrderEvent,
} from './work-order-events';

type Seen<T extends string> = Extract<WorkOrderEvent | WorkOrderCause, { type: T }>;

/** The state after an event. */
export function evolveWorkOrder(
  state: WorkOrder,
  { event, at }: Recorded<WorkOrderEvent | WorkOrderCause>,
): WorkOrder {
  switch (event.type) {
    case 'AppealSubmitted':
      return withFile(state, { number: event.number, ...(event.protect && { protect: true }) });
    case 'AppealAdmitted':
      return withFile(state, { packHash: event.packHash, kind: event.kind });
    case 'PackChanged':
      return withFile(state, { packHash: event.packHash });
    case 'AppealJoined':
      return state.status === 'waiting' ? { ...state, for: 'joined' } : state;
    case 'WithdrawalRequested':
      return withFile(state, { withdrawalWanted: true });
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
      return closed(state, 'withdrawn');
    case 'AppealDispatched':
      return dispatched(state, event, at);
    case 'DispatchRecalled':
      return recalled(state, event);
    case 'ObjectionRuled':
      return objectionRuled(state, event);
    case 'AnsweredDirectly':
      return answered(state, event.articleId);
    case 'SpotCheckFailed': // What it leads to is an event of casework's own.
      return state;
    case 'MessageDelivered':
      return event.template === RATING_REMINDER ? reminded(state, at) : state;
    case 'PanelConvened':
    case 'PanelRuled':
    case 'SessionLapsed':
    case 'EscalationRuled':
    case 'ProtectionLifted':
      return evolveByBodies(state, event);
    default:
      return evolveOwn(state, event, at);
  }
}

/** What others than the unit say of it: a panel on the answer, the audit of what was sent up, the enterprise. */
function evolveByBodies(
  state: WorkOrder,
  event: Seen<'PanelConvened' | 'PanelRuled' | 'SessionLapsed' | 'EscalationRuled' | 'ProtectionLifted'>,
): WorkOrder {
  switch (event.type) {
    case 'PanelConvened':
      return event.question === ON_RESULT ? withFile(state, { panel: event.sessionNo }) : state;
    case 'PanelRuled':
    case 'SessionLapsed':
      return withoutPanel(state, event.sessionNo);
    case 'EscalationRuled':
      return withoutEscalation(state, event.dispatchNo);
    case 'ProtectionLifted':
      return withoutProtection(state);
    default:
      return unreachable(event);
  }
}

function evolveOwn(state: WorkOrder, event: WorkOrderEvent, at: number): WorkOrder {
  switch (event.type) {
    case 'WorkOrderAcknowledged':
      return inWork(state, {}, 'acknowledged');
    case 'DispatchObjected':
      return objected(state, event);
    case 'EnterpriseContacted':
      return contacted(state, event);
    case 'PreliminaryOpinionGiven':
      return inWork(state, {}, 'opinion-given');
    case 'AppealCompleted':
      return completed(state, event, at);
    case 'AppealFollowedUp':
      return followedUp(state, event);
    case 'AppealRated':
      return rated(state, event);
    case 'RatingLapsed':
      return state;
    case 'AnswerDisputed':
      return withVerdict(state, { disputed: true, content: false });
    case 'AppealReopened':
      return reopened(state, event, at);
    case 'AppealClosed':
      return closed(state, event.why);
    case 'ExtensionRequested':
      return extended(state, { wishedOn: event.wishedOn });
    case 'ExtensionRuled':
      return extended(state, { wishedOn: '', ...(event.granted && { untilAt: event.deadlineAt }) });
    default:
      return evolveBeside(state, event, at);
  }
}

/** What happens beside the main course: inside the unit, with those who assist, and at the platform. */
function evolveBeside(
  state: WorkOrder,
  event: AssistEvent | InsideEvent | CheckEvent | Terms | Seen<'AnswerReleased' | 'AnswerReturned'>,
  at: number,
): WorkOrder {
  switch (event.type) {
    case 'AssistAcknowledged':
    case 'AssistObjected':
    case 'AssistObjectionRuled':
    case 'ContributionGiven':
      return withPart(state, event);
    case 'InsideAssigned':
    case 'DraftSubmitted':
    case 'DraftReturned':
    case 'DraftSigned':
    case 'InsideStepOverdue':
    case 'InsideHandedOver':
      return state.status === 'in-work' ? { ...state, order: insideAfter(state.order, event, at) } : state;
    case 'FactsChecked':
      return withFile(state, { factsChecked: true });
    case 'ResultChecked':
      return event.outcome === 'confirmed' ? withVerdict(state, { confirmed: true }) : state;
    case 'AnswerReleased':
    case 'AnswerReturned':
      return afterHolding(state, event, at);
    default:
      return evolveTerms(state, event);
  }
}

type Terms = Seen<'EscalationRequested' | 'UnitSucceeded'>;

/** Who has the order or should have it, while the work goes on as it did. */
function evolveTerms(state: WorkOrder, event: Terms): WorkOrder {
  switch (event.type) {
    case 'EscalationRequested':
      return state.status === 'in-work'
        ? { ...state, order: { ...state.order, escalation: event.ground } }
        : state;
    case 'UnitSucceeded':
      return withFile(state, { succeeded: { ...state.file.succeeded, [event.from]: event.to } });
    default:
      return unreachable(event);
  }
}

function withoutEscalation(state: WorkOrder, dispatchNo: number): WorkOrder {
  if (!('order' in state) || state.order === null || state.order.no !== dispatchNo) return state;
  const { escalation: _ruled, ...order } = state.order;
  return { ...state, order };
}

function withFile(state: WorkOrder, file: Partial<AppealFile>): WorkOrder {
  return { ...state, file: { ...state.file, ...file } };
}

function withoutPanel(state: WorkOrder, sessionNo: number): WorkOrder {
  const { panel, ...file } = state.file;
  return panel === sessionNo ? { ...state, file } : state;
}

/** Whoever gets it after an answer was given works on another round. */
function anewAfterAnswer(state: WorkOrder): AppealFile {
  const answered = isFinished(state) || state.status === 'held';
  return answered ? { ...state.file, round: state.file.round + 1 } : state.file;
}

function answered(state: WorkOrder, articleId: string): WorkOrder {
  if (state.status === 'closed') return state;
  return { status: 'answered', file: anewAfterAnswer(state), articleId, verdict: NO_VERDICT };
}

function dispatched(state: WorkOrder, event: Seen<'AppealDispatched'>, at: number): WorkOrder {
  if (state.status === 'closed' || event.dispatchNo <= state.file.dispatchNo) return state;
  const file = { ...anewAfterAnswer(state), dispatchNo: event.dispatchNo };
  return { status: 'dispatched', file, order: freshOrder(event.dispatchNo, event.lead, at, event.assist) };
}

function recalled(state: WorkOrder, event: Seen<'DispatchRecalled'>): WorkOrder {
  if (state.status === 'closed' || orderOf(state)?.no !== event.dispatchNo) return state;
  return { status: 'waiting', file: anewAfterAnswer(state), for: 'dispatch-after-recall' };
}

function objectionRuled(state: WorkOrder, event: Seen<'ObjectionRuled'>): WorkOrder {
  if (state.status !== 'objected' && state.status !== 'dispatched' && state.status !== 'in-work')
    return state;
  if (state.order.no !== event.dispatchNo) return state;
  if (event.upheld) return { status: 'waiting', file: state.file, for: 'dispatch-after-objection' };
  if (state.status !== 'objected') return state;
  const { file, order, resume } = state;
  return resume === 'dispatched'
    ? { status: 'dispatched', file, order }
    : { status: 'in-work', file, order, step: resume };
}

function objected(state: WorkOrder, event: Seen<'DispatchObjected'>): WorkOrder {
  if (state.status !== 'dispatched' && state.status !== 'in-work') return state;
  const order: Order = { ...state.order, objection: event.late ? 'late' : 'in-time' };
  if (event.late) return { ...state, order };
  const resume = state.status === 'dispatched' ? 'dispatched' : state.step;
  return { status: 'objected', file: state.file, order, resume };
}

function withoutProtection(state: WorkOrder): WorkOrder {
  const { protect: _lifted, ...file } = state.file;
  return { ...state, file };
}

function contacted(state: WorkOrder, event: Seen<'EnterpriseContacted'>): WorkOrder {
  if (state.status !== 'in-work' && state.status !== 'dispatched') return state;
  const done = {
    attempts: event.attempts,
    reached: state.order.reached || event.outcome === 'reached',
    arrived: event.arrived,
    visitWaived: event.visitWaived,
  };
  if (event.byPlatform || state.status === 'dispatched')
    return { ...state, order: { ...state.order, ...done } };
  const step = event.satisfies && state.step !== 'opinion-given' ? 'contacted' : state.step;
  return inWork(state, done, step);
}

/** A request, or the ruling on it; each granted one has its end. */
function extended(state: WorkOrder, change: Partial<Extension>): WorkOrder {
  if (state.status !== 'in-work' && state.status !== 'objected') return state;
  const before = state.order.extension ?? { wishedOn: '', granted: 0, untilAt: 0 };
  const granted = before.granted + (change.untilAt === undefined ? 0 : 1);
  return { ...state, order: { ...state.order, extension: { ...before, ...change, granted } } };
}

function inWork(state: WorkOrder, done: Partial<Order>, step: Step): WorkOrder {
  const order = orderOf(state);
  if (order === null) return state;
  return { status: 'in-work', file: state.file, order: { ...order, ...done }, step };
}

function completed(state: WorkOrder, event: Seen<'AppealCompleted'>, at: number): WorkOrder {
  const held = orderOf(state);
  if (held === null) return state;
  const order = draftedAnew(held, at);
  const { file } = state;
  return event.held
    ? { status: 'held', file, order, completedBy: event.by }
    : { status: 'completed', file, order, completedBy: event.by, verdict: NO_VERDICT };
}

/** Released it is an answer; returned the unit keeps what it did – its contact stands – and owes another. */
function afterHolding(
  state: WorkOrder,
  event: Seen<'AnswerReleased' | 'AnswerReturned'>,
  at: number,
): WorkOrder {
  if (state.status !== 'held') return state;
  if (event.type === 'AnswerReleased') return { ...state, status: 'completed', verdict: NO_VERDICT };
  const { extension: _of, ...kept } = draftedAnew(state.order, at);
  const file = { ...state.file, round: event.round };
  return { status: 'in-work', file, order: { ...kept, reopened: true }, step: 'acknowledged' };
}

function reopened(state: WorkOrder, event: Seen<'AppealReopened'>, at: number): WorkOrder {
  const file = { ...state.file, round: event.round };
  const order = orderOf(state);
  if (order === null || event.unit === '') return { status: 'waiting', file, for: 'dispatch-after-dispute' };
  const { objection, assisting, inside } = draftedAnew(order, at);
  const parts = { ...(assisting && { assisting }), ...(inside && { inside }) };
  const kept = { objection, reopened: true, ...parts };
  const again = { ...freshOrder(order.no, event.unit, at), ...kept };
  return { status: 'in-work', file, order: again, step: 'reopened' };
}

function closed(state: WorkOrder, why: string): WorkOrder {
  if (state.status === 'closed') return state;
  return { status: 'closed', file: state.file, why, order: orderOf(state) };
}
