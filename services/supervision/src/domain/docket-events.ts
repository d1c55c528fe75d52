// What supervision says about an appeal's clocks, and of what the others say the fields clocks depend on.
// Nothing sealed is among them: an erased person changes no deadline.

/** Why a card was taken back. */
export type RevocationGround =
  | 'decided-in-time'
  | 'deadline-moved'
  | 'extended'
  | 'objection-upheld'
  | 'outage'
  | 'contest-upheld';

/** Why a deadline was counted again. */
export type RecountGround = 'calendar' | 'pause' | 'extension';

/**
 * Events written by `supervision.docket`. Times are epoch ms; a deadline is exclusive and null while a pause
 * lasts.
 */
export type DocketEvent =
  | {
      readonly type: 'ClockStarted';
      readonly clockId: string;
      readonly clock: string;
      readonly unit: string;
      readonly rule: string;
      readonly startAt: number;
      readonly deadlineAt: number | null;
      readonly calendarVersion: string;
      readonly provisional: boolean;
      /** Id of the event that started it. */
      readonly cause: string;
      readonly nearAt: number | null;
      readonly clause: string;
    }
  | {
      readonly type: 'ClockStopped';
      readonly clockId: string;
      readonly clock: string;
      readonly unit: string;
      /** Time of the event that stopped it, not the time we heard of it. */
      readonly stoppedAt: number;
      readonly inTime: boolean;
      readonly cause: string;
      readonly void: boolean;
      /**
       * Late in law, and within the time that the platform itself had taken from the clock; absent otherwise.
       */
      readonly lateBySystem?: true;
    }
  | {
      readonly type: 'DeadlineRecomputed';
      readonly clockId: string;
      readonly oldDeadlineAt: number | null;
      readonly deadlineAt: number | null;
      readonly calendarVersion: string;
      readonly provisional: boolean;
      readonly reason: RecountGround;
      readonly nearAt: number | null;
    }
  | {
      readonly type: 'DeadlineNear';
      readonly clockId: string;
      readonly clock: string;
      readonly unit: string;
      readonly deadlineAt: number;
    }
  | {
      readonly type: 'YellowCardIssued';
      readonly cardId: string;
      readonly clockId: string;
      readonly clock: string;
      readonly unit: string;
      readonly deadlineAt: number;
      readonly redDueAt: number | null;
    }
  | {
      readonly type: 'RedCardIssued';
      readonly cardId: string;
      readonly clockId: string;
      readonly clock: string;
      readonly unit: string;
      /** When the yellow notice was given. */
      readonly noticeAt: number;
    }
  | {
      /**
       * Our own outages took time from a clock: no card of the colour before it has run again, and feedback
       * up to then is late by the system alone.
       */
      readonly type: 'TimeLost';
      readonly clockId: string;
      readonly clock: string;
      readonly unit: string;
      /** The card that waits: `yellow` for the deadline, `red` for the time after the notice. */
      readonly colour: 'yellow' | 'red';
      /** The end in law. */
      readonly lawfulAt: number;
      /** The end with what was lost; the end in law again when nothing is held to be lost any more. */
      readonly untilAt: number;
      /** Milliseconds of the clock's own kind of time. */
      readonly lostMs: number;
    }
  | {
      readonly type: 'CardRevoked';
      readonly cardId: string;
      readonly clockId: string;
      readonly unit: string;
      readonly reason: RevocationGround;
    };

/** Events of the others that move clocks. */
export type DocketCause =
  | {
      readonly type: 'AppealSubmitted';
      readonly protect?: true;
      /** Of a push that was held for a person: when it came in (epoch ms). */
      readonly receivedAt?: number;
    }
  | { readonly type: 'ProtectionLifted' }
  | { readonly type: 'AppealAdmitted'; readonly packHash: string }
  | { readonly type: 'PackChanged'; readonly packHash: string }
  | { readonly type: 'UrgencyConfirmed' }
  | { readonly type: 'AppealJoined' }
  | { readonly type: 'AppealWithdrawn' }
  | { readonly type: 'WithdrawalGranted' }
  | { readonly type: 'DeskEntered' }
  | { readonly type: 'AnsweredDirectly' }
  | {
      readonly type: 'AppealDispatched';
      readonly dispatchNo: number;
      readonly lead: string;
      readonly assist: readonly string[];
    }
  | { readonly type: 'DispatchRecalled'; readonly dispatchNo: number; readonly unit: string }
  | {
      readonly type: 'ObjectionRuled';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly upheld: boolean;
    }
  | { readonly type: 'WorkOrderAcknowledged'; readonly dispatchNo: number; readonly unit: string }
  | {
      readonly type: 'DispatchObjected';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly late: boolean;
    }
  | {
      readonly type: 'EnterpriseContacted';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly reached: boolean;
      readonly arrived: boolean;
      readonly satisfies: boolean;
    }
  | { readonly type: 'AssistAcknowledged'; readonly dispatchNo: number; readonly unit: string }
  | {
      readonly type: 'AssistObjected';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly late: boolean;
    }
  | {
      readonly type: 'AssistObjectionRuled';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly upheld: boolean;
    }
  | { readonly type: 'ContributionGiven'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'EscalationRequested'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'EscalationRuled'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'PreliminaryOpinionGiven'; readonly dispatchNo: number; readonly unit: string }
  | {
      readonly type: 'AppealCompleted';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly round: number;
    }
  | { readonly type: 'AnswerReleased'; readonly dispatchNo: number; readonly unit: string }
  | {
      readonly type: 'AnswerReturned';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly round: number;
    }
  | {
      readonly type: 'ExtensionRuled';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly clock: string;
      readonly round: number;
      readonly granted: boolean;
      readonly deadlineAt: number;
    }
  | {
      readonly type: 'ContestRuled';
      readonly about: string;
      readonly target: string;
      readonly upheld: boolean;
    }
  | { readonly type: 'FactsChecked' }
  | { readonly type: 'ResultChecked' }
  | { readonly type: 'AppealFollowedUp' }
  | { readonly type: 'AppealRated' }
  | { readonly type: 'RatingLapsed' }
  | { readonly type: 'AppealReopened'; readonly round: number; readonly unit: string }
  | { readonly type: 'AppealClosed' }
  | {
      readonly type: 'MessageDelivered';
      readonly template: string;
      /** Id of the event that the message told of; absent when it is not known. */
      readonly follows?: string;
    };
