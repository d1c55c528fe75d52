// What the overseeing of a case writes about its quality and what follows for the unit: spot checks,
// deductions, and contests of what stands against it.
import type { Ground } from '#policy/pack-words';

/** A person's sentence, or `erased`. */
type Words = string;

/** What a reviewer may find. */
export const FINDINGS = ['passed', 'findings', 'perfunctory'] as const;

/** What a unit may contest. */
export const CONTESTABLE = ['card', 'deduction', 'rating'] as const;
/** One of `CONTESTABLE`. */
export type Contestable = (typeof CONTESTABLE)[number];

/** Why a deduction was taken back. */
export type WithdrawalGround = 'card-revoked' | 'contest-upheld';

/** What stands for a case at an instant. */
export interface Standing {
  /** Cards in force. */
  readonly yellow: number;
  readonly red: number;
  /** Deductions in force, and the points of those that name any. */
  readonly deductions: number;
  readonly points: number;
  /** The rating that counts; empty for none. */
  readonly rating: string;
}

/** Events about quality and its consequences. Times are epoch ms, deadlines exclusive. */
export type AppraisalEvent =
  | {
      readonly type: 'DeductionRecorded';
      readonly deductionNo: number;
      /** Id of the pack's rule. */
      readonly deduction: string;
      readonly ground: Ground;
      readonly unit: string;
      /** 0 where the document names none. */
      readonly points: number;
      readonly entryId: string;
      readonly cause: string;
    }
  | {
      readonly type: 'DeductionWithdrawn';
      readonly deductionNo: number;
      readonly unit: string;
      readonly why: WithdrawalGround;
      readonly cause: string;
    }
  | {
      readonly type: 'SpotCheckDrawn';
      readonly checkNo: number;
      readonly unit: string;
      readonly round: number;
      readonly period: string;
      readonly completionType: string;
      /** The fields the completion type owes, against which it is looked at. */
      readonly standard: readonly string[];
      readonly cause: string;
    }
  | {
      readonly type: 'SpotCheckPassed';
      readonly checkNo: number;
      readonly unit: string;
      readonly by: string;
    }
  | {
      readonly type: 'SpotCheckFailed';
      readonly checkNo: number;
      readonly unit: string;
      readonly missing: readonly string[];
      /** Perfunctory: the case is worked on again. */
      readonly reopen: boolean;
      /** By when it is to be mended; 0 when it is reopened. */
      readonly deadlineAt: number;
      readonly by: string;
      readonly demand: Words;
    }
  | {
      readonly type: 'AnswerMended';
      readonly checkNo: number;
      readonly unit: string;
      readonly late: boolean;
      readonly by: string;
      readonly answer: Words;
    }
  | {
      readonly type: 'MendingRuled';
      readonly checkNo: number;
      readonly unit: string;
      readonly accepted: boolean;
      /** The new deadline; 0 when accepted. */
      readonly deadlineAt: number;
      readonly by: string;
      readonly reason: Words;
    }
  | {
      readonly type: 'MendingOverdue';
      readonly checkNo: number;
      readonly unit: string;
      readonly deadlineAt: number;
    }
  | {
      readonly type: 'ContestFiled';
      readonly contestNo: number;
      readonly about: Contestable;
      /** Id of the card, number of the deduction, round of the rating. */
      readonly target: string;
      readonly unit: string;
      readonly by: string;
      readonly evidence: Words;
    }
  | {
      readonly type: 'ContestRuled';
      readonly contestNo: number;
      readonly about: Contestable;
      readonly target: string;
      readonly unit: string;
      readonly upheld: boolean;
      readonly by: string;
      readonly before: Standing;
      readonly after: Standing;
      readonly reason: Words;
    }
  | {
      readonly type: 'RatingExcluded';
      readonly contestNo: number;
      readonly unit: string;
      readonly round: number;
      readonly rating: string;
      readonly by: string;
      readonly reason: Words;
    };
