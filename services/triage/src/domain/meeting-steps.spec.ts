import { PEOPLE } from '../../test/scenario';
import { SESSIONS, type SessionPast, inSession, sessionAfter } from '../../test/sessions';

const { leader, supervisor } = PEOPLE;
const CALL = {
  type: 'ConveneMeeting',
  ...{ units: ['tax', 'market'], heldOn: '2026-03-04', reason: '两部门均称非其职责' },
} as const;
const RECORD = {
  type: 'RecordMeeting',
  ...{ sessionNo: 1, lead: 'market', assist: ['tax', 'tax'], attended: ['market'] },
  conclusion: '由市场监管牵头',
} as const;
const called = inSession(SESSIONS.dispatched, leader, CALL, 0).past;

describe('a joint meeting (RT-3, YC-7)', () => {
  test('is called for a day, and recorded from that day on', () => {
    expect(sessionAfter(called)).toMatchObject({
      session: { kind: 'joint-meeting', no: 1, dueAt: Date.parse('2026-03-10T00:00+08:00') },
    });
    expect(inSession(called, leader, RECORD, 20).refused).toBe('MEETING_NOT_YET');
    expect(inSession(called, leader, RECORD, 50).events).toEqual([
      {
        ...{ type: 'MeetingRecorded', sessionNo: 1, lead: 'market', assist: ['tax'], attended: ['market'] },
        ...{ absent: ['tax'], by: 'qin', conclusion: '由市场监管牵头' },
      },
    ]);
  });

  test.each([
    ['by another than the pack names', supervisor, {}, 'ROLE_NOT_ALLOWED'],
    ['of one unit', leader, { units: ['tax'] }, 'UNITS_TOO_FEW'],
    ['of a unit that is none', leader, { units: ['tax', 'moon'] }, 'UNIT_UNKNOWN'],
    ['of a unit named twice', leader, { units: ['tax', 'tax'] }, 'NAMED_TWICE'],
    ['later than the pack lets', leader, { heldOn: '2026-03-10' }, 'DATE_TOO_LATE'],
  ] as const)('%s is refused', (_name, actor, change, code) => {
    expect(inSession(SESSIONS.dispatched, actor, { ...CALL, ...change }, 0).refused).toBe(code);
  });

  test.each([
    ['without a conclusion', { conclusion: '' }, 'REASON_MISSING'],
    ['with a lead that assists itself', { assist: ['market'] }, 'ASSIST_IS_LEAD'],
    ['with a unit that is none', { lead: 'moon' }, 'UNIT_UNKNOWN'],
    ['with somebody who was not called', { attended: ['water'] }, 'NOT_INVITED'],
    ['with nobody there', { attended: [] }, 'UNITS_TOO_FEW'],
    ['of another session', { sessionNo: 2 }, 'STALE_SESSION'],
  ] as const)('a record %s is refused', (_name, change, code) => {
    expect(inSession(called, leader, { ...RECORD, ...change }, 50).refused).toBe(code);
  });

  test('everything that is wrong is told at once, field by field', () => {
    const calls = { units: ['tax', 'moon'], heldOn: '2026-03-10' };
    expect(inSession(SESSIONS.dispatched, leader, { ...CALL, ...calls }, 0).wrong).toEqual([
      ...['units[1] UNIT_UNKNOWN', 'heldOn DATE_TOO_LATE'],
    ]);
    const record = { lead: 'moon', assist: ['tax', 'moon'], attended: ['market', 'water'], conclusion: ' ' };
    expect(inSession(called, leader, { ...RECORD, ...record }, 50).wrong).toEqual([
      ...['lead UNIT_UNKNOWN', 'assist[1] UNIT_UNKNOWN', 'attended[1] NOT_INVITED'],
      ...['assist[1] ASSIST_IS_LEAD', 'conclusion REASON_MISSING'],
    ]);
  });

  describe('called before the drainage office became part of the water bureau', () => {
    const recorded = (units: readonly string[], attended: readonly string[]) => {
      const past = called.map(([hour, event]): SessionPast => {
        return [hour, event.type === 'MeetingConvened' ? { ...event, units } : event];
      });
      return inSession(past, leader, { ...RECORD, lead: 'water', assist: ['tax'], attended }, 50);
    };

    test.each([
      [['drainage', 'tax'], ['water'], ['water'], ['tax']],
      [['drainage', 'tax'], ['drainage'], ['water'], ['tax']],
      [['drainage', 'tax'], ['tax'], ['tax'], ['water']],
      [['drainage', 'water', 'tax'], ['water'], ['water'], ['tax']],
      [['drainage', 'water', 'tax'], ['tax'], ['tax'], ['water']],
    ])('%j, %j came: each is on record once, as it is now', (units, came, attended, absent) => {
      const { events, refused } = recorded(units, came);
      expect(refused).toBe('');
      expect(events).toMatchObject([{ type: 'MeetingRecorded', attended, absent }]);
    });

    test('one unit under both its names is named twice, and another than those called is not invited', () => {
      expect(recorded(['drainage', 'tax'], ['drainage', 'water']).wrong).toEqual(['attended[1] NAMED_TWICE']);
      expect(recorded(['drainage', 'tax'], ['market', 'water']).wrong).toEqual(['attended[0] NOT_INVITED']);
    });
  });

  test('of which there is no record in time was not held, and another may be called', () => {
    const over = inSession(called, leader, { type: 'CloseSession' }, 24 * 8);
    expect(over.events).toMatchObject([{ type: 'SessionLapsed', question: '', why: 'not-held' }]);
    expect(inSession(called, leader, RECORD, 24 * 8).refused).toBe('SESSION_OVER');
    const again = { ...CALL, heldOn: '2026-03-11' } as const;
    expect(inSession(over.past, leader, again, 24 * 8).events).toMatchObject([{ sessionNo: 2 }]);
  });
});
