// What is said about an answer makes of its verdict (HD-4): reminder, follow-up, rating, and whether the
// enterprise was content when it last spoke. Nothing is judged here.
import { type Verdict, type WorkOrder, isFinished } from './work-order';
import type { WorkOrderEvent } from './work-order-events';

type Seen<T extends string> = Extract<WorkOrderEvent, { type: T }>;

/** With more known of how the answer was received; nothing where none is awaited. */
export function withVerdict(state: WorkOrder, verdict: Partial<Verdict>): WorkOrder {
  return isFinished(state) ? { ...state, verdict: { ...state.verdict, ...verdict } } : state;
}

/** The first reminder that reached the enterprise counts; a second does not prolong. */
export function reminded(state: WorkOrder, at: number): WorkOrder {
  if (!isFinished(state) || state.verdict.reminderAt !== null) return state;
  return withVerdict(state, { reminderAt: at });
}

/** Somebody who could not be reached was not followed up: the next may try again (HD-4). */
export function followedUp(state: WorkOrder, event: Seen<'AppealFollowedUp'>): WorkOrder {
  if (!event.contacted) return state;
  const content = event.solved && event.satisfied;
  return withVerdict(state, { followUp: { by: event.by, content }, content });
}

/** What a follow-up puts down as a rating is what was said at it. */
export function rated(state: WorkOrder, { rating: value, by }: Seen<'AppealRated'>): WorkOrder {
  const spoken = by === 'enterprise' && { content: value === 'satisfied' };
  return withVerdict(state, { rating: { value, by }, ...spoken });
}
