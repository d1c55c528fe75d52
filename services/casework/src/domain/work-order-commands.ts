// What may be asked of a work order, why it may be refused, and what the rules must be able to look up. The
// refusals are a closed list; their sentences stand in libs/contracts/src/sentences/casework.ts.
import type { Pack } from '#policy/pack';
import type { UnitInside } from '#policy/unit-inside';
import type { WorkingCalendar } from '#working-calendar/calendar';
import type { CheckedAnswer } from './answer-remarks';
import type { Agreement } from './completion-fields';
import type { InsideEvent } from './inside-events';
import type { CheckOutcome, Rating } from './work-order-events';

/** A completion as it is handed in, or handed in for signature. */
interface CompletionFields {
  dispatchNo: number;
  /** Why it is completed although a contribution is missing. */
  withoutContributions?: string;
  completionType: string;
  answer: string;
  basis: string;
  plan: string;
  /** `YYYY-MM-DD`, empty if none. */
  plannedOn: string;
  agreement: Agreement | null;
  /** What the door found when it held the answer against the appeal (HD-3); it decides nothing. */
  check: CheckedAnswer;
}

/** A draft 拟稿 as it stands in the journal. */
export type Draft = Omit<Extract<InsideEvent, { type: 'DraftSubmitted' }>, 'type' | 'dispatchNo' | 'unit'>;

/** Commands of the dispatched unit; each quotes the dispatch it answers. */
export type UnitCommand =
  | { readonly type: 'AcknowledgeDispatch'; dispatchNo: number }
  | { readonly type: 'ObjectToDispatch'; dispatchNo: number; proposedUnit: string; reason: string }
  | {
      readonly type: 'RecordContact';
      dispatchNo: number;
      outcome: 'reached' | 'attempt';
      arrived: boolean;
      visitWaived: boolean;
      note: string;
    }
  | { readonly type: 'GivePreliminaryOpinion'; dispatchNo: number; text: string }
  | { readonly type: 'RequestExtension'; dispatchNo: number; wishedOn: string; reason: string }
  | { readonly type: 'RequestEscalation'; dispatchNo: number; ground: string; opinion: string }
  | { readonly type: 'GiveContribution'; dispatchNo: number; text: string }
  | ({ readonly type: 'CompleteAppeal' } & CompletionFields)
  | ({ readonly type: 'SubmitDraft' } & CompletionFields)
  | { readonly type: 'AssignInside'; dispatchNo: number; section: string; handler: string }
  | { readonly type: 'ReturnDraft'; dispatchNo: number; draftNo: number; step: string; reason: string }
  | {
      readonly type: 'SignDraft';
      dispatchNo: number;
      /** The draft the signer has before him. */
      draftNo: number;
      /** The step he signs. */
      step: string;
      /** The words of the draft as the door read them; the rules hold none. */
      draft: Draft | null;
    }
  | { readonly type: 'HandOverInside'; dispatchNo: number; fromHandler: string; toHandler: string };

/** Commands about how an answer was received, and the ends of a case. */
export type VerdictCommand =
  | {
      readonly type: 'FollowUpAppeal';
      contacted: boolean;
      solved: boolean;
      satisfied: boolean;
      reasons: string;
    }
  | { readonly type: 'RateAppeal'; rating: Rating; comment: string }
  | { readonly type: 'DisputeAnswer'; reason: string }
  | { readonly type: 'ReopenAppeal'; why: string }
  | { readonly type: 'CloseAppeal'; why: string; reason: string }
  | { readonly type: 'LapseRating' }
  | { readonly type: 'ReopenAfterCheck'; by: string }
  | { readonly type: 'GrantWithdrawal' }
  | { readonly type: 'ObeyPanel'; approved: boolean };

/** Commands of whoever rules on what a unit asks for. */
export type RulingCommand =
  | {
      readonly type: 'RuleExtension';
      dispatchNo: number;
      granted: boolean;
      /** Last day granted; empty: what was wished. */
      untilOn: string;
      reason: string;
    }
  | {
      readonly type: 'RuleAssistObjection';
      dispatchNo: number;
      /** The assisting unit that objected. */
      unit: string;
      upheld: boolean;
      note: string;
    };

/** Commands of the platform about an answer it holds (HD-2). */
export type ReleaseCommand =
  | { readonly type: 'ReleaseAnswer'; dispatchNo: number }
  | { readonly type: 'ReturnAnswer'; dispatchNo: number; reason: string };

