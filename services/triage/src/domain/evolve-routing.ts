// What each event makes of a routing. Nothing is judged here and no clock is read: the same events give the
// same state at any time, which is why it can be built again from the journal. What a unit says about an
// older dispatch than the one in force changes nothing.
import { type Recorded, unreachable } from '#kernel/decider';
import { type AppealFile, type Dispatch, LIBRARY_WAIT_MS, type Routing, dispatchOf } from './routing';
import { BY_RULE, type RoutingCause, type RoutingEvent } from './routing-events';
import type { Ruling } from './routing-commands';
import { rulingOf } from './ruling-obeyed';
import { sortedBy } from './sort-appeal';

type Seen<T extends string> = Extract<RoutingEvent | RoutingCause, { type: T }>;

/** The state after an event. */
export function evolveRouting(state: Routing, { event, at }: Recorded<RoutingEvent | RoutingCause>): Routing {
  switch (event.type) {
    case 'AppealClassified':
      return withFile(state, classified(event));
    case 'AnsweredDirectly':
      return { status: 'answered', file: state.file, dispatch: null };
    case 'DeskEntered':
      return { status: 'desk', file: state.file, why: event.why };
    case 'AppealDispatched':
      return dispatched(state, event, at);
    case 'DispatchRecalled':
      return recalled(state, event);
    case 'ObjectionRuled':
      return objectionRuled(state, event);
    case 'WithdrawalGranted':
      return closed(state, 'withdrawn');
    case 'EscalationRuled':
      return withoutSentUp(state);
    case 'UrgencyConfirmed':
      return withFile(state, { urgency: 'confirmed' });
    case 'UrgencyDenied':
      return withFile(state, { urgency: 'denied' });
    case 'ClassSet':
      return withFile(state, { classes: event.path });
    // What was sent to and fro under the old pack is not counted under the new one.
    case 'PackChanged':
      return packChanged(state, event);
    default:
      return evolveByOthers(state, event, at);
  }
}

function evolveByOthers(state: Routing, event: RoutingCause, at: number): Routing {
  switch (event.type) {
    case 'AppealSubmitted':
      return submitted(state, event);
    case 'AppealAdmitted':
      return admitted(state, event, at);
    case 'AppealJoined':
      return closed(state, 'joined');
    case 'AppealWithdrawn':
      return closed(state, 'withdrawn');
    case 'AnswerSought':
      return state.file.sought === null ? withFile(state, { sought: sought(event) }) : state;
    case 'WorkOrderAcknowledged':
      return acknowledged(state, event.dispatchNo);
    case 'DispatchObjected':
      return objected(state, event);
    case 'EscalationRequested':
      return withFile(state, { sentUp: event.dispatchNo });
    case 'FactsChecked':
      return withFile(state, { factsChecked: true });
    case 'AppealCompleted':
      return completed(state, event.dispatchNo);
    case 'AppealReopened':
      return reopened(state, event.unit);
    case 'AppealClosed':
      return closed(state, event.why);
    case 'WithdrawalRequested':
      return withFile(state, { withdrawalWanted: true });
    case 'PanelRuled':
    case 'MeetingRecorded':
      return ruled(state, rulingOf(event));
    case 'AnswerDisputed':
      return state;
    default:
      return unreachable(event);
  }
}

function withFile(state: Routing, file: Partial<AppealFile>): Routing {
  return { ...state, file: { ...state.file, ...file } };
}

function classified(event: Seen<'AppealClassified'>): Partial<AppealFile> {
  const { complainedOf } = event;
  return { sorted: sortedBy(event), ...(complainedOf && { complainedOf }) };
}

function packChanged(state: Routing, { fromHash, toHash }: Seen<'PackChanged'>): Routing {
  const { ruled: _ofTheOldPack, ...file } = state.file;
  const { admittedUnder = fromHash } = file;
  return { ...state, file: { ...file, packHash: toHash, admittedUnder, sent: 0 } };
}

/** Remembered where the check of the facts may still be waited for. */
function ruled(state: Routing, ruling: Ruling | undefined): Routing {
  const waits = state.status === 'desk' && !state.file.factsChecked;
  return waits && ruling !== undefined ? withFile(state, { ruled: ruling }) : state;
}

