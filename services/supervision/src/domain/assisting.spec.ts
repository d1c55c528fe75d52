// 协办 (RT-3): an assisting unit has its own clock and its own card, the lead answers for its own alone.
import { dispatched, wall } from '../../test/officer';
import type { DocketCause } from './docket-events';

const ofWater = { dispatchNo: 1, unit: 'water' };
const contributed: DocketCause = { type: 'ContributionGiven', ...ofWater };
const ruled = (upheld: boolean): DocketCause => ({ type: 'AssistObjectionRuled', ...ofWater, upheld });
const STARTED = '2026-03-02 09:00 started assist/water/1/1 until 2026-03-06 00:00';
const docket = () => dispatched('2026-03-02 09:00', ['water']);

test('each assisting unit has its clock, and the clocks of the lead are the lead’s alone', () => {
  const started = dispatched('2026-03-02 09:00', ['water', 'market']).own.flatMap((event) =>
    event.type === 'ClockStarted' ? [event.clockId] : [],
  );
  expect(started).toEqual([
    ...['contact/tax/1/1', 'opinion/tax/1/1', 'resolve/tax/1/1', 'objection/tax/1/1'],
    ...['assist/water/1/1', 'assist/market/1/1'],
  ]);
});

test('a contribution stops the clock of its unit and no other', () => {
  const both = dispatched('2026-03-02 09:00', ['water', 'market']).happens(
    wall('2026-03-03 09:00'),
    contributed,
  );
  expect(both.said('assist').slice(2)).toEqual(['2026-03-03 09:00 stopped in time']);
  expect(both.said('resolve')).toHaveLength(1);
});

test('silence of the assisting unit is its own card; the lead’s silence is not', () => {
  const cards = docket()
    .looksUntil(wall('2026-03-30 00:00'))
    .own.flatMap((event) => (event.type === 'YellowCardIssued' ? [event.cardId] : []));
  expect(cards).toContain('assist/water/1/1/yellow');
  expect(cards).toContain('resolve/tax/1/1/yellow');
  expect(cards.filter((id) => id.includes('assist/tax') || id.includes('resolve/water'))).toEqual([]);
});

test('released, it owes nothing: the clock is void and the card goes; overruled, it runs on', () => {
  const late = docket().looksUntil(wall('2026-03-06 09:00'));
  expect(late.said('assist').at(-1)).toContain('yellow');
  expect(late.happens(wall('2026-03-06 10:00'), ruled(true)).said('assist').slice(-2)).toEqual([
    '2026-03-06 10:00 stopped void',
    '2026-03-06 10:00 revoked yellow (objection-upheld)',
  ]);
  expect(docket().happens(wall('2026-03-03 10:00'), ruled(false)).said('assist')).toEqual([STARTED]);
});

test.each<[string, DocketCause]>([
  ['the lead completes', { type: 'AppealCompleted', dispatchNo: 1, unit: 'tax', round: 1 }],
  ['the dispatch is recalled', { type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax' }],
  ['the lead was the wrong one', { type: 'ObjectionRuled', dispatchNo: 1, unit: 'tax', upheld: true }],
])('when %s, the part is taken away, neither met nor missed', (_, cause) => {
  expect(docket().happens(wall('2026-03-03 10:00'), cause).said('assist')).toEqual([
    STARTED,
    '2026-03-03 10:00 stopped void',
  ]);
});
