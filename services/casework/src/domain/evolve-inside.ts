// What happens inside a unit makes of its order (HD-9): who has it, how far the draft is signed, what was
// done.
import { insideOf } from './chain-steps';
import type { Inside, Order } from './work-order';
import type { InsideEvent } from './work-order-events';

/** The order after an event inside its unit. */
export function insideAfter(order: Order, event: InsideEvent, at: number): Order {
  if (order.no !== event.dispatchNo) return order;
  const { signing, ...kept } = insideOf(order);
  const done = (step: string) => [...kept.done, { step, by: event.by, at }];
  const now = (inside: Inside): Order => ({ ...order, inside });
  switch (event.type) {
    case 'InsideAssigned':
      return now({ ...kept, section: event.section, handler: event.handler, done: done('assigned') });
    case 'InsideHandedOver':
      return now({
        ...kept,
        ...(signing && { signing }),
        handler: event.toHandler,
        done: done('handed-over'),
      });
    case 'DraftSubmitted': {
      const drafted = { drafter: event.by, signers: [] };
      return now({ ...kept, draftNo: event.draftNo, signing: drafted, done: done('drafted') });
    }
    case 'DraftReturned':
      return now({ ...kept, done: done('returned') });
    case 'DraftSigned': {
      const signers = [...(signing?.signers ?? []), event.by];
      return now({ ...kept, signing: { drafter: signing?.drafter ?? '', signers }, done: done(event.step) });
    }
  }
}

/** The draft became the answer: the next one starts in the handler's hand. */
export function afterCompletion(order: Order): Order {
  if (order.inside === undefined) return order;
  const { signing: _signed, ...inside } = order.inside;
  return { ...order, inside };
}
