// Over the turn of a year whose notice is awaited: before 4 November 2025 nobody knew that 1–3 January 2026
// would be off and Sunday the 4th worked. Nobody is carded for days that may be days off.
import { calendarAsOf } from '#working-calendar/calendar';
import { CALENDARS, OfficersDocket, VISIT, YICHENG, wall } from '../../test/officer';
import type { DocketCause } from './docket-events';

const UNKNOWN = calendarAsOf(CALENDARS.current.notices, '2025-11-03');
const KNOWN = calendarAsOf(CALENDARS.current.notices, '2025-11-04');
const opinion: DocketCause = { type: 'PreliminaryOpinionGiven', dispatchNo: 1, unit: 'tax' };

function dispatchedOn(on: string): OfficersDocket {
  return new OfficersDocket(YICHENG, UNKNOWN)
    .happens(wall(on) - 60_000, { type: 'AppealSubmitted' })
    .happens(wall(on) - 50_000, { type: 'AppealAdmitted', packHash: 'p' })
    .happens(wall(on), { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] });
}

test('a provisional deadline is carded only when the notice is known and it has passed by that', () => {
  const docket = dispatchedOn('2025-12-25 09:00')
    .happens(wall('2025-12-25 09:30'), VISIT)
    .happens(wall('2025-12-25 10:00'), opinion)
    .looksUntil(wall('2026-01-03 10:00'));
  // By weekends alone 26, 29–31 December and 1 January; by the notice the fifth is Sunday the 4th.
  const [started] = docket.said('resolve');
  expect(started).toBe('2025-12-25 09:00 started resolve/tax/1/1 until 2026-01-02 00:00');
  expect(docket.said('resolve').filter((line) => line.includes('yellow'))).toEqual([]);
  docket.learns(wall('2026-01-03 10:00'), KNOWN).looksUntil(wall('2026-01-05 12:00'));
  expect(docket.said('resolve').slice(-2)).toEqual([
    '2026-01-03 10:00 recomputed (calendar) until 2026-01-05 00:00',
    '2026-01-05 00:00 yellow, red at 2026-01-07 00:00',
  ]);
});

test('a red card waits for the notice too, and is counted by it', () => {
  const docket = dispatchedOn('2025-12-31 14:00').looksUntil(wall('2026-01-03 10:00'));
  expect(docket.said('contact').slice(1)).toEqual([
    '2025-12-31 15:30 near',
    '2025-12-31 16:00 yellow, red at 2026-01-02 00:00',
  ]);
  docket.learns(wall('2026-01-03 10:00'), KNOWN).looksUntil(wall('2026-01-06 10:00'));
  expect(docket.said('contact').at(-1)).toBe('2026-01-05 00:00 red after notice of 2025-12-31 16:00');
});
