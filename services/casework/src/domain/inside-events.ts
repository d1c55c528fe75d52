// What happens inside the lead unit before it hands its completion in (HD-9).
import type { AnswerFindingCode } from './answer-check';
import type { AnswerVerdict } from './answer-remarks';
import type { Answer, Words } from './given-answer';

/** What happens inside the lead unit before it hands its completion in (HD-9). */
export type InsideEvent =
  | {
      readonly type: 'InsideAssigned';
      dispatchNo: number;
      unit: string;
      section: string;
      handler: string;
      by: string;
    }
  | {
      readonly type: 'DraftSubmitted';
      dispatchNo: number;
      unit: string;
      by: string;
      /** Counts the drafts of the order from 1. */
      draftNo: number;
      completionType: string;
      answerVerdict: AnswerVerdict;
      findingCodes: readonly AnswerFindingCode[];
      plannedOn: string;
      agreedOn: string;
      answer: Answer;
    }
  | {
      readonly type: 'DraftReturned';
      dispatchNo: number;
      unit: string;
      by: string;
      draftNo: number;
      step: string;
      reason: Words;
    }
  | {
      readonly type: 'DraftSigned';
      dispatchNo: number;
      unit: string;
      by: string;
      draftNo: number;
      step: string;
      /** Id of the post in which it was signed; absent in events from before it was kept. */
      post?: string;
      /** Signed by one who stands in for the post's holder. */
      deputy?: true;
    }
  | {
      readonly type: 'InsideStepOverdue';
      dispatchNo: number;
      unit: string;
      step: string;
      /** Epoch ms. */
      dueAt: number;
      /** Who may do it, by their ids; none while the case is in nobody's hand. */
      persons: readonly string[];
    }
  | {
      readonly type: 'InsideHandedOver';
      dispatchNo: number;
      unit: string;
      fromHandler: string;
      toHandler: string;
      by: string;
    };
