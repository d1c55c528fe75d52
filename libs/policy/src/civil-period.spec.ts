import { isoShanghai, startOfDay } from '#working-calendar/civil-day';
import { periodsWithin, readPeriod } from './civil-period';

const days = (text: string) => {
  const read = readPeriod(text);
  if (!read.ok) return read.error;
  const { kind, fromAt, toAt } = read.value;
  return [kind, isoShanghai(fromAt), isoShanghai(toAt)].join(' ');
};

test.each([
  ['2026-05-07', 'day 2026-05-07T00:00:00+08:00 2026-05-08T00:00:00+08:00'],
  ['2026-05', 'month 2026-05-01T00:00:00+08:00 2026-06-01T00:00:00+08:00'],
  ['2026-12', 'month 2026-12-01T00:00:00+08:00 2027-01-01T00:00:00+08:00'],
  ['2024-02', 'month 2024-02-01T00:00:00+08:00 2024-03-01T00:00:00+08:00'],
  ['2026Q1', 'quarter 2026-01-01T00:00:00+08:00 2026-04-01T00:00:00+08:00'],
  ['2026Q4', 'quarter 2026-10-01T00:00:00+08:00 2027-01-01T00:00:00+08:00'],
  ['2026H2', 'half-year 2026-07-01T00:00:00+08:00 2027-01-01T00:00:00+08:00'],
  ['2026', 'year 2026-01-01T00:00:00+08:00 2027-01-01T00:00:00+08:00'],
])('%s is %s', (text, expected) => expect(days(text)).toBe(expected));

test.each([
  '',
  '2026-13',
  '2026-00',
  '2026Q5',
  '2026H0',
  '2026-02-30',
  '26-05',
  '1991',
  '2101',
  '2026-5',
  'May',
])('“%s” is no period', (text) => expect(days(text)).toBe('PERIOD_UNREADABLE'));

test.each([
  ['month', '2026-01-01', '2026-04-01', ['2026-01', '2026-02', '2026-03']],
  ['month', '2026-01-02', '2026-04-01', ['2026-02', '2026-03']],
  ['quarter', '2025-12-01', '2026-07-01', ['2026Q1', '2026Q2']],
  ['half-year', '2026-01-01', '2026-06-30', []],
  ['half-year', '2026-01-01', '2026-07-01', ['2026H1']],
  ['year', '2026-01-01', '2027-01-01', ['2026']],
  ['day', '2026-02-28', '2026-03-02', ['2026-02-28', '2026-03-01']],
] as const)('every whole %s from %s to %s', (kind, from, until, expected) => {
  expect(periodsWithin(kind, startOfDay(from), startOfDay(until))).toEqual(expected);
});