/** Commands of whom the pack's `checks` name (HD-7). */
export type CheckCommand = {
  readonly type: 'RecordFactCheck' | 'RecordResultCheck';
  outcome: CheckOutcome;
  note: string;
};

/** 机构合并: a unit of the order became part of another; told once to every running appeal of it. */
export interface SucceedUnit {
  readonly type: 'SucceedUnit';
  readonly from: string;
  readonly to: string;
}

/** Everything that may be asked of a work order. */
export type WorkOrderCommand =
  | UnitCommand
  | RulingCommand
  | ReleaseCommand
  | CheckCommand
  | VerdictCommand
  | SucceedUnit
  | { readonly type: 'MarkStepOverdue' };

/** Why a command is refused. */
export type WorkOrderRefusal =
  | 'AGREEMENT_NEEDS_CONTACT'
  | 'CONTACT_BY_PLATFORM'
  | 'ALREADY_ACKNOWLEDGED'
  | 'ALREADY_CHECKED'
  | 'ALREADY_COMPLETED'
  | 'ALREADY_DISPUTED'
  | 'ALREADY_FOLLOWED_UP'
  | 'ALREADY_OBJECTED'
  | 'ALREADY_RATED'
  | 'ANSWER_NOT_HELD'
  | 'CHAIN_NOT_FORESEEN'
  | 'CHECK_NOT_FORESEEN'
  | 'CLOSED'
  | 'COMPLETION_FIELD_MISSING'
  | 'COMPLETION_TYPE_UNKNOWN'
  | 'CONTRIBUTION_MISSING'
  | 'DATE_AHEAD'
  | 'DATE_PAST'
  | 'DATE_UNREAL'
  | 'DEADLINE_PASSED'
  | 'DRAFT_NOT_AT_HAND'
  | 'DRAFT_PENDING'
  | 'ESCALATION_NOT_FORESEEN'
  | 'ESCALATION_PENDING'
  | 'EXTENSION_NOT_FORESEEN'
  | 'EXTENSION_NOT_LATER'
  | 'EXTENSION_PENDING'
  | 'EXTENSION_TOO_LONG'
  | 'EXTENSION_USED'
  | 'FACTS_NOT_CHECKED'
  | 'FOLLOW_UP_CONTRADICTS'
  | 'GROUND_UNKNOWN'
  | 'HANDLER_MISSING'
  | 'HANDLER_UNKNOWN'
  | 'MUST_BE_SIGNED'
  | 'NOT_ACKNOWLEDGED'
  | 'NOT_A_COUNTY_UNIT'
  | 'NOT_ASSISTING'
  | 'NOT_COMPLETED'
  | 'NOT_DISPATCHED'
  | 'NOT_DUE'
  | 'NOT_OBJECTABLE'
  | 'NOT_IN_HAND_OF'
  | 'NOT_YOUR_UNIT'
  | 'NO_DRAFT'
  | 'NO_EXTENSION_ASKED'
  | 'NO_OBJECTION'
  | 'OBJECTION_PENDING'
  | 'OPINION_ALREADY_GIVEN'
  | 'PANEL_PENDING'
  | 'POST_VACANT'
  | 'REASON_MISSING'
  | 'RESULT_NOT_CHECKED'
  | 'ROLE_NOT_ALLOWED'
  | 'SAME_PERSON'
  | 'SECTION_UNKNOWN'
  | 'STALE_DISPATCH'
  | 'STALE_DRAFT'
  | 'STEP_DONE'
  | 'TEXT_MISSING'
  | 'UNIT_IS_OWN'
  | 'UNIT_NOT_NAMED'
  | 'UNIT_SUCCEEDED'
  | 'UNIT_UNKNOWN'
  | 'VISIT_CANNOT_BE_WAIVED'
  | 'WAIVER_NEEDS_CONTACT'
  | 'WRONG_POST';

/** What the rules look up. */
export interface WorkOrderPolicy {
  /** The pack an appeal was admitted under, by content hash. */
  pack(hash: string): Pack;
  calendar(): WorkingCalendar;
  unitExists(code: string): boolean;
  /** The unit a code stands for now: itself, or the one it was merged into. */
  successorOf(code: string): string;
  /** Sections, people and posts of a unit, or of the one it was merged into (HD-9). */
  inside(unit: string): UnitInside;
  /** The tier of a unit: city, county, township (RT-4). */
  unitTier(code: string): string;
}
