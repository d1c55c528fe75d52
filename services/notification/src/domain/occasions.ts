// From events to the occasions 通知时点 a pack's messages name in `on`, with the units concerned and what only
// this event knows for the text. The one table between what others wrote and who may have to be told.
import type { Message as MessageSetting } from '#policy/pack-texts';
import type { MessageVariable } from '#policy/pack-words';
import { PROTECTED } from '#policy/protected';
import type { MessageCause } from './message-events';
import type { Course } from './messages';

/** Something a pack may tell somebody of. */
export interface Occasion {
  readonly on: MessageSetting['on'];
  /** Units it is about; their contacts are told, the first is named in the text. */
  readonly units: readonly string[];
  /** Values for the text that only this event knows; `erased` among them are spoken of, not quoted. */
  readonly values: Readonly<Partial<Record<MessageVariable, string>>>;
  /** Deadline the event itself names (epoch ms). */
  readonly deadlineAt?: number;
  readonly clock?: string;
  readonly articleId?: string;
  readonly ground?: string;
  /** A step inside the unit (HD-9), and who of the unit is to be told by himself. */
  readonly step?: string;
  readonly persons?: readonly string[];
  /** A follow-up found the enterprise not content. */
  readonly discontent?: true;
}

/** A push that is held, or rejected, is told to its platform alone. */
type TextCause = Exclude<MessageCause, { type: 'PushHeld' | 'PushRejected' }>;

const AS_NAMED = {
  AppealAdmitted: 'admitted',
  PackChanged: 'transferred',
  AppealJoined: 'joined',
  DeskEntered: 'desk-entered',
  AppealDispatched: 'dispatched',
  AppealRated: 'rated',
} as const;

/** The occasions of an event for a course that has taken it in. */
export function occasionsOf(event: TextCause, course: Course): readonly Occasion[] {
  const { units } = course;
  const all = (on: Occasion['on'], more: Partial<Occasion> = {}) => [{ on, units, values: {}, ...more }];
  switch (event.type) {
    case 'AppealSubmitted':
      return all('submitted', { deadlineAt: event.deskDueAt });
    case 'UrgencyConfirmed':
      return all('urgent', { units: units.slice(0, 1) });
    case 'AppealDeclined':
      return all('declined', { values: { reason: event.reason }, ground: event.ground });
    case 'AppealSentBack':
      return all('sent-back', { values: { reason: event.reason } });
    case 'ProtectionLifted':
      return [];
    case 'AppealUrged':
      return all('urged', { units: units.slice(0, 1) });
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
      return all('withdrawn');
    case 'AnsweredDirectly':
      return all('answered', { articleId: event.articleId });
    case 'FactsChecked':
      return all('facts-checked', { values: { reason: event.note } });
    case 'ResultChecked':
      return all('result-checked', { values: { reason: event.note } });
    case 'AppealAdmitted':
    case 'PackChanged':
    case 'AppealJoined':
    case 'DeskEntered':
    case 'AppealDispatched':
    case 'AppealRated':
      return all(AS_NAMED[event.type]);
    case 'AppealFollowedUp':
      return all('followed-up', event.content ? {} : { discontent: true });
    case 'AppealClosed':
      return event.why === 'withdrawn' ? all('withdrawn') : all('closed');
    default:
      return occasionsOfUnit(event, course);
  }
}

/** Events of a unit that are told with the reason given in them. */
const WITH_REASON = {
  DispatchRecalled: 'recalled',
  DispatchObjected: 'objected',
  AppealReopened: 'reopened',
  EscalationRequested: 'escalation-requested',
  EscalationRuled: 'escalation-ruled',
} as const;

type OfUnit = Extract<TextCause, { unit: string }>;

