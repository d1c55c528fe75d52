// What happens to a work order 工单: the events casework writes itself, and of the events of the others only
// those fields its rules look at. Free words of people travel sealed; when the person was erased they read
// `erased`, and no rule may look at them.
import type { AnswerFindingCode } from './answer-check';
import type { AnswerVerdict } from './answer-remarks';
import type { Answer, Words } from './given-answer';
import type { InsideEvent } from './inside-events';

/** Did an attempt to reach the enterprise succeed? */
export type ContactOutcome = 'reached' | 'attempt';

/** What the enterprise thinks of the answer 满意度. */
export type Rating = 'satisfied' | 'dissatisfied';

/** Whose word a rating is: the enterprise's own, or what it said at the follow-up. */
export type RatedBy = 'enterprise' | 'follow-up';

/** Ways a case may end; the word stands in clear in the journal, so it is one of a list. */
export const CLOSING_GROUNDS = [
  'rated',
  'unrated',
  'withdrawn',
  'followed-up',
  'unreachable',
  'no-further-action',
  'duplicate',
  'ruled',
] as const;
/** 结案事由 */
export type ClosingGround = (typeof CLOSING_GROUNDS)[number];

/** Why a case was opened again. */
export type ReopeningGround =
  | 'unsolved'
  | 'dissatisfied'
  | 'disputed'
  | 'ruled'
  | 'spot-check'
  | 'result-check';

/** What assisting units did with their parts, and what became of their objections (RT-3). */
export type AssistEvent =
  | { readonly type: 'AssistAcknowledged'; dispatchNo: number; unit: string; by: string }
  | {
      readonly type: 'AssistObjected';
      dispatchNo: number;
      unit: string;
      proposedUnit: string;
      late: boolean;
      by: string;
      reason: Words;
    }
  | {
      readonly type: 'AssistObjectionRuled';
      dispatchNo: number;
      unit: string;
      upheld: boolean;
      by: string;
      note: Words;
    }
  | { readonly type: 'ContributionGiven'; dispatchNo: number; unit: string; by: string; text: Words };

/** What a check of facts or result came to. */
export type CheckOutcome = 'confirmed' | 'not-confirmed';

/** 情况核实 and 结果核查 (HD-7). */
export type CheckEvent =
  | { readonly type: 'FactsChecked'; outcome: CheckOutcome; by: string; note: Words }
  | { readonly type: 'ResultChecked'; outcome: CheckOutcome; by: string; round: number; note: Words };

