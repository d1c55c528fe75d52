// 联系企业: within two hours the unit contacts the enterprise and comes to the spot (YC-6 二小时内与企业联系、到达现场). A
// visit may be waived only where the pack says so and only by an enterprise that was reached; so many timed
// attempts as the pack names count as contact. All of it adds up over the round.
import { type Rejection, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { Order } from './work-order';

/** One attempt or success as the unit reports it. */
export interface ContactReport {
  readonly outcome: 'reached' | 'attempt';
  readonly arrived: boolean;
  readonly visitWaived: boolean;
}

/** What has been done about contact in this round. */
export interface ContactSoFar {
  readonly attempts: number;
  readonly reached: boolean;
  readonly arrived: boolean;
  readonly visitWaived: boolean;
  /** The pack's contact rule is met. */
  readonly satisfies: boolean;
}

type ContactRefusal = 'VISIT_CANNOT_BE_WAIVED' | 'WAIVER_NEEDS_CONTACT';

/** Adds a report to what was done before, or says why the visit cannot be waived. */
export function contactAfter(
  order: Order,
  report: ContactReport,
  rule: Pack['contact'],
):
  | { readonly ok: true; readonly value: ContactSoFar }
  | { readonly ok: false; readonly error: Rejection<ContactRefusal> } {
  const reached = order.reached || report.outcome === 'reached';
  if (report.visitWaived && rule.visit === 'required') return reject('VISIT_CANNOT_BE_WAIVED', 'YC-6');
  if (report.visitWaived && !reached) return reject('WAIVER_NEEDS_CONTACT', 'YC-6');
  const attempts = order.attempts + 1;
  const arrived = order.arrived || report.arrived;
  const visitWaived = order.visitWaived || report.visitWaived;
  const contacted = reached || attempts >= rule.attemptsCountAsContact;
  const visited = rule.visit === 'none' || arrived || visitWaived;
  return {
    ok: true,
    value: { attempts, reached, arrived, visitWaived, satisfies: contacted && visited },
  };
}
