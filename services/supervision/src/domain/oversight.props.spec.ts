import fc from 'fast-check';
import type { Actor } from '#kernel/decider';
import { CLOCK, ORDER, type OverseenCase, PEOPLE, overseen } from '../../test/supervisor';
import { wall } from '../../test/officer';
import { NO_OVERSIGHT } from './oversight';
import type { OversightCommand } from './oversight-commands';
import { oversightDecider } from './oversight-decider';
import type { OversightCause } from './oversight-events';

const no = fc.integer({ min: 1, max: 4 });
const unit = fc.constantFrom('tax', 'water');
const cardId = fc.constantFrom(
  `${CLOCK}/yellow`,
  `${CLOCK}/red`,
  'resolve/tax/1/1/yellow',
  'resolve/tax/1/1/red',
);
const clockId = fc.constantFrom(CLOCK, 'resolve/tax/1/1');
const type = <T extends OversightCause['type']>(name: T) => fc.constant(name);

const cause: fc.Arbitrary<OversightCause> = fc.oneof(
  fc.record({ type: type('YellowCardIssued'), cardId, unit }),
  fc.record({ type: type('RedCardIssued'), cardId, unit }),
  fc.record({ type: type('CardRevoked'), cardId, unit }),
  fc.record({ type: type('ClockStopped'), clockId, inTime: fc.boolean(), void: fc.boolean() }),
  fc.record({
    type: type('AppealDispatched'),
    dispatchNo: no,
    lead: unit,
    assist: fc.subarray(['tax', 'water']),
  }),
  fc.record({ type: type('ObjectionRuled'), dispatchNo: no, unit, upheld: fc.boolean() }),
  fc.record({ type: type('DispatchObjected'), dispatchNo: no, unit }),
  fc.record({ type: type('WorkOrderAcknowledged'), unit, by: fc.constant('li') }),
  fc.record({
    ...{ type: type('AppealCompleted'), unit, round: no, by: fc.constant('li') },
    ...{ completionType: fc.constant('solved'), answerVerdict: fc.constantFrom('answers', 'evasive') },
  }),
  fc.record({ type: type('AppealRated'), rating: fc.constantFrom('satisfied', 'dissatisfied'), round: no }),
  fc.record({ type: type('AppealReopened'), round: no, unit, why: fc.constantFrom('unsolved', 'ruled') }),
  fc.record({ type: type('AppealClosed'), why: fc.constantFrom('rated', 'withdrawn') }),
);

const within = fc.constantFrom('workingDays:1', 'hours:2');
const words = fc.constant('理由');
const entryId = no.map((n) => `E${n}`);
const step = fc.constantFrom('platform', 'discipline', 'leader');
const command: fc.Arbitrary<OversightCommand> = fc.oneof(
  fc.record({ ...only(ORDER), step, entryId, unit: fc.constantFrom('', 'tax', 'water') }),
  fc.record({ type: fc.constant('AnswerOrder' as const), orderNo: no, answer: words }),
  fc.record({
    ...{
      type: fc.constant('RuleOrder' as const),
      orderNo: no,
      reason: words,
      within,
      dueOn: fc.constant(''),
    },
    verdict: fc.constantFrom('accepted', 'not-accepted', 'raised'),
  }),
  fc.record({ type: fc.constant('RecordTransfer' as const), step, entryId, facts: words }),
  fc.record({ type: fc.constant('RecordTransferOutcome' as const), transferNo: no, outcome: words }),
  fc.record({ type: fc.constant('ClearEntry' as const), entryId, reason: words }),
  fc.record({
    ...{
      type: fc.constant('StateGround' as const),
      ground: fc.constantFrom('several-regions', 'unclear-duty'),
    },
    ...{ unit, reason: words },
  }),
);
const actor: fc.Arbitrary<Actor> = fc.constantFrom(
  PEOPLE.supervisor,
  PEOPLE.leader,
  PEOPLE.tax,
  PEOPLE.water,
);

/** Minutes since the step before, and what then happens or is commanded. */
const happening = fc.record({
  after: fc.integer({ min: 0, max: 3000 }),
  what: fc.oneof(
    cause.map((event) => ({ event })),
    fc.record({ command, actor }),
  ),
});
const course = fc.array(happening, { maxLength: 40 });

function only<T extends object>(value: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  const fields = Object.entries(value).map(([name, held]) => [name, fc.constant(held)]);
  return Object.fromEntries(fields) as { [K in keyof T]: fc.Arbitrary<T[K]> };
}

function live(steps: readonly (typeof happening extends fc.Arbitrary<infer T> ? T : never)[]): OverseenCase {
  const seen = overseen();
  let at = wall('2026-03-02 10:00');
  for (const { after, what } of steps) {
    at += after * 60_000;
    seen.until(at);
    if ('event' in what) seen.happens(at, what.event);
    else seen.told(at, what.actor, what.command);
  }
  return seen.until(at + 20 * 86_400_000);
}

const holds = (rule: (seen: OverseenCase) => void) =>
  fc.assert(
    fc.property(course, (steps) => rule(live(steps))),
    { numRuns: 150 },
  );
const unlike = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);

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
