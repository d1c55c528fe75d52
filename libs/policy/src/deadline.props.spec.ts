// What holds for every rule, start, pause and extension.
import fc from 'fast-check';
import { addDays, civilDayOf, DAY_MS, startOfDay } from '#working-calendar/civil-day';
import { projectCalendars } from '#working-calendar/test-calendars';
import { computeDeadline, nearAt, nthWorkingDayAfter, nthWorkingDayBefore } from './deadline';
import type { Pause } from './deadline-types';
import { RULE_KINDS, type Rule, ruleOf } from './rule';

const { current: calendar } = projectCalendars();
const START = startOfDay('2012-01-01');
const startAt = fc.integer({ min: 0, max: 5400 * DAY_MS }).map((ms) => START + ms);
const rule = fc
  .tuple(fc.constantFrom(...RULE_KINDS), fc.integer({ min: 1, max: 60 }))
  .map(([kind, amount]) => ruleOf(`${kind}:${amount}`));
const dayRule = fc
  .tuple(fc.constantFrom('workingDays', 'naturalDays'), fc.integer({ min: 1, max: 60 }))
  .map(([kind, amount]) => ruleOf(`${kind}:${amount}`));

/** A pause that begins within ten days of the start and lasts at most three. */
const pauseAfter = (from: number): fc.Arbitrary<Pause> =>
  fc
    .tuple(fc.integer({ min: 0, max: 10 * DAY_MS }), fc.integer({ min: 1, max: 3 * DAY_MS }))
    .map(([begin, length]) => ({ fromAt: from + begin, untilAt: from + begin + length }));
const paused = startAt.chain((from) =>
  fc.tuple(fc.constant(from), fc.array(pauseAfter(from), { maxLength: 4 })),
);

function end(
  of: Rule,
  from: number,
  pauses: readonly Pause[] = [],
  extensions: readonly Rule[] = [],
): number {
  const { deadlineAt } = computeDeadline({ rule: of, startAt: from, calendar, pauses, extensions });
  if (deadlineAt === null) throw new Error('paused');
  return deadlineAt;
}

test('elapsed hours are elapsed hours', () => {
  fc.assert(
    fc.property(startAt, fc.integer({ min: 1, max: 500 }), (from, hours) => {
      expect(end(ruleOf(`hours:${hours}`), from)).toBe(from + hours * 3_600_000);
    }),
  );
});

test('natural days end at midnight after N whole days', () => {
  fc.assert(
    fc.property(startAt, fc.integer({ min: 1, max: 400 }), (from, days) => {
      expect(end(ruleOf(`naturalDays:${days}`), from)).toBe(startOfDay(addDays(civilDayOf(from), days + 1)));
    }),
  );
});

test('working days end with the Nth working day after, and exactly N are counted', () => {
  fc.assert(
    fc.property(startAt, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const deadlineAt = end(ruleOf(`workingDays:${days}`), from);
      const last = civilDayOf(deadlineAt - 1);
      expect(last).toBe(nthWorkingDayAfter(civilDayOf(from), days, calendar));
      let worked = 0;
      for (let day = addDays(civilDayOf(from), 1); day <= last; day = addDays(day, 1)) {
        if (calendar.isWorkingDay(day)) worked += 1;
      }
      expect(worked).toBe(days);
    }),
  );
});

test('a day rule does not care about the hour of the start', () => {
  fc.assert(
    fc.property(startAt, fc.integer({ min: 0, max: DAY_MS - 1 }), dayRule, (from, within, one) => {
      expect(end(one, startOfDay(civilDayOf(from)) + within)).toBe(end(one, from));
    }),
  );
});

test('a later start, a longer rule, a pause or an extension never makes a deadline earlier', () => {
  fc.assert(
    fc.property(
      paused,
      rule,
      fc.integer({ min: 0, max: DAY_MS }),
      rule,
      ([from, pauses], one, later, more) => {
        const deadlineAt = end(one, from);
        expect(deadlineAt).toBeGreaterThan(from);
        expect(end(one, from + later)).toBeGreaterThanOrEqual(deadlineAt);
        expect(end(ruleOf(`${one.kind}:${one.amount + 1}`), from)).toBeGreaterThan(deadlineAt);
        expect(end(one, from, pauses)).toBeGreaterThanOrEqual(deadlineAt);
        expect(end(one, from, pauses, [more])).toBeGreaterThan(end(one, from, pauses));
      },
    ),
  );
});

test('what is counted adds up to the rule, whatever the pauses', () => {
  fc.assert(
    fc.property(paused, rule, ([from, pauses], one) => {
      const { derivation } = computeDeadline({ rule: one, startAt: from, calendar, pauses });
      const unit = {
        hours: 3_600_000,
        workingHours: 3_600_000,
        workingMinutes: 60_000,
        workingDays: 1,
        naturalDays: 1,
      };
      expect(derivation.reduce((sum, day) => sum + day.counted, 0)).toBe(one.amount * unit[one.kind]);
      expect(derivation.at(-1)).toMatchObject({ note: 'last-day', total: one.amount * unit[one.kind] });
    }),
  );
});

test('a day rule extended by the same kind is the rule of the sum', () => {
  fc.assert(
    fc.property(paused, dayRule, fc.integer({ min: 1, max: 30 }), ([from, pauses], one, more) => {
      const sum = ruleOf(`${one.kind}:${one.amount + more}`);
      expect(end(one, from, pauses, [ruleOf(`${one.kind}:${more}`)])).toBe(end(sum, from, pauses));
    }),
  );
});

test('the order of pauses does not matter', () => {
  fc.assert(
    fc.property(paused, rule, ([from, pauses], one) => {
      expect(end(one, from, [...pauses].reverse())).toBe(end(one, from, pauses));
    }),
  );
});

test('back from the Nth working day after a working day is the day itself', () => {
  fc.assert(
    fc.property(startAt, fc.integer({ min: 1, max: 100 }), (from, n) => {
      const day = nthWorkingDayAfter(civilDayOf(from), 1, calendar);
      expect(nthWorkingDayBefore(nthWorkingDayAfter(day, n, calendar), n, calendar)).toBe(day);
    }),
  );
});

test('a reminder comes after the start and not after the deadline', () => {
  const near = fc.oneof(
    fc.double({ min: 0.01, max: 0.99, noNaN: true }).map((fraction) => ({ fraction })),
    fc.constantFrom({ before: 'hours:3' }, { before: 'workingDays:1' }, { before: 'naturalDays:2' }),
  );
  fc.assert(
    fc.property(paused, rule, near, ([from, pauses], one, setting) => {
      const input = { rule: one, startAt: from, calendar, pauses };
      const deadline = computeDeadline(input);
      const reminder = nearAt(setting, input, deadline) ?? Number.NaN;
      expect(reminder).toBeGreaterThanOrEqual(from);
      expect(reminder).toBeLessThanOrEqual(deadline.deadlineAt ?? Number.NaN);
    }),
  );
});
