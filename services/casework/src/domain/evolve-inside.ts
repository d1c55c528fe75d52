// What happens inside a unit makes of its order (HD-9): who has it, how far the draft is signed, what was
// done.
import { type Inside, type Order, insideOf } from './work-order';
import type { InsideEvent } from './inside-events';

/** The order after an event inside its unit. */
export function insideAfter(order: Order, event: InsideEvent, at: number): Order {
  if (order.no !== event.dispatchNo) return order;
  const before = insideOf(order);
  const now = (inside: Inside): Order => ({ ...order, inside });
  if (event.type === 'InsideStepOverdue') return now({ ...before, overdue: true });
  const startedAt = before.since ?? order.at;
  const done = (step: string) => [...before.done, { step, by: event.by, startedAt, at }];
  const { signing, overdue: _told, ...kept } = { ...before, since: at };
  switch (event.type) {
    case 'InsideAssigned':
      return now({
        ...inHandOf(event.handler, before),
        ...{ section: event.section, done: done('assigned') },
      });
    case 'InsideHandedOver':
      return now({ ...inHandOf(event.toHandler, before), done: done('handed-over') });
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

/** Whoever gets a draft whose time is up has not been told of it. */
function inHandOf(handler: string, before: Inside): Inside {
  const { overdue, ...kept } = before;
  const knows = handler === before.handler || before.signing !== undefined;
  return { ...kept, handler, ...(overdue && knows && { overdue }) };
}

/**
 * The draft became the answer, or another is wanted: the next one starts in the handler's hand, at that
 * instant.
 */
export function draftedAnew(order: Order, at: number): Order {
  if (order.inside === undefined) return order;
  const { signing: _signed, overdue: _told, ...inside } = order.inside;
  return { ...order, inside: { ...inside, since: at } };
}
