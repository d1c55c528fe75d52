import { OfficersDocket, VISIT, dispatched, wall } from '../../test/officer';
import type { DocketCause } from './docket-events';
import { clocksOf } from './docket';

const completed: DocketCause = { type: 'AppealCompleted', dispatchNo: 1, unit: 'tax', round: 1 };
const opinion: DocketCause = { type: 'PreliminaryOpinionGiven', dispatchNo: 1, unit: 'tax' };
const acknowledged: DocketCause = { type: 'WorkOrderAcknowledged', dispatchNo: 1, unit: 'tax' };
const REMINDED: DocketCause = { type: 'MessageDelivered', template: 'rating-reminder' };
const running = (docket: OfficersDocket) =>
  clocksOf(docket.docket)
    .filter(({ status }) => status === 'running')
    .map(({ id }) => id);

const idOfLast = (docket: OfficersDocket, type: DocketCause['type']) =>
  docket.book.filter(({ event }) => event.type === type).at(-1)?.id ?? '';

describe('2151 under the pack of Yicheng (YC-6)', () => {
  test('dispatched before National Day: 5 working days run from the 8th, Saturday 10th is worked', () => {
    const docket = dispatched('2026-09-30 16:00');
    expect(docket.said('contact')).toEqual([
      '2026-09-30 16:00 started contact/tax/1/1 until 2026-09-30 18:00',
    ]);
    expect(docket.said('opinion')).toEqual([
      '2026-09-30 16:00 started opinion/tax/1/1 until 2026-10-02 00:00',
    ]);
    expect(docket.said('resolve')).toEqual([
      '2026-09-30 16:00 started resolve/tax/1/1 until 2026-10-14 00:00',
    ]);
    expect(docket.said('objection')).toEqual([
      '2026-09-30 16:00 started objection/tax/1/1 until 2026-10-01 16:00',
    ]);
  });

  test('a unit that does everything in time is reminded of nothing it has done and never carded', () => {
    const docket = dispatched('2026-03-02 09:00')
      .happens(wall('2026-03-02 09:20'), acknowledged)
      .happens(wall('2026-03-02 10:00'), VISIT)
      .happens(wall('2026-03-03 09:00'), opinion)
      .happens(wall('2026-03-05 17:00'), completed)
      .looksUntil(wall('2026-03-05 23:00'))
      .happens(wall('2026-03-06 09:00'), { type: 'AppealFollowedUp' })
      .happens(wall('2026-03-06 09:01'), REMINDED)
      .happens(wall('2026-03-07 09:00'), { type: 'AppealRated' })
      .happens(wall('2026-03-07 09:00'), { type: 'AppealClosed' })
      .looksUntil(wall('2026-12-31 00:00'));
    expect(docket.own.filter(({ type }) => type !== 'ClockStarted').map(({ type }) => type)).toEqual(
      Array.from({ length: 6 }, () => 'ClockStopped'),
    );
    expect(docket.said('rating')).toEqual([
      '2026-03-06 09:01 started rating/-/1/1 until 2026-03-12 00:00',
      '2026-03-07 09:00 stopped in time',
    ]);
    expect(running(docket)).toEqual([]);
  });

  test('nobody goes there: near at half past ten, yellow at eleven, red after the next working day', () => {
    const docket = dispatched('2026-03-02 09:00').looksUntil(wall('2026-03-05 12:00'));
    expect(docket.said('contact')).toEqual([
      '2026-03-02 09:00 started contact/tax/1/1 until 2026-03-02 11:00',
      '2026-03-02 10:30 near',
      '2026-03-02 11:00 yellow, red at 2026-03-04 00:00',
      '2026-03-04 00:00 red after notice of 2026-03-02 11:00',
    ]);
  });

  test('a yellow card on the eve of National Day turns red only after the first working day, the 8th', () => {
    const docket = dispatched('2026-09-30 16:00').looksUntil(wall('2026-10-09 12:00'));
    expect(docket.said('contact').slice(2)).toEqual([
      '2026-09-30 18:00 yellow, red at 2026-10-09 00:00',
      '2026-10-09 00:00 red after notice of 2026-09-30 18:00',
    ]);
  });

  test('a late yellow moves the red: the notice counts; Saturday the 10th is worked', () => {
    const docket = dispatched('2026-09-30 16:00')
      .looks(wall('2026-10-07 12:00'), 'closed')
      .looks(wall('2026-10-09 15:00'))
      .looksUntil(wall('2026-10-12 12:00'));
    expect(docket.said('contact').slice(1)).toEqual([
      '2026-10-09 15:00 yellow, red at 2026-10-11 00:00',
      '2026-10-11 00:00 red after notice of 2026-10-09 15:00',
    ]);
  });

  test('feedback after the yellow card ends the matter: late, on record, never red', () => {
    const docket = dispatched('2026-03-02 09:00')
      .looksUntil(wall('2026-03-02 12:00'))
      .happens(wall('2026-03-02 14:00'), VISIT)
      .looksUntil(wall('2026-03-03 12:00'));
    expect(docket.said('contact').slice(2)).toEqual([
      '2026-03-02 11:00 yellow, red at 2026-03-04 00:00',
      '2026-03-02 14:00 stopped late',
    ]);
  });

  test('feedback given in time that we heard of too late takes the card back', () => {
    const docket = dispatched('2026-03-02 09:00')
      .looksUntil(wall('2026-03-04 12:00'))
      .happens(wall('2026-03-02 10:59'), VISIT, wall('2026-03-04 13:00'));
    expect(docket.said('contact').slice(4)).toEqual([
      '2026-03-04 13:00 stopped in time',
      '2026-03-04 13:00 revoked yellow (decided-in-time)',
      '2026-03-04 13:00 revoked red (decided-in-time)',
    ]);
  });

  test('feedback after the notice and before its day was over takes back only the red card', () => {
    const docket = dispatched('2026-03-02 09:00')
      .looksUntil(wall('2026-03-04 12:00'))
      .happens(wall('2026-03-03 17:00'), VISIT, wall('2026-03-04 13:00'));
    expect(docket.said('contact').slice(4)).toEqual([
      '2026-03-04 13:00 stopped late',
      '2026-03-04 13:00 revoked red (decided-in-time)',
    ]);
  });

  test('the very instant of the deadline is late', () => {
    const docket = dispatched('2026-03-02 09:00').happens(wall('2026-03-02 11:00'), VISIT);
    expect(docket.said('contact').at(-1)).toBe('2026-03-02 11:00 stopped late');
  });

  test('the desk has 15 working minutes, over noon too, and an answer from the library ends them', () => {
    const docket = new OfficersDocket()
      .happens(wall('2026-03-02 11:50'), { type: 'AppealAdmitted', packHash: 'p' })
      .happens(wall('2026-03-02 11:50'), { type: 'DeskEntered' })
      .happens(wall('2026-03-02 13:33'), { type: 'AnsweredDirectly' });
    expect(docket.said('desk')).toEqual([
      '2026-03-02 11:50 started desk/-/0/1 until 2026-03-02 13:35',
      '2026-03-02 13:33 stopped in time',
    ]);
    expect(running(docket)).toEqual([]);
  });
});

