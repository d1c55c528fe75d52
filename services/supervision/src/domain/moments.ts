// From events to moments 节点: the one place where what others wrote becomes what the clocks of a pack are told
// of. An event may be several moments (contact and arrival in one visit) or none (a late objection stops no
// clock, RT-2).
import { type Recorded, unreachable } from '#kernel/decider';
import type { Moment } from '#policy/pack-words';
import type { Course, Docket } from './docket';
import type { DocketCause } from './docket-events';

/** A moment with what it concerns. */
export interface Happening {
  readonly moment: Moment;
  readonly at: number;
  /** Id of the event. */
  readonly cause: string;
  /** Units it concerns, the lead first; empty when it concerns the whole appeal. */
  readonly units: readonly string[];
  readonly dispatchNo: number;
  readonly round: number;
  /** False when it only ends what runs. */
  readonly starts: boolean;
  /** The appeal has come under another pack: what runs under the old one ends (RT-5). */
  readonly anew?: true;
}

/** A moment as the event alone tells it. */
export interface Said {
  readonly moment: Moment;
  readonly units?: readonly string[];
  readonly dispatchNo?: number;
  readonly starts?: false;
  readonly anew?: true;
}

/** Template of the message that asks for a rating; the time to rate runs from its delivery (HD-4). */
const RATING_REMINDER = 'rating-reminder';

/** The moments of an event. */
export function momentsOf(event: DocketCause): readonly Said[] {
  switch (event.type) {
    case 'AppealSubmitted':
      return [{ moment: 'submitted' }];
    case 'AppealAdmitted':
      return [{ moment: 'admitted' }];
    // To the new pack the appeal is one that has just come in.
    case 'PackChanged':
      return [{ moment: 'submitted', anew: true }, { moment: 'admitted' }];
    case 'DeskEntered':
      return [{ moment: 'desk-entered' }];
    // An answer from the library takes the place of the dispatch (KB-2): it ends what a dispatch ends.
    case 'AnsweredDirectly':
      return [{ moment: 'dispatched', starts: false }];
    case 'AppealJoined':
    case 'AppealClosed':
      return [{ moment: 'closed' }];
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
      return [{ moment: 'withdrawn' }];
    case 'FactsChecked':
      return [{ moment: 'facts-checked' }];
    case 'ResultChecked':
      return [{ moment: 'result-checked' }];
    case 'AppealFollowedUp':
      return [{ moment: 'followed-up' }];
    case 'AppealRated':
    case 'RatingLapsed':
      return [{ moment: 'rated' }];
    // They change which clocks run, whose they are, or take a card back; none is a moment of one.
    case 'ProtectionLifted':
    case 'UrgencyConfirmed':
    case 'ContestRuled':
      return [];
    case 'MessageDelivered':
      return event.template === RATING_REMINDER ? [{ moment: 'rating-reminder-delivered' }] : [];
    default:
      return momentsOfUnit(event);
  }
}

/** Moments that come once and for all: facts are checked once, whatever round or dispatch follows (HD-7). */
const ONCE_FOR_ALL: readonly Moment[] = ['facts-checked'];

/** Whether one of the moments has come once and for all by `at` (epoch ms): nobody waits for it any more. */
export function hasComeForGood(moments: readonly Moment[], { taken }: Course, at: number): boolean {
  const once = ONCE_FOR_ALL.filter((moment) => moments.includes(moment));
  return taken.some((one) => one.at <= at && once.some((moment) => moment === one.moment));
}

/** Events of one unit that are each one moment, whatever they say besides. */
const PLAIN = {
  DispatchRecalled: 'recalled',
  WorkOrderAcknowledged: 'acknowledged',
  AssistAcknowledged: 'assist-acknowledged',
  ContributionGiven: 'contributed',
  EscalationRequested: 'escalation-requested',
  EscalationRuled: 'escalation-ruled',
  PreliminaryOpinionGiven: 'opinion-given',
  AppealCompleted: 'completed',
  AnswerReleased: 'answer-released',
  AnswerReturned: 'answer-returned',
} as const satisfies Readonly<Partial<Record<DocketCause['type'], Moment>>>;

