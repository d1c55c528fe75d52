// What the overseeing of a case may be told: by people within the pack's scopes, by the journal, and by the
// time that has come.
import type { Recorded } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { WorkingCalendar } from '#working-calendar/calendar';
import type { OversightCause, OversightEvent } from './oversight-events';

/**
 * A deadline that is set: a rule such as `workingDays:3`, or the last day `YYYY-MM-DD`; the other is empty.
 */
export interface Term {
  readonly within: string;
  readonly dueOn: string;
}

/** Commands about the register and the levels of supervision. */
export type OrderCommand =
  | { readonly type: 'StateGround'; ground: string; unit: string; reason: string }
  | { readonly type: 'ClearEntry'; entryId: string; reason: string }
  | ({
      readonly type: 'IssueOrder';
      step: string;
      entryId: string;
      /** Empty: the unit of the entry. */
      unit: string;
      demand: string;
    } & Term)
  | { readonly type: 'AnswerOrder'; orderNo: number; answer: string }
  | ({ readonly type: 'RuleOrder'; orderNo: number; verdict: string; reason: string } & Term)
  | { readonly type: 'RecordTransfer'; step: string; entryId: string; facts: string }
  | { readonly type: 'RecordTransferOutcome'; transferNo: number; outcome: string };

/** Commands about spot checks. */
export type CheckCommand =
  | {
      readonly type: 'GiveFindings';
      checkNo: number;
      verdict: string;
      missing: readonly string[];
      demand: string;
      /** Last day, where the pack names no time to mend; else empty. */
      dueOn: string;
    }
  | { readonly type: 'MendAnswer'; checkNo: number; answer: string }
  | { readonly type: 'RuleMending'; checkNo: number; accepted: boolean; reason: string; dueOn: string };

/** Commands about contests. */
export type ContestCommand =
  | { readonly type: 'FileContest'; about: string; target: string; evidence: string }
  | { readonly type: 'RuleContest'; contestNo: number; upheld: boolean; reason: string };

/** Everything a person may command. */
export type PersonCommand = OrderCommand | CheckCommand | ContestCommand;

/** Everything the overseeing may be told. */
export type OversightCommand =
  | PersonCommand
  | { readonly type: 'TakeNews'; readonly news: Recorded<OversightCause> }
  | { readonly type: 'TakeDue' };

/** Why a command is refused. */
export type OversightRefusal =
  | 'ALREADY_ANSWERED'
  | 'ALREADY_CONTESTED'
  | 'ALREADY_ORDERED'
  | 'CHECK_UNKNOWN'
  | 'CONTEST_NOT_FORESEEN'
  | 'CONTEST_RULED'
  | 'CONTEST_TOO_LATE'
  | 'CONTEST_UNKNOWN'
  | 'DATE_PAST'
  | 'DATE_UNREAL'
  | 'DEADLINE_MISSING'
  | 'ENTRY_CLEARED'
  | 'ENTRY_UNKNOWN'
  | 'GROUND_NOT_STATED'
  | 'LOWER_STEP_FIRST'
  | 'NOTHING_TO_CONTEST'
  | 'NOT_ADMITTED'
  | 'NOT_AT_THIS_STEP'
  | 'NOT_OF_STANDARD'
  | 'NOT_YOUR_UNIT'
  | 'NO_HIGHER_STEP'
  | 'ORDER_ENDED'
  | 'ORDER_UNKNOWN'
  | 'OUTCOME_RECORDED'
  | 'REASON_MISSING'
  | 'ROLE_NOT_ALLOWED'
  | 'SAME_PERSON'
  | 'STEP_IS_NO_TRANSFER'
  | 'STEP_IS_TRANSFER'
  | 'STEP_NOT_YOURS'
  | 'STEP_TOO_EARLY'
  | 'STEP_UNKNOWN'
  | 'TEXT_MISSING'
  | 'TRANSFER_UNKNOWN'
  | 'UNIT_NOT_OF_CASE'
  | 'VERDICT_UNKNOWN';

/** What the rules look up. */
export interface OversightPolicy {
  /** The pack an appeal was admitted under, by content hash. */
  readonly pack: (hash: string) => Pack;
  readonly calendar: () => WorkingCalendar;
  /** The unit that does now what this one did; itself where nothing changed. */
  readonly successorOf: (unit: string) => string;
}

/** Takes down an event and what it makes of the case, so that the next rule sees it. */
export type Say = (event: OversightEvent) => void;
