// What may be asked of a deliberation, why it may be refused, and what its rules must be able to look up. The
// refusals are a closed list; their sentences stand in libs/contracts/src/sentences/triage.ts.
import type { Term } from '#policy/holds-on';
import type { Pack } from '#policy/pack';
import type { WorkingCalendar } from '#working-calendar/calendar';

/** Commands of people. */
export type SessionCommand =
  | {
      readonly type: 'ConvenePanel';
      question: string;
      /** Ids of experts of the profile. */
      members: readonly string[];
      chair: string;
      /** Last day to vote, `YYYY-MM-DD`; empty: the pack's period. */
      dueOn: string;
      reason: string;
    }
  | { readonly type: 'DeclareRecusal'; sessionNo: number; reason: string }
  | { readonly type: 'CastVote'; sessionNo: number; option: string; reason: string }
  | { readonly type: 'ConveneMeeting'; units: readonly string[]; heldOn: string; reason: string }
  | {
      readonly type: 'RecordMeeting';
      sessionNo: number;
      lead: string;
      assist: readonly string[];
      attended: readonly string[];
      conclusion: string;
    };

/** Commands that time and events bring about; where they do not fit they change nothing. */
type OwnSessionCommand = { readonly type: 'CloseSession' } | { readonly type: 'DissolveSession' };

/** Everything that may be asked of a deliberation. */
export type DeliberationCommand = SessionCommand | OwnSessionCommand;

/** Why a command is refused. */
export type DeliberationRefusal =
  | 'ALREADY_ANSWERED'
  | 'ALREADY_RECUSED'
  | 'ALREADY_VOTED'
  | 'ASSIST_IS_LEAD'
  | 'CHAIR_NOT_MEMBER'
  | 'CLOSED'
  | 'DATE_PAST'
  | 'DATE_TOO_LATE'
  | 'DATE_UNREAL'
  | 'EXPERT_CONCERNED'
  | 'EXPERT_NOT_IN_OFFICE'
  | 'EXPERT_UNKNOWN'
  | 'MEETING_NOT_FORESEEN'
  | 'MEETING_NOT_YET'
  | 'MEMBERS_TOO_FEW'
  | 'NAMED_TWICE'
  | 'NOT_ADMITTED'
  | 'NOT_ANSWERED'
  | 'NOT_A_MEMBER'
  | 'NOT_INVITED'
  | 'NO_SESSION'
  | 'OPTION_UNKNOWN'
  | 'QUESTION_NOT_FORESEEN'
  | 'REASON_MISSING'
  | 'ROLE_NOT_ALLOWED'
  | 'SESSION_OVER'
  | 'SESSION_PENDING'
  | 'STALE_SESSION'
  | 'UNITS_TOO_FEW'
  | 'UNIT_COMPLAINED_OF'
  | 'UNIT_UNKNOWN';

/** An expert of the profile 专家 with his term of office, as far as his seat on a panel depends on it. */
export interface PanelExpert extends Term {
  readonly name: string;
  /** The unit he is of; undefined for one of a law firm, a university, an association. */
  readonly unit?: string | undefined;
}

/** What the rules look up. */
export interface DeliberationPolicy {
  /** The pack that governs an appeal, by content hash. */
  pack(hash: string): Pack;
  calendar(): WorkingCalendar;
  unitExists(code: string): boolean;
  /** The expert of this id in the profile in force; undefined for one it does not know. */
  expert(id: string): PanelExpert | undefined;
  /** The unit a code stands for now: itself, or the one it was merged into. */
  successorOf(code: string): string;
}
