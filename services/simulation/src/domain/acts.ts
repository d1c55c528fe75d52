// What people hear from the platform and what they then do. An act is planned for an instant and given like
// any command; the platform may refuse it, as it would in life.
import type { Deliberated } from './deliberated';
import type { Overseen } from './overseen';

/** A person who acts. */
export interface Person {
  readonly role: string;
  readonly id: string;
  readonly unit?: string;
}

/** A command for one of the services that take commands of people, by the field name of its request. */
export interface Command {
  readonly door: 'intake' | 'triage' | 'casework' | 'supervision';
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Something a person will do. */
export interface Act {
  /** Epoch ms. */
  readonly at: number;
  readonly appealId: string;
  readonly by: Person;
  readonly command: Command;
  /** Done in its place, by the code it is refused with: it is mended, or somebody of more standing takes it up. */
  readonly whenRefused?: Readonly<Record<string, Act>>;
  /** What it is about, `order/1/open` for instance: all of it must be open then. Else it is about the case. */
  readonly about?: readonly string[];
  /** Asked when its time has come: whoever looks at the case sees that it has gone on, and leaves it. */
  readonly overtaken?: () => boolean;
}

/** What the journal says, as far as people act on it or the report counts it. */
export type Heard = CourseHeard | ChainHeard | Deliberated | Overseen;

/** What is heard of a draft that goes through the chain inside a unit (HD-9). */
type ChainHeard =
  | DraftHeard<'DraftSubmitted'>
  | DraftHeard<'DraftReturned'>
  | (DraftHeard<'DraftSigned'> & { readonly deputy: boolean })
  | { readonly type: 'InsideStepOverdue'; readonly step: string };

interface DraftHeard<T extends string> {
  readonly type: T;
  readonly by: string;
  readonly draftNo: number;
}

/** What is heard of a case's course. */
type CourseHeard =
  | { readonly type: 'AppealAdmitted' }
  | { readonly type: 'UrgencyProposed' }
  | { readonly type: 'UrgencyConfirmed' }
  | { readonly type: 'UrgencyDenied' }
  | { readonly type: 'AppealSentBack' }
  | { readonly type: 'IdentityQueried' }
  | { readonly type: 'ScreeningHeld'; readonly ground: string }
  | { readonly type: 'DeskEntered'; readonly why: string }
  | { readonly type: 'AnsweredDirectly' }
  | {
      readonly type: 'AppealDispatched';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly assist: readonly string[];
    }
  | { readonly type: 'DispatchObjected'; readonly dispatchNo: number; readonly unit: string }
  | {
      readonly type: 'ObjectionRuled';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly upheld: boolean;
    }
  | {
      readonly type: 'AppealCompleted';
      /** The platform has to release it before the enterprise hears of it. */
      readonly held: boolean;
      readonly dispatchNo: number;
      readonly unit: string;
      readonly round: number;
      /** What the answer check made of it. */
      readonly verdict: string;
    }
  | { readonly type: 'AnswerReleased'; readonly unit: string }
  | { readonly type: 'AppealReopened'; readonly round: number; readonly unit: string }
  | { readonly type: 'DispatchRecalled' }
  | { readonly type: 'WorkOrderAcknowledged'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'AssistObjected'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'AssistObjectionRuled'; readonly unit: string; readonly upheld: boolean }
  | { readonly type: 'ContributionGiven' }
  | {
      readonly type: 'ClockStarted';
      readonly clock: string;
      readonly unit: string;
      readonly deadlineAt: number;
    }
  | { readonly type: 'ExtensionRequested'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'ExtensionRuled'; readonly granted: boolean }
  | { readonly type: 'EscalationRequested'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'EscalationRuled'; readonly accepted: boolean }
  | { readonly type: 'AppealOver' }
  | { readonly type: 'Discontent' }
  | { readonly type: 'EnterpriseRated'; readonly content: boolean; readonly round: number }
  | { readonly type: 'ReminderDelivered' }
  | {
      readonly type: 'CardShown';
      readonly cardId: string;
      readonly colour: 'yellow' | 'red';
      readonly clock: string;
      readonly unit: string;
    }
  | { readonly type: 'CardRevoked'; readonly cardId: string; readonly unit: string };
