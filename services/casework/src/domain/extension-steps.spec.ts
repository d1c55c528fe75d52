// 延期 (HD-2): the pack of Yicheng knows none; here it gets one extension of the 5 working days, by 5 more.
import { GIVEN, PEOPLE, type Past, YICHENG, when } from '../../test/scenario';
import { EMPTY_CASE_FILE } from './case-file';
import { enterpriseView, staffView } from './case-view';
import { foldCaseFile } from './fold-case-file';
import { foldClocks } from './fold-case-parts';
import type { WorkOrderEvent } from './work-order-events';

const { taxHandler, waterHandler, clerk, ops } = PEOPLE;
const PACK = {
  ...YICHENG,
  extension: { clause: 'HD-2', clock: 'resolve', times: 1, atMost: 'workingDays:5', ruledBy: ['clerk'] },
};
const asks = { type: 'RequestExtension', dispatchNo: 1, wishedOn: '2026-03-13', reason: '等待设备' } as const;
const rules = { type: 'RuleExtension', dispatchNo: 1, granted: true, untilOn: '', reason: '' } as const;
const day = (count: number) => count * 24;
const ask = (
  past: readonly Past[],
  change = {},
  hour = day(3),
  actor: typeof taxHandler | typeof waterHandler = taxHandler,
) => when(past, actor, { ...asks, ...change }, hour, PACK);
const rule = (past: readonly Past[], change = {}, hour = day(4), actor: typeof clerk | typeof ops = clerk) =>
  when(past, actor, { ...rules, ...change }, hour, PACK);
const after = (past: readonly Past[], hour: number, reply: ReturnType<typeof ask>): readonly Past[] => [
  ...past,
  ...reply.events.map((event) => [hour, event] as const),
];
const asked = after(GIVEN.contacted, day(3), ask(GIVEN.contacted));
const granted = after(asked, day(4), rule(asked));

describe('asking for time', () => {
  test('says what is to be moved, and changes no status', () => {
    expect(ask(GIVEN.contacted)).toMatchObject({
      status: 'contacted',
      events: [
        {
          type: 'ExtensionRequested',
          clock: 'resolve',
          wishedOn: '2026-03-13',
          deadlineAt: Date.parse('2026-03-10T00:00:00+08:00'),
          reason: '等待设备',
        },
      ],
    });
  });
  test('is refused where the document foresees none, with its rule', () => {
    expect(when(GIVEN.contacted, taxHandler, asks, day(3))).toMatchObject({
      refused: 'EXTENSION_NOT_FORESEEN',
    });
    expect(when(asked, clerk, rules, day(4))).toMatchObject({ refused: 'EXTENSION_NOT_FORESEEN' });
  });
  test.each<[string, readonly Past[], object, number, string, object?]>([
    ['before acknowledging', GIVEN.dispatched, {}, day(3), 'NOT_ACKNOWLEDGED'],
    ['after completing', GIVEN.completed, {}, day(3), 'ALREADY_COMPLETED'],
    ['while one waits', asked, {}, day(3) + 1, 'EXTENSION_PENDING', { wishedOn: '2026-03-13' }],
    ['a second time', granted, { wishedOn: '2026-03-16' }, day(5), 'EXTENSION_USED', { times: '1' }],
    ['in the last minute', GIVEN.contacted, {}, day(7) + 14.9, ''],
    [
      'when the deadline is there',
      GIVEN.contacted,
      {},
      day(7) + 15,
      'DEADLINE_PASSED',
      { lastDay: '2026-03-09' },
    ],
    ['without a reason', GIVEN.contacted, { reason: ' ' }, day(3), 'REASON_MISSING'],
    ['for no real day', GIVEN.contacted, { wishedOn: '2026-03-32' }, day(3), 'DATE_UNREAL'],
    ['for a day it has anyway', GIVEN.contacted, { wishedOn: '2026-03-09' }, day(3), 'EXTENSION_NOT_LATER'],
    ['for the last day there is', GIVEN.contacted, { wishedOn: '2026-03-16' }, day(3), ''],
    [
      'beyond it',
      GIVEN.contacted,
      { wishedOn: '2026-03-17' },
      day(3),
      'EXTENSION_TOO_LONG',
      { latest: '2026-03-16' },
    ],
  ])('%s', (_name, past, change, hour, code, params = {}) => {
    expect(ask(past, change, hour)).toMatchObject({ refused: code, params });
  });
  test('is for the unit alone', () => {
    expect(ask(GIVEN.contacted, {}, day(3), waterHandler).refused).toBe('NOT_YOUR_UNIT');
  });
  test('in a new round the unit may ask again', () => {
    const again: readonly Past[] = [
      ...granted,
      [day(5), { type: 'AppealReopened', round: 2, unit: 'tax', why: 'ruled', by: 'wang', reason: '' }],
    ];
    expect(ask(again, { wishedOn: '2026-03-20' }, day(6)).refused).toBe('');
  });
});

