// The days that offices remember, and how the calendar changed when a notice came in the middle of the year.
import { addDays, civilDayOf, isCivilDay, isoShanghai, startOfDay } from './civil-day';
import { buildCalendar } from './calendar';
import { projectCalendars } from './test-calendars';

const history = projectCalendars();
const { current } = history;

test.each([
  // day, worked, sort, name, notice
  ['2010-02-20', true, 'make-up', '春节', '2010'],
  ['2013-02-09', false, 'holiday', '春节', '2013'],
  ['2014-01-30', true, 'weekday', undefined, undefined], // New Year's Eve was worked in 2014
  ['2015-09-03', false, 'holiday', '抗日战争暨世界反法西斯战争胜利70周年纪念日', '2015-amendment-1'],
  ['2015-09-06', true, 'make-up', '抗日战争暨世界反法西斯战争胜利70周年纪念日', '2015-amendment-1'],
  ['2018-12-29', true, 'make-up', '元旦', '2019'], // moved by the next year's notice
  ['2019-05-02', false, 'holiday', '劳动节', '2019-amendment-1'],
  ['2020-01-31', false, 'holiday', '春节', '2020-amendment-1'],
  ['2020-02-03', true, 'weekday', '春节', '2020-amendment-1'],
  ['2023-10-07', true, 'make-up', '中秋节、国庆节', '2023'],
  ['2024-02-09', true, 'weekday', undefined, undefined], // New Year's Eve, rest only encouraged
  ['2025-10-08', false, 'holiday', '国庆节、中秋节', '2025'],
  ['2026-02-14', true, 'make-up', '春节', '2026'],
  ['2026-06-30', true, 'weekday', undefined, undefined],
  ['2026-07-04', false, 'weekend', undefined, undefined],
])('%s worked: %s (%s)', (day, working, kind, name, notice) => {
  const found = current.dayKind(day);
  expect({ ...found, name: found.name, notice: found.notice }).toEqual({
    working,
    kind,
    name,
    notice,
    provisional: false,
  });
});

describe('a notice in the middle of the year makes another version', () => {
  test.each([
    // day before, day of publication, day concerned, worked before, worked after
    ['2015-05-12', '2015-05-13', '2015-09-03', true, false],
    ['2015-05-12', '2015-05-13', '2015-09-04', true, false],
    ['2015-05-12', '2015-05-13', '2015-09-05', false, false],
    ['2015-05-12', '2015-05-13', '2015-09-06', false, true],
    ['2019-03-21', '2019-03-22', '2019-04-28', false, true],
    ['2019-03-21', '2019-03-22', '2019-05-01', false, false],
    ['2019-03-21', '2019-03-22', '2019-05-02', true, false],
    ['2019-03-21', '2019-03-22', '2019-05-03', true, false],
    ['2019-03-21', '2019-03-22', '2019-05-04', false, false],
    ['2019-03-21', '2019-03-22', '2019-05-05', false, true],
    ['2020-01-26', '2020-01-27', '2020-01-30', false, false],
    ['2020-01-26', '2020-01-27', '2020-01-31', true, false],
    ['2020-01-26', '2020-01-27', '2020-02-01', true, false],
    ['2020-01-26', '2020-01-27', '2020-02-02', false, false],
    ['2020-01-26', '2020-01-27', '2020-02-03', true, true],
  ])('as known on %s and on %s: %s', (before, after, day, workedBefore, workedAfter) => {
    expect(history.calendarAsOf(before).isWorkingDay(day)).toBe(workedBefore);
    expect(history.calendarAsOf(after).isWorkingDay(day)).toBe(workedAfter);
    expect(history.calendarAsOf(before).version).not.toBe(history.calendarAsOf(after).version);
  });

  test.each([
    [2015, '2015-05-12', '2015-05-13', 3],
    [2019, '2019-03-21', '2019-03-22', 4],
    [2020, '2020-01-26', '2020-01-27', 2],
  ])('the amendment of %s changes no other working day', (year, before, after, changed) => {
    const old = history.calendarAsOf(before);
    const amended = history.calendarAsOf(after);
    const differing: string[] = [];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (old.isWorkingDay(day) !== amended.isWorkingDay(day)) differing.push(day);
    }
    expect(differing).toHaveLength(changed);
  });
});

describe('horizon', () => {
  test('ends with the last year whose notice is known', () => {
    expect([current.since, current.horizon]).toEqual(['2010-01-01', '2026-12-31']);
    expect(history.calendarAsOf('2025-11-03').horizon).toBe('2025-12-31');
    expect(history.calendarAsOf('2025-11-04').horizon).toBe('2026-12-31');
  });

  test('a day after it is guessed from weekends and provisional', () => {
    expect(current.dayKind('2027-10-01')).toEqual({ working: true, kind: 'weekday', provisional: true });
    expect(current.dayKind('2027-10-02')).toEqual({ working: false, kind: 'weekend', provisional: true });
  });

  test('without any notice every day is provisional', () => {
    expect(buildCalendar([]).dayKind('2020-01-01')).toEqual({
      working: true,
      kind: 'weekday',
      provisional: true,
    });
  });
});

describe('the day of an instant is the day in Shanghai', () => {
  test.each([
    ['2026-02-13T15:59:59.999Z', '2026-02-13', true],
    ['2026-02-13T16:00:00Z', '2026-02-14', true],
    ['2026-02-14T16:00:00Z', '2026-02-15', false],
  ])('%s falls on %s', (instant, day, working) => {
    expect(civilDayOf(Date.parse(instant))).toBe(day);
    expect(current.isWorkingDay(Date.parse(instant))).toBe(working);
  });

  test('what is no date is refused', () => {
    expect([isCivilDay('2023-02-29'), isCivilDay('2024-02-29'), isCivilDay('2024-2-9')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(() => current.isWorkingDay('2023-02-29')).toThrow(RangeError);
  });

  test('an instant is printed with +08:00', () => {
    expect(isoShanghai(startOfDay('2026-07-01'))).toBe('2026-07-01T00:00:00+08:00');
    expect(isoShanghai(startOfDay('2026-07-01') + 1)).toBe('2026-07-01T00:00:00.001+08:00');
  });
});

test('about one day the notice published last is right, whatever its id', () => {
  const day = '2021-05-08';
  const [first, second] = [
    {
      id: 'b',
      year: 2021,
      publishedOn: '2020-11-25',
      paper: 'first',
      days: [{ day, name: '劳动节', off: false }],
    },
    {
      id: 'a',
      year: 2021,
      publishedOn: '2021-04-01',
      paper: 'second',
      days: [{ day, name: '劳动节', off: true }],
    },
  ];
  expect(buildCalendar([first, second]).dayKind(day)).toMatchObject({ working: false, notice: 'a' });
  expect(buildCalendar([second, first]).dayKind(day)).toMatchObject({ working: false, notice: 'a' });
});

test('the version depends on the notices, not on the order they are given in', () => {
  expect(buildCalendar([...history.notices].reverse()).version).toBe(current.version);
  expect(current.version).toMatch(/^wc-[0-9a-f]{16}$/);
});
