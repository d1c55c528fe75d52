// What stands against a unit as facts 考评事实 (SV-3, SV-6, HD-11): orders, deductions, contests, ratings left
// out of the count. What somebody wrote in them is not here.
import { unreachable } from '#kernel/decider';
import { type FactWrite, factWrite } from './fact-tables';

/** What stood for a case before or after a ruling: cards in force, deductions, the rating that counts. */
export interface Standing {
  readonly yellow: number;
  readonly red: number;
  readonly deductions: number;
  readonly points: number;
  /** Empty when none counts. */
  readonly rating: string;
}

/** An event about it. */
export type AppraisalFact =
  | { type: 'OrderIssued'; orderNo: number; unit: string; step: string; ground: string }
  | { type: 'OrderAnswered'; orderNo: number; late: boolean }
  | { type: 'OrderRuled'; orderNo: number; verdict: string }
  | {
      type: 'DeductionRecorded';
      deductionNo: number;
      unit: string;
      deduction: string;
      ground: string;
      points: number;
    }
  | { type: 'DeductionWithdrawn'; deductionNo: number; why: string }
  | { type: 'ContestFiled'; contestNo: number; unit: string; about: string; target: string }
  | { type: 'ContestRuled'; contestNo: number; upheld: boolean; before: Standing; after: Standing }
  | { type: 'RatingExcluded'; contestNo: number; unit: string; round: number; rating: string };

/** The row an event sets; `key` is the appeal's, `id` the event's. */
export function appraisalFact(key: string, event: AppraisalFact, at: number, id: string): FactWrite {
  switch (event.type) {
    case 'OrderIssued': {
      const { orderNo: order_no, unit, step, ground } = event;
      return factWrite('supervision_order', `${key}/${order_no}`, key, {
        ...{ order_no, unit, step, ground, issued_at: at },
      });
    }
    case 'OrderAnswered': {
      const { orderNo: order_no, late } = event;
      return factWrite('order_answer', id, key, { order_no, late, answered_at: at });
    }
    case 'OrderRuled': {
      const { orderNo: order_no, verdict } = event;
      return factWrite('order_ruling', id, key, { order_no, verdict, ruled_at: at });
    }
    case 'DeductionRecorded': {
      const { deductionNo: deduction_no, unit, deduction, ground, points } = event;
      return factWrite('deduction', `${key}/${deduction_no}`, key, {
        ...{ deduction_no, unit, deduction, ground, points, deducted_at: at },
      });
    }
    case 'DeductionWithdrawn': {
      const withdrawn = { withdrawn_at: at, withdrawn_why: event.why };
      return factWrite('deduction', `${key}/${event.deductionNo}`, key, withdrawn);
    }
    default:
      return contestFact(key, event, at);
  }
}

type Contested = Extract<AppraisalFact, { type: 'ContestFiled' | 'ContestRuled' | 'RatingExcluded' }>;

function contestFact(key: string, event: Contested, at: number): FactWrite {
  const id = `${key}/${event.contestNo}`;
  switch (event.type) {
    case 'ContestFiled': {
      const { contestNo: contest_no, unit, about, target } = event;
      return factWrite('contest', id, key, { contest_no, unit, about, target, filed_at: at });
    }
    case 'ContestRuled': {
      const [stood_before, stood_after] = [JSON.stringify(event.before), JSON.stringify(event.after)];
      return factWrite('contest', id, key, { upheld: event.upheld, ruled_at: at, stood_before, stood_after });
    }
    case 'RatingExcluded': {
      const { contestNo: contest_no, unit, round, rating: verdict } = event;
      return factWrite('exclusion', id, key, { contest_no, unit, round, verdict, excluded_at: at });
    }
    default:
      return unreachable(event);
  }
}
