import { holdsForAny as holds, unlike } from '../../test/any-oversight';
import { NO_OVERSIGHT } from './oversight';
import { oversightDecider } from './oversight-decider';

describe('the overseeing of a case under any course', () => {
  test('the events alone give the state again, as plain JSON', () => {
    holds(({ book, state }) => {
      const again = book.reduce(
        (before, { event, at, id, own }) =>
          oversightDecider.evolve(before, { event, at, id, writer: own ? 'own' : 'other', seq: 1 }),
        NO_OVERSIGHT,
      );
      expect(again).toEqual(state);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    });
  });

  test('one order or transfer per step and cause, and no two orders of a number', () => {
    holds((seen) => {
      const orders = seen.ownOf('OrderIssued');
      unlike([...orders, ...seen.ownOf('CaseTransferred')].map((taken) => `${taken.step} ${taken.cause}`));
      unlike(orders.map(({ number }) => number));
    });
  });

  test('what came into the register is open or cleared, cleared once, and never gone', () => {
    holds((seen) => {
      const came = seen.ownOf('GroundNoticed').map(({ entryId }) => entryId);
      const went = seen.ownOf('EntryCleared').map(({ entryId }) => entryId);
      unlike(came);
      unlike(went);
      const open = seen.known.entries.filter((entry) => entry.open).map(({ id }) => id);
      expect([...went, ...open].sort()).toEqual([...came].sort());
    });
  });

  test('an order runs out once for each of its deadlines, and only while it is unanswered', () => {
    holds((seen) => {
      unlike(seen.ownOf('OrderOverdue').map(({ orderNo, deadlineAt }) => `${orderNo} ${deadlineAt}`));
      for (const { event, at } of seen.book)
        if (event.type === 'OrderOverdue') expect(at).toBeGreaterThanOrEqual(event.deadlineAt);
    });
  });

  test('no step is proposed twice on an entry, nor on one that is over', () => {
    holds((seen) => {
      const open = new Set<string>();
      const proposed = new Set<string>();
      for (const { event } of seen.book) {
        if (event.type === 'GroundNoticed') open.add(event.entryId);
        if (event.type === 'EntryCleared') open.delete(event.entryId);
        if (event.type !== 'StepProposed') continue;
        expect(open.has(event.entryId)).toBe(true);
        expect(proposed.has(`${event.step} ${event.entryId}`)).toBe(false);
        proposed.add(`${event.step} ${event.entryId}`);
      }
    });
  });
});
