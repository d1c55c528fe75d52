// What of the others' events figures are counted from. None of these fields is personal.
import type { AppraisalFact } from './appraisal-facts';

/** 事实事件: an event of another service with the fields a figure needs. */
export type FactEvent =
  | AppraisalFact
  | {
      type: 'AppealSubmitted';
      channel: string;
      kind: string;
      topic: string;
      region: string;
      /** Of a push that was held (epoch ms). */
      receivedAt?: number;
    }
  | { type: 'PackChanged'; packHash: string; kind: string }
  | { type: 'AppealAdmitted'; packHash: string; kind: string; topic: string; region: string }
  | {
      type: 'AppealReported';
      channel: string;
      packHash: string;
      kind: string;
      region: string;
      unit: string;
      receivedAt: number;
      closedAt: number;
      satisfaction: string;
      /** Another appeal counts in its place. */
      same: boolean;
    }
  | { type: 'AppealDeclined' }
  | { type: 'AppealJoined' }
  | { type: 'AppealWithdrawn' }
  | { type: 'AppealClassified'; topic: string }
  | { type: 'ClassSet'; path: readonly string[] }
  | { type: 'AnsweredDirectly' }
  | { type: 'AppealDispatched'; dispatchNo: number; unit: string }
  | { type: 'DispatchRecalled'; dispatchNo: number }
  | { type: 'ObjectionRuled'; dispatchNo: number; upheld: boolean }
  | { type: 'WithdrawalGranted' }
  | { type: 'EnterpriseContacted'; unit: string; reached: boolean; satisfies: boolean }
  | { type: 'AppealCompleted'; dispatchNo: number; unit: string; round: number }
  | { type: 'AppealFollowedUp'; round: number; contacted: boolean; solved: boolean; satisfied: boolean }
  | { type: 'AppealRated'; round: number; rating: 'satisfied' | 'dissatisfied'; by: string }
  | { type: 'RatingLapsed'; round: number; countsAs: 'unrated' | 'satisfied' }
  | { type: 'AnswerReturned'; round: number }
  | { type: 'AppealReopened'; round: number }
  | { type: 'AppealClosed'; why: string }
  | {
      type: 'ClockStarted';
      clockId: string;
      clock: string;
      unit: string;
      startAt: number;
      deadlineAt: number | null;
    }
  | {
      type: 'ClockStopped';
      clockId: string;
      stoppedAt: number;
      inTime: boolean;
      void: boolean;
      lateBySystem: boolean;
    }
  | { type: 'TimeLost'; clockId: string; colour: string; untilAt: number }
  | { type: 'DeadlineRecomputed'; clockId: string; deadlineAt: number | null }
  | { type: 'YellowCardIssued'; cardId: string; clock: string; unit: string }
  | { type: 'RedCardIssued'; cardId: string; clock: string; unit: string }
  | { type: 'CardRevoked'; cardId: string; contested: boolean };
