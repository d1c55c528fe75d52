// Every clock of Chaozhou and Suzhou on the notices of 2026, counted by hand: a start in the office's own
// time, the deadline of the pack's rule. What 潮府办函〔2021〕52号 says of 24 hours and 10 working days stands in
// both.
import { join } from 'node:path';
import { projectCalendars } from '#working-calendar/test-calendars';
import { deadlineVectors } from './deadline-vectors';
import type { Pack } from './pack';
import { loadPack } from './pack-loader';

const { current } = projectCalendars();

function packOf(name: string): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs', name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The deadline of a pack's clock, without its seconds and offset. */
function deadline(pack: Pack, clock: string, start: string): unknown {
  const rule = pack.clocks.find(({ id }) => id === clock)?.rule;
  const [row] = deadlineVectors([{ rule, start }], current, pack.officeHours);
  return String(row?.['deadline']).replace(':00+08:00', '');
}

describe('Chaozhou', () => {
  const pack = packOf('chaozhou');
  test.each([
    // 15 minutes of 8:30–12:00 and 14:30–17:30.
    ['desk', '2026-03-02 09:00', '2026-03-02T09:15'],
    ['desk', '2026-03-02 11:50', '2026-03-02T14:35'],
    ['desk', '2026-03-02 12:30', '2026-03-02T14:45'],
    // Friday afternoon, the rest on Monday.
    ['desk', '2026-03-06 17:20', '2026-03-09T08:35'],
    // The eve of Spring Festival is the worked Saturday 14 February; the office opens on Tuesday the 24th.
    ['desk', '2026-02-14 17:25', '2026-02-24T08:40'],
    // 24 hours are elapsed hours, over a weekend and over a holiday.
    ['acknowledge', '2026-03-06 16:00', '2026-03-07T16:00'],
    ['acknowledge', '2026-04-30 18:00', '2026-05-01T18:00'],
    ['objection', '2026-12-31 09:30', '2027-01-01T09:30'],
    // 3–6, 9–13, 16 March.
    ['reply', '2026-03-02 09:00', '2026-03-17T00:00'],
    // The day itself never counts, be it its first minute or its last.
    ['reply', '2026-03-02 00:00', '2026-03-17T00:00'],
    ['reply', '2026-03-02 23:59', '2026-03-17T00:00'],
    // From a Saturday: 9–13, 16–20 March.
    ['reply', '2026-03-07 10:00', '2026-03-21T00:00'],
    // Qingming 4–6 April: 31 March, 1–3, 7–10, 13, 14 April.
    ['reply', '2026-03-30 09:00', '2026-04-15T00:00'],
    // Labour Day 1–5 May, Saturday the 9th worked: 29, 30 April, 6–9, 11–14 May.
    ['reply', '2026-04-28 10:00', '2026-05-15T00:00'],
    // Spring Festival 15–23 February, Saturdays the 14th and 28th worked: 11–14, 24–28 February, 2 March.
    ['reply', '2026-02-10 10:00', '2026-03-03T00:00'],
    // 5 natural days, Dragon Boat Festival 19–21 June among them.
    ['rating', '2026-06-17 12:00', '2026-06-23T00:00'],
  ])('%s from %s ends at %s', (clock, start, end) => {
    expect(deadline(pack, clock, start)).toBe(end);
  });
});

describe('Suzhou', () => {
  const pack = packOf('suzhou');
  test.each([
    // 15 minutes of 9:00–12:00 and 13:00–17:00.
    ['desk', '2026-03-02 08:10', '2026-03-02T09:15'],
    ['desk', '2026-03-02 11:50', '2026-03-02T13:05'],
    // The eve of National Day; the office opens on Thursday 8 October.
    ['desk', '2026-09-30 16:55', '2026-10-08T09:10'],
    // The worked Sunday 20 September has an office.
    ['desk', '2026-09-20 10:00', '2026-09-20T10:15'],
    ['acknowledge', '2026-03-07 11:30', '2026-03-08T11:30'],
    ['objection', '2026-09-30 17:30', '2026-10-01T17:30'],
    // Mid-Autumn 25–27 September, National Day 1–7 October, Saturday the 10th worked.
    ['reply', '2026-09-21 10:00', '2026-10-13T00:00'],
    // The worked Sunday the 20th counts: 20–24 September, 28–30, 8, 9 October.
    ['reply', '2026-09-18 10:00', '2026-10-10T00:00'],
    // New Year 1–3 January, Sunday the 4th worked: 4–9, 12–15 January.
    ['reply', '2025-12-31 10:00', '2026-01-16T00:00'],
    // 2 working days: over a weekend, over a worked Saturday, over National Day.
    ['follow-up', '2026-03-06 10:00', '2026-03-11T00:00'],
    ['follow-up', '2026-05-07 10:00', '2026-05-10T00:00'],
    ['follow-up', '2026-09-29 10:00', '2026-10-09T00:00'],
    ['rating', '2026-02-14 09:30', '2026-02-20T00:00'],
  ])('%s from %s ends at %s', (clock, start, end) => {
    expect(deadline(pack, clock, start)).toBe(end);
  });

  test('what runs into a year without a notice is provisional', () => {
    const [row] = deadlineVectors([{ rule: 'workingDays:10', start: '2026-12-28 09:00' }], current);
    expect(row).toMatchObject({ provisional: true });
  });
});
