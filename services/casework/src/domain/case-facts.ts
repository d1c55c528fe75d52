// What the events of all services say about a case, in the words of the case file. Only what is shown is
// kept. Free words and personal fields read `erased` after their person's key was destroyed.
import type { ReportedFact } from './reported-fact';
import type { DataRequestEvent } from './data-request-events';
import type { SessionFact } from './session-fact';
import type { WorkOrderEvent } from './work-order-events';

/** A proposed unit with the words that speak for it. */
export interface CandidateFact {
  readonly unit: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What the enterprise wrote, or `erased`. */
export type SubmittedWords =
  | {
      readonly title: string;
      readonly content: string;
      readonly enterpriseName: string;
      readonly contactName: string;
      readonly contactPhone: string;
    }
  | 'erased';

/** Facts of intake. */
export type IntakeFact =
  | {
      readonly type: 'AppealSubmitted';
      number: string;
      channel: string;
      sourceNumber: string;
      kind: string;
      topic: string;
      uscc: string;
      region: string;
      protect?: true;
      /** Of a push that was held: when it came in (epoch ms), and who said what its codes mean. */
      receivedAt?: number;
      by?: string;
      words: SubmittedWords;
    }
  | {
      readonly type: 'IdentityMatched';
      uscc: string;
      region: string;
      industry: string;
      nameDiffers: boolean;
      by: string;
    }
  | { readonly type: 'IdentityQueried'; reason: string }
  | { readonly type: 'IdentityFounding'; by: string }
  | { readonly type: 'ScreeningHeld'; ground: string; found: readonly string[]; score: number }
  | {
      readonly type: 'AppealAdmitted';
      pack: string;
      packHash: string;
      kind: string;
      topic: string;
      region: string;
      uscc: string;
      by: string;
    }
  | { readonly type: 'AppealDeclined'; ground: string; by: string; explanation: string }
  | { readonly type: 'AppealSentBack'; by: string; wanted: string }
  | { readonly type: 'AppealJoined'; joinedTo: string; joinedToNumber: string; similarity: number }
  | ReportedFact
  | { readonly type: 'MaterialAdded'; text: string; attachments: number | 'erased' }
  | { readonly type: 'AppealUrged'; count: number; note: string }
  | { readonly type: 'WithdrawalRequested'; reason: string }
  | { readonly type: 'AppealWithdrawn' }
  | { readonly type: 'ProtectedOpened'; by: string; reason: string }
  | { readonly type: 'ProtectionLifted' };

/** Facts of triage. */
export type TriageFact =
  | {
      readonly type: 'AppealClassified';
      topic: string;
      candidates: readonly CandidateFact[];
      sure: boolean;
      proposed: string;
      urgent: boolean;
      modelVersion: string;
      /** Units a complaint names (HD-10); absent where it names none. */
      complainedOf?: readonly string[];
    }
  | { readonly type: 'AnsweredDirectly'; articleId: string; score: number }
  | { readonly type: 'DeskEntered'; why: string; proposed: string }
  | {
      readonly type: 'AppealDispatched';
      dispatchNo: number;
      lead: string;
      assist: readonly string[];
      by: string;
      why: string;
      reason: string;
      /** Units a complaint names and is not about, as a person found. */
      cleared?: readonly string[];
    }
  | {
      readonly type: 'DispatchRecalled';
      dispatchNo: number;
      unit: string;
      by: string;
      withoutMark: boolean;
      reason: string;
    }
  | {
      readonly type: 'ObjectionRuled';
      dispatchNo: number;
      unit: string;
      upheld: boolean;
      by: string;
      note: string;
    }
  | { readonly type: 'WithdrawalGranted' }
  | {
      readonly type: 'EscalationRuled';
      dispatchNo: number;
      unit: string;
      accepted: boolean;
      toUnit: string;
      by: string;
      reason: string;
    }
  | { readonly type: 'UrgencyConfirmed'; proposed: boolean; by: string; reason: string }
  | { readonly type: 'UrgencyDenied'; by: string; reason: string }
  | { readonly type: 'ClassSet'; path: readonly string[]; by: string }
  | {
      readonly type: 'PackChanged';
      fromPack: string;
      toPack: string;
      packHash: string;
      ground: string;
      by: string;
      reason: string;
    };

/** Facts of supervision. */
export type ClockFact =
  | {
      readonly type: 'ClockStarted';
      clockId: string;
      clock: string;
      unit: string;
      rule: string;
      startAt: number;
      deadlineAt: number;
      provisional: boolean;
    }
  | {
      readonly type: 'ClockStopped';
      clockId: string;
      clock: string;
      unit: string;
      stoppedAt: number;
      inTime: boolean;
      void: boolean;
      /** Late in law, within the time our own outages had taken. */
      lateBySystem?: true;
    }
  | {
      readonly type: 'TimeLost';
      clockId: string;
      clock: string;
      unit: string;
      colour: string;
      lawfulAt: number;
      untilAt: number;
      lostMs: number;
    }
  | {
      readonly type: 'DeadlineRecomputed';
      clockId: string;
      deadlineAt: number;
      provisional: boolean;
      reason: string;
    }
  | { readonly type: 'DeadlineNear'; clockId: string; clock: string; unit: string; deadlineAt: number }
  | { readonly type: 'YellowCardIssued'; cardId: string; clockId: string; clock: string; unit: string }
  | { readonly type: 'RedCardIssued'; cardId: string; clockId: string; clock: string; unit: string }
  | { readonly type: 'CardRevoked'; cardId: string; clockId: string; unit: string; reason: string };

/** Facts of the overseeing of a case: shown in its course, and nothing of the file depends on them. */
export interface OversightFact {
  readonly type:
    | 'GroundNoticed'
    | 'EntryCleared'
    | 'StepProposed'
    | 'OrderIssued'
    | 'OrderAnswered'
    | 'OrderRuled'
    | 'OrderOverdue'
    | 'CaseTransferred'
    | 'TransferOutcomeRecorded'
    | 'DeductionRecorded'
    | 'DeductionWithdrawn'
    | 'SpotCheckDrawn'
    | 'SpotCheckPassed'
    | 'SpotCheckFailed'
    | 'AnswerMended'
    | 'MendingRuled'
    | 'MendingOverdue'
    | 'ContestFiled'
    | 'ContestRuled'
    | 'RatingExcluded';
  readonly by: string;
  readonly unit: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Facts of notification. */
type MessageFact =
  | {
      readonly type: 'MessageClaimed';
      messageId: string;
      template: string;
      recipient: string;
      unit: string;
      channel: string;
    }
  | { readonly type: 'MessageSent'; messageId: string; template: string }
  | { readonly type: 'MessageDelivered'; messageId: string; template: string }
  | { readonly type: 'MessageUnsure'; messageId: string; template: string; reason: string }
  | {
      readonly type: 'MessageFailed';
      messageId: string;
      template: string;
      reason: string;
      givenUp: boolean;
    };

/** Facts of the library. */
type LibraryFact = { readonly type: 'AnswerSought'; best: string; score: number; sure: boolean };

/** Every fact of a case file. */
export type CaseFact =
  | IntakeFact
  | TriageFact
  | SessionFact
  | WorkOrderEvent
  | DataRequestEvent
  | ClockFact
  | OversightFact
  | MessageFact
  | LibraryFact;
