// What notification says about an appeal's messages, and of what the others say the fields that decide who is
// told and what the texts quote. Words are sealed in the journal; of an erased person they read `erased` and
// decide nothing.
import type { Letter, Words } from './messages';

/** Events written by `notification.messages`. */
export type MessageEvent =
  | {
      readonly type: 'MessageClaimed';
      readonly messageId: string;
      readonly template: string;
      readonly recipient: string;
      readonly unit: string;
      readonly channel: string;
      /** Id of the event it tells of. */
      readonly cause: string;
      readonly letter: Letter;
      /** Not before this instant (epoch ms): the end of the quiet hours. */
      readonly notBefore?: number;
      /** Goes as one with what goes to the same address at the same time. */
      readonly digest?: true;
    }
  | {
      readonly type: 'MessageOffered';
      readonly messageId: string;
      readonly template: string;
      readonly provider: string;
    }
  | {
      readonly type: 'MessageUnsure';
      readonly messageId: string;
      readonly template: string;
      readonly provider: string;
      /** What was heard instead of an answer. */
      readonly reason: string;
      readonly attempt: number;
    }
  | {
      readonly type: 'MessageSent';
      readonly messageId: string;
      readonly template: string;
      readonly provider: string;
      readonly providerId: string;
    }
  | { readonly type: 'MessageDelivered'; readonly messageId: string; readonly template: string }
  | {
      readonly type: 'MessageFailed';
      readonly messageId: string;
      readonly template: string;
      /** `erased`, `no-address`, `no-template`, `unsure`, `not-taken`, or a code of the provider. */
      readonly reason: string;
      readonly givenUp: boolean;
      /** 0 when it was never tried. */
      readonly attempt: number;
      /** When the provider's limit for the number ends (epoch ms); absent: after the usual wait. */
      readonly againAt?: number;
    };

/** A sentence of a person, or `erased`. */
type Sentence = string;

/** Causes that carry a unit's dispatch. */
type OfUnit = { readonly unit: string };

/** Events of the others that somebody may be told of. */
export type MessageCause =
  | {
      readonly type: 'AppealSubmitted';
      readonly number: string;
      /** Its number at the door; absent where nobody needs it. */
      readonly sourceNumber?: string;
      readonly door: string;
      readonly kind: string;
      readonly deskDueAt: number;
      /** 保护诉求 (HD-10). */
      readonly protect?: true;
      readonly words: Words;
    }
  | { readonly type: 'AppealAdmitted'; readonly packHash: string; readonly uscc?: string }
  | {
      readonly type: 'PushHeld';
      readonly number: string;
      readonly sourceNumber: string;
      readonly door: string;
    }
  | { readonly type: 'PushRejected'; readonly reason: Sentence }
  | { readonly type: 'UrgencyConfirmed' }
  | { readonly type: 'PackChanged'; readonly packHash: string }
  | { readonly type: 'AppealDeclined'; readonly ground: string; readonly reason: Sentence }
  | { readonly type: 'AppealSentBack'; readonly reason: Sentence }
  | { readonly type: 'AppealJoined'; readonly joinedToNumber: string }
  | { readonly type: 'AppealUrged' }
  | { readonly type: 'AppealWithdrawn' }
  | { readonly type: 'ProtectionLifted' }
  | { readonly type: 'WithdrawalGranted' }
  | { readonly type: 'DeskEntered' }
  | { readonly type: 'AnsweredDirectly'; readonly articleId: string }
  | { readonly type: 'AppealDispatched'; readonly lead: string; readonly assist: readonly string[] }
  | ({ readonly type: 'DispatchRecalled'; readonly reason: Sentence } & OfUnit)
  | ({ readonly type: 'ObjectionRuled'; readonly upheld: boolean; readonly reason: Sentence } & OfUnit)
  | ({ readonly type: 'WorkOrderAcknowledged' } & OfUnit)
  | ({ readonly type: 'DispatchObjected'; readonly reason: Sentence } & OfUnit)
  | ({
      readonly type: 'EnterpriseContacted';
      readonly reached: boolean;
      readonly arrived: boolean;
      readonly satisfies: boolean;
    } & OfUnit)
  | ({ readonly type: 'AssistAcknowledged' } & OfUnit)
  | ({ readonly type: 'AssistObjected'; readonly reason: Sentence } & OfUnit)
  | ({ readonly type: 'AssistObjectionRuled'; readonly upheld: boolean; readonly reason: Sentence } & OfUnit)
  | ({ readonly type: 'ContributionGiven' } & OfUnit)
  | ({ readonly type: 'EscalationRequested' | 'EscalationRuled'; readonly reason: Sentence } & OfUnit)
  | ({ readonly type: 'PreliminaryOpinionGiven'; readonly opinion: Sentence } & OfUnit)
  | ({
      readonly type: 'AppealCompleted';
      readonly result: Sentence;
      /** The platform answers, when it releases it (HD-2). */
      readonly held?: true;
    } & OfUnit)
  | ({ readonly type: 'AnswerReleased' } & OfUnit)
  | ({ readonly type: 'AnswerReturned'; readonly reason: Sentence } & OfUnit)
  | ({ readonly type: 'ExtensionRuled'; readonly granted: boolean; readonly deadlineAt: number } & OfUnit)
  | { readonly type: 'FactsChecked' | 'ResultChecked'; readonly note: Sentence }
  /** `content`: nobody was reached, or who was is content with the answer. */
  | { readonly type: 'AppealFollowedUp'; readonly content: boolean }
  | { readonly type: 'AppealRated' }
  | ({ readonly type: 'AppealReopened'; readonly reason: Sentence } & OfUnit)
  | { readonly type: 'AppealClosed'; readonly why: string }
  /**
   * The asked unit is told of a request and that it is due soon; both that it is overdue; the asking one of
   * its answer (HD-8).
   */
  | ({ readonly type: 'DataRequested'; readonly purpose: Sentence; readonly dueAt: number } & OfUnit)
  | ({
      readonly type: 'InsideStepOverdue';
      readonly step: string;
      readonly dueAt: number;
      readonly persons: readonly string[];
    } & OfUnit)
  | ({ readonly type: 'DataRequestNear'; readonly dueAt: number } & OfUnit)
  /** `fromUnit`: the unit that asked; empty: the desk. */
  | ({ readonly type: 'DataRequestOverdue'; readonly fromUnit: string } & OfUnit)
  | ({ readonly type: 'DataAnswered' } & OfUnit)
  | ({ readonly type: 'DeadlineNear'; readonly clock: string; readonly deadlineAt: number } & OfUnit)
  | ({ readonly type: 'YellowCardIssued'; readonly clock: string; readonly deadlineAt: number } & OfUnit)
  | ({ readonly type: 'RedCardIssued'; readonly clock: string } & OfUnit);
