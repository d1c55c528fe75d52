// What is counted and how long is the pack's word and the calendar's: the same docket under other settings.
import { calendarAsOf } from '#working-calendar/calendar';
import { CALENDARS, OfficersDocket, VISIT, YICHENG, dispatched, wall } from '../../test/officer';
import type { DocketCause } from './docket-events';

const opinion: DocketCause = { type: 'PreliminaryOpinionGiven', dispatchNo: 1, unit: 'tax' };
const acknowledged: DocketCause = { type: 'WorkOrderAcknowledged', dispatchNo: 1, unit: 'tax' };

describe('clocks are data of the pack', () => {
  const [contact] = YICHENG.clocks.filter(({ id }) => id === 'contact');
  if (!contact) throw new Error('The pack has no contact clock');

  test('a clock from submission starts at admission, counted from the submission', () => {
    const pack = {
      ...YICHENG,
      clocks: [{ ...contact, id: 'total', appliesTo: 'platform' as const, starts: ['submitted' as const] }],
    };
    const docket = new OfficersDocket(pack)
      .happens(wall('2026-03-02 09:00'), { type: 'AppealSubmitted' })
      .looksUntil(wall('2026-03-02 09:30'))
      .happens(wall('2026-03-02 10:00'), { type: 'AppealAdmitted', packHash: 'p' });
    expect(docket.said('total')).toEqual(['2026-03-02 10:00 started total/-/0/1 until 2026-03-02 11:00']);
  });

  test('a pause leaves no deadline, and going on gives the paused time back', () => {
    const pausing = {
      ...contact,
      pausesOn: ['opinion-given' as const],
      resumesOn: ['acknowledged' as const],
    };
    const docket = dispatched('2026-03-02 09:00', [], { ...YICHENG, clocks: [pausing] })
      .happens(wall('2026-03-02 10:00'), opinion)
      .looksUntil(wall('2026-03-03 09:00'))
      .happens(wall('2026-03-03 09:00'), acknowledged);
    expect(docket.said('contact')).toEqual([
      '2026-03-02 09:00 started contact/tax/1/1 until 2026-03-02 11:00',
      '2026-03-02 10:00 recomputed (pause) until paused',
      '2026-03-03 09:00 recomputed (pause) until 2026-03-03 10:00',
    ]);
  });

  test('an answer given back by the platform starts the unit anew, and its own time had ended (HD-2)', () => {
    const [resolve] = YICHENG.clocks.filter(({ id }) => id === 'resolve');
    if (!resolve) throw new Error('The pack has no resolve clock');
    const starts = [...resolve.starts, 'answer-returned' as const];
    const about = { dispatchNo: 1, unit: 'tax' };
    const docket = dispatched('2026-03-02 09:00', [], {
      ...YICHENG,
      clocks: [contact, { ...resolve, starts }],
    })
      .happens(wall('2026-03-02 10:00'), { type: 'AppealCompleted', ...about, round: 1 })
      .happens(wall('2026-03-03 10:00'), { type: 'AnswerReturned', ...about, round: 2 });
    expect(docket.said('resolve')).toEqual([
      '2026-03-02 09:00 started resolve/tax/1/1 until 2026-03-10 00:00',
      '2026-03-02 10:00 stopped in time',
      '2026-03-03 10:00 started resolve/tax/1/2 until 2026-03-11 00:00',
    ]);
    expect(docket.said('contact').at(-1)).toBe('2026-03-03 10:00 stopped void');
  });

  test('a new notice of the State Council moves a running deadline and takes a card back', () => {
    const before = calendarAsOf(CALENDARS.current.notices, '2019-03-21');
    const after = calendarAsOf(CALENDARS.current.notices, '2019-03-22');
    const docket = new OfficersDocket(YICHENG, before)
      .happens(wall('2019-04-24 09:00'), { type: 'AppealAdmitted', packHash: 'p' })
      .happens(wall('2019-04-25 09:00'), { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] })
      .happens(wall('2019-04-25 09:30'), VISIT)
      .happens(wall('2019-04-25 09:40'), opinion)
      .looksUntil(wall('2019-05-05 09:00'))
      .learns(wall('2019-05-05 09:00'), after);
    expect(docket.said('resolve')).toEqual([
      '2019-04-25 09:00 started resolve/tax/1/1 until 2019-05-04 00:00',
      '2019-05-02 08:30 near',
      '2019-05-04 00:00 yellow, red at 2019-05-07 00:00',
      '2019-05-05 09:00 recomputed (calendar) until 2019-05-06 00:00',
      '2019-05-05 09:00 revoked yellow (deadline-moved)',
    ]);
  });
});
