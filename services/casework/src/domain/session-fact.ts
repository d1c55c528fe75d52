// What the case file knows of panels and joint meetings 会商 (KB-5, HD-5, RT-3): shown in its course alone.

/** A member of a panel who had no vote for his unit's sake; `voted`: one he had cast did not count. */
interface ConcernedFact {
  readonly member: string;
  readonly unit: string;
  readonly why: string;
  readonly voted: boolean;
}

/** Facts of panels and joint meetings. */
export type SessionFact =
  | {
      readonly type: 'PanelConvened';
      sessionNo: number;
      question: string;
      members: readonly string[];
      chair: string;
      dueAt: number;
      by: string;
      reason: string;
    }
  | { readonly type: 'RecusalDeclared'; sessionNo: number; by: string; reason: string }
  | { readonly type: 'VoteCast'; sessionNo: number; by: string; option: string; reason: string }
  | {
      readonly type: 'PanelRuled';
      sessionNo: number;
      question: string;
      option: string;
      votesFor: number;
      votesCast: number;
      byChair: boolean;
      dissenting: readonly string[];
      absent: readonly string[];
      recused: readonly string[];
      /** Absent for nobody. */
      concerned?: readonly ConcernedFact[];
    }
  | {
      readonly type: 'SessionLapsed';
      sessionNo: number;
      question: string;
      why: string;
      absent: readonly string[];
      recused: readonly string[];
      /** Absent for nobody. */
      concerned?: readonly ConcernedFact[];
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
