// How far each assisting unit 协办单位 is with its part (RT-3): nobody's step but its own is touched.
import { type Assisting, type WorkOrder, orderOf } from './work-order';
import type { AssistEvent } from './work-order-events';

/**
 * The order after an assisting unit came further with its part; an event of an earlier dispatch changes
 * nothing.
 */
export function withPart(state: WorkOrder, event: AssistEvent): WorkOrder {
  const order = orderOf(state);
  if (!('order' in state) || order?.assisting === undefined || order.no !== event.dispatchNo) return state;
  const change = partAfter(event);
  const assisting = order.assisting.map((part) => (part.unit === event.unit ? { ...part, ...change } : part));
  return { ...state, order: { ...order, assisting } } as WorkOrder;
}

function partAfter(event: AssistEvent): Partial<Assisting> {
  switch (event.type) {
    case 'AssistAcknowledged':
      return { step: 'acknowledged' };
    case 'AssistObjected':
      return { step: 'objected' };
    case 'AssistObjectionRuled':
      return event.upheld ? { step: 'released' } : { step: 'acknowledged', overruled: true };
    case 'ContributionGiven':
      return { step: 'contributed' };
  }
}
