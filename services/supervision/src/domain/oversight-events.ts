// What the overseeing of a case writes, and of what the others say the fields its rules look at. Words of
// people travel sealed and read `erased` when their key is gone; no rule looks at them.
import type { Ground } from '#policy/pack-words';
import type { AppraisalEvent } from './appraisal-events';

/** A person's sentence, or `erased`. */
type Words = string;

/** Why an entry of the register is open no longer 销号. */
export type ClearanceGround =
  | 'feedback'
  | 'card-revoked'
  | 'taken-on'
  | 'taken-away'
  | 'content'
  | 'closed'
  | 'order-accepted'
  | 'transfer-ended'
  | 'mended'
  | 'contest-upheld'
  | 'ruled';

/** What a person makes of the answer to an order. */
export const ORDER_VERDICTS = ['accepted', 'not-accepted', 'raised'] as const;
/** One of `ORDER_VERDICTS`, or `withdrawn` by rule with the card it rested on. */
export type OrderVerdict = (typeof ORDER_VERDICTS)[number] | 'withdrawn';

/** Events written by `supervision.oversight`. Times are epoch ms, deadlines exclusive. */
export type OversightEvent =
  | AppraisalEvent
  | {
      readonly type: 'GroundNoticed';
      readonly entryId: string;
      readonly ground: Ground;
      readonly unit: string;
      /** Id of the event that shows it; of an own order `order/<no>/<what>`, of a person's word `stated`. */
      readonly cause: string;
      readonly about: string;
      /** Number of the appeal. */
      readonly number: string;
      /** Empty when a rule noticed it. */
      readonly by: string;
      readonly reason: Words;
    }
  | {
      readonly type: 'EntryCleared';
      readonly entryId: string;
      readonly ground: Ground;
      readonly unit: string;
      readonly why: ClearanceGround;
      readonly cause: string;
      readonly by: string;
      readonly reason: Words;
    }
  | {
      readonly type: 'StepProposed';
      readonly step: string;
      readonly entryId: string;
      readonly ground: Ground;
      readonly unit: string;
      readonly role: string;
      readonly cause: string;
    }
  | {
      readonly type: 'OrderIssued';
      readonly orderNo: number;
      readonly number: string;
      readonly step: string;
      readonly entryId: string;
      readonly ground: Ground;
      readonly unit: string;
      readonly deadlineAt: number;
      readonly rule: string;
      readonly by: string;
      readonly cause: string;
      readonly demand: Words;
    }
  | {
      readonly type: 'OrderAnswered';
      readonly orderNo: number;
      readonly unit: string;
      readonly late: boolean;
      readonly by: string;
      readonly answer: Words;
    }
  | {
      readonly type: 'OrderRuled';
      readonly orderNo: number;
      readonly unit: string;
      readonly verdict: OrderVerdict;
      /** The new deadline; 0 unless not accepted. */
      readonly deadlineAt: number;
      readonly nextStep: string;
      readonly by: string;
      readonly reason: Words;
    }
  | {
      readonly type: 'OrderOverdue';
      readonly orderNo: number;
      readonly unit: string;
      readonly deadlineAt: number;
    }
  | {
      readonly type: 'CaseTransferred';
      readonly transferNo: number;
      readonly step: string;
      readonly entryId: string;
      readonly ground: Ground;
      readonly unit: string;
      /** The body it went to, as the pack names it. */
      readonly to: string;
      readonly by: string;
      readonly cause: string;
      readonly facts: Words;
    }
  | {
      readonly type: 'TransferOutcomeRecorded';
      readonly transferNo: number;
      readonly unit: string;
      readonly by: string;
      readonly outcome: Words;
    };

/** Events of the others that the overseeing takes into account. */
export type OversightCause =
  | { readonly type: 'AppealSubmitted'; readonly number: string }
  | { readonly type: 'AppealAdmitted'; readonly packHash: string }
  | { readonly type: 'PackChanged'; readonly packHash: string }
  | { readonly type: 'AppealJoined' }
  | { readonly type: 'AppealWithdrawn' }
  | { readonly type: 'WithdrawalGranted' }
  | {
      readonly type: 'AppealDispatched';
      readonly dispatchNo: number;
      readonly lead: string;
      readonly assist: readonly string[];
    }
  | {
      readonly type: 'ObjectionRuled';
      readonly dispatchNo: number;
      readonly unit: string;
      readonly upheld: boolean;
    }
  | { readonly type: 'DispatchObjected'; readonly dispatchNo: number; readonly unit: string }
  | { readonly type: 'WorkOrderAcknowledged'; readonly unit: string; readonly by: string }
  | { readonly type: 'EnterpriseContacted'; readonly by: string }
  | { readonly type: 'PreliminaryOpinionGiven'; readonly by: string }
  | {
      readonly type: 'AppealCompleted';
      readonly unit: string;
      readonly round: number;
      readonly by: string;
      readonly completionType: string;
      readonly answerVerdict: string;
    }
  | { readonly type: 'AppealRated'; readonly rating: string; readonly round: number }
  | { readonly type: 'AppealReopened'; readonly round: number; readonly unit: string; readonly why: string }
  | { readonly type: 'AppealClosed'; readonly why: string }
  | { readonly type: 'DataRequestOverdue'; readonly requestNo: number; readonly unit: string }
  /** Provided or refused. */
  | { readonly type: 'DataAnswered'; readonly requestNo: number }
  /** Withdrawn, or nobody needs them any more. */
  | { readonly type: 'DataRequestsGone'; readonly requestNos: readonly number[] }
  | {
      readonly type: 'ClockStopped';
      readonly clockId: string;
      readonly inTime: boolean;
      readonly void: boolean;
    }
  | { readonly type: 'YellowCardIssued'; readonly cardId: string; readonly unit: string }
  | { readonly type: 'RedCardIssued'; readonly cardId: string; readonly unit: string }
  | { readonly type: 'CardRevoked'; readonly cardId: string; readonly unit: string };
