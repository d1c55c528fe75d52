// What must hold for every day and every set of notices.
import fc from 'fast-check';
import { buildCalendar, calendarAsOf } from './calendar';
import { addDays, civilDayOf, DAY_MS, dayOfWeek, startOfDay } from './civil-day';
import { projectCalendars } from './test-calendars';

const { notices, current } = projectCalendars();
const day = fc.integer({ min: 0, max: 33_000 }).map((n) => addDays('2010-01-01', n));

test('instant and day agree: every instant of a day falls on it', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: DAY_MS - 1 }), (on, within) => {
      expect(civilDayOf(startOfDay(on) + within)).toBe(on);
      expect(current.dayKind(startOfDay(on) + within)).toEqual(current.dayKind(on));
    }),
  );
});

test('adding days and taking them off again comes back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (on, n) => {
      expect(addDays(addDays(on, n), -n)).toBe(on);
      expect((((dayOfWeek(addDays(on, n)) - dayOfWeek(on) - n) % 7) + 7) % 7).toBe(0);
    }),
  );
});

test('sort and working agree, and only noticed days carry a notice', () => {
  fc.assert(
    fc.property(day, (on) => {
      const found = current.dayKind(on);
      expect(found.working).toBe(found.kind === 'weekday' || found.kind === 'make-up');
      expect(found.provisional).toBe(on > '2026-12-31');
      if (found.kind === 'holiday' || found.kind === 'make-up') expect(found.notice).toBeDefined();
    }),
  );
});

test('a notice published later never changes what was known before it', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: notices.length }), (on, kept) => {
      const inOrder = [...notices].sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1));
      const last = inOrder[kept - 1]?.publishedOn ?? '2000-01-01';
      const known = buildCalendar(inOrder.slice(0, kept));
      expect(calendarAsOf(notices, last).dayKind(on)).toEqual(known.dayKind(on));
    }),
    { numRuns: 60 },
  );
});
