import { readWrittenDate } from './written-date';

const at = (text: string) => Date.parse(`${text}+08:00`);

test.each<[string | number, string | undefined]>([
  ['2026-01-05', '2026-01-05T00:00'],
  ['2026/1/5', '2026-01-05T00:00'],
  ['2026.01.05', '2026-01-05T00:00'],
  ['2026年1月5日', '2026-01-05T00:00'],
  ['２０２６年１月５日', '2026-01-05T00:00'],
  ['20260105', '2026-01-05T00:00'],
  [20_260_105, '2026-01-05T00:00'],
  ['2026-01-05 9:30', '2026-01-05T09:30'],
  ['2026-01-05T09:30:15', '2026-01-05T09:30:15'],
  ['2026-01-05T09:30:00.000', '2026-01-05T09:30'],
  ['2026年1月5日 9时30分', '2026-01-05T09:30'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['1月5日', undefined],
  ['2026-01-05 25:00', undefined],
  ['2026-01-05之前', undefined],
  ['去年', undefined],
  [0, undefined],
  [20_261_301, undefined],
])('%s', (cell, day) => {
  expect(readWrittenDate(cell, false)).toBe(day === undefined ? undefined : at(day));
});

test('days of a spreadsheet, with their time, from either beginning', () => {
  expect(readWrittenDate(46_027, false)).toBe(at('2026-01-05T00:00'));
  expect(readWrittenDate(46_027 + 9.5 / 24, false)).toBe(at('2026-01-05T09:30'));
  expect(readWrittenDate(46_027 - 1462, true)).toBe(at('2026-01-05T00:00'));
});
