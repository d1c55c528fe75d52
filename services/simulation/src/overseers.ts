// Supervisors, reviewers and units before them: what is heard of the overseeing of a case, and who then plans
// to do what (SV-3 to SV-6, HD-11).
import type { Act, Heard } from './domain/acts';
import * as appraisal from './domain/appraisal-behaviour';
import type { Before } from './domain/desk-behaviour';
import * as oversight from './domain/oversight-behaviour';
import type { Town } from './domain/unit-behaviour';

/** What those who oversee a case remember of it. */
export interface Overseer {
  readonly unit: string;
  /** Step of each order. */
  readonly steps: Map<number, string>;
  /** Unit that answered last. */
  answeredBy: string;
}

/** What is planned because of it. */
export function overseersHear(before: Before, heard: Heard, course: Overseer, town: Town): readonly Act[] {
  switch (heard.type) {
    case 'GroundNoticed':
      return oversight.lookAtEntry(before, heard, town);
    case 'StepProposed':
      return oversight.takeStep(before, heard, course.unit, town);
    case 'AppealReopened':
      return oversight.perhapsState(before, 'complicated', heard.unit, before.nth, town);
    case 'CardShown':
      return [
        ...appraisal.perhapsContest(before, heard.colour, heard.cardId, heard.unit, town),
        ...oversight.perhapsState(before, 'behind-schedule', heard.unit, before.nth, town),
      ];
    case 'EnterpriseRated':
      if (heard.content) return [];
      return appraisal.perhapsContest(before, 'rating', `${heard.round}`, course.answeredBy, town);
    case 'DeductionRecorded':
      return appraisal.perhapsContest(before, 'deduction', `${heard.deductionNo}`, heard.unit, town);
    case 'ContestFiled':
      return appraisal.ruleContest(before, heard, town);
    case 'CaseTransferred':
      return oversight.tellOutcome(before, heard, town);
    default:
      return ordersAndChecks(before, heard, course, town);
  }
}

function ordersAndChecks(before: Before, heard: Heard, course: Overseer, town: Town): readonly Act[] {
  const { nth } = before;
  switch (heard.type) {
    case 'OrderIssued':
      course.steps.set(heard.orderNo, heard.step);
      return oversight.answerOrder(before, heard, nth, town);
    case 'OrderAnswered':
      return oversight.ruleAnswer(before, heard, course.steps.get(heard.orderNo) ?? '', nth, town);
    case 'OrderOverdue':
      return oversight.afterOverdue(before, heard, course.steps.get(heard.orderNo) ?? '', nth, town);
    case 'OrderRuled':
      return heard.verdict === 'not-accepted' ? oversight.answerOrder(before, heard, nth, town) : [];
    case 'SpotCheckDrawn':
      return appraisal.review(before, heard, town);
    case 'SpotCheckFailed':
      return heard.reopen ? [] : appraisal.mend(before, heard, nth, town);
    case 'AnswerMended':
      return appraisal.ruleMending(before, heard, nth, town);
    case 'MendingRuled':
      return heard.accepted ? [] : appraisal.mend(before, heard, nth, town);
    default:
      return [];
  }
}
