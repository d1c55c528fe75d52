// 延期 (HD-2): an end granted on request moves one clock of one unit, and nothing else.
import { CALENDARS, dispatched, wall } from '../../test/officer';
import type { DocketCause } from './docket-events';

const ruled = (on: string, granted = true, clock = 'resolve'): DocketCause => ({
  type: 'ExtensionRuled',
  ...{ dispatchNo: 1, unit: 'tax', clock, round: 1, granted },
  deadlineAt: granted ? wall(on) : 0,
});
const completed: DocketCause = { type: 'AppealCompleted', dispatchNo: 1, unit: 'tax', round: 1 };
const STARTED = '2026-03-02 09:00 started resolve/tax/1/1 until 2026-03-10 00:00';
const MOVED = 'recomputed (extension) until 2026-03-14 00:00';

test('granted before the deadline: the old end passes without a card, the new one is kept', () => {
  const docket = dispatched('2026-03-02 09:00', ['water'])
    .happens(wall('2026-03-05 09:00'), ruled('2026-03-14 00:00'))
    .happens(wall('2026-03-13 17:00'), completed);
  expect(docket.said('resolve').filter((line) => !line.includes('water'))).toEqual(
    expect.arrayContaining([STARTED, `2026-03-05 09:00 ${MOVED}`, '2026-03-13 17:00 stopped in time']),
  );
  expect(docket.own).toContainEqual(
    expect.objectContaining({
      type: 'DeadlineRecomputed',
      clockId: 'resolve/tax/1/1',
      oldDeadlineAt: wall('2026-03-10 00:00'),
      deadlineAt: wall('2026-03-14 00:00'),
    }),
  );
  expect(docket.own.filter(({ type }) => type === 'DeadlineRecomputed')).toHaveLength(1);
});

test('the new end passes as well: the card comes then, and not before', () => {
  const docket = dispatched('2026-03-02 09:00')
    .happens(wall('2026-03-05 09:00'), ruled('2026-03-14 00:00'))
    .looksUntil(wall('2026-03-15 12:00'));
  expect(docket.said('resolve')).toEqual([
    STARTED,
    `2026-03-05 09:00 ${MOVED}`,
    expect.stringContaining('near'),
    '2026-03-14 00:00 yellow, red at 2026-03-17 00:00',
  ]);
});

test('ruled on late: the card for the wait of others is taken back', () => {
  const docket = dispatched('2026-03-02 09:00')
    .looksUntil(wall('2026-03-10 09:00'))
    .happens(wall('2026-03-10 10:00'), ruled('2026-03-14 00:00'));
  expect(docket.said('resolve').slice(-2)).toEqual([
    `2026-03-10 10:00 ${MOVED}`,
    '2026-03-10 10:00 revoked yellow (extended)',
  ]);
});

test('ruled on late and late again: the new end is carded like any other, and once', () => {
  const docket = dispatched('2026-03-02 09:00')
    .looksUntil(wall('2026-03-10 09:00'))
    .happens(wall('2026-03-10 10:00'), ruled('2026-03-14 00:00'))
    .looksUntil(wall('2026-03-20 12:00'));
  expect(docket.said('resolve').slice(-3)).toEqual([
    expect.stringContaining('near'),
    '2026-03-14 00:00 yellow, red at 2026-03-17 00:00',
    '2026-03-17 00:00 red after notice of 2026-03-14 00:00',
  ]);
  const cards = docket.own.flatMap((event) =>
    'cardId' in event && event.type !== 'CardRevoked' ? [event.cardId] : [],
  );
  expect(cards.filter((id) => id.startsWith('resolve/'))).toEqual([
    'resolve/tax/1/1/yellow',
    'resolve/tax/1/1/yellow/2',
    'resolve/tax/1/1/red',
  ]);
});

test('refused, for another clock, or after completion: nothing moves', () => {
  const ends = (cause: DocketCause, before?: DocketCause) => {
    const docket = dispatched('2026-03-02 09:00');
    if (before) docket.happens(wall('2026-03-04 09:00'), before);
    docket.happens(wall('2026-03-05 09:00'), cause);
    return docket.said('resolve').filter((line) => line.includes('recomputed'));
  };
  expect(ends(ruled('2026-03-14 00:00', false))).toEqual([]);
  expect(ends(ruled('2026-03-14 00:00', true, 'nothing'))).toEqual([]);
  expect(ends(ruled('2026-03-14 00:00'), completed)).toEqual([]);
  expect(ends(ruled('2026-03-14 00:00'))).toHaveLength(1);
});

test('an amended calendar counts again and leaves the granted end in force', () => {
  const docket = dispatched('2026-03-02 09:00').happens(wall('2026-03-05 09:00'), ruled('2026-03-14 00:00'));
  docket.learns(wall('2026-03-06 09:00'), { ...CALENDARS.current, version: 'another' });
  expect(docket.said('resolve').filter((line) => line.includes('recomputed'))).toEqual([
    `2026-03-05 09:00 ${MOVED}`,
  ]);
});
