// What time alone brings about in a case: silence about an answer ends it (HD-4), a step inside the unit that
// took too long is told (HD-9). At most one of the two is ever awaited: while an answer is out nobody drafts.
import { stepTellsAt } from './chain-time';
import { ratingLapsesAt } from './rating-time';
import type { WorkOrder } from './work-order';
import type { WorkOrderCommand, WorkOrderPolicy } from './work-order-commands';

/** What is done when its time has come. */
export interface WhatIsDue {
  /** Epoch ms. */
  readonly at: number;
  readonly command: Extract<WorkOrderCommand, { type: 'LapseRating' | 'MarkStepOverdue' }>;
}

/** What is due in a case, now or later; null while nothing is awaited. */
export function whatIsDue(state: WorkOrder, policy: WorkOrderPolicy): WhatIsDue | null {
  const lapsesAt = ratingLapsesAt(state, policy);
  if (lapsesAt !== null) return { at: lapsesAt, command: { type: 'LapseRating' } };
  const tellsAt = stepTellsAt(state, policy);
  return tellsAt === null ? null : { at: tellsAt, command: { type: 'MarkStepOverdue' } };
}