function occasionsOfUnit(event: OfUnit, course: Course): readonly Occasion[] {
  const units = event.unit === '' ? [] : [event.unit];
  const one = (on: Occasion['on'], more: Partial<Occasion> = {}) => [{ on, units, values: {}, ...more }];
  switch (event.type) {
    case 'DispatchRecalled':
    case 'DispatchObjected':
    case 'AppealReopened':
    case 'EscalationRequested':
    case 'EscalationRuled':
      return one(WITH_REASON[event.type], { values: { reason: event.reason } });
    case 'ObjectionRuled':
      // As for clocks: only an objection upheld takes the order away.
      return event.upheld ? one('objection-ruled', { values: { reason: event.reason } }) : [];
    case 'WorkOrderAcknowledged':
      return one('acknowledged');
    case 'AssistAcknowledged':
    case 'AssistObjected':
    case 'AssistObjectionRuled':
    case 'ContributionGiven':
      return assistOccasions(event).map((occasion) => ({ units, ...occasion }));
    case 'EnterpriseContacted':
      return contactOccasions(event).flatMap((on) => one(on));
    case 'InsideStepOverdue':
      return one('inside-overdue', { deadlineAt: event.dueAt, step: event.step, persons: event.persons });
    case 'PreliminaryOpinionGiven':
      return one('opinion-given', { values: { opinion: event.opinion } });
    case 'AppealCompleted':
    case 'AnswerReleased':
    case 'AnswerReturned':
      return [{ units, ...answerOccasion(event, course) }];
    case 'ExtensionRuled':
      return event.granted ? one('extended', { deadlineAt: event.deadlineAt }) : [];
    default:
      return 'clock' in event ? [{ units, ...clockOccasion(event) }] : [dataOccasion(event, units, course)];
  }
}

function assistOccasions(
  event: Extract<MessageCause, { type: `Assist${string}` | 'ContributionGiven' }>,
): readonly Omit<Occasion, 'units'>[] {
  switch (event.type) {
    case 'AssistAcknowledged':
      return [{ on: 'assist-acknowledged', values: {} }];
    case 'AssistObjected':
      return [{ on: 'assist-objected', values: { reason: event.reason } }];
    case 'AssistObjectionRuled':
      return event.upheld ? [{ on: 'assist-released', values: { reason: event.reason } }] : [];
    case 'ContributionGiven':
      return [{ on: 'contributed', values: {} }];
  }
}

/** Where the platform answers, the words are the unit's own, from its completion (HD-2). */
function answerOccasion(
  event: Extract<MessageCause, { type: 'AppealCompleted' | 'AnswerReleased' | 'AnswerReturned' }>,
  { result = '' }: Course,
): Omit<Occasion, 'units'> {
  if (event.type === 'AppealCompleted') return { on: 'completed', values: { result: event.result } };
  if (event.type === 'AnswerReleased') return { on: 'answer-released', values: { result } };
  return { on: 'answer-returned', values: { reason: event.reason } };
}

/** A clock that comes near its end, and its cards. */
function clockOccasion(event: Extract<MessageCause, { clock: string }>): Omit<Occasion, 'units'> {
  const told = { values: {}, clock: event.clock };
  if (event.type === 'RedCardIssued') return { on: 'red', ...told };
  const on = event.type === 'DeadlineNear' ? 'clock-near' : 'yellow';
  return { on, ...told, deadlineAt: event.deadlineAt };
}

/**
 * Data asked of another unit (HD-8): what for and until when; an answer is told without its words. What for
 * it is asked from a protected appeal is read at the platform alone (HD-10).
 */
function dataOccasion(
  event: Extract<MessageCause, { type: `Data${string}` }>,
  units: readonly string[],
  { protect }: Course,
): Occasion {
  switch (event.type) {
    case 'DataRequested': {
      const reason = protect === true ? PROTECTED : event.purpose;
      return { on: 'data-requested', units, values: { reason }, deadlineAt: event.dueAt };
    }
    case 'DataRequestOverdue':
      return { on: 'data-overdue', units: [...units, event.fromUnit].filter(Boolean), values: {} };
    case 'DataRequestNear':
      return { on: 'data-near', units, values: {}, deadlineAt: event.dueAt };
    case 'DataAnswered':
      return { on: 'data-answered', units, values: {} };
  }
}

function contactOccasions(
  event: Extract<MessageCause, { type: 'EnterpriseContacted' }>,
): readonly ('contacted' | 'arrived' | 'contacted-and-arrived')[] {
  return [
    ...(event.reached || event.satisfies ? (['contacted'] as const) : []),
    ...(event.arrived ? (['arrived'] as const) : []),
    ...(event.satisfies ? (['contacted-and-arrived'] as const) : []),
  ];
}