describe('dispatch, objection, recall (RT-1 … RT-3)', () => {
  test('an objection in time stops the time to object and nothing else; a late one not even that', () => {
    const objected = (late: boolean): DocketCause => ({
      type: 'DispatchObjected',
      dispatchNo: 1,
      unit: 'tax',
      late,
    });
    const inTime = dispatched('2026-03-02 09:00').happens(wall('2026-03-02 10:00'), objected(false));
    expect(running(inTime)).toEqual(['contact/tax/1/1', 'opinion/tax/1/1', 'resolve/tax/1/1']);
    const late = dispatched('2026-03-02 09:00').happens(wall('2026-03-04 10:00'), objected(true));
    expect(running(late)).toContain('objection/tax/1/1');
  });

  test('a recall takes all clocks of the dispatch away without card; the next starts its own', () => {
    const docket = dispatched('2026-03-02 09:00', ['water'])
      .happens(wall('2026-03-02 10:00'), { type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax' })
      .looksUntil(wall('2026-03-04 10:00'))
      .happens(wall('2026-03-04 10:00'), {
        type: 'AppealDispatched',
        dispatchNo: 2,
        lead: 'market',
        assist: [],
      });
    expect(docket.said('contact')).toEqual([
      '2026-03-02 09:00 started contact/tax/1/1 until 2026-03-02 11:00',
      '2026-03-02 10:00 stopped void',
      '2026-03-04 10:00 started contact/market/2/1 until 2026-03-04 12:00',
    ]);
    expect(docket.own.some(({ type }) => type === 'YellowCardIssued')).toBe(false);
  });

  test('an objection upheld takes the clocks away, one overruled leaves them running', () => {
    const ruled = (upheld: boolean) =>
      dispatched('2026-03-02 09:00').happens(wall('2026-03-02 10:00'), {
        type: 'ObjectionRuled',
        dispatchNo: 1,
        unit: 'tax',
        upheld,
      });
    expect(running(ruled(true))).toEqual([]);
    expect(running(ruled(false))).toHaveLength(4);
  });

  test('a card shown while an objection waited is taken back when the objection is upheld', () => {
    const docket = dispatched('2026-03-02 09:00')
      .happens(wall('2026-03-02 09:30'), {
        type: 'DispatchObjected',
        dispatchNo: 1,
        unit: 'tax',
        late: false,
      })
      .looksUntil(wall('2026-03-02 12:00'))
      .happens(wall('2026-03-02 14:00'), {
        type: 'ObjectionRuled',
        dispatchNo: 1,
        unit: 'tax',
        upheld: true,
      });
    expect(docket.said('contact').slice(3)).toEqual([
      '2026-03-02 14:00 stopped void',
      '2026-03-02 14:00 revoked yellow (objection-upheld)',
    ]);
  });

  test('what a unit does with an old dispatch stops nothing of the new one', () => {
    const docket = dispatched('2026-03-02 09:00')
      .happens(wall('2026-03-02 10:00'), { type: 'AppealDispatched', dispatchNo: 2, lead: 'tax', assist: [] })
      .happens(wall('2026-03-02 10:30'), VISIT);
    expect(running(docket)).toContain('contact/tax/2/1');
    expect(running(docket)).not.toContain('contact/tax/1/1');
  });

  test('reopened: the unit’s clocks start again in a new round, the follow-up’s ends', () => {
    const docket = dispatched('2026-03-02 09:00')
      .happens(wall('2026-03-02 10:00'), VISIT)
      .happens(wall('2026-03-03 10:00'), completed)
      .happens(wall('2026-03-04 09:00'), { type: 'AppealReopened', round: 2, unit: 'tax' });
    expect(running(docket)).toEqual(['contact/tax/1/2', 'opinion/tax/1/2', 'resolve/tax/1/2']);
    expect(docket.said('follow-up').at(-1)).toBe('2026-03-04 09:00 stopped void');
  });

  test('a reminder of the round before, delivered late, starts no clock in this one', () => {
    const docket = dispatched('2026-03-02 09:00')
      .happens(wall('2026-03-03 09:00'), completed)
      .happens(wall('2026-03-03 10:00'), { type: 'AppealFollowedUp' });
    const first = idOfLast(docket, 'AppealFollowedUp');
    docket
      .happens(wall('2026-03-03 10:00'), { type: 'AppealReopened', round: 2, unit: 'tax' })
      .happens(wall('2026-03-03 10:01'), { ...REMINDED, follows: first });
    expect(docket.said('rating')).toEqual([]);
    docket
      .happens(wall('2026-03-04 09:00'), { ...completed, round: 2 })
      .happens(wall('2026-03-04 10:00'), { type: 'AppealFollowedUp' })
      .happens(wall('2026-03-04 10:01'), { ...REMINDED, follows: first });
    expect(docket.said('rating')).toEqual([]);
    docket.happens(wall('2026-03-04 10:02'), { ...REMINDED, follows: idOfLast(docket, 'AppealFollowedUp') });
    expect(docket.said('rating')).toEqual(['2026-03-04 10:02 started rating/-/1/2 until 2026-03-10 00:00']);
  });

  test.each<DocketCause>([
    { type: 'AppealClosed' },
    { type: 'AppealWithdrawn' },
    { type: 'WithdrawalGranted' },
    { type: 'AppealJoined' },
  ])('$type: everything that runs is void, nothing starts any more, no card follows', (end) => {
    const docket = dispatched('2026-03-02 09:00')
      .happens(wall('2026-03-02 10:00'), end)
      .happens(wall('2026-03-02 10:01'), REMINDED)
      .looksUntil(wall('2026-12-31 00:00'));
    expect(running(docket)).toEqual([]);
    expect(docket.own.map(({ type }) => type)).not.toContain('YellowCardIssued');
    expect(docket.said('rating')).toEqual([]);
  });
});
