// The operator's table of deadlines: good rows are computed, bad ones named, nothing is lost.
import { projectCalendars } from '#working-calendar/test-calendars';
import { deadlineVectors } from './deadline-vectors';

const { current } = projectCalendars();

test('each row comes back with its other fields and its deadline', () => {
  const rows = [
    { id: 7, rule: 'workingDays:5', start: '2023-07-10T09:30:00+08:00', why: '2151' },
    { rule: 'workingDays:5', start: '2023-07-10T01:30:00Z' },
    { rule: 'workingDays:5', start: '2023-07-09T20:30:00-05:00' },
    { rule: 'hours:2', start: '2023-07-10 23:00' },
    { rule: 'naturalDays:1', start: '2023-07-10T24:00' },
    { rule: 'workingDays:1', start: '2026-12-31', deadline: 'overwritten' },
    { rule: 'workingDays:5', start: '2023-07-10', pauses: [{ from: '2023-07-12', until: '2023-07-13' }] },
    { rule: 'workingDays:5', start: '2023-07-10', pauses: [{ from: '2023-07-12' }] },
    { rule: 'workingDays:5', start: '2023-07-10', extensions: ['workingDays:1'] },
    { rule: 'hours:1', start: '2023-07-10T09:30:00.250' },
  ];
  const answers = deadlineVectors(rows, current);
  expect(answers.map((row) => row.deadline)).toEqual([
    '2023-07-18T00:00:00+08:00',
    '2023-07-18T00:00:00+08:00',
    '2023-07-18T00:00:00+08:00',
    '2023-07-11T01:00:00+08:00',
    '2023-07-13T00:00:00+08:00',
    '2027-01-02T00:00:00+08:00',
    '2023-07-19T00:00:00+08:00',
    null,
    '2023-07-19T00:00:00+08:00',
    '2023-07-10T10:30:00.250+08:00',
  ]);
  expect(answers[0]).toEqual({ ...rows[0], deadline: '2023-07-18T00:00:00+08:00' });
  expect(answers.filter((row) => row.provisional)).toEqual([answers[5]]);
});

test.each([
  [null, 'row-not-object', ''],
  [['workingDays:5'], 'row-not-object', ''],
  [{ start: '2023-07-10' }, 'rule-not-text', 'rule'],
  [{ rule: { $gt: '' }, start: '2023-07-10' }, 'rule-not-text', 'rule'],
  [{ rule: 'workingDays', start: '2023-07-10' }, 'rule-shape', 'rule'],
  [{ rule: 'workingdays:5', start: '2023-07-10' }, 'rule-kind', 'rule'],
  [{ rule: 'workingDays:0', start: '2023-07-10' }, 'rule-amount', 'rule'],
  [{ rule: 'workingDays:-1', start: '2023-07-10' }, 'rule-amount', 'rule'],
  [{ rule: 'workingDays:1.5', start: '2023-07-10' }, 'rule-amount', 'rule'],
  [{ rule: 'workingDays:10001', start: '2023-07-10' }, 'rule-amount', 'rule'],
  [{ rule: 'hours:1' }, 'instant-missing', 'start'],
  [{ rule: 'hours:1', start: 1688952600000 }, 'instant-shape', 'start'],
  [{ rule: 'hours:1', start: '10.7.2023' }, 'instant-shape', 'start'],
  [{ rule: 'hours:1', start: '2023-02-29T09:00' }, 'instant-no-such-time', 'start'],
  [{ rule: 'hours:1', start: '2023-07-10T25:00' }, 'instant-no-such-time', 'start'],
  [{ rule: 'hours:1', start: '2023-07-10T09:60' }, 'instant-no-such-time', 'start'],
  [{ rule: 'hours:1', start: '2023-07-10T09:00+25:00' }, 'instant-no-such-time', 'start'],
  [{ rule: 'hours:1', start: '1986-07-10T09:00' }, 'instant-out-of-range', 'start'],
  [{ rule: 'hours:1', start: '2023-07-10', pauses: 'x' }, 'pauses-shape', 'pauses'],
  [{ rule: 'hours:1', start: '2023-07-10', pauses: [{}] }, 'instant-missing', 'pauses.0.from'],
  [
    { rule: 'hours:1', start: '2023-07-10', pauses: [{ from: '2023-07-11', until: '2023-07-10' }] },
    'pauses-shape',
    'pauses.0',
  ],
  [{ rule: 'hours:1', start: '2023-07-10', extensions: 'hours:1' }, 'extensions-shape', 'extensions'],
  [{ rule: 'hours:1', start: '2023-07-10', extensions: ['hours'] }, 'rule-shape', 'extensions.0'],
])('%j is %s', (row, code, field) => {
  const good = { rule: 'hours:1', start: '2023-07-10T09:00' };
  const answers = deadlineVectors([good, row, good], current);
  expect(answers[1]?.error).toMatchObject({ code, field, row: 2 });
  expect(answers[1]).not.toHaveProperty('deadline');
  const { zh, en } = answers[1]?.error as { zh: string; en: string };
  expect(zh).toMatch(/[\u4e00-\u9fff]/);
  expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
  expect([answers[0], answers[2]]).toEqual([
    { ...good, deadline: '2023-07-10T10:00:00+08:00' },
    { ...good, deadline: '2023-07-10T10:00:00+08:00' },
  ]);
});
