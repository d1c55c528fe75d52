// A notice with a mistake is told with file, line and remedy, in Chinese and English.
import { calendarProblemText, loadCalendars, readCalendars } from './calendar-loader';
import type { SourceText } from './source-file';

const notice = (id: string, publishedOn: string, days: string[], more = ''): SourceText => ({
  file: `calendars/${id}.json`,
  text: `{
  "id": "${id}",
  "year": ${id.slice(0, 4)},
  "publishedOn": "${publishedOn}",
  "paper": "https://www.gov.cn/${id}",${more}
  "days": [
${days.join(',\n')}
  ]
}`,
});
const off = (day: string): string => `    {"day": "${day}", "name": "元旦", "off": true}`;

function problems(...sources: SourceText[]): [string, number][] {
  const read = readCalendars(sources);
  if (read.ok) return [];
  for (const problem of read.error) {
    const text = calendarProblemText(problem);
    expect(`${text.zh} ${text.en}`).not.toMatch(/\{\w+\}|undefined/);
  }
  return read.error.map((problem) => [problem.code, problem.line]);
}

test('two good notices make a calendar', () => {
  const read = readCalendars([
    notice('2021', '2020-11-25', [off('2021-01-01')]),
    notice('2022', '2021-10-25', []),
  ]);
  expect(read.ok && read.value.current.horizon).toBe('2022-12-31');
});

test.each([
  [
    'a missing comma',
    [notice('2021', '2020-11-25', [`${off('2021-01-01')} ${off('2021-01-02')}`])],
    'not-readable',
    7,
  ],
  [
    'a date that does not exist',
    [notice('2021', '2020-11-25', [off('2021-01-01'), off('2021-02-30')])],
    'not-a-day',
    8,
  ],
  ['a day twice', [notice('2021', '2020-11-25', [off('2021-01-01'), off('2021-01-01')])], 'duplicate-day', 8],
  ['a day of another year', [notice('2021', '2020-11-25', [off('2022-01-01')])], 'day-outside-year', 7],
  ['an unknown setting', [notice('2021', '2020-11-25', [], '"pages": 2,')], 'unknown-setting', 5],
  [
    'an unknown notice amended',
    [notice('2021', '2020-11-25', [], '"amends": "2020",')],
    'unknown-amended',
    5,
  ],
  [
    'the same id twice',
    [notice('2021', '2020-11-25', []), notice('2021', '2020-11-26', [])],
    'duplicate-notice',
    2,
  ],
  ['a year left out', [notice('2021', '2020-11-25', []), notice('2023', '2022-12-08', [])], 'year-gap', 0],
  [
    'an amendment before what it amends',
    [notice('2021', '2020-11-25', []), notice('2021-amendment-1', '2020-11-24', [], '"amends": "2021",')],
    'amends-later',
    4,
  ],
])('%s is told with its line', (_, sources, code, line) => {
  expect(problems(...sources)).toContainEqual([code, line]);
});

test('the sentence names file, line, mistake and remedy in both languages', () => {
  const read = readCalendars([notice('2021', '2020-11-25', [off('2021-01-01'), off('2021-02-30')])]);
  expect(read.ok ? null : calendarProblemText(read.error[0]!)).toEqual({
    zh: 'calendars/2021.json:8 “days.1.day”的值“2021-02-30”不是存在的日期。请写成 年-月-日，如 2026-06-30。',
    en: 'calendars/2021.json:8 "days.1.day" is "2021-02-30", not an existing date. Write YYYY-MM-DD, e.g. 2026-06-30.',
  });
});

test('an empty directory is told', () => {
  const loaded = loadCalendars('nowhere', { list: () => null, readText: () => null });
  expect(loaded.ok ? [] : loaded.error.map((problem) => problem.code)).toEqual(['no-notice']);
});
