// What happens in a deliberation 会商: the events triage writes under `triage.deliberation`, and of the events
// of the others only those fields its rules look at. Sentences of people travel sealed and read `erased` once
// the key is gone; no rule looks at them.
import type { Concern } from '#policy/panel-concern';
import type { Question } from './deliberation';

/** Why a session ended without a ruling. `overtaken`: the appeal went another way meanwhile. */
export type LapseGround = 'no-quorum' | 'no-majority' | 'tied' | 'not-held' | 'overtaken';

/** A member without a vote because his unit has come to be concerned by the matter 回避. */
export interface StoodAside {
  readonly member: string;
  readonly unit: string;
  readonly why: Concern;
  /** He had voted; the vote does not count. */
  readonly voted: boolean;
}

/** Events written by `triage.deliberation`. */
export type DeliberationEvent =
  | {
      readonly type: 'PanelConvened';
      sessionNo: number;
      question: Question;
      members: readonly string[];
      chair: string;
      dueAt: number;
      by: string;
      /** What is put to the panel. */
      reason: string;
    }
  | { readonly type: 'RecusalDeclared'; sessionNo: number; member: string; reason: string }
  | { readonly type: 'VoteCast'; sessionNo: number; member: string; option: string; reason: string }
  | {
      readonly type: 'PanelRuled';
      sessionNo: number;
      question: Question;
      option: string;
      votesFor: number;
      /** Votes that count. */
      votesCast: number;
      /** The chair's vote decided between equals. */
      byChair: boolean;
      dissenting: readonly string[];
      absent: readonly string[];
      recused: readonly string[];
      /** Absent for nobody. */
      concerned?: readonly StoodAside[];
    }
  | {
      readonly type: 'SessionLapsed';
      sessionNo: number;
      /** Empty for a meeting. */
      question: Question | '';
      why: LapseGround;
      absent: readonly string[];
      recused: readonly string[];
      /** Absent for nobody. */
      concerned?: readonly StoodAside[];
    }
  | {
      readonly type: 'MeetingConvened';
      sessionNo: number;
      units: readonly string[];
      heldOn: string;
      dueAt: number;
      by: string;
      reason: string;
    }
  | {
      readonly type: 'MeetingRecorded';
      sessionNo: number;
      lead: string;
      assist: readonly string[];
      attended: readonly string[];
      absent: readonly string[];
      by: string;
      conclusion: string;
    };

/** Events of the others under an appeal's key that a deliberation takes into account. */
export type DeliberationCause =
  | { readonly type: 'AppealAdmitted'; packHash: string }
  | { readonly type: 'PackChanged'; packHash: string }
  | { readonly type: 'AppealClassified'; complainedOf: readonly string[] }
  /** `cleared`: named by a complaint, but not complained of. */
  | {
      readonly type: 'AppealDispatched';
      dispatchNo: number;
      lead: string;
      assist: readonly string[];
      cleared?: readonly string[];
    }
  | { readonly type: 'DispatchRecalled'; dispatchNo: number; withoutMark: boolean }
  | { readonly type: 'DeskEntered' }
  | { readonly type: 'AnsweredDirectly' }
  | { readonly type: 'AppealCompleted'; dispatchNo: number }
  | { readonly type: 'AppealReopened' }
  /** Closed, withdrawn or joined to another. */
  | { readonly type: 'AppealEnded' };
