// What is heard of panels and joint meetings 会商 (KB-5, RT-3).

/** What a panel may be asked. */
export type Question = 'responsibility' | 'result' | 'advice';

/** An event of a session. */
export type Deliberated =
  | {
      readonly type: 'PanelConvened';
      readonly sessionNo: number;
      readonly question: string;
      readonly members: readonly string[];
      readonly dueAt: number;
    }
  | { readonly type: 'RecusalDeclared'; readonly sessionNo: number }
  | { readonly type: 'VoteCast'; readonly sessionNo: number }
  | {
      readonly type: 'PanelRuled';
      readonly sessionNo: number;
      readonly question: string;
      readonly option: string;
    }
  | {
      readonly type: 'SessionLapsed';
      readonly sessionNo: number;
      readonly question: string;
      readonly why: string;
    }
  | {
      readonly type: 'MeetingConvened';
      readonly sessionNo: number;
      readonly units: readonly string[];
      readonly heldOn: string;
    }
  | { readonly type: 'MeetingRecorded'; readonly sessionNo: number };