/** Events written by `casework.workorder`. */
export type WorkOrderEvent =
  | AssistEvent
  | CheckEvent
  | InsideEvent
  | { readonly type: 'WorkOrderAcknowledged'; dispatchNo: number; unit: string; by: string }
  | {
      readonly type: 'DispatchObjected';
      dispatchNo: number;
      unit: string;
      proposedUnit: string;
      late: boolean;
      by: string;
      reason: Words;
    }
  | {
      readonly type: 'EnterpriseContacted';
      dispatchNo: number;
      unit: string;
      outcome: ContactOutcome;
      attempts: number;
      arrived: boolean;
      visitWaived: boolean;
      satisfies: boolean;
      by: string;
      /** The unit may not know the enterprise (HD-10); absent where the unit made it. */
      byPlatform?: true;
      note: Words;
    }
  | {
      readonly type: 'PreliminaryOpinionGiven';
      dispatchNo: number;
      unit: string;
      by: string;
      text: Words;
    }
  | {
      readonly type: 'AppealCompleted';
      dispatchNo: number;
      unit: string;
      completionType: string;
      by: string;
      round: number;
      /** Empty in events from before answers were checked. */
      answerVerdict: AnswerVerdict | '';
      findingCodes: readonly AnswerFindingCode[];
      /**
       * By when the plan is carried out (YYYY-MM-DD), and when the enterprise agreed to it; empty if none.
       */
      plannedOn: string;
      agreedOn: string;
      /** Assisting units whose contribution was missing; absent where none was. */
      withoutUnits?: readonly string[];
      /**
       * The enterprise hears of it when the platform has released it; absent where the unit answers itself.
       */
      held?: true;
      answer: Answer;
    }
  | { readonly type: 'AnswerReleased'; dispatchNo: number; unit: string; by: string; round: number }
  | {
      readonly type: 'AnswerReturned';
      dispatchNo: number;
      unit: string;
      by: string;
      /** The round in which the unit works on another answer. */
      round: number;
      reason: Words;
    }
  | {
      readonly type: 'AppealFollowedUp';
      contacted: boolean;
      solved: boolean;
      satisfied: boolean;
      by: string;
      round: number;
      reasons: Words;
    }
  | { readonly type: 'AppealRated'; rating: Rating; by: RatedBy; round: number; comment: Words }
  | { readonly type: 'RatingLapsed'; countsAs: 'unrated' | 'satisfied'; round: number }
  | { readonly type: 'AnswerDisputed'; round: number; reason: Words }
  | {
      readonly type: 'AppealReopened';
      round: number;
      /** Empty when no unit had it: triage takes it back. */
      unit: string;
      why: ReopeningGround;
      by: string;
      reason: Words;
    }
  | { readonly type: 'AppealClosed'; why: ClosingGround; by: string; reason: Words }
  | {
      readonly type: 'EscalationRequested';
      dispatchNo: number;
      unit: string;
      ground: string;
      by: string;
      opinion: Words;
    }
  | {
      readonly type: 'ExtensionRequested';
      dispatchNo: number;
      unit: string;
      by: string;
      round: number;
      clock: string;
      /** Last day asked for, `YYYY-MM-DD`. */
      wishedOn: string;
      /** The deadline it asks to move (epoch ms, exclusive). */
      deadlineAt: number;
      reason: Words;
    }
  | {
      readonly type: 'ExtensionRuled';
      dispatchNo: number;
      unit: string;
      by: string;
      round: number;
      clock: string;
      granted: boolean;
      /** Last day granted; empty when refused. */
      untilOn: string;
      /** The new deadline (epoch ms, exclusive); 0 when refused. */
      deadlineAt: number;
      reason: Words;
    }
  /** Since then `to` does what `from` did; number and clocks stay those of the dispatch. */
  | { readonly type: 'UnitSucceeded'; dispatchNo: number; from: string; to: string };

/** Events of the others that a work order takes into account. */
export type WorkOrderCause =
  | { readonly type: 'SpotCheckFailed'; reopen: boolean; by: string }
  | { readonly type: 'AppealSubmitted'; number: string; protect?: true }
  | { readonly type: 'ProtectionLifted' }
  | { readonly type: 'AppealAdmitted'; packHash: string; kind: string }
  | { readonly type: 'PackChanged'; packHash: string }
  | { readonly type: 'AppealJoined' }
  | { readonly type: 'WithdrawalRequested' }
  | { readonly type: 'AppealWithdrawn' }
  | { readonly type: 'WithdrawalGranted' }
  | { readonly type: 'AppealDispatched'; dispatchNo: number; lead: string; assist?: readonly string[] }
  | { readonly type: 'DispatchRecalled'; dispatchNo: number }
  | { readonly type: 'ObjectionRuled'; dispatchNo: number; upheld: boolean }
  | { readonly type: 'AnsweredDirectly'; articleId: string }
  | { readonly type: 'MessageDelivered'; template: string }
  | { readonly type: 'EscalationRuled'; dispatchNo: number }
  | { readonly type: 'PanelConvened'; sessionNo: number; question: string }
  | { readonly type: 'PanelRuled'; sessionNo: number; question: string; option: string }
  | { readonly type: 'SessionLapsed'; sessionNo: number; question: string };

/** The question to a panel whether the answer holds, and the ruling that it does not (HD-5). */
export const ON_RESULT = 'result';
/** The ruling that the answer does not hold. */
export const REJECTED = 'rejected';

/**
 * Template of the message that asks the enterprise for its rating; the time to rate runs from its delivery.
 */
export const RATING_REMINDER = 'rating-reminder';
