// What happens while it is settled who deals with an appeal (分办): the events triage writes itself, and of the
// events of the others only those fields its rules look at. A person's sentences travel sealed and read
// `erased` once the key is gone; no rule of evolution may look at them.

/** What the enterprise wrote, or `erased` after its key was destroyed. */
export type Wording = { readonly title: string; readonly content: string } | 'erased';

/**
 * Words of the appeal that speak for a unit, and the duty, earlier appeal or article they also stand in; or
 * the enterprise's region, and the unit in whose territory it lies.
 */
export interface Reason {
  readonly words: readonly string[];
  readonly source: 'duty' | 'appeal' | 'article' | 'territory';
  readonly ref: string;
}

/** A unit that may be the lead, with the calibrated probability 0..1 that a person would name it. */
export interface Candidate {
  readonly unit: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What a person is asked to decide instead of an automatic dispatch. */
type Proposal = 'panel' | 'escalate' | 'decline-litigation' | 'decline-not-enterprise';

/** What was found about an appeal's subject and unit; computed outside the rules and recorded as it was. */
export interface Classification {
  readonly topic: string;
  /** Best first; none when the words are erased. */
  readonly candidates: readonly Candidate[];
  readonly assist: readonly string[];
  readonly sure: boolean;
  readonly proposed: Proposal | '';
  readonly proposedWords: readonly string[];
  readonly urgent: boolean;
  readonly modelVersion: string;
  /** Codes of the units a complaint names (HD-10); absent where it names none or is no complaint. */
  readonly complainedOf?: readonly string[];
}

/** Why an appeal lies on the desk 分办台. */
export type DeskGround =
  | 'unsure'
  | 'proposed'
  | 'complaint-about-unit'
  | 'recalled'
  | 'objection-upheld'
  | 'disputed'
  | 'transferred'
  | 'facts-unchecked';

/** `decidedBy` of a dispatch no person decided. */
export const BY_RULE = 'rule';

/** Events written by `triage.routing`. */
export type RoutingEvent =
  | ({ readonly type: 'AppealClassified' } & Classification)
  | { readonly type: 'AnsweredDirectly'; articleId: string; score: number }
  | { readonly type: 'DeskEntered'; why: DeskGround; proposed: string }
  | {
      readonly type: 'AppealDispatched';
      dispatchNo: number;
      lead: string;
      assist: readonly string[];
      decidedBy: string;
      /** In the words of the rules. */
      why: string;
      /** What a person gave as reason. */
      reason: string;
      /** Codes of `complainedOf` of which he said that they are only named (HD-10). */
      cleared?: readonly string[];
    }
  | {
      readonly type: 'DispatchRecalled';
      dispatchNo: number;
      unit: string;
      decidedBy: string;
      withoutMark: boolean;
      reason: string;
    }
  | {
      readonly type: 'ObjectionRuled';
      dispatchNo: number;
      unit: string;
      upheld: boolean;
      decidedBy: string;
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
  /** From the coarsest layer down; empty where the pack has no class for it (IN-3). */
  | { readonly type: 'ClassSet'; path: readonly string[]; by: string }
  | {
      readonly type: 'PackChanged';
      fromPack: string;
      toPack: string;
      fromHash: string;
      toHash: string;
      ground: string;
      kind: string;
      by: string;
      reason: string;
    };

/** Events of the others under an appeal's key that triage takes into account. */
export type RoutingCause =
  | {
      readonly type: 'AppealSubmitted';
      kind: string;
      topic: string;
      region: string;
      /** Id of the problem template that was chosen; absent for none. */
      template?: string;
      wording: Wording;
    }
  | { readonly type: 'AppealAdmitted'; packHash: string; kind: string; topic: string; region: string }
  | { readonly type: 'AppealJoined' }
  | { readonly type: 'AppealWithdrawn' }
  | { readonly type: 'WithdrawalRequested' }
  | {
      readonly type: 'AnswerSought';
      best: { readonly articleId: string; score: number } | null;
      sure: boolean;
    }
  | { readonly type: 'WorkOrderAcknowledged'; dispatchNo: number }
  | { readonly type: 'DispatchObjected'; dispatchNo: number; proposedUnit: string; late: boolean }
  | { readonly type: 'EscalationRequested'; dispatchNo: number }
  | { readonly type: 'FactsChecked' }
  | { readonly type: 'AppealCompleted'; dispatchNo: number }
  | { readonly type: 'AnswerDisputed' }
  /** `unit` is empty when no unit had it: triage takes it back. */
  | { readonly type: 'AppealReopened'; unit: string }
  | { readonly type: 'AppealClosed'; why: string }
  /** A ruling of a panel; one on responsibility names a unit. */
  | { readonly type: 'PanelRuled'; question: string; option: string; sessionNo: number }
  | { readonly type: 'MeetingRecorded'; lead: string; assist: readonly string[]; sessionNo: number };
