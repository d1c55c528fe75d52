// Morning 08:30–12:00, afternoon 13:30–17:30; March 2026 has no holiday, the 7th is a Saturday.
import { isoShanghai } from '#working-calendar/civil-day';
import { projectCalendars } from '#working-calendar/test-calendars';
import { asOne, lostTime } from './lost-time';
import { ruleOf } from './rule';

const { current: calendar } = projectCalendars();
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const span = ([from, until]: readonly [string, string]) => ({ from: at(from), until: at(until) });

function lost(rule: string, start: string, deadline: string, ...outages: readonly [string, string][]) {
  const run = { rule: ruleOf(rule), startAt: at(start), deadlineAt: at(deadline), calendar };
  const { lostMs, untilAt } = lostTime({ ...run, outages: asOne(outages.map(span)) });
  return `${lostMs / 60_000} min, ${isoShanghai(untilAt).slice(0, 16).replace('T', ' ')}`;
}

describe('in hours every minute of an outage is lost', () => {
  test.each([
    ['none', [], '0 min, 2026-03-02 11:00'],
    ['within', [['2026-03-02 09:30', '2026-03-02 10:00']], '30 min, 2026-03-02 11:30'],
    ['before the start', [['2026-03-02 08:00', '2026-03-02 09:10']], '10 min, 2026-03-02 11:10'],
    ['over the deadline', [['2026-03-02 10:00', '2026-03-02 14:00']], '60 min, 2026-03-02 15:00'],
    ['after the deadline', [['2026-03-02 11:00', '2026-03-02 14:00']], '0 min, 2026-03-02 11:00'],
    [
      'another in the time given again',
      [
        ['2026-03-02 10:00', '2026-03-02 10:30'],
        ['2026-03-02 11:10', '2026-03-02 11:40'],
      ],
      '30 min, 2026-03-02 12:00',
    ],
    [
      'two services at a time',
      [
        ['2026-03-02 10:00', '2026-03-02 10:30'],
        ['2026-03-02 10:10', '2026-03-02 10:40'],
      ],
      '40 min, 2026-03-02 11:40',
    ],
  ] as [string, [string, string][], string][])('%s', (_name, outages, expected) => {
    expect(lost('hours:2', '2026-03-02 09:00', '2026-03-02 11:00', ...outages)).toBe(expected);
  });
});

describe('in working days office hours alone are lost', () => {
  test.each([
    ['a night', [['2026-03-05 20:00', '2026-03-06 06:00']], '0 min, 2026-03-07 00:00'],
    ['a weekend', [['2026-02-28 18:00', '2026-03-02 09:00']], '30 min, 2026-03-09 09:00'],
    ['the last afternoon', [['2026-03-06 13:30', '2026-03-06 17:30']], '240 min, 2026-03-09 14:00'],
    ['over noon', [['2026-03-04 11:00', '2026-03-04 14:00']], '90 min, 2026-03-09 10:00'],
    ['two days', [['2026-03-04 17:00', '2026-03-06 09:00']], '510 min, 2026-03-10 09:30'],
  ] as [string, [string, string][], string][])('%s', (_name, outages, expected) => {
    // Saturday the 28th of February was worked.
    expect(lost('workingDays:5', '2026-02-28 10:00', '2026-03-07 00:00', ...outages)).toBe(expected);
  });
});

test('in natural days a night is lost as well', () => {
  expect(
    lost('naturalDays:1', '2026-03-02 09:00', '2026-03-04 00:00', ['2026-03-03 22:00', '2026-03-04 03:00']),
  ).toBe('120 min, 2026-03-04 05:00');
});

test('what stood still anyway is not lost', () => {
  const run = {
    rule: ruleOf('hours:2'),
    startAt: at('2026-03-02 09:00'),
    deadlineAt: at('2026-03-02 12:00'),
    calendar,
    pauses: [{ fromAt: at('2026-03-02 10:00'), untilAt: at('2026-03-02 11:00') }],
    outages: [span(['2026-03-02 10:30', '2026-03-02 11:30'])],
  };
  expect(lostTime(run)).toEqual({ lostMs: 30 * 60_000, untilAt: at('2026-03-02 12:30') });
});