type OfUnit = Extract<DocketCause, { dispatchNo: number }> | Extract<DocketCause, { type: 'AppealReopened' }>;

function momentsOfUnit(event: OfUnit): readonly Said[] {
  switch (event.type) {
    case 'AppealDispatched':
      return [{ ...of(event.dispatchNo, event.lead, ...event.assist), moment: 'dispatched' }];
    case 'ObjectionRuled':
      return event.upheld ? [{ ...of(event.dispatchNo, event.unit), moment: 'objection-ruled' }] : [];
    case 'DispatchObjected':
      return event.late ? [] : [{ ...of(event.dispatchNo, event.unit), moment: 'objected' }];
    case 'EnterpriseContacted':
      return contactMoments(event).map((moment) => ({ ...of(event.dispatchNo, event.unit), moment }));
    case 'AssistObjected':
      return event.late ? [] : [{ ...of(event.dispatchNo, event.unit), moment: 'assist-objected' }];
    case 'AssistObjectionRuled':
      return event.upheld ? [{ ...of(event.dispatchNo, event.unit), moment: 'assist-released' }] : [];
    case 'DispatchRecalled':
    case 'WorkOrderAcknowledged':
    case 'AssistAcknowledged':
    case 'ContributionGiven':
    case 'EscalationRequested':
    case 'EscalationRuled':
    case 'PreliminaryOpinionGiven':
    case 'AppealCompleted':
    case 'AnswerReleased':
    case 'AnswerReturned':
      return [{ ...of(event.dispatchNo, event.unit), moment: PLAIN[event.type] }];
    // It moves a deadline and is no moment of a clock.
    case 'ExtensionRuled':
      return [];
    case 'AppealReopened':
      return [{ moment: 'reopened', units: event.unit === '' ? [] : [event.unit] }];
    default:
      return unreachable(event);
  }
}

function of(dispatchNo: number, ...units: readonly string[]): Pick<Said, 'dispatchNo' | 'units'> {
  return { dispatchNo, units: [...new Set(units)].filter((unit) => unit !== '') };
}

/**
 * `satisfies` means that the pack's rule of contact is met, by a visit or by what it allows instead (YC-6).
 */
function contactMoments(event: Extract<DocketCause, { type: 'EnterpriseContacted' }>): readonly Moment[] {
  const moments: Moment[] = [];
  if (event.reached || event.satisfies) moments.push('contacted');
  if (event.arrived) moments.push('arrived');
  if (event.satisfies) moments.push('contacted-and-arrived');
  return moments;
}

/**
 * Whether a message was delivered after the appeal had been reopened, and tells of something before: it
 * belongs to the round it was written in, and is no moment of the next (HD-4).
 */
export function isOvertaken(event: DocketCause, { taken }: Course): boolean {
  if (event.type !== 'MessageDelivered') return false;
  const told = taken.map(({ cause }) => cause).lastIndexOf(event.follows ?? '');
  return told >= 0 && told < taken.map(({ moment }) => moment).lastIndexOf('reopened');
}

/** The moments of an event for a docket that has taken it in; at admission the submission comes first. */
export function happeningsOf(recorded: Recorded<DocketCause>, docket: Docket): readonly Happening[] {
  const { event, at, id } = recorded;
  if (isOvertaken(event, docket.course)) return [];
  const { dispatchNo, round, submitted } = docket.course;
  const usual = { units: [], dispatchNo, round, starts: true };
  const now = momentsOf(event).map((said) => ({ ...usual, ...said, at, cause: id }));
  if (event.type !== 'AppealAdmitted' || submitted === null) return now;
  return [{ ...usual, moment: 'submitted', ...submitted }, ...now];
}
