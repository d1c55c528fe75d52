// The explanation a person gets who doubts a deadline.
import { startOfDay } from '#working-calendar/civil-day';
import { projectCalendars } from '#working-calendar/test-calendars';
import { computeDeadline } from './deadline';
import { explain } from './explain';
import { ruleOf } from './rule';

const history = projectCalendars();
const calendar = history.current;

test('names each day, its notice and the calendar version, in Chinese and English', () => {
  const start = { rule: ruleOf('workingDays:2'), startAt: startOfDay('2026-02-13') + 34_200_000, calendar };
  const { text, days } = explain(computeDeadline(start), calendar);
  expect(days).toHaveLength(12);
  const zh = text.zh.split('\n');
  expect(zh.slice(0, 5)).toEqual([
    '规则: 2个工作日',
    '起算: 2026-02-13T09:30:00+08:00',
    '2026-02-13  周五  工作日  —  起算当日，不计',
    '2026-02-14  周六  调休上班 春节  第1日  计入  https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    '2026-02-15  周日  节假日 春节  —  休息日，不计  https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  ]);
  expect(zh.slice(-2)).toEqual([
    '期限（不含）: 2026-02-25T00:00:00+08:00',
    `日历版本: ${calendar.version}，通知截至 2026-12-31`,
  ]);
  expect(text.en).toContain('2026-02-14  Sat  make-up working day 春节  day 1  counted');
  expect(text.en).toContain(`Calendar: ${calendar.version}, notices until 2026-12-31`);
});

test('says which days were guessed, that a pause lasts, and by what it was extended', () => {
  const startAt = startOfDay('2026-12-31');
  const guessed = explain(computeDeadline({ rule: ruleOf('workingDays:1'), startAt, calendar }), calendar);
  expect(guessed.text.zh).toContain('2027-01-01  周五  工作日  第1日  期满（暂按周末推算）');
  expect(guessed.text.en).toContain('Provisional');
  const pauses = [{ fromAt: startAt }];
  const paused = computeDeadline({ rule: ruleOf('hours:2'), startAt, calendar, pauses });
  expect(explain(paused, calendar).text.zh).toContain('期限（不含）: 中止中');
  const extended = computeDeadline({
    rule: ruleOf('hours:2'),
    startAt,
    calendar,
    extensions: [ruleOf('hours:1')],
  });
  expect(explain(extended, calendar).text.en).toContain('Rule: 2 elapsed hours, extended by 1 elapsed hours');
});

test('refuses to explain with another calendar than it was computed from', () => {
  const deadline = computeDeadline({
    rule: ruleOf('workingDays:1'),
    startAt: startOfDay('2026-01-05'),
    calendar,
  });
  expect(() => explain(deadline, history.calendarAsOf('2020-01-01'))).toThrow(/calendar/);
});