function withoutSentUp(state: Routing): Routing {
  const { sentUp: _ruled, ...file } = state.file;
  return { ...state, file };
}

function submitted(state: Routing, event: Seen<'AppealSubmitted'>): Routing {
  if (state.status !== 'received') return state;
  const { wording, kind, topic, region, template = '' } = event;
  return withFile(state, { wording, kind, topic, region, ...(template !== '' && { template }) });
}

/**
 * Admission may have ruled kind, topic and region anew; what it leaves open stays as the enterprise chose it.
 */
function admitted(state: Routing, event: Seen<'AppealAdmitted'>, at: number): Routing {
  if (state.status !== 'received') return state;
  const { packHash, kind } = event;
  const topic = event.topic || state.file.topic;
  const region = event.region || state.file.region;
  const file = { ...state.file, packHash, kind, topic, region };
  return { status: 'sorting', file, waitUntil: at + LIBRARY_WAIT_MS };
}

function sought({ best, sure }: Seen<'AnswerSought'>): AppealFile['sought'] {
  return { articleId: best?.articleId ?? '', score: best?.score ?? 0, sure: sure && best !== null };
}

function dispatched(state: Routing, event: Seen<'AppealDispatched'>, at: number): Routing {
  const { dispatchNo, lead, assist, decidedBy, cleared = [] } = event;
  const ruling = decidedBy === BY_RULE ? state.file.ruling : { unit: lead, dispatchNo, at };
  const { ruled: _carriedOut, ...kept } = state.file;
  const known = [...(kept.cleared ?? []), ...cleared];
  const file = {
    ...{ ...kept, dispatchNo, sent: kept.sent + 1, ruling },
    ...(known.length > 0 && { cleared: known }),
  };
  return { status: 'dispatched', file, dispatch: { no: dispatchNo, lead, assist, at } };
}

function recalled(state: Routing, { withoutMark }: Seen<'DispatchRecalled'>): Routing {
  const sent = withoutMark ? state.file.sent - 1 : state.file.sent;
  return { status: 'desk', file: { ...state.file, sent }, why: 'recalled' };
}

function objectionRuled(state: Routing, { upheld }: Seen<'ObjectionRuled'>): Routing {
  if (upheld) return { status: 'desk', file: state.file, why: 'objection-upheld' };
  if (state.status !== 'objected') return state;
  return { status: state.resume, file: state.file, dispatch: state.dispatch };
}

/** The dispatch in a unit's hands, when it is the one that is spoken of. */
function inHand(state: Routing, dispatchNo: number): Dispatch | null {
  if (state.status !== 'dispatched' && state.status !== 'in-work' && state.status !== 'objected') return null;
  return state.dispatch.no === dispatchNo ? state.dispatch : null;
}

function acknowledged(state: Routing, dispatchNo: number): Routing {
  const dispatch = inHand(state, dispatchNo);
  if (dispatch === null) return state;
  if (state.status === 'objected') return { ...state, resume: 'in-work' };
  return { status: 'in-work', file: state.file, dispatch };
}

function objected(state: Routing, { dispatchNo, proposedUnit, late }: Seen<'DispatchObjected'>): Routing {
  const dispatch = inHand(state, dispatchNo);
  if (dispatch === null) return state;
  const resume = state.status === 'in-work' ? 'in-work' : 'dispatched';
  return { status: 'objected', file: state.file, dispatch, proposedUnit, late, resume };
}

function completed(state: Routing, dispatchNo: number): Routing {
  const dispatch = inHand(state, dispatchNo);
  return dispatch === null ? state : { status: 'answered', file: state.file, dispatch };
}

/** Back to the unit that had it; without one triage decides anew, which is a decision and not done here. */
function reopened(state: Routing, unit: string): Routing {
  const dispatch = dispatchOf(state);
  if (unit === '' || dispatch === null) return state;
  return { status: 'in-work', file: state.file, dispatch };
}

function closed(state: Routing, why: string): Routing {
  if (state.status === 'closed') return state;
  return { status: 'closed', file: state.file, why, dispatch: dispatchOf(state) };
}
