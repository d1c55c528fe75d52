// Which events are milestones 节点 of a case: the moment they are filed under and the status they make the
// latest word. One table, so that the file, the desk and the report mean the same by a step.
import type { CaseFact } from './case-facts';

/** What an event means for step times and status; an empty status leaves it as it is. */
export interface Milestone {
  readonly step: string;
  readonly status: string;
  readonly dispatchNo: number;
}

/** Internal status word: the unit keeps the dispatch, and the status is what it was before the objection. */
export const OBJECTION_OVERRULED = 'objection-overruled';

const PLAIN: Readonly<Partial<Record<CaseFact['type'], readonly [step: string, status: string]>>> = {
  AppealSubmitted: ['submitted', 'submitted'],
  IdentityMatched: ['identity-matched', 'submitted'],
  IdentityFounding: ['identity-founding', 'submitted'],
  IdentityQueried: ['identity-queried', 'identity-review'],
  ScreeningHeld: ['screening-held', 'screening'],
  AppealAdmitted: ['admitted', 'admitted'],
  AppealDeclined: ['declined', 'declined'],
  AppealSentBack: ['sent-back', 'sent-back'],
  AppealJoined: ['joined', 'joined'],
  AppealWithdrawn: ['withdrawn', 'withdrawn'],
  AnswerSought: ['answer-sought', ''],
  AppealClassified: ['classified', ''],
  DeskEntered: ['desk-entered', 'desk'],
  AnsweredDirectly: ['answered', 'answered'],
  WithdrawalGranted: ['withdrawn', 'withdrawn'],
  AppealReopened: ['reopened', 'reopened'],
  FactsChecked: ['facts-checked', ''],
  ResultChecked: ['result-checked', ''],
};

/**
 * The milestone of an event; undefined when it is none. `opinionGiven`: the unit has given its opinion in
 * this round.
 */
export function milestoneOf(fact: CaseFact, opinionGiven: boolean): Milestone | undefined {
  switch (fact.type) {
    case 'AppealReported':
      return fact.joinedToNumber === '' ? of('closed', 'reported', 1) : of('joined', 'joined');
    case 'AppealDispatched':
      return of('dispatched', 'dispatched', fact.dispatchNo);
    case 'DispatchRecalled':
      return of('recalled', 'desk');
    case 'ObjectionRuled':
      return of('objection-ruled', fact.upheld ? 'desk' : OBJECTION_OVERRULED);
    case 'WorkOrderAcknowledged':
      return of('acknowledged', 'acknowledged', fact.dispatchNo);
    case 'DispatchObjected':
      return of('objected', fact.late ? '' : 'objected', fact.dispatchNo);
    case 'EnterpriseContacted':
      if (!fact.satisfies) return undefined;
      return of('contacted', opinionGiven || fact.byPlatform ? '' : 'contacted', fact.dispatchNo);
    case 'PreliminaryOpinionGiven':
      return of('opinion-given', 'opinion-given', fact.dispatchNo);
    case 'AppealCompleted':
      return of('completed', fact.held ? 'answer-held' : 'completed', fact.dispatchNo);
    case 'AnswerReleased':
      return of('answer-released', 'completed', fact.dispatchNo);
    case 'AnswerReturned':
      return of('answer-returned', 'acknowledged', fact.dispatchNo);
    case 'AppealFollowedUp':
      return fact.contacted ? of('followed-up', 'followed-up') : undefined;
    case 'AppealRated':
      return of('rated', '');
    case 'MessageDelivered':
      return fact.template === 'rating-reminder' ? of('rating-reminder-delivered', '') : undefined;
    case 'AppealClosed':
      return fact.why === 'withdrawn' ? of('withdrawn', 'withdrawn') : of('closed', 'closed');
    default: {
      const plain = PLAIN[fact.type];
      return plain && of(plain[0], plain[1]);
    }
  }
}

function of(step: string, status: string, dispatchNo = 0): Milestone {
  return { step, status, dispatchNo };
}