describe('ruling on it', () => {
  test('grants what was wished, or another end', () => {
    const end = { granted: true, untilOn: '2026-03-13', deadlineAt: Date.parse('2026-03-14T00:00:00+08:00') };
    expect(rule(asked).events).toMatchObject([end]);
    expect(rule(asked, { untilOn: '2026-03-11' }).events).toMatchObject([{ untilOn: '2026-03-11' }]);
    expect(rule(asked, { untilOn: '2026-03-17' }).refused).toBe('EXTENSION_TOO_LONG');
  });
  test('may come after the deadline, because the wait was not the unit’s', () => {
    expect(rule(asked, {}, day(9)).refused).toBe('');
  });
  test('refuses with a reason; the unit may then ask once more', () => {
    expect(rule(asked, { granted: false }).refused).toBe('REASON_MISSING');
    const refusal = rule(asked, { granted: false, reason: '设备已到' });
    expect(refusal.events).toMatchObject([{ granted: false, untilOn: '', deadlineAt: 0 }]);
    expect(ask(after(asked, day(4), refusal), {}, day(5)).refused).toBe('');
  });
  test('is for whom the pack names, on the dispatch in hand, and only where something was asked', () => {
    expect(rule(asked, {}, day(4), ops).refused).toBe('ROLE_NOT_ALLOWED');
    expect(rule(asked, { dispatchNo: 2 })).toMatchObject({
      refused: 'STALE_DISPATCH',
      params: { current: '1' },
      fields: [{ code: 'STALE_DISPATCH', field: 'dispatchNo', params: { current: '1' } }],
    });
    expect(rule(GIVEN.contacted).refused).toBe('NO_EXTENSION_ASKED');
    expect(rule(granted).refused).toBe('NO_EXTENSION_ASKED');
    expect(rule(GIVEN.closed)).toMatchObject({ refused: 'CLOSED' });
  });
});

test('the case shows a moved deadline beside the first', () => {
  const clock = {
    clockId: 'c',
    clock: 'resolve',
    unit: 'tax',
    rule: 'workingDays:5',
    startAt: 1,
    provisional: false,
  };
  const started = foldClocks([], { type: 'ClockStarted', ...clock, deadlineAt: 100 });
  const moved = (at: number, reason: string) =>
    ({ type: 'DeadlineRecomputed', clockId: 'c', deadlineAt: at, provisional: false, reason }) as const;
  const clocks = foldClocks(foldClocks(started, moved(120, 'calendar')), moved(200, 'extension'));
  const shown = (of: typeof clocks) => staffView('a', { ...EMPTY_CASE_FILE, clocks: of }, [], {}).clocks;
  expect(shown(clocks)).toMatchObject([{ deadlineAt: 200, firstDeadlineAt: 100, movedBecause: 'extension' }]);
  expect(shown(started)).toMatchObject([{ deadlineAt: 100, firstDeadlineAt: 0, movedBecause: '' }]);
});

test('a request waits on the page of staff until it is ruled on or the case is completed', () => {
  const fold = (past: readonly Past[]) =>
    past.reduce(
      (file, [hour, event], index) =>
        foldCaseFile(file, {
          event: event as WorkOrderEvent,
          at: hour,
          id: `e${index}`,
          writer: 'w',
          seq: index,
        }),
      EMPTY_CASE_FILE,
    );
  const own = (past: readonly Past[]) => past.slice(GIVEN.dispatched.length);
  const waits = (past: readonly Past[]) => staffView('a', fold(own(past)), [], {}).summary.extensionWishedOn;
  expect([waits(GIVEN.contacted), waits(asked), waits(granted)]).toEqual(['', '2026-03-13', '']);
  expect(enterpriseView('a', fold(own(asked)), [], {}).summary.extensionWishedOn).toBe('');
});
