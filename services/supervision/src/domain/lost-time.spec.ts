// Nobody is carded for our own delay (SV-2, YC-7). Contact within two hours of the dispatch, five working
// days to complete; red at the end of working day 1 after the notice. Monday, 2 March 2026.
import { VISIT, dispatched, wall } from '../../test/officer';

const MONDAY = '2026-03-02 ';
const on = (time: string): number => wall(MONDAY + time);
const OUTAGE = [on('09:30'), on('10:30')] as const;

test('without an outage: the card falls after the deadline', () => {
  const docket = dispatched('2026-03-02 09:00').looksUntil(on('13:00'));
  expect(docket.said('contact').at(-1)).toBe('2026-03-02 11:00 yellow, red at 2026-03-04 00:00');
});

test('an outage known in time: the card waits for as much time again, and then falls', () => {
  const docket = dispatched('2026-03-02 09:00').learnsOfOutages(on('10:31'), OUTAGE).looksUntil(on('13:00'));
  expect(docket.said('contact').slice(-2)).toEqual([
    '2026-03-02 11:00 yellow waits until 2026-03-02 12:00, 60 min lost',
    '2026-03-02 12:00 yellow, red at 2026-03-04 00:00',
  ]);
});

test('feedback within the lost time is late by the system; after it, it is late', () => {
  const known = () => dispatched('2026-03-02 09:00').learnsOfOutages(on('10:31'), OUTAGE);
  const stopped = (time: string) =>
    known().looksUntil(on(time)).happens(on(time), VISIT).looksUntil(on('20:00')).said('contact').slice(-2);
  expect(stopped('10:59').at(-1)).toBe('2026-03-02 10:59 stopped in time');
  expect(stopped('11:59')).toEqual([
    '2026-03-02 11:00 yellow waits until 2026-03-02 12:00, 60 min lost',
    '2026-03-02 11:59 stopped late by the system',
  ]);
  expect(stopped('12:00').at(-1)).toBe('2026-03-02 12:00 stopped late');
});

test('an outage that becomes known later takes the card back; what then still fails is carded again', () => {
  const docket = dispatched('2026-03-02 09:00').looksUntil(on('11:30'));
  docket.learnsOfOutages(on('11:30'), OUTAGE).looksUntil(on('13:00'));
  expect(docket.said('contact').slice(-4)).toEqual([
    '2026-03-02 11:00 yellow, red at 2026-03-04 00:00',
    '2026-03-02 11:30 yellow waits until 2026-03-02 12:00, 60 min lost',
    '2026-03-02 11:30 revoked yellow (outage)',
    '2026-03-02 12:00 yellow, red at 2026-03-04 00:00',
  ]);
});

test('the red card that followed falls with its yellow one, and both may come again', () => {
  const docket = dispatched('2026-03-02 09:00').looksUntil(wall('2026-03-05 09:00'));
  docket.learnsOfOutages(wall('2026-03-05 09:00'), OUTAGE).looksUntil(wall('2026-03-09 09:00'));
  expect(docket.said('contact').slice(-5)).toEqual([
    '2026-03-05 09:00 yellow waits until 2026-03-02 12:00, 60 min lost',
    '2026-03-05 09:00 revoked yellow (outage)',
    '2026-03-05 09:00 revoked red (outage)',
    '2026-03-05 09:00 yellow, red at 2026-03-07 00:00',
    '2026-03-07 00:00 red after notice of 2026-03-05 09:00',
  ]);
});
