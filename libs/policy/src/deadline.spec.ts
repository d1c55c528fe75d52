// How time is counted, as a table an office can read. Weekdays: 2023-07-10 is a Monday, 2026-02-13 the Friday
// before the Spring Festival, 2026-09-30 the Wednesday before the National Day.
import { isoShanghai } from '#working-calendar/civil-day';
import { projectCalendars } from '#working-calendar/test-calendars';
import {
  computeDeadline,
  nearAt,
  nthWorkingDayAfter,
  nthWorkingDayBefore,
  recomputeDeadline,
} from './deadline';
import type { DeadlineInput, Pause } from './deadline-types';
import { parseInstant } from './instant';
import { ruleOf } from './rule';

const history = projectCalendars();
const calendar = history.current;

function at(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function input(rule: string, start: string, more: Partial<DeadlineInput> = {}): DeadlineInput {
  return { rule: ruleOf(rule), startAt: at(start), calendar, ...more };
}

function deadline(rule: string, start: string, more: Partial<DeadlineInput> = {}): string {
  const { deadlineAt } = computeDeadline(input(rule, start, more));
  return deadlineAt === null ? 'paused' : isoShanghai(deadlineAt).slice(0, 19).replace('T', ' ');
}

const pause = (from: string, until?: string): Pause => ({
  fromAt: at(from),
  untilAt: until === undefined ? undefined : at(until),
});

test.each([
  // rule, start, deadline (exclusive), why
  ['hours:2', '2023-07-10T09:30', '2023-07-10 11:30:00', 'elapsed hours'],
  ['hours:2', '2023-07-14T23:30', '2023-07-15 01:30:00', 'elapsed hours run at night and on Saturday'],
  ['hours:24', '2026-02-13T17:00', '2026-02-14 17:00:00', 'also into a make-up Saturday'],
  [
    'workingDays:5',
    '2023-07-10T09:30',
    '2023-07-18 00:00:00',
    'Monday: day 5 is the next Monday, its end is Tuesday 00:00',
  ],
  [
    'workingDays:5',
    '2023-07-10T00:00',
    '2023-07-18 00:00:00',
    'the first instant of the day is still that day',
  ],
  ['workingDays:5', '2023-07-10T23:59:59', '2023-07-18 00:00:00', 'so is the last'],
  ['workingDays:1', '2023-07-14T09:00', '2023-07-18 00:00:00', 'Friday: day 1 is Monday'],
  ['workingDays:1', '2023-07-15T09:00', '2023-07-18 00:00:00', 'Saturday: day 1 is Monday'],
  ['workingDays:1', '2026-02-13T09:00', '2026-02-15 00:00:00', 'the make-up Saturday is worked'],
  ['workingDays:1', '2026-02-14T09:00', '2026-02-25 00:00:00', 'then nine days off: day 1 is Tuesday 24'],
  ['workingDays:5', '2026-02-13T09:00', '2026-02-28 00:00:00', 'make-up Saturday 14, then 24 to 27 February'],
  [
    'workingDays:5',
    '2026-09-30T09:00',
    '2026-10-14 00:00:00',
    'National Day; 8, 9, make-up Saturday 10, 12, 13 October',
  ],
  [
    'workingDays:10',
    '2024-01-31T09:00',
    '2024-02-20 00:00:00',
    '1, 2, make-up 4, 5 to 9, make-up 18, 19 February',
  ],
  ['naturalDays:1', '2023-07-14T09:00', '2023-07-16 00:00:00', 'the end of Saturday'],
  ['naturalDays:5', '2026-02-13T09:00', '2026-02-19 00:00:00', 'all days count'],
  ['workingMinutes:15', '2023-07-10T09:30', '2023-07-10 09:45:00', 'inside office hours'],
  ['workingMinutes:15', '2023-07-10T11:50', '2023-07-10 13:35:00', 'over lunch'],
  ['workingMinutes:15', '2023-07-10T11:45', '2023-07-10 12:00:00', 'fits exactly before lunch'],
  ['workingMinutes:15', '2023-07-10T17:30', '2023-07-11 08:45:00', 'after hours: next morning'],
  ['workingMinutes:15', '2023-07-14T18:00', '2023-07-17 08:45:00', 'Friday evening: Monday morning'],
  ['workingMinutes:15', '2026-02-14T20:00', '2026-02-24 08:45:00', 'the evening before the Spring Festival'],
  [
    'workingHours:8',
    '2023-07-10T13:30',
    '2023-07-11 14:00:00',
    '4 h today, 3.5 h in the morning, half an hour',
  ],
])('%s from %s is %s (%s)', (rule, start, expected) => {
  expect(deadline(rule, start)).toBe(expected);
});

test('office hours are a setting of the pack', () => {
  const officeHours = [{ from: '09:00', until: '24:00' }];
  expect(deadline('workingHours:16', '2023-07-10T09:00', { officeHours })).toBe('2023-07-11 10:00:00');
  expect(() => deadline('workingHours:1', '2023-07-10T09:00', { officeHours: [] })).toThrow(RangeError);
});

describe('a pause', () => {
  test.each([
    // rule, start, pause, deadline, why
    [
      'hours:2',
      '2023-07-10T09:00',
      pause('2023-07-10T10:00', '2023-07-10T10:30'),
      '2023-07-10 11:30:00',
      'half an hour later',
    ],
    [
      'hours:2',
      '2023-07-10T09:00',
      pause('2023-07-10T11:00', '2023-07-10T12:00'),
      '2023-07-10 11:00:00',
      'after the end: no matter',
    ],
    [
      'hours:2',
      '2023-07-10T09:00',
      pause('2023-07-10T08:00', '2023-07-10T09:10'),
      '2023-07-10 11:10:00',
      'only from the start on',
    ],
    [
      'workingHours:2',
      '2023-07-10T09:00',
      pause('2023-07-10T11:30', '2023-07-10T14:00'),
      '2023-07-10 11:00:00',
      'later than the end',
    ],
    [
      'workingHours:4',
      '2023-07-10T09:00',
      pause('2023-07-10T11:30', '2023-07-10T14:00'),
      '2023-07-10 15:30:00',
      'lunch is not paused twice',
    ],
    [
      'workingDays:5',
      '2023-07-10T09:00',
      pause('2023-07-12T10:00', '2023-07-12T10:01'),
      '2023-07-19 00:00:00',
      'a touched day does not count',
    ],
    [
      'workingDays:5',
      '2023-07-10T09:00',
      pause('2023-07-12T10:00', '2023-07-13T00:00'),
      '2023-07-19 00:00:00',
      'the end is exclusive',
    ],
    [
      'workingDays:5',
      '2023-07-10T09:00',
      pause('2023-07-15T00:00', '2023-07-17T00:00'),
      '2023-07-18 00:00:00',
      'a weekend paused costs nothing',
    ],
    [
      'workingDays:5',
      '2023-07-10T09:00',
      pause('2023-07-10T10:00', '2023-07-10T16:00'),
      '2023-07-18 00:00:00',
      'nor does the day of the start',
    ],
    [
      'naturalDays:3',
      '2023-07-10T09:00',
      pause('2023-07-11T09:00', '2023-07-12T09:00'),
      '2023-07-16 00:00:00',
      'two days touched',
    ],
    ['workingDays:5', '2023-07-10T09:00', pause('2023-07-13T09:00'), 'paused', 'it still lasts'],
    ['hours:2', '2023-07-10T09:00', pause('2023-07-10T10:00'), 'paused', 'it still lasts'],
    [
      'hours:2',
      '2023-07-10T09:00',
      pause('2023-07-10T11:00'),
      '2023-07-10 11:00:00',
      'it began when the time was over',
    ],
  ])('%s from %s', (rule, start, one, expected) => {
    expect(deadline(rule, start, { pauses: [one] })).toBe(expected);
  });

  test('what was over before the start is not part of the deadline', () => {
    const pauses = [
      pause('2023-07-10T08:00', '2023-07-10T09:00'),
      pause('2023-07-10T10:00', '2023-07-10T10:30'),
    ];
    expect(computeDeadline(input('hours:2', '2023-07-10T09:00', { pauses })).pauses).toEqual([pauses[1]]);
  });

  test('pauses that overlap are not counted twice', () => {
    const pauses = [
      pause('2023-07-10T10:00', '2023-07-10T11:00'),
      pause('2023-07-10T10:30', '2023-07-10T11:30'),
    ];
    expect(deadline('hours:2', '2023-07-10T09:00', { pauses })).toBe('2023-07-10 12:30:00');
  });
});

describe('an extension', () => {
  test.each([
    ['workingDays:5', '2023-07-10T09:00', ['workingDays:3'], '2023-07-21 00:00:00', 'the end of day 8'],
    [
      'workingDays:5',
      '2023-07-10T09:00',
      ['naturalDays:2'],
      '2023-07-20 00:00:00',
      'two days on from the 17th',
    ],
    [
      'workingDays:5',
      '2023-07-10T09:00',
      ['workingDays:1', 'workingDays:2'],
      '2023-07-21 00:00:00',
      'one after the other',
    ],
    [
      'hours:2',
      '2023-07-10T09:00',
      ['workingDays:1'],
      '2023-07-12 00:00:00',
      'the day of the deadline is not counted',
    ],
    ['workingDays:1', '2023-07-10T09:00', ['hours:2'], '2023-07-12 02:00:00', 'hours run on from midnight'],
  ])('%s from %s extended by %s', (rule, start, extensions, expected) => {
    expect(deadline(rule, start, { extensions: extensions.map(ruleOf) })).toBe(expected);
  });
});

describe('another calendar', () => {
  test('the Spring Festival of 2020 was prolonged: the deadline moves, with the days that moved it', () => {
    const known = history.calendarAsOf('2020-01-20');
    const before = computeDeadline(input('workingDays:5', '2020-01-21T10:00', { calendar: known }));
    const again = recomputeDeadline(before, input('workingDays:5', '2020-01-21T10:00'), 'calendar');
    expect(isoShanghai(before.deadlineAt ?? 0)).toBe('2020-02-04T00:00:00+08:00');
    expect(isoShanghai(again.deadline.deadlineAt ?? 0)).toBe('2020-02-06T00:00:00+08:00');
    expect(again).toMatchObject({
      reason: 'calendar',
      changed: true,
      previousDeadlineAt: before.deadlineAt,
      previousCalendarVersion: known.version,
      changedDays: ['2020-01-31', '2020-02-01', '2020-02-04', '2020-02-05'],
    });
  });

  test('the same calendar changes nothing', () => {
    const before = computeDeadline(input('workingDays:5', '2020-01-21T10:00'));
    expect(recomputeDeadline(before, input('workingDays:5', '2020-01-21T10:00'), 'calendar')).toMatchObject({
      changed: false,
      changedDays: [],
    });
  });

  test.each([
    ['workingDays:5', '2026-12-28T09:00', true],
    ['workingDays:3', '2026-12-28T09:00', false],
    ['workingDays:1', '2009-12-31T09:00', false], // day of the start: need not be known
    ['workingMinutes:15', '2026-12-31T17:20', true],
    ['naturalDays:9', '2026-12-28T09:00', false],
    ['hours:200', '2026-12-28T09:00', false],
  ])('%s from %s is provisional: %s', (rule, start, provisional) => {
    expect(computeDeadline(input(rule, start)).provisional).toBe(provisional);
  });
});

test('the derivation says of every day whether and why it counts', () => {
  const { derivation } = computeDeadline(input('workingDays:2', '2026-02-13T09:00'));
  expect(derivation.map((day) => [day.day, day.counted, day.note, day.notice])).toEqual([
    ['2026-02-13', 0, 'start-day', undefined],
    ['2026-02-14', 1, 'counted', '2026'],
    ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((d) => [`2026-02-${d}`, 0, 'rest-day', '2026']),
    ['2026-02-24', 1, 'last-day', undefined],
  ]);
});

test.each([
  // near, rule, start, reminder
  [{ fraction: 0.75 }, 'hours:2', '2023-07-10T09:00', '2023-07-10T10:30:00+08:00'],
  [{ fraction: 0.5 }, 'workingHours:2', '2023-07-10T11:30', '2023-07-10T14:00:00+08:00'],
  [{ before: 'hours:4' }, 'naturalDays:1', '2023-07-10T09:00', '2023-07-11T20:00:00+08:00'],
  [{ before: 'workingDays:1' }, 'workingDays:5', '2023-07-10T09:00', '2023-07-14T08:30:00+08:00'],
  [{ before: 'naturalDays:1' }, 'naturalDays:5', '2023-07-10T09:00', '2023-07-14T08:30:00+08:00'],
  [{ before: 'hours:4' }, 'hours:2', '2023-07-10T09:00', '2023-07-10T09:00:00+08:00'],
])('near %j of %s from %s is %s', (near, rule, start, expected) => {
  const one = input(rule, start);
  expect(isoShanghai(nearAt(near, one, computeDeadline(one)) ?? 0)).toBe(expected);
});

test('the Nth working day before and after a day does not count the day', () => {
  expect(nthWorkingDayAfter('2026-02-13', 1, calendar)).toBe('2026-02-14');
  expect(nthWorkingDayAfter('2026-02-14', 2, calendar)).toBe('2026-02-25');
  expect(nthWorkingDayBefore('2026-02-24', 1, calendar)).toBe('2026-02-14');
  expect(nthWorkingDayBefore('2026-02-24', 5, calendar)).toBe('2026-02-10');
  expect(() => nthWorkingDayAfter('2026-02-13', 0, calendar)).toThrow(RangeError);
});
